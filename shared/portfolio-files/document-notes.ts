import type { IsoDate } from '../schemas/decimal.ts';
import type { Portfolio } from '../schemas/portfolio.ts';
import type { InputNote } from './group-notes.ts';

/** What a portfolio that was sent along holds and an analysis for `asOf` passes over, counted by kind. */
export function documentNotes(
  { transactions, quotes, exchangeRates }: Pick<Portfolio, 'transactions' | 'quotes' | 'exchangeRates'>,
  asOf: IsoDate,
): InputNote[] {
  const note = (topic: InputNote['topic'], count: number, what: string, why: string): InputNote[] =>
    count === 0 ? [] : [{ topic, text: `${count} ${what}${count === 1 ? '' : 's'} left out: ${why}` }];
  const after = `dated after ${asOf}, the day that the analysis is for`;
  const dollars = exchangeRates.filter(({ from, to }) => (from === 'USD') !== (to === 'USD'));
  return [
    ...note('transactions', transactions.filter(({ date }) => date > asOf).length, 'transaction', after),
    ...note('price', quotes.filter((one) => one.asOf > asOf).length, 'price', after),
    ...note('price', dollars.filter((one) => one.asOf > asOf).length, 'exchange rate', after),
    ...note('price', exchangeRates.length - dollars.length, 'exchange rate', 'only those from or to USD are used'),
  ];
}
