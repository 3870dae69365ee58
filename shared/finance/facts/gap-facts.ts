import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';

/** So many of what is left out, not classified or stale are named one by one. */
const NAMED = 10;

/** Why a position is left out, with the pair of currencies whose rate is missing. */
function reasonOf({ reason, currency }: Analysis['excluded'][number], base: string): string {
  if (reason === 'no_price') return 'no price';
  return currency === undefined ? 'no exchange rate' : `no exchange rate ${currency}/${base}`;
}

/** What the figures lack: lines left out, holdings not classified or only by their names, old prices. */
export function gapFacts(analysis: Analysis): FactDraft[] {
  const { excluded, excludedCount, unclassified, unclassifiedCount, stale, staleCount, allocation } = analysis;
  const { guessed = [], guessedCount = 0 } = analysis;
  const unknown = allocation.assetClass.find(({ key }) => key === 'unknown');
  const notClassified = 'Holdings whose make-up nothing says: neither the reference set, nor a model, nor the person.';
  const facts: FactDraft[] = [
    {
      name: 'excluded.count',
      label: 'Positions left out of every total',
      value: excludedCount,
      unit: 'count',
      how: 'Lines without a dated price or without an exchange rate.',
    },
    ...(excludedCount === 0
      ? []
      : [
          {
            name: 'excluded.of',
            label: 'Positions in all, with those left out of every total',
            value: analysis.totals.positions + excludedCount,
            unit: 'count' as const,
            how: 'Counted: one instrument in two accounts is two positions.',
          },
        ]),
    {
      name: 'unclassified.count',
      label: 'Holdings not classified',
      value: unclassifiedCount,
      unit: 'count',
      how: notClassified,
    },
    {
      name: 'unclassified.value',
      label: 'Value whose asset class is not known',
      value: unknown?.value ?? 0,
      unit: 'usd',
      how: notClassified,
    },
    {
      name: 'unclassified.weight',
      label: 'Share whose asset class is not known',
      value: unknown?.weight ?? 0,
      unit: 'fraction',
      how: notClassified,
    },
    ...guessFacts(guessed, guessedCount),
    ...doubtFacts(analysis.doubted ?? []),
    ...undatedFacts(analysis.undatedCount ?? 0),
    ...taxationFacts(analysis.taxationAssumed ?? 0),
    ...debtFacts(analysis.borrowed ?? []),
    ...leftOutFacts(analysis.leftOutOfInput ?? 0),
    ...inputDoubts(analysis),
    {
      name: 'stale.count',
      label: 'Holdings with an old price',
      value: staleCount,
      unit: 'count',
      how: 'Price more than 7 days older than the analysis.',
    },
  ];
  excluded.slice(0, NAMED).forEach((position, index) => {
    const { symbol, name, accountName, quantity } = position;
    const at = `excluded.${index + 1}`;
    const title = `Left out: ${symbol}${name === null ? '' : ` (${shortened(name, NAME)})`}`;
    const how = 'As in the portfolio that was given.';
    facts.push(
      { name: `${at}.symbol`, label: title, value: symbol, unit: 'text', how },
      { name: `${at}.account`, label: `${title}, account`, value: accountName, unit: 'text', how },
      { name: `${at}.quantity`, label: `${title}, units`, value: quantity, unit: 'ratio', how },
      {
        name: `${at}.reason`,
        label: `${title}, why`,
        value: reasonOf(position, analysis.baseCurrency),
        unit: 'text',
        how: 'Found when valuing it.',
      },
    );
  });
  unclassified.slice(0, NAMED).forEach(({ symbol, value, weight }, index) => {
    const at = `unclassified.${index + 1}`;
    const title = `Not classified: ${symbol}`;
    facts.push(
      { name: `${at}.symbol`, label: title, value: symbol, unit: 'text', how: notClassified },
      { name: `${at}.value`, label: `${title}, value`, value, unit: 'usd', how: 'Quantity x price x exchange rate.' },
      {
        name: `${at}.weight`,
        label: `${title}, share`,
        value: weight,
        unit: 'fraction',
        how: 'Value / value of the portfolio.',
      },
    );
  });
  stale.slice(0, NAMED).forEach(({ symbol, priceAsOf, days }, index) => {
    const at = `stale.${index + 1}`;
    const title = `Old price: ${symbol}`;
    facts.push(
      { name: `${at}.symbol`, label: title, value: symbol, unit: 'text', how: 'Price more than 7 days old.' },
      {
        name: `${at}.priceAsOf`,
        label: `${title}, price of`,
        value: priceAsOf,
        unit: 'date',
        how: "The price's own date.",
      },
      {
        name: `${at}.days`,
        label: `${title}, days old`,
        value: days,
        unit: 'count',
        how: 'Calendar days to the analysis.',
      },
    );
  });
  return facts;
}

/** Classifications that rest on a name: each with how sure the one who read it is. */
function guessFacts(guessed: NonNullable<Analysis['guessed']>, guessedCount: number): FactDraft[] {
  if (guessedCount === 0) return [];
  const how =
    'Holdings that neither the reference set nor the person classifies, classified by a model from their names.';
  return [
    { name: 'guessed.count', label: 'Holdings classified by their names', value: guessedCount, unit: 'count', how },
    ...guessed.slice(0, NAMED).flatMap(({ symbol, weight, confidence }, index): FactDraft[] => {
      const [at, title] = [`guessed.${index + 1}`, `Classified by its name: ${symbol}`];
      return [
        { name: `${at}.symbol`, label: title, value: symbol, unit: 'text', how },
        {
          name: `${at}.weight`,
          label: `${title}, share`,
          value: weight,
          unit: 'fraction',
          how: 'Value / value of the portfolio.',
        },
        {
          name: `${at}.confidence`,
          label: `${title}, how sure`,
          value: confidence,
          unit: 'fraction',
          how: 'Stated by what classified it, 0 to 1.',
        },
      ];
    }),
  ];
}

function undatedFacts(count: number): FactDraft[] {
  if (count === 0) return [];
  const how = "Prices whose file states no date: the file's own day stands in.";
  return [
    { name: 'undated.count', label: 'Holdings whose price has no date of its own', value: count, unit: 'count', how },
  ];
}

function doubtFacts(doubted: NonNullable<Analysis['doubted']>): FactDraft[] {
  if (doubted.length === 0) return [];
  const how = "The person's own price stands though the market's is far from it, as after a split of the shares.";
  const weight = doubted.reduce((sum, one) => sum + one.weight, 0);
  return [
    { name: 'doubted.count', label: 'Holdings at a doubted price', value: doubted.length, unit: 'count', how },
    {
      name: 'doubted.weight',
      label: 'Share of the portfolio at a doubted price',
      value: weight,
      unit: 'fraction',
      how,
    },
  ];
}

/** Debts of which nobody states what they are charged. */
function debtFacts(borrowed: NonNullable<Analysis['borrowed']>): FactDraft[] {
  const value = borrowed.filter(({ assumed }) => assumed !== undefined).length;
  if (value === 0) return [];
  const how =
    'Nothing in the portfolio says what a mortgage, a student loan or the like is charged: a usual rate of its kind is assumed.';
  return [{ name: 'interest.assumed.count', label: 'Debts whose interest is assumed', value, unit: 'count', how }];
}

function taxationFacts(value: number): FactDraft[] {
  if (value === 0) return [];
  const label = 'Accounts assumed to be taxable';
  const how = 'Accounts of which neither the person nor their names say how they are taxed.';
  return [{ name: 'taxation.assumed.count', label, value, unit: 'count', how }];
}

/** What the input leaves in doubt, each kind by itself: it is told for what it is. */
function inputDoubts(analysis: Analysis): FactDraft[] {
  const { olderCopiesInInput = 0, twiceInInput = 0, unsureOfInput = 0, unvestedInInput = 0 } = analysis;
  const inDoubt = (analysis.inDoubtInInput ?? 0) + (analysis.pricedApart ?? []).length;
  const kinds: readonly [name: string, value: number, label: string, how: string][] = [
    [
      'olderCopies',
      olderCopiesInInput,
      'Accounts that an older file lists, too',
      'Accounts of one number in two files of different days: the older may be an earlier copy of the newer.',
    ],
    [
      'twice',
      twiceInInput,
      'What may be counted twice',
      'Accounts that two files seem to list, and lines that stand for another account.',
    ],
    [
      'unsure',
      unsureOfInput,
      'Doubts about the currency or the unit of amounts',
      'Amounts of the input whose currency or unit nothing states.',
    ],
    [
      'unvested',
      unvestedInInput,
      'What is counted and not yet owned',
      'Holdings and columns that the input itself calls unvested.',
    ],
    [
      'inDoubt',
      inDoubt,
      'Other doubts about the input',
      'Figures of the input that contradict each other, and lines that can be read in two ways.',
    ],
  ];
  return kinds.flatMap(([name, value, label, how]) =>
    value === 0 ? [] : [{ name: `${name}.count`, label, value, unit: 'count', how }],
  );
}

function leftOutFacts(value: number): FactDraft[] {
  if (value === 0) return [];
  const label = 'Entries left out when the input was read';
  const how = 'Entries that are not understood, so that they are in no figure.';
  return [{ name: 'leftOut.count', label, value, unit: 'count', how }];
}
