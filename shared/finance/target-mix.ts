import type { AssetClass, Region } from '../schemas/classification.ts';
import type { RetirementGoals } from '../schemas/goals.ts';

/** A mix to compare with, as fractions that sum to 1, and where it comes from. */
export interface TargetMix<K extends string> {
  weights: Partial<Record<K, number>>;
  how: string;
  /** Whether it goes by a retirement later than usual, and not by the age alone. */
  laterRetirement?: boolean;
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

/**
 * The retirement that target-date funds are built for: people are given the fund of the year in which they turn 65, and the
 * path behind it has the money last from then to the middle nineties.
 */
const USUAL_RETIREMENT = 65;

/** Working longer than to here lowers stocks no later: at 80 the years left are few whenever work ends. */
const LATEST_RETIREMENT = 70;

/**
 * The mix of a target-date fund for somebody of that age: an orientation, not advice. Who retires after 65 gets the mix by
 * the years to that, counted to 70 at most. Who retires earlier gets the mix of their age alone, by 65: the path lowers stocks
 * because thirty years are left to pay for, and money that has fifty to last needs growth for longer (on the length of early
 * retirements: Vanguard, "Fuel for the F.I.R.E.: Updating the 4% rule for early retirees", 2021).
 */
export function defaultAssetClasses({
  age,
  retireAt,
}: Pick<RetirementGoals, 'age' | 'retireAt'>): TargetMix<AssetClass> {
  const counted = Math.min(LATEST_RETIREMENT, Math.max(retireAt, USUAL_RETIREMENT));
  // Ten-thousandths, so that a person reads 66% and not 65.99999%.
  const equity = Math.round(glidePathEquity(counted - age) * 1e4) / 1e4;
  const laterRetirement = glidePathEquity(counted - age) > glidePathEquity(USUAL_RETIREMENT - age);
  const whose = laterRetirement
    ? `age ${age} and retirement at ${counted}${retireAt > counted ? ', the latest that is counted' : ''}`
    : retireAt >= USUAL_RETIREMENT
      ? `age ${age}`
      : `age ${age} alone, with 65 as the age of retirement: stopping at ${retireAt} gives the money longer to last`;
  return {
    weights: { equity, fixed_income: Math.round((1 - equity) * 1e4) / 1e4 },
    how: `No target was given, so the comparison is with a target-date mix for ${whose}. In it stocks go from 90% 25 years before retirement to 50% at it and 30% seven years after (shape: Vanguard Research, "Vanguard's approach to target-date funds", 2019). Cash and what else that mix does not name stand beside it.`,
    ...(laterRetirement && { laterRetirement }),
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
