import type * as z from 'zod';
import type { Portfolio, statedRate } from '../schemas/portfolio.ts';

export type StatedRate = z.infer<typeof statedRate>;

/** The portfolio with more exchange rates: of each pair the newest, of two on one day the added one. */
export function withExchangeRates(portfolio: Portfolio, rates: readonly StatedRate[]): Portfolio {
  const newest = new Map<string, StatedRate>();
  for (const rate of [...portfolio.exchangeRates, ...rates]) {
    const pair = `${rate.from}/${rate.to}`;
    const known = newest.get(pair);
    if (known === undefined || rate.asOf >= known.asOf) newest.set(pair, rate);
  }
  return { ...portfolio, exchangeRates: [...newest.values()] };
}
