import type { Classification, Instrument } from '../schemas/classification.ts';
import type { Holding } from './valuation.ts';

/** Instruments by symbol, each with the classification that holds for this person. */
export type Instruments = ReadonlyMap<string, Instrument>;

export const UNKNOWN = 'unknown';

type Spread = Readonly<Record<string, number>>;
export interface LookThrough {
  assetClasses: Spread;
  regions: Spread;
  sectors: Spread;
}

const MONEY: LookThrough = { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } };
const NOTHING: LookThrough = { assetClasses: {}, regions: {}, sectors: {} };

/**
 * What a holding is made of, each spread as fractions of its value. What a spread lacks to 1 is not known; a spread that
 * is 1 up to its rounding (1e-6, the schema's tolerance) is scaled to exactly 1. A money balance is cash of no region.
 */
export function lookThrough(holding: Holding, instruments: Instruments): LookThrough {
  if (holding.kind === 'cash') return MONEY;
  return classificationOf(holding, instruments) ?? NOTHING;
}

export function classificationOf(holding: Holding, instruments: Instruments): Classification | null {
  return holding.kind === 'cash' ? null : (instruments.get(holding.symbol)?.classification ?? null);
}

/** Adds units spread by weights to the buckets; what the weights leave goes to "unknown". */
export function spreadOver(buckets: Map<string, number>, units: number, weights: Spread): void {
  let known = 0;
  for (const key in weights) known += weights[key] ?? 0;
  const scale = known > 1 - 1e-6 ? 1 / known : 1;
  for (const key in weights) {
    const weight = weights[key] ?? 0;
    if (weight > 0) buckets.set(key, (buckets.get(key) ?? 0) + units * weight * scale);
  }
  if (scale === 1 && known < 1) buckets.set(UNKNOWN, (buckets.get(UNKNOWN) ?? 0) + units * (1 - known));
}
