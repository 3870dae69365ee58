import type { AssetClass, Region } from '../schemas/classification.ts';
import type { RetirementGoals } from '../schemas/goals.ts';

/** A mix to compare with, as fractions that sum to 1, and where it comes from. */
export interface TargetMix<K extends string> {
  weights: Partial<Record<K, number>>;
  how: string;
}

/**
 * Stocks' share by years to retirement, straight lines between: the shape of Vanguard's Target Retirement Funds, 90%
 * until 25 years before, 50% at retirement, 30% from seven years after (Donaldson, Kinniry, Scott, Dinucci and
 * Cilla, "Vanguard's approach to target-date funds", Vanguard Research, March 2019; 90% start reaffirmed in
 * "TDF Glide-Path Essentials", February 2025). The rest is bonds.
 */
const GLIDE_PATH: readonly (readonly [yearsToRetirement: number, equity: number])[] = [
  [25, 0.9],
  [0, 0.5],
  [-7, 0.3],
];

/** Stocks' share, a fraction, at that many years before (negative: after) retirement. */
export function glidePathEquity(yearsToRetirement: number): number {
  let [laterYears, laterEquity] = [Number.POSITIVE_INFINITY, GLIDE_PATH[0]?.[1] ?? 0];
  for (const [years, equity] of GLIDE_PATH) {
    if (yearsToRetirement >= years) {
      if (laterYears === Number.POSITIVE_INFINITY) return equity;
      return equity + ((yearsToRetirement - years) / (laterYears - years)) * (laterEquity - equity);
    }
    [laterYears, laterEquity] = [years, equity];
  }
  return laterEquity;
}

/** The mix of a target-date fund for somebody of that age and retirement age: an orientation, not advice. */
export function defaultAssetClasses({
  age,
  retireAt,
}: Pick<RetirementGoals, 'age' | 'retireAt'>): TargetMix<AssetClass> {
  // Ten-thousandths, so that a person reads 66% and not 65.99999%.
  const equity = Math.round(glidePathEquity(retireAt - age) * 1e4) / 1e4;
  return {
    weights: { equity, fixed_income: Math.round((1 - equity) * 1e4) / 1e4 },
    how: `No target was given, so the comparison is with a target-date mix for age ${age} and retirement at ${retireAt}: stocks go from 90% 25 years before retirement to 50% at it and 30% seven years after (shape: Vanguard Research, "Vanguard's approach to target-date funds", 2019). Cash and what else that mix does not name stand beside it.`,
  };
}

/** The day that GLOBAL_MARKET is of. */
export const GLOBAL_MARKET_AS_OF = '2025-06-30';

/**
 * How the world's stock markets divide by size, rounded to half a percent: the fact sheets of FTSE Global All Cap and MSCI
 * ACWI IMI of 2025-06-30, countries summed to regions. The reference
 * set's world funds hold the same, so that a fund of the whole world is at this target.
 */
export const GLOBAL_MARKET: TargetMix<Region> = {
  weights: { north_america: 0.65, europe: 0.155, pacific: 0.1, emerging_markets: 0.095 },
  how: `No target was given, so the stocks' regions are compared with the world's stock markets by size on ${GLOBAL_MARKET_AS_OF} (fact sheets of FTSE Global All Cap and MSCI ACWI IMI, rounded to half a percent).`,
};
