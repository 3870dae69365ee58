import * as z from 'zod';
import { assetClasses } from './asset-classes.ts';
import { fraction, isoDate } from './decimal.ts';

export { assetClasses, type AssetClass } from './asset-classes.ts';
export const assetClass = z.enum(assetClasses);

/** MSCI's partition of markets; `global` is for what belongs to no market (gold, a money balance, a cryptocurrency). */
export const regions = ['north_america', 'europe', 'pacific', 'emerging_markets', 'global'] as const;
export const region = z.enum(regions);
export type Region = z.infer<typeof region>;

/** The eleven GICS sectors for shares, the usual four for bonds, and the rest. */
export const sectors = [
  'communication_services',
  'consumer_discretionary',
  'consumer_staples',
  'energy',
  'financials',
  'health_care',
  'industrials',
  'information_technology',
  'materials',
  'real_estate',
  'utilities',
  'government_bonds',
  'corporate_bonds',
  'securitized_bonds',
  'municipal_bonds',
  'commodities',
  'cash',
  'other',
] as const;
export const sector = z.enum(sectors);
export type Sector = z.infer<typeof sector>;

/** Where a classification came from. A person's own is never overwritten by a model. */
export const classificationSources = ['reference', 'model', 'user'] as const;
export const classificationSource = z.enum(classificationSources);
export type ClassificationSource = z.infer<typeof classificationSource>;

/** Weights must sum to 1 within this much. */
export const WEIGHT_TOLERANCE = 1e-6;

function weightsOver<K extends z.ZodEnum>(key: K) {
  return z.partialRecord(key, fraction).refine(
    (weights) => {
      const sum = Object.values(weights as Record<string, number>).reduce((total, weight) => total + weight, 0);
      return Math.abs(sum - 1) <= WEIGHT_TOLERANCE;
    },
    { message: 'weights must sum to 1' },
  );
}

/**
 * Where an instrument is of a class for certain, its regions or sectors may still not be known: a name says "bond" and not
 * whose. `unknown` is that; `other` is what belongs to no sector.
 */
export const regionOrUnknown = z.enum([...regions, 'unknown']);
export const sectorOrUnknown = z.enum([...sectors, 'unknown']);

/** What one unit of an instrument is spread over, each breakdown summing to 1. */
export const weights = z.strictObject({
  assetClasses: weightsOver(assetClass),
  regions: weightsOver(regionOrUnknown),
  sectors: weightsOver(sectorOrUnknown),
});
export type Weights = z.infer<typeof weights>;

export const classification = z.strictObject({
  ...weights.shape,
  source: classificationSource,
  /** Who says so: a fund's fact sheet, a model's name, or "the person". */
  citation: z.string().min(1).max(500),
  asOf: isoDate,
  /** How sure the source is, 0 to 1; 1 for reference and user. */
  confidence: fraction,
  rationale: z.string().max(500).optional(),
});
export type Classification = z.infer<typeof classification>;

export const instrumentTypes = ['stock', 'etf', 'mutual_fund', 'bond', 'cash', 'crypto', 'other'] as const;
export const instrumentType = z.enum(instrumentTypes);
export type InstrumentType = z.infer<typeof instrumentType>;

/** A ticker: capital letters, digits and `. - : ^ / =`, 1 to 24 characters. */
export const symbol = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.\-:^/=]{0,23}$/, 'must be a ticker such as "VTI" (capital letters, digits, . and -)');
export type Symbol = z.infer<typeof symbol>;

export const instrument = z.strictObject({
  symbol,
  name: z.string().min(1).max(200),
  type: instrumentType,
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Yearly cost of holding a fund as a fraction of its value (0.0003 = 0.03 %); null where unknown or not a fund. */
  expenseRatio: z.number().min(0).max(0.1).nullable(),
  classification: classification.nullable(),
});
export type Instrument = z.infer<typeof instrument>;
