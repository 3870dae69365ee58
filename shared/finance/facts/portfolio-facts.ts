import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';
import { slugs, symbolSlug } from './slug.ts';

const VALUE = 'Sum over all lines of quantity x price x exchange rate, each rounded to the cent.';

/** What the portfolio is worth, in all. */
export function portfolioFacts({
  totals,
  holdings,
  borrowed = [],
  baseCurrency,
  asOf,
  priceConflicts,
}: Analysis): FactDraft[] {
  const { value, invested, cash, gain, gainCoverage } = totals;
  const owed = borrowed.filter(({ pending }) => pending !== true);
  const share = (part: number) => (value > 0 ? part / value : null);
  const cost = gain === null ? null : gainCoverage * invested - gain;
  const covered = 'where the cost is known';
  const withCash = [...new Set(holdings.flatMap(({ kind, value: worth, accounts }) => (kind === 'cash' && worth > 0 ? accounts : [])))]; // prettier-ignore
  return [
    { name: 'portfolio.asOf', label: 'Day of the analysis', value: asOf, unit: 'date', how: 'Asked for.' },
    { name: 'portfolio.currency', label: 'Base currency', value: baseCurrency, unit: 'text', how: 'Asked for.' },
    { name: 'portfolio.value', label: 'Value of the portfolio', value, unit: 'usd', how: VALUE },
    { name: 'portfolio.invested', label: 'Invested', value: invested, unit: 'usd', how: 'Value less cash balances.' },
    {
      name: 'portfolio.invested.weight',
      label: 'Invested, share of the portfolio',
      value: share(invested),
      unit: 'fraction',
      how: 'Invested / value.',
    },
    { name: 'portfolio.cash', label: 'Cash balances', value: cash, unit: 'usd', how: 'Sum of the cash balances.' },
    {
      name: 'portfolio.cash.weight',
      label: 'Cash balances, share of the portfolio',
      value: share(cash),
      unit: 'fraction',
      how: 'Cash balances / value.',
    },
    ...(withCash.length === 0
      ? []
      : [
          {
            name: 'portfolio.cash.accounts',
            label: 'Accounts with cash',
            value: shortened(withCash.join(', '), 3 * NAME),
            unit: 'text',
            how: 'Those with a cash balance.',
          } as const,
        ]),
    ...(owed.length === 0
      ? []
      : [
          {
            name: 'portfolio.borrowed',
            label: 'Owed in all',
            value: owed.reduce((sum, one) => sum + one.value, 0),
            unit: 'usd',
            how: 'Sum over the accounts that can borrow and whose cash is below zero, all its currencies together; other accounts’ cash is not taken off.',
          } as const,
        ]),
    {
      name: 'portfolio.gain',
      label: `Unrealized gain ${covered}`,
      value: gain,
      unit: 'usd',
      basis: 'nominal',
      how: 'Sum of value less cost over the lines whose cost is known, at the exchange rate of today.',
    },
    {
      name: 'portfolio.gain.ratio',
      label: `Unrealized gain as a share of cost ${covered}`,
      value: gain !== null && cost !== null && cost > 0 ? gain / cost : null,
      unit: 'fraction',
      basis: 'nominal',
      how: 'Gain / cost of the lines whose cost is known; not a yearly return.',
    },
    {
      name: 'portfolio.gain.coverage',
      label: 'Share of the invested value whose cost is known',
      value: gain === null ? null : gainCoverage,
      unit: 'fraction',
      how: 'Value of the lines whose cost is known / invested.',
    },
    { name: 'portfolio.accounts', label: 'Accounts', value: totals.accounts, unit: 'count', how: 'Counted.' },
    {
      name: 'portfolio.holdings',
      label: 'Different instruments held',
      value: totals.holdings,
      unit: 'count',
      how: 'Counted over all accounts; cash and what has no value are left out.',
    },
    {
      name: 'portfolio.positions',
      label: 'Positions',
      value: totals.positions,
      unit: 'count',
      how: 'Counted: one instrument in two accounts is two positions.',
    },
    {
      name: 'portfolio.prices.oldest',
      label: 'Oldest price used',
      value: totals.oldestPriceAsOf,
      unit: 'date',
      how: "Earliest as-of date among the holdings' prices.",
    },
    {
      name: 'portfolio.prices.newest',
      label: 'Newest price used',
      value: totals.newestPriceAsOf,
      unit: 'date',
      how: "Latest as-of date among the holdings' prices.",
    },
    {
      name: 'portfolio.prices.conflicts',
      label: 'Instruments given with different prices',
      value: priceConflicts.length,
      unit: 'count',
      how: 'Counted where an older price gave way to a newer one of another line.',
    },
  ];
}

/** The exchange rates that the valuation used. */
export function exchangeRateFacts({ exchangeRates }: Analysis): FactDraft[] {
  const slug = slugs(symbolSlug);
  return exchangeRates.map(({ from, to, rate, asOf, source }) => ({
    name: `exchangeRate.${slug(from)}`,
    label: `${to} for one ${from}`,
    value: rate,
    unit: 'ratio',
    asOf,
    how: `Source: ${source}.`,
  }));
}
