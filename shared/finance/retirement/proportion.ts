import { TWO_SIDED_95 } from '../risk/normal-law.ts';

/** A share counted in a sample, with what the sample's size leaves open. Fractions. */
export interface Proportion {
  estimate: number;
  /** sqrt(p (1 - p) / n). */
  standardError: number;
  /** 95 % Wilson score interval. */
  interval: [number, number];
}

/**
 * The share `count / of` with its standard error and its 95 % interval after Wilson, Journal of the American Statistical
 * Association 22(158), 1927: unlike p +- 1.96 SE it stays inside 0 to 1 and is not empty at 0 or 1. `of` above 0.
 */
export function proportion(count: number, of: number): Proportion {
  const p = count / of;
  const z = TWO_SIDED_95;
  const shrink = 1 + (z * z) / of;
  const centre = (p + (z * z) / (2 * of)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return {
    estimate: p,
    standardError: Math.sqrt((p * (1 - p)) / of),
    // At the ends the algebra gives 0 and 1; rounding may not.
    interval: [count === 0 ? 0 : centre - half, count === of ? 1 : centre + half],
  };
}

/** Whether a change is more than two of its standard errors, so that chance hardly explains it, however small it is. */
export const isCertain = ({ change, standardError }: { change: number; standardError: number }): boolean =>
  Math.abs(change) > 2 * standardError;

/**
 * Standard error of the difference of two shares counted on the same paths: only paths that differ add to it. `gained`
 * succeeded only after the change, `lost` only before it. McNemar, Psychometrika 12(2), 1947.
 */
export function pairedStandardError(gained: number, lost: number, of: number): number {
  const difference = (gained - lost) / of;
  return Math.sqrt(Math.max(0, (gained + lost) / of - difference * difference) / of);
}
