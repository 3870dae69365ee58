import { daysBetween } from '../staleness.ts';
import type { PriceHistory, Transaction } from './transactions.ts';

/** A trade is compared with the quote nearest to it, so many days away at most. */
const NEAR = 45;

/**
 * Prices as they were quoted on their days. Many sources divide what was quoted before a split by it; beside shares that
 * were counted before it, that reads as a crash. What a trade was made at tells: where the quotes near the trades before a
 * split are nearer to their prices divided by the splits that follow than to their prices, the history is multiplied back.
 */
export function asQuoted(
  transactions: readonly Transaction[],
  prices: PriceHistory,
): { prices: PriceHistory; adjusted: string[] } {
  const adjusted: string[] = [];
  const quoted = new Map(prices);
  for (const [symbol, history] of prices) {
    const own = transactions.filter((one) => one.symbol === symbol);
    const splits = new Map(
      own.flatMap(({ kind, date, quantity }) =>
        kind === 'split' && quantity !== undefined && quantity > 0 ? [[date, quantity]] : [],
      ),
    );
    if (splits.size === 0) continue;
    const ratioAfter = (date: string) =>
      [...splits].reduce((product, [day, ratio]) => (day > date ? product * ratio : product), 1);
    const votes = own.flatMap(({ kind, date, price }) => {
      const ratio = Math.log(ratioAfter(date));
      const near = price === undefined || (kind !== 'buy' && kind !== 'sell') ? undefined : nearest(history, date);
      if (near === undefined || price === undefined || price <= 0 || near <= 0 || ratio === 0) return [];
      const away = Math.log(price / near);
      return [Math.abs(away - ratio) < Math.abs(away) ? 1 : -1];
    });
    if (votes.reduce<number>((sum, vote) => sum + vote, 0) <= 0) continue;
    adjusted.push(symbol);
    quoted.set(
      symbol,
      history.map(({ date, price }) => ({ date, price: price * ratioAfter(date) })),
    );
  }
  return { prices: quoted, adjusted };
}

function nearest(history: readonly { date: string; price: number }[], date: string): number | undefined {
  const away = (day: string) => Math.abs(daysBetween(date, day));
  const close = history.filter((one) => away(one.date) <= NEAR);
  return close.toSorted((one, other) => away(one.date) - away(other.date))[0]?.price;
}
