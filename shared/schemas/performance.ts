import * as z from 'zod';
import { isoDate } from './decimal.ts';

const fraction = z.number();

/** What can be said of returns, all nominal fractions, before tax. */
const measured = {
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** The last day with prices of nearly all that was held, at which the figures end; absent where they run to the analysis's own. */
  pricedTo: isoDate.optional(),
  /** Days with a price, quoted or traded at, of something held; absent where nothing with a price ever was. */
  pricedDays: z.number().int().optional(),
  /** `implied`: no deposits were recorded, so the return is that of the investments alone. */
  cash: z.enum(['tracked', 'implied']),
  /** Blind to when money came and went; a year only where there was money for one. */
  timeWeighted: z
    .strictObject({
      total: fraction,
      annualized: fraction.nullable(),
      /** Days in which there was money. */
      days: z.number().int(),
      /** Days after the first in which there was none; absent where there were none such, and from analyses that counted them as the rest. */
      gapDays: z.number().int().optional(),
      /** Days on which much money came or went while something held had no price; absent from analyses made before it was counted. */
      estimatedDays: z.number().int().optional(),
    })
    .nullable(),
  /** A year, actual/365, and in all where it was stored; no root and several roots are answers. */
  moneyWeighted: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('root'), rate: fraction, total: fraction.optional() }),
      z.strictObject({ kind: z.literal('several_roots'), rates: z.array(fraction) }),
      z.strictObject({ kind: z.literal('no_root'), reason: z.string() }),
    ])
    .nullable(),
  /** Over the whole time. */
  modifiedDietz: fraction.nullable(),
  /**
   * The days that fall, volatility and ratios are of, where that is a part of the time: before and after them (or in between, where
   * a longer break was) nearly all that was invested has no prices. Absent where it is all of it.
   */
  known: z.strictObject({ from: isoDate, to: isoDate }).optional(),
  /** Null where prices are too rare to see a fall. */
  drawdown: z
    .strictObject({
      depth: fraction,
      peak: isoDate,
      trough: isoDate,
      recovered: isoDate.nullable(),
      current: fraction,
    })
    .nullable(),
  /** Null where there are too few returns, or too few a year, to say. */
  risk: z
    .strictObject({
      returns: z.number().int(),
      perYear: z.number(),
      volatility: fraction,
      downsideDeviation: fraction,
      sharpe: z.number().nullable(),
      sortino: z.number().nullable(),
      riskless: fraction,
    })
    .nullable(),
  /** Why there is no figure, or which are withheld. */
  missing: z.string().nullable(),
};

export const accountPerformance = z.strictObject({ accountName: z.string(), ...measured });
export type AccountPerformance = z.infer<typeof accountPerformance>;

/** Growth of 1 since the first day (or the close before it, where that day has a return), deposits taken out. */
const growthPoint = z.strictObject({ date: isoDate, value: z.number() });
export type GrowthPoint = z.infer<typeof growthPoint>;

/** A price that the value rests on, and the one that the days before it end at; US dollars. */
const closingPrice = z.strictObject({
  symbol: z.string(),
  stated: z.strictObject({ price: z.number(), asOf: isoDate }),
  last: z.strictObject({ price: z.number(), asOf: isoDate }),
});
export type ClosingPrice = z.infer<typeof closingPrice>;

export const performance = z.strictObject({
  asOf: isoDate,
  whole: z.strictObject({
    ...measured,
    /** For drawing: at most 260 days, the first, the last and the deepest fall's among them; absent without a return. */
    growth: z.array(growthPoint).max(260).optional(),
  }),
  accounts: z.array(accountPerformance),
  /** Symbols whose prices came divided by later splits, and were multiplied back; absent where none were. */
  splitAdjusted: z.array(z.string()).optional(),
  /** Where the value rests on another price than the newest of the history: returns end at the stated one, falls and risk leave that step out. */
  closing: z.array(closingPrice).max(50).optional(),
  /** How many such there are, where that is more than are listed. */
  closingCount: z.number().int().optional(),
});
export type Performance = z.infer<typeof performance>;
