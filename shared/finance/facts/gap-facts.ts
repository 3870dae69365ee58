import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';

/** So many of what is left out, not classified or stale are named one by one. */
const NAMED = 10;

const REASONS = { no_price: 'no price', no_exchange_rate: 'no exchange rate' } as const;

/** What the figures lack: lines left out, holdings not classified, old prices. */
export function gapFacts(analysis: Analysis): FactDraft[] {
  const { excluded, excludedCount, unclassified, unclassifiedCount, stale, staleCount, allocation } = analysis;
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
    {
      name: 'stale.count',
      label: 'Holdings with an old price',
      value: staleCount,
      unit: 'count',
      how: 'Price more than 7 days older than the analysis.',
    },
  ];
  excluded.slice(0, NAMED).forEach(({ symbol, name, accountName, reason, quantity }, index) => {
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
        value: REASONS[reason],
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
