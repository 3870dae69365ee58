import { assetClasses, regions } from '../../schemas/classification.ts';
import type { Region } from '../../schemas/classification.ts';
import type { LookThrough } from '../look-through.ts';

/**
 * What one unit of money in an instrument adds to each thing that has a target, as a vector: its asset classes, and,
 * where regions have targets, its stocks by region; last what it repays of a loan. Rebalancing is then geometry: move the sum of vectors to the target.
 */
export type Exposure = Float64Array;

/** Asset classes come before regions: where both are measured together, a region's distance counts a quarter (a sixteenth in the squares). */
export const REGION_WEIGHT = 0.25;

/** A fund with so much of a class in it is one of that class. */
export const MOSTLY = 0.5;

/** A fund stands for the asset class that it is at least so much of. */
export const PURE = 0.9;

/**
 * Where in an exposure debts stand, below zero: last. They are not the cash class, or one account's cash would be taken for
 * another's loan.
 */
export const debtIn = (exposure: Exposure): number => exposure.length - 1;

/** What money does that goes into repaying a loan. */
export function debtExposure(length: number): Exposure {
  const exposure = new Float64Array(length);
  exposure[length - 1] = 1;
  return exposure;
}

/** Cash as it is counted in weights: less what is borrowed. */
export const netCash = (held: Exposure): number => (held[CASH] ?? 0) + (held[debtIn(held)] ?? 0);

const CASH = assetClasses.indexOf('cash');

/** The index of the asset class that an instrument stands for; -1 for a mixture. */
export function standsFor(exposure: Exposure): number {
  return exposure.subarray(0, assetClasses.length).findIndex((share) => share >= PURE);
}

/** The place in the exposure of the region whose stocks an instrument stands for; -1 for none. */
export function regionOf(exposure: Exposure): number {
  const at = exposure.subarray(assetClasses.length, -1).findIndex((share) => share >= PURE * REGION_WEIGHT);
  return at < 0 ? -1 : assetClasses.length + at;
}

/** The place in an exposure of the region that most of it is of. */
export function mainRegion(made: Exposure): number {
  let main: number = assetClasses.length;
  for (let at = main + 1; at < debtIn(made); at += 1) if ((made[at] ?? 0) > (made[main] ?? 0)) main = at;
  return main;
}

export function exposureOf({ assetClasses: classes, regions: places }: LookThrough, withRegions: boolean): Exposure {
  const exposure = new Float64Array(assetClasses.length + (withRegions ? regions.length : 0) + 1);
  assetClasses.forEach((key, index) => (exposure[index] = classes[key] ?? 0));
  if (!withRegions) return exposure;
  const equity = classes.equity ?? 0;
  regions.forEach((key, index) => {
    exposure[assetClasses.length + index] = REGION_WEIGHT * equity * (places[key] ?? 0);
  });
  return exposure;
}

/**
 * Money by asset class (debts last) with the money by region that the shares of its stocks come to: a target, as a vector.
 *
 * @param placed the part of the stocks whose region is known, 0 to 1: a target is for those
 */
export function withRegionShares(held: Exposure, places: Partial<Record<Region, number>>, placed = 1): Exposure {
  const stocks = Math.max(0, held[EQUITY] ?? 0) * placed;
  const byRegion = regions.map((key) => REGION_WEIGHT * stocks * (places[key] ?? 0));
  return Float64Array.from([...held.subarray(0, -1), ...byRegion, held[debtIn(held)] ?? 0]);
}

/**
 * Says of an instrument whether selling its stocks for something else brings the regions of what stays nearer to their targets; true of
 * what holds no stocks of a known region.
 *
 * @param target what is aimed for; its stocks may be more or fewer than what is held has
 */
export function helpsRegions(held: Exposure, target: Exposure): (exposure: Exposure) => boolean {
  const [had, aimed] = [mixOf(held), mixOf(target)];
  if (had === null || aimed === null) return () => true;
  const over = had.map((share, at) => share - (aimed[at] ?? 0));
  const usual = dot(over, had) - 1e-12;
  return (exposure) => {
    const made = mixOf(exposure);
    return made === null || dot(over, made) >= usual;
  };
}

/** The shares of the regions in the stocks; null where there are none of a known region. */
function mixOf(exposure: Exposure): Exposure | null {
  const stocks = exposure.subarray(assetClasses.length, -1);
  const sum = stocks.reduce((total, value) => total + value, 0);
  return sum > 0 ? stocks.map((value) => value / sum) : null;
}

/** An exposure without its regions. */
export function onlyClasses(exposure: Exposure): Exposure {
  return exposure.map((share, at) => (at < assetClasses.length || at === debtIn(exposure) ? share : 0));
}

/** Of the stocks: a region so little past its target is at it. */
const AT_TARGET = 0.0005;

/**
 * How far each region may be past its target, money: so far as it was, as a share of the stocks. Nothing for what is no region.
 *
 * @param target what is aimed for; `held` may have more stocks, or fewer
 */
export function pastRegions(held: Exposure, target: Exposure): Exposure {
  const sumOf = (one: Exposure) => one.subarray(assetClasses.length, -1).reduce((sum, value) => sum + value, 0);
  const [had, aimed] = [sumOf(held), sumOf(target)];
  return held.map((value, at) => {
    if (at < assetClasses.length || at === debtIn(held)) return 0;
    const before = had > 0 ? (value / had) * aimed : 0;
    return Math.max(0, before - (target[at] ?? 0)) + AT_TARGET * aimed;
  });
}

const EQUITY = assetClasses.indexOf('equity');

export function dot(one: Exposure, other: Exposure): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

export function squaredDistance(one: Exposure, other: Exposure): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += ((one[index] ?? 0) - (other[index] ?? 0)) ** 2;
  return sum;
}

/** Money that is not where it should be, counted where it is too much and where too little; of regions a quarter. */
export function offBy(gap: Exposure): number {
  let sum = 0;
  for (const value of gap) sum += Math.abs(value);
  return sum;
}
