import { isAged } from './priced-until.ts';
import type { Quote } from './quotes.ts';
import type { Transaction } from './transactions.ts';
import { cashEffect, isGivenOut } from './transactions.ts';

/** What was there just before a day's money came or went. */
export interface BeforeFlows {
  /** What was held since the day before at the day's prices, its cash, and what it paid on the day; base currency. */
  value: number;
  /** The part of it that has no price of the day, at its last one. */
  stale: number;
  /** The part of that whose last price is of long ago (priced-until.ts). */
  aged: number;
}

/**
 * The value that a stretch of the time-weighted return ends with (GIPS Standards 2020, 2.A.24: valued at the time of the
 * flow). Prices are the day's quotes, else those of its trades, else the last ones, which makes it an estimate. A dividend,
 * interest, or shares given out on the day were earned by what was held before, so they belong to the stretch that ends here.
 *
 * @param holding units held at the close before, by symbol
 * @param cash at the close before, where it is recorded
 * @param today transactions of the day, in their order
 * @param priceAt the latest price, of the day where it has one
 */
export function valueBeforeFlows(
  holding: ReadonlyMap<string, number>,
  cash: number,
  today: readonly Transaction[],
  priceAt: (symbol: string) => Quote | undefined,
): BeforeFlows {
  const day = today[0]?.date;
  let value = cash;
  let [stale, aged] = [0, 0];
  let held = cash !== 0;
  for (const [symbol, units] of holding) {
    if (units === 0) continue;
    held = true;
    const quote = priceAt(symbol);
    const fresh = quote?.date === day;
    // A price of a split's day is of the new shares, an older one of the old.
    const worth = units * (quote?.price ?? 0) * (fresh ? splitOf(symbol, today) : 1);
    value += worth;
    if (!fresh) stale += Math.abs(worth);
    if (isAged(quote, day)) aged += Math.abs(worth);
  }
  if (!held) return { value: 0, stale: 0, aged: 0 };
  for (const transaction of today) {
    if (transaction.kind === 'dividend' || transaction.kind === 'interest') value += cashEffect(transaction);
    if (isGivenOut(transaction)) value += (transaction.quantity ?? 0) * (priceAt(transaction.symbol ?? '')?.price ?? 0);
  }
  return { value, stale, aged };
}

/** Shares that one share became on the day. */
function splitOf(symbol: string, today: readonly Transaction[]): number {
  return today.reduce(
    (ratio, one) => (one.kind === 'split' && one.symbol === symbol ? ratio * (one.quantity ?? 1) : ratio),
    1,
  );
}
