import * as z from 'zod';
import { isoDate } from './decimal.ts';

/**
 * Units of a fact's value. Fractions are 0 to 1 (never percent); `usd` is nominal money of today unless `basis` says
 * otherwise; `points` is a difference of two fractions; `ratio` a plain number such as an effective number of holdings.
 */
export const factUnits = [
  'usd',
  'fraction',
  'points',
  'ratio',
  'count',
  'years',
  'age',
  'date',
  'text',
  'boolean',
] as const;
export const factUnit = z.enum(factUnits);
export type FactUnit = z.infer<typeof factUnit>;

/** One figure or statement that code computed. Texts may state nothing else. */
export const fact = z.strictObject({
  /** Dotted and stable, e.g. "allocation.assetClass.equity.weight", "retirement.success". */
  name: z.string().regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_^:/=-]+)*$/),
  /** What a person calls it, e.g. "Equity, share of the portfolio". */
  label: z.string().min(1).max(200),
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  unit: factUnit,
  /** For money and returns over time. */
  basis: z.enum(['nominal', 'real']).optional(),
  asOf: isoDate,
  /** How it was computed, in one sentence with its source. */
  how: z.string().min(1).max(500),
});
export type Fact = z.infer<typeof fact>;

export const facts = z.array(fact);
