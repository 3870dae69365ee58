import type { Analysis } from '../schemas/analysis.ts';
import { doubtTopics, type InputNotes, type NoteTopic } from '../schemas/input-notes.ts';
import type { JobResult } from '../schemas/job.ts';
import { counted, listed, longDate, money, percent, quantity, shortDate } from './format.ts';
import { called, isCode } from '../finance/called.ts';
import { coveredAccounts } from '../finance/performance/covered.ts';
import { isPair } from '../finance/performance/in-dollars.ts';
import { plainText } from '../charts/plain-text.ts';
import {
  TO_ASK_AGAIN,
  TO_SETTLE_A_DOUBT,
  TO_TELL_APART,
  TO_STATE_A_RATE,
  TO_CLASSIFY,
  TO_CORRECT_A_GUESS,
  TO_PRICE_ANEW,
  TO_PROJECT,
  toValue,
} from './remedies.ts';

/** A kind of thing that the report lacks or is unsure of, with each case. `more` counts what a list was cut by. */
export interface Gap {
  readonly title: string;
  readonly items: readonly string[];
  readonly more: number;
  /** What the person can do about it. */
  readonly remedy?: string;
  /** What stands for it where there is room for one line: how many there are, and the first by name. */
  readonly inShort?: string;
  /** How the input was read, which the person was told then: no news where there is little room. */
  readonly toldBefore?: true;
}

export const MISSING = 'Missing from this report';
export const NO_PROJECTION = 'No retirement projection';

/** Said of prices that nothing dates but the file that they came in. */
export const UNDATED_PRICES = 'The file gives no date for its prices; the file’s own date stands in.';

/** Less sure than this is said to be little. */
const UNSURE = 0.6;

/** So many symbols are named of those that share a line. */
const NAMED = 40;

/** Why a position is left out, with the pair of currencies whose rate is missing. */
function reasonOf({ reason, currency }: Analysis['excluded'][number], base: string): string {
  if (reason === 'no_price') return 'no price';
  return currency === undefined ? 'no exchange rate' : `no exchange rate ${currency}/${base}`;
}

const gap = (title: string, items: readonly string[], count = items.length, remedy?: string): Gap[] =>
  count === 0
    ? []
    : [{ title, items, more: Math.max(0, count - items.length), ...(remedy === undefined ? {} : { remedy }) }];

function named(symbol: string, name: string | null): string {
  const title = plainText(called(symbol, name));
  if (title !== symbol) return isCode(symbol, name) ? `${title} (${symbol})` : title;
  return name === null || name === symbol ? symbol : `${symbol} (${plainText(name)})`;
}

/** What symbols that come without their names are called. */
function callers({ holdings }: Analysis): (symbol: string) => string {
  const names = new Map(holdings.map(({ symbol, name }) => [symbol, name]));
  return (symbol) => plainText(called(symbol, names.get(symbol) ?? null));
}

/** How sure the one who classified something by its name says it is, 0 to 1. */
export function howSure(confidence: number): string {
  return `${confidence < UNSURE ? 'only ' : ''}${percent(confidence, 0)} sure`;
}

/** ", 12.0% of the portfolio"; "" where a share of it has no meaning. */
const shareIn =
  ({ totals }: Analysis) =>
  (weight: number): string =>
    totals.value > 0 ? `, ${percent(weight)} of the portfolio` : '';

/** Old prices of one day are one line. */
function oldPrices(analysis: Analysis): Gap[] {
  const { stale, staleCount } = analysis;
  if (staleCount === 0) return [];
  const items = [...Map.groupBy(stale, ({ priceAsOf }) => priceAsOf)].map(([day, all]) => {
    const have = all.length === 1 ? '1 holding has a price' : `${counted(all.length, 'holding')} have prices`;
    const age = counted(all[0]?.days ?? 0, 'day');
    return `${have} of ${longDate(day)}, ${age} before the analysis: ${symbols(all.map(({ symbol }) => symbol).map(callers(analysis)))}`;
  });
  const title = `Valued at an old price: ${counted(staleCount, 'holding')}`;
  return [{ title, items, more: staleCount - stale.length, remedy: TO_PRICE_ANEW }];
}

/** Prices that stand though the market's are far from them: what rests on them may be of another size altogether. */
function doubtedPrices(analysis: Analysis): Gap[] {
  const { doubted = [], baseCurrency } = analysis;
  const ofAll = shareIn(analysis);
  const items = doubted.map(({ symbol, name, value, weight, currency, used, market }) => {
    const rests = `${money(value, baseCurrency)}${ofAll(weight)}, rests on your price of ${money(used.price, currency, 2)} of ${longDate(used.asOf)}`;
    return `${named(symbol, name)}: ${rests}; the market’s is ${money(market.price, currency, 2)} of ${longDate(market.asOf)} (${plainText(market.source)})`;
  });
  return gap(`At a price far from the market’s: ${counted(doubted.length, 'holding')}`, items, doubted.length, TO_SETTLE_A_DOUBT);
} // prettier-ignore

/** One symbol at prices that are no one listing's: which line is counted at which, so that a slip is seen. */
function pricedApart(analysis: Analysis): Gap[] {
  const { pricedApart: apart = [] } = analysis;
  const items = apart.map(({ symbol, currency, lines, count }) => {
    const each = lines.map(({ accountName, quantity: units, price, asOf }) => {
      const at = `${money(price, currency, 2)} of ${shortDate(asOf)}`;
      return `${quantity(units)} in ${plainText(accountName)} at ${at} (${money(units * price, currency)})`;
    });
    return `${symbol}: ${listed([...each, ...moreThan(count, lines.length)])}`;
  });
  const symbols = apart.map(({ symbol }) => symbol);
  const named = listed([...symbols.slice(0, 3), ...moreThan(symbols.length, 3)]);
  const title = 'At prices that no one listing has, each line counted at its own';
  const first = apart.slice(0, 1).map(({ symbol, currency, lines }) => {
    const ends = lines.filter((_, at) => at === 0 || at === lines.length - 1);
    return `${symbol} at ${listed(ends.map(({ price, accountName }) => `${money(price, currency, 2)} in ${plainText(accountName)}`))}`;
  });
  return gap(`${title}: ${named}`, items, apart.length, TO_TELL_APART).map((one) => ({
    ...one,
    inShort: `${title}: ${listed([...first, ...moreThan(apart.length, 1)])}`,
  }));
} // prettier-ignore

/** Older prices that gave way to a newer one of the same listing. */
function olderPrices(analysis: Analysis): Gap[] {
  const { priceConflicts, baseCurrency } = analysis;
  const items = priceConflicts.map(({ symbol, currency = baseCurrency, used, passedOver, passedOverCount = 0, tie }) => {
    const [latest = '', ...others] = [used, ...passedOver].map(
      ({ price, asOf }) => `${money(price, currency, 2)} of ${shortDate(asOf)}`,
    );
    const why = tie === true ? 'the dates are equal' : 'it is the latest';
    return `${callers(analysis)(symbol)}: ${latest} was used, not ${listed([...others, ...moreThan(passedOverCount, passedOver.length)])}; ${why}`;
  });
  return gap('More than one price for an instrument', items);
} // prettier-ignore

const moreThan = (count: number, shown: number): string[] => (count > shown ? [`${count - shown} more`] : []);

function undatedPrices(analysis: Analysis): Gap[] {
  const { undated = [], undatedCount = 0 } = analysis;
  if (undatedCount === 0) return [];
  const title = `Priced without a date: ${counted(undatedCount, 'holding')}`;
  return [
    {
      title,
      items: [`${UNDATED_PRICES} This is so for ${symbols(undated.map(callers(analysis)), undatedCount)}.`],
      more: 0,
    },
  ];
}

/** Debts, for the totals show cash less what is owed, and one account's cash repays no other's loan by itself. */
function debts({ borrowed = [], baseCurrency, totals }: Analysis): Gap[] {
  const hidden = totals.cash >= 0 ? ' The total of cash hides it, for other accounts hold more.' : '';
  const owed = borrowed.filter(({ pending }) => pending !== true);
  const netted = (cashTakenOff = 0) =>
    cashTakenOff > 0 ? `, ${money(cashTakenOff, baseCurrency)} of cash in it taken off` : '';
  const items = owed.map(
    ({ accountName, value, cashTakenOff }) =>
      `${plainText(accountName)} owes ${money(value, baseCurrency)}${netted(cashTakenOff)}; no cash in another account repays it by itself.${hidden}`,
  );
  const assumed = owed.flatMap(({ accountName, assumed: interest }) =>
    interest === undefined
      ? []
      : [
          `${plainText(accountName)} is taken for ${interest.called} at ${percent(interest.rate, 2)} a year (${interest.source}).`,
        ],
  );
  const unsettled = borrowed
    .filter(({ pending }) => pending === true)
    .map(
      ({ accountName, value }) =>
        `${plainText(accountName)} lacks ${money(value, baseCurrency)} in cash. Such an account cannot borrow to invest: it is taken for a purchase that is still to be settled, and is counted.`,
    );
  return [
    ...gap(`Borrowed: ${counted(owed.length, 'account')} with cash below zero`, items),
    ...gap(`Interest assumed: ${counted(assumed.length, 'debt')}`, assumed, assumed.length, TO_STATE_A_RATE),
    ...gap(`Still to be settled: ${counted(unsettled.length, 'account')} with cash below zero`, unsettled),
  ];
}

/** The first so many symbols, and how many there are beyond. */
function symbols(all: readonly string[], count = all.length): string {
  const more = count - Math.min(all.length, NAMED);
  return more > 0 ? `${all.slice(0, NAMED).join(', ')} and ${more} more` : listed(all);
}

/** Accounts that the returns over time are not of, and days too few to state risk from. */
function withoutHistory(analysis: Analysis): Gap[] {
  const covered = coveredAccounts(analysis);
  const { baseCurrency, totals, performance } = analysis;
  const { timeWeighted = null, missing = null, known, pricedTo } = performance?.whole ?? {};
  const some = covered === null || covered.accounts >= covered.of ? null : covered;
  const none = timeWeighted === null && missing !== null ? [plainText(missing)] : [];
  const measured = money(some?.value ?? 0, baseCurrency);
  return [
    ...gap(
      `Not in the returns over time, for want of a whole list of transactions: ${counted(some?.without.length ?? 0, 'account')}`,
      some === null || some.without.length === 0
        ? []
        : [
            `${symbols(some.without.map(plainText))}. The returns are of ${measured} of ${money(totals.value, baseCurrency)}.`,
          ],
    ),
    ...otherEnds(analysis),
    ...gap('No return over time', none, none.length, TO_PRICE_ANEW),
    ...gap('Prices over time too rare', timeWeighted === null || missing === null ? [] : [plainText(missing)]),
    ...gap(
      'Falls and risk over time are of a part of it',
      known === undefined
        ? []
        : [
            `They are of ${longDate(known.from)} to ${longDate(known.to)}: on other days too little of what was held has a price.`,
          ],
      undefined,
      TO_PRICE_ANEW,
    ),
    ...gap(
      'Returns end before the day of the analysis',
      pricedTo === undefined
        ? []
        : [
            `${longDate(pricedTo)} is the last day with prices of nearly all that was held. What it did since is not known, and the value stated is at those old prices.`,
          ],
      undefined,
      TO_PRICE_ANEW,
    ),
  ];
}

/** Where the value rests on another price than the newest of the returns' own: which of the two each figure is of. */
function otherEnds(analysis: Analysis): Gap[] {
  const { performance, baseCurrency } = analysis;
  const { closing = [], closingCount = closing.length } = performance ?? {};
  const items = closing.map(({ symbol, stated, last }) => {
    const [own, other] = [stated, last].map(
      ({ price, asOf }) => `${money(price, baseCurrency, isPair(symbol) ? 4 : 2)} of ${longDate(asOf)}`,
    );
    return `${callers(analysis)(symbol)}: the value and the returns end at ${own ?? ''}; the past prices end at ${other ?? ''}, and falls, volatility and ratios are of those`;
  });
  return gap(`Two prices of the last days: ${counted(closingCount, 'instrument')}`, items, closingCount, items.length === 0 ? undefined : TO_PRICE_ANEW);
} // prettier-ignore

/** From this share on a breakdown says less than it leaves open. */
const MUCH_UNKNOWN = 0.25;

/** What is known to be stocks, and not of which sectors: beside what is not classified at all. */
function unknownSectors(analysis: Analysis): Gap[] {
  const { allocation, unclassified, unclassifiedCount, totals, baseCurrency } = analysis;
  const unknown = allocation.sector.find(({ key }) => key === 'unknown');
  if (unknown === undefined || totals.value <= 0 || unclassifiedCount > unclassified.length) return [];
  const value = unknown.value - unclassified.reduce((sum, one) => sum + one.value, 0);
  const weight = value / totals.value;
  if (weight < MUCH_UNKNOWN) return [];
  const what = `${money(value, baseCurrency)}${shareIn(analysis)(weight)}: what it is invested in is known, and how that is spread over sectors is not`;
  return gap('Sectors not known of much of the portfolio', [what], 1, TO_CLASSIFY);
}

function portfolioGaps(analysis: Analysis, isUnanswered: boolean): Gap[] {
  const { excluded, excludedCount, unclassified, unclassifiedCount, baseCurrency } = analysis;
  const ofAll = shareIn(analysis);
  const left = excluded.map((one) => {
    const place = `${quantity(one.quantity)} in ${plainText(one.accountName)}`;
    return `${named(one.symbol, one.name)}, ${place}: ${reasonOf(one, baseCurrency)}`;
  });
  const unknown = unclassified.map(
    ({ symbol, name, value, weight }) => `${named(symbol, name)}: ${money(value, baseCurrency)}${ofAll(weight)}`,
  );
  const byName = (analysis.guessed ?? []).map(
    ({ symbol, name, value, weight, confidence, citation }) =>
      `${named(symbol, name)}: ${money(value, baseCurrency)}${ofAll(weight)}; ${howSure(confidence)}${citation === undefined ? '' : ` (${plainText(citation)})`}`,
  );
  return [
    ...doubtedPrices(analysis),
    ...pricedApart(analysis),
    ...gap(
      `Left out of every total: ${counted(excludedCount, 'position')}`,
      left,
      excludedCount,
      `${isUnanswered ? `${TO_ASK_AGAIN} ` : ''}${toValue(excluded, baseCurrency)}`,
    ),
    ...gap(
      `Of unknown make-up, counted but not classified: ${counted(unclassifiedCount, 'holding')}`,
      unknown,
      unclassifiedCount,
      TO_CLASSIFY,
    ),
    ...gap(
      `Classified by name, which is a guess: ${counted(analysis.guessedCount ?? 0, 'holding')}`,
      byName,
      analysis.guessedCount ?? 0,
      TO_CORRECT_A_GUESS,
    ),
    ...unknownSectors(analysis),
    ...gap(
      'Targets that could not be compared: no drift, no trades',
      [analysis.driftMissing ?? []].flat().map(plainText),
      undefined,
      unclassifiedCount > 0 ? TO_CLASSIFY : undefined,
    ),
    ...oldPrices(analysis),
    ...undatedPrices(analysis),
    ...olderPrices(analysis),
    ...debts(analysis),
    ...withoutHistory(analysis),
  ];
}

/** In the order of how much they matter. */
const readings: Record<NoteTopic, string> = {
  older_copy: 'Accounts counted twice, it seems: an older file lists them, too',
  twice: 'What may be counted twice',
  unsure: 'Amounts that may be far too large or too small',
  unvested: 'Counted, though not yet yours: it has not vested',
  in_doubt: 'Amounts or accounts that the files leave in doubt',
  left_out: 'Left out when the files were read',
  transactions: 'Transactions that could not be taken as they are',
  taxation: 'Accounts assumed to be taxable',
  price: 'Prices that were derived, dated or doubted when the files were read',
  account: 'Accounts as they were understood',
  reading: 'How the files were understood',
};

const isDoubt = (topic: string): boolean => doubtTopics.some((one) => one === topic);

/** So many of what was left out are named in one line. */
const NAMED_IN_SHORT = 3;

/** How many notes there are, and what the first of them are of: what they quote, or else where they begin. */
function countedAndNamed(items: readonly string[], more: number): string {
  const names = items.slice(0, NAMED_IN_SHORT).map((text) => {
    const [quoted] = /"[^"]{1,40}"/.exec(text) ?? [];
    const place = text.split(': ', 1)[0] ?? text;
    const [line] = /\bline \d+/.exec(place) ?? [];
    return plainText(quoted === undefined ? place.slice(0, 60) : line === undefined ? quoted : `${quoted} on ${line}`);
  });
  const count = items.length + more;
  return `${counted(count, 'entry', 'entries')} (${symbols(names, count)})`;
}

/** The first note without the place that it is of, and how many there are beyond. */
function firstOf(items: readonly string[], more: number): string {
  const [first = ''] = items;
  const others = items.length - 1 + more;
  const said = plainText(first.replace(/^[^:]*: /, ''));
  return others === 0 ? said : `${said}; and ${counted(others, 'more such note')}`;
}

/** What was left out and what may be far off are told again where there is little room. */
function inShort(
  topic: string,
  title: string,
  { items, more }: Pick<InputNotes[number], 'items' | 'more'>,
): Pick<Gap, 'inShort' | 'toldBefore'> {
  if (topic === 'left_out') return { inShort: `${title}: ${countedAndNamed(items, more)}` };
  return isDoubt(topic) ? { inShort: `${title}: ${firstOf(items, more)}` } : { toldBefore: true };
}

/** What was assumed or left out when the input was read. It quotes files: text, never markup. */
function inputGaps(notes: InputNotes): Gap[] {
  return Object.entries(readings).flatMap(([topic, title]) =>
    notes
      .filter((group) => group.topic === topic)
      .map(({ items, more }) => ({
        title,
        items: items.map(plainText),
        more,
        ...inShort(topic, title, { items, more }),
      })),
  );
}

/** Why a job did not end well: each thing that is missing, or, where none is named, the job's own reason. */
export function reasonsOf({ job, missing }: Pick<JobResult, 'job' | 'missing'>): string[] {
  return [...new Set(missing.length > 0 || job.error === null ? missing : [job.error])].map(plainText);
}

/** All that is missing or uncertain, most serious first. Empty where nothing is. */
export function gapsOf({ missing, analysis, job, report, notes = [] }: JobResult): Gap[] {
  const degraded = job.steps
    .filter((one) => one.degraded && one.step !== 'price')
    .map(({ step, detail }) => `${step}: ${plainText(detail ?? 'the model did not answer')}`);
  const unanswered = job.steps.flatMap(({ step, degraded: short, detail }) =>
    step === 'price' && short && detail !== null ? [plainText(detail)] : [],
  );
  const noRetirement = analysis?.retirementMissing ?? null;
  return [
    ...gap(MISSING, missing.map(plainText)),
    // What may be counted twice or off a hundredfold, before what is merely missing.
    ...inputGaps(notes.filter(({ topic }) => isDoubt(topic))),
    ...(analysis === null ? [] : portfolioGaps(analysis, unanswered.length > 0)),
    ...gap('A source of prices did not give all that was asked', unanswered, unanswered.length, TO_ASK_AGAIN),
    ...inputGaps(notes.filter(({ topic }) => !isDoubt(topic))),
    ...gap(
      NO_PROJECTION,
      noRetirement === null || missing.some((one) => one.includes(noRetirement)) ? [] : [plainText(noRetirement)],
      undefined,
      /goals/i.test(noRetirement ?? '') ? TO_PROJECT : undefined,
    ),
    ...gap('Without research', [report?.research?.note ?? []].flat().map(plainText)),
    ...gap('Written by the narrator in a language model’s place', degraded),
  ];
}
