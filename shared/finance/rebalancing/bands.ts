import { assetClasses } from '../../schemas/classification.ts';
import type { Bands, RebalancingRow } from '../../schemas/rebalancing.ts';
import type { Exposure } from './exposure.ts';

/**
 * When a drift is worth trading for: Swedroe's "5/25" rule (Swedroe and Hempen, "The Only Guide You'll Ever Need for the
 * Right Financial Plan", 2010): 5 points, or a quarter of the target where that is less. A class without a target may
 * hold 5 points.
 */
export const FIVE_TWENTY_FIVE: Bands = { absolute: 0.05, relative: 0.25 };

/** How far, in fraction points, a weight may be from its target. */
export function bandOf(target: number, { absolute, relative }: Bands): number {
  return target > 0 ? Math.min(absolute, relative * target) : absolute;
}

/** Whether a weight is further from its target than its band allows; a hair's breadth of floating error is not. */
export function outOfBand({ weight, target }: { weight: number; target: number }, bands: Bands): boolean {
  return Math.abs(weight - target) > bandOf(target, bands) + 1e-9;
}

/** Whether the weight of an asset class stays outside its band once the trades are made. */
export function stillOutside(rows: readonly RebalancingRow[], bands: Bands): boolean {
  return rows.some(
    ({ breakdown, after, target }) => breakdown === 'assetClass' && outOfBand({ weight: after, target }, bands),
  );
}

/** Of a band: whole shares may carry a weight past the edge, which calls for another sale. */
const WELL_INSIDE = 0.9;

/**
 * How far from an aim each thing may be, money: of asset classes only where the aim is their target and not what can be reached of it.
 */
export function bandsAbout(aim: Exposure, bands: Bands, ofClasses: boolean): Exposure {
  const whole = aim.subarray(0, assetClasses.length).reduce((sum, value) => sum + value, 0);
  const stocks = aim.subarray(assetClasses.length, -1).reduce((sum, value) => sum + value, 0);
  return aim.map((value, at) => {
    const of = at < assetClasses.length ? whole : stocks;
    if (of <= 0 || (at < assetClasses.length && !ofClasses)) return 0;
    return of * bandOf(value / of, bands) * WELL_INSIDE;
  });
}
