import type * as z from 'zod';
import type { Portfolio, statedRate } from '../schemas/portfolio.ts';

export type StatedRate = z.infer<typeof statedRate>;

/** Every rate with its day, which returns over time need; of two of a pair on one day the later one. */
export function datedRates(rates: readonly StatedRate[]): StatedRate[] {
  const dated = new Map<string, StatedRate>();
  for (const rate of rates) dated.set(`${rate.from}/${rate.to} ${rate.asOf}`, rate);
  return [...dated.values()];
}

/** Rates with `others` added that take their place: of two of one pair on one day, whichever way round, the added one. */
export function overruled(rates: readonly StatedRate[], others: readonly StatedRate[]): StatedRate[] {
  const opposite = new Set(others.map(({ from, to, asOf }) => `${to}/${from} ${asOf}`));
  return datedRates([...rates.filter(({ from, to, asOf }) => !opposite.has(`${from}/${to} ${asOf}`)), ...others]);
}

/** The portfolio with more exchange rates, each with its day: of two of a pair on one day the added one. */
export const withExchangeRates = (portfolio: Portfolio, rates: readonly StatedRate[]): Portfolio => ({
  ...portfolio,
  exchangeRates: overruled(portfolio.exchangeRates, rates),
});
