import type { IsoDate } from '../../schemas/decimal.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import type { TransactionList } from './transaction-list.ts';

/** What a unit was worth on a day, as far as a list of transactions tells. `how` says where it comes from, as an addition to the file's name. */
export interface TradedPrice {
  value: string;
  asOf: IsoDate;
  how: string;
}

/** The price of a holding by its last trade in any account; null where none is known. */
export type PriceOf = (holding: { symbol: string; currency: string }) => TradedPrice | null;

/**
 * The newest price of each instrument in the whole list, as the returns over time have it: what one account pays tells what another
 * holds. Of one day the trade that takes effect last counts. It is as it was paid on its day: what a later split makes of
 * it is for whoever values a share of today (shared/finance/after-splits.ts).
 *
 * @param transactions in the order in which they take effect
 * @param quoted what the file itself says that a unit is worth, by symbol and currency: it stands where it is newer than every trade
 */
export function newestPrices(
  transactions: readonly ListedTransaction[],
  quoted: TransactionList['quoted'] = new Map(),
): PriceOf {
  const trades = new Map<string, { price: string; date: IsoDate }>();
  for (const { kind, symbol, currency, date, price } of transactions) {
    if (symbol !== null && TRADES.has(kind) && price !== null && price !== '0')
      trades.set(`${symbol} ${currency}`, { price, date });
  }
  return ({ symbol, currency }) => {
    const trade = trades.get(`${symbol} ${currency}`);
    const quote = quoted.get(`${symbol} ${currency}`);
    if (quote !== undefined && quote.date > (trade?.date ?? ''))
      return { value: quote.price, asOf: quote.date, how: ' (its own market data)' };
    return trade === undefined ? null : { value: trade.price, asOf: trade.date, how: ' (last trade)' };
  };
}

const TRADES: ReadonlySet<string> = new Set(['buy', 'sell', 'transfer_in', 'transfer_out']);
