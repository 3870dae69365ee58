import { daysBetween } from '../staleness.ts';
import { laterSplits, type SharesSince } from './later-splits.ts';
import type { PriceHistory, Transaction } from './transactions.ts';

/** A trade is compared with the quote nearest to it, so many days away at most; and so are the quotes around a split. */
const NEAR = 45;

type Dated = PriceHistory extends ReadonlyMap<string, infer History> ? History : never;

/**
 * Prices as they were quoted on their days. Many sources divide what was quoted before a split by it; beside shares that
 * were counted before it, that reads as a crash. What a trade was made at tells: where the quotes near the trades before a
 * split are nearer to their prices divided by the splits that follow than to their prices, the history is multiplied back. So do the
 * quotes around a split: quoted on their days they change by it, divided they do not.
 */
export function asQuoted(
  transactions: readonly Transaction[],
  prices: PriceHistory,
): { prices: PriceHistory; adjusted: string[] } {
  const adjusted: string[] = [];
  const quoted = new Map(prices);
  const split = new Set(transactions.flatMap(({ kind, symbol }) => (kind === 'split' ? (symbol ?? []) : [])));
  const since = laterSplits(transactions);
  for (const symbol of split) {
    const history = prices.get(symbol);
    if (history === undefined) continue;
    const own = transactions.filter((one) => one.symbol === symbol);
    // A trade's own price among the quotes says nothing of the others.
    const isTrade = ({ date, price }: Dated[number]) => own.some((one) => one.date === date && one.price === price);
    const others = history.filter((one) => !isTrade(one));
    const votes = [...votesOfTrades(own, others, since), ...votesOfSplits(own, others)];
    if (votes.reduce<number>((sum, vote) => sum + vote, 0) <= 0) continue;
    adjusted.push(symbol);
    quoted.set(
      symbol,
      history.map((one) => (isTrade(one) ? one : { date: one.date, price: one.price * since(symbol, one.date) })),
    );
  }
  return { prices: quoted, adjusted };
}

/** 1 for each trade that tells of divided quotes, -1 for each that tells of others. */
function votesOfTrades(own: readonly Transaction[], quotes: Dated, since: SharesSince): number[] {
  return own.flatMap(({ kind, date, price, symbol = '' }) => {
    const ratio = Math.log(since(symbol, date));
    const near = price === undefined || (kind !== 'buy' && kind !== 'sell') ? undefined : nearest(quotes, date);
    if (near === undefined || price === undefined || price <= 0 || near <= 0 || ratio === 0) return [];
    const away = Math.log(price / near);
    return [Math.abs(away - ratio) < Math.abs(away) ? 1 : -1];
  });
}

/** The same of the last quote before each split and the first one from its day on. */
function votesOfSplits(own: readonly Transaction[], quotes: Dated): number[] {
  const ratios = new Map(own.flatMap(({ kind, date, quantity = 0 }) => (kind === 'split' ? [[date, quantity]] : [])));
  return [...ratios].flatMap(([date, ratio]) => {
    const [before, after] = [
      nearest(
        quotes.filter((one) => one.date < date),
        date,
      ),
      nearest(
        quotes.filter((one) => one.date >= date),
        date,
      ),
    ];
    if (before === undefined || after === undefined || before <= 0 || after <= 0 || ratio <= 0) return [];
    const away = Math.log(before / after);
    return [Math.abs(away) < Math.abs(away - Math.log(ratio)) ? 1 : -1];
  });
}

function nearest(history: Dated, date: string): number | undefined {
  const away = (day: string) => Math.abs(daysBetween(date, day));
  const close = history.filter((one) => away(one.date) <= NEAR);
  return close.toSorted((one, other) => away(one.date) - away(other.date))[0]?.price;
}
