import type { PriceHistory } from '../finance/performance/transactions.ts';
import type { SourcedQuote } from './memory.ts';
import { fitsClose } from './plausible.ts';
import { tradingDayUntil } from './trading-day.ts';

/**
 * The closes that take the place of a person's own prices among past closes, where those are far from the market's of the very
 * same day: between closes they would read as a fall and a rise that never were. Their value and its price stay as they are.
 *
 * @param own all that the job's history has already
 * @param closes by symbol, of the market
 */
export function closesForFar(own: PriceHistory, closes: ReadonlyMap<string, readonly SourcedQuote[]>): SourcedQuote[] {
  return [...closes].flatMap(([symbol, quotes]) => {
    const byDay = new Map(quotes.map((quote) => [quote.day, quote]));
    return (own.get(symbol) ?? []).flatMap(({ date, price }) => {
      const close = byDay.get(tradingDayUntil(date));
      return close === undefined || fitsClose(price, Number(close.price)) ? [] : [{ ...close, day: date }];
    });
  });
}
