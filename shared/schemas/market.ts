import * as z from 'zod';
import { isoDate } from './decimal.ts';

/** What the planner asks the pricer for; it reads the job's snapshot itself. */
export const pricerRequest = z.strictObject({
  jobId: z.uuid(),
  /** The job's day: no price of a later one is used. */
  asOf: isoDate,
  traceparent: z.string().optional(),
});

/** A price of the person's own that stands though the market's is far from it, as after a split of the shares. */
export const priceDoubt = z.strictObject({
  symbol: z.string(),
  currency: z.string(),
  used: z.strictObject({ price: z.number(), asOf: isoDate }),
  market: z.strictObject({ price: z.number(), asOf: isoDate, source: z.string() }),
});
export type PriceDoubt = z.infer<typeof priceDoubt>;

/** What the pricer put into the job's snapshot, and a sentence each on what it could not. */
export const pricerAnswer = z.strictObject({
  /** Instruments that got a price, exchange rates, and instruments whose history got closes. */
  prices: z.number().int(),
  rates: z.number().int(),
  histories: z.number().int(),
  /** What was done, for a person. */
  told: z.array(z.string()),
  /** Prices that stand and are doubted; at most 50. */
  doubted: z.array(priceDoubt).optional(),
  /** Sources that failed, or could not be asked for all that was wanted. */
  problems: z.array(z.string()),
});
export type PricerAnswer = z.infer<typeof pricerAnswer>;
