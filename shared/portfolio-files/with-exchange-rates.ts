import type * as z from 'zod';
import type { Portfolio, statedRate } from '../schemas/portfolio.ts';
import { quotient } from './decimal-number.ts';

export type StatedRate = z.infer<typeof statedRate>;

/** Every rate with its day, which returns over time need; of two of a pair on one day the later one. */
export function datedRates(rates: readonly StatedRate[]): StatedRate[] {
  const dated = new Map<string, StatedRate>();
  for (const rate of rates) dated.set(`${rate.from}/${rate.to} ${rate.asOf}`, rate);
  return [...dated.values()];
}

/**
 * The rates with those into another currency than the dollar turned into ones into it, where its own rate into that currency is stated
 * for the same day: GBP/EUR over USD/EUR is GBP/USD. Where a rate to the dollar itself is stated, that stays.
 */
export function throughBase(rates: readonly StatedRate[]): StatedRate[] {
  const stated = new Map(rates.map((rate) => [`${rate.from}/${rate.to} ${rate.asOf}`, rate.rate]));
  return rates.map((one) => {
    const { from, to, rate, asOf } = one;
    const dollars = stated.get(`USD/${to} ${asOf}`);
    const isStated = stated.has(`${from}/USD ${asOf}`) || stated.has(`USD/${from} ${asOf}`);
    if (dollars === undefined || from === 'USD' || to === 'USD' || isStated) return one;
    const inDollars = quotient(rate, dollars);
    return Number(inDollars) > 0 ? { ...one, to: 'USD', rate: inDollars } : one;
  });
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
