import type { IsoDate } from '../../schemas/decimal.ts';
import { product, quotient } from '../decimal-number.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import type { TransactionList } from './transaction-list.ts';

/** What a unit is worth as far as a list of transactions tells. `how` says where it comes from, as an addition to the file's name. */
export interface TradedPrice {
  value: string;
  asOf: IsoDate;
  how: string;
}

/** The price of an account's holding by its last trade in any account; null where none is known. */
export type PriceOf = (accountKey: string, holding: { symbol: string; currency: string }) => TradedPrice | null;

/**
 * The newest price of each instrument in the whole list, as the returns over time have it: what one account pays tells what another
 * holds. Of one day the trade that takes effect last counts. Where the account's own shares were split after that day, the
 * price is that of a new share, and dated on the split's day, from which shares are worth that beside prices of other days; `how` names the day of
 * the trade.
 *
 * @param transactions in the order in which they take effect, each split with its ratio
 * @param quoted what the file itself says that a unit is worth, by symbol and currency: it stands where it is newer than every trade and split
 */
export function newestPrices(
  transactions: readonly ListedTransaction[],
  quoted: TransactionList['quoted'] = new Map(),
): PriceOf {
  const trades = new Map<string, { price: string; date: IsoDate }>();
  const splits = new Map<string, ListedTransaction[]>();
  for (const one of transactions) {
    const { kind, symbol, currency, date, price, account } = one;
    if (symbol === null) continue;
    if (kind === 'split') {
      const key = `${account.key} ${symbol}`;
      splits.set(key, [...(splits.get(key) ?? []), one]);
    } else if (TRADES.has(kind) && price !== null && price !== '0')
      trades.set(`${symbol} ${currency}`, { price, date });
  }
  return (accountKey, { symbol, currency }) => {
    const trade = trades.get(`${symbol} ${currency}`);
    const quote = quoted.get(`${symbol} ${currency}`);
    const lastSplit = splits.get(`${accountKey} ${symbol}`)?.at(-1)?.date ?? '';
    if (quote !== undefined && quote.date > (trade?.date ?? '') && quote.date >= lastSplit)
      return { value: quote.price, asOf: quote.date, how: ' (its own market data)' };
    if (trade === undefined) return null;
    const later = (splits.get(`${accountKey} ${symbol}`) ?? []).filter(({ date }) => date > trade.date);
    const asOf = later.at(-1)?.date;
    if (asOf === undefined) return { value: trade.price, asOf: trade.date, how: ' (last trade)' };
    const value = later.reduce(
      (price, { ratio }) => (ratio === null ? price : quotient(product(price, ratio.before), ratio.after)),
      trade.price,
    );
    return { value, asOf, how: ` (trade of ${trade.date}, adjusted for a split)` };
  };
}

const TRADES: ReadonlySet<string> = new Set(['buy', 'sell', 'transfer_in', 'transfer_out']);
