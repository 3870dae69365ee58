import type * as z from 'zod';
import type { Portfolio, statedRate } from '../schemas/portfolio.ts';

export type StatedRate = z.infer<typeof statedRate>;

/** Of each pair the newest rate, of two on one day the later one. */
export function newestRates(rates: readonly StatedRate[]): StatedRate[] {
  const newest = new Map<string, StatedRate>();
  for (const rate of rates) {
    const pair = `${rate.from}/${rate.to}`;
    const known = newest.get(pair);
    if (known === undefined || rate.asOf >= known.asOf) newest.set(pair, rate);
  }
  return [...newest.values()];
}

/** The portfolio with more exchange rates: of each pair the newest, of two on one day the added one. */
export const withExchangeRates = (portfolio: Portfolio, rates: readonly StatedRate[]): Portfolio => ({
  ...portfolio,
  exchangeRates: newestRates([...portfolio.exchangeRates, ...rates]),
});
