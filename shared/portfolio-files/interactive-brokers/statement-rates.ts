import { columnMap } from '../column-map.ts';
import type { Section } from '../find-sections.ts';
import type { Row } from '../split-rows.ts';
import { statementRows } from './statement-rows.ts';
import { currencyTrades } from './statement-transactions.ts';

/** The sections that say what other currencies are worth in the account's base currency. */
export const RATES = ['Forex Balances', 'Base Currency Exchange Rate'] as const;

const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/**
 * The rates of a statement as lines of a table: EUR/USD and what a euro costs, at the end of the period or, where one currency was
 * traded for another, on that day. Those of the end stand last, and so count on a day that has both.
 */
export function rateSection(bySection: ReadonlyMap<string, readonly Row[]>, base: string): Section {
  const [balances, rates] = RATES.map((name) => statementRows(bySection.get(name) ?? []));
  const stated = [
    ...(balances ?? []).map(({ line, cell }) => ({ line, from: cell('Description'), rate: cell('Close Price') })),
    ...(rates ?? []).map(({ line, cell }) => ({ line, from: cell('Currency'), rate: cell('Exchange Rate', 'Rate') })),
  ]
    .filter(({ from, rate }) => isCode(base) && isCode(from) && from !== base && rate !== '')
    .map((one) => ({ ...one, to: base, date: '' }));
  const traded = currencyTrades(statementRows(bySection.get('Trades') ?? []));
  return {
    title: '',
    headerLine: 0,
    columns: columnMap(['Symbol', 'Quantity', 'Price', 'Price Date']),
    rows: [...traded, ...stated].map(({ line, from, to, rate, date }) => ({
      line,
      cells: [`${from}/${to}`, '', rate, date],
    })),
  };
}
