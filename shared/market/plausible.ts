import { A_YEAR, LONGER } from '../finance/one-listing.ts';
import { daysBetween } from '../finance/staleness.ts';
import type { MarketQuote } from './market-source.ts';

/** Between a trade's own price and the day's close. */
const A_DAY = 1.25;
/** Between a price that a person gives of a day and its close: more is two sources' disagreement, no time of the day. */
const OF_A_DAY = 1.05;

/**
 * Whether a market's price can be of what the person holds, by the price that they gave themselves. After a split of 2 for 1 a
 * quantity of before it times the price of after it is half of what there is: such a price is told, and not used.
 */
export function isPlausible(quote: MarketQuote, own: { price: number; asOf: string } | null): boolean {
  if (own === null || own.price <= 0) return true;
  const most = daysBetween(own.asOf, quote.day) <= 366 ? A_YEAR : LONGER;
  return within(Number(quote.price) / own.price, most);
}

/**
 * Whether closes are of the shares that were traded: each trade's own price is near the close of its day. Closes that were
 * changed for a later split are not, and neither are those of another company that had the symbol.
 */
export function fitTrades(
  closes: ReadonlyMap<string, number>,
  trades: readonly { date: string; price: number }[],
): boolean {
  return trades.every(({ date, price }) => {
    const close = closes.get(date);
    return close === undefined || price <= 0 || within(close / price, A_DAY);
  });
}

/** Whether a price that a person gives of a day can stand among a market's closes without a fall or a rise that never was. */
export const fitsClose = (own: number, close: number): boolean => own > 0 && within(close / own, OF_A_DAY);

const within = (ratio: number, most: number): boolean => ratio <= most && ratio >= 1 / most;
