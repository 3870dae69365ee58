/** A share counted in a sample, with what the sample's size leaves open. Fractions. */
export interface Proportion {
  estimate: number;
  /** sqrt(p (1 - p) / n). */
  standardError: number;
  /** 95 % Wilson score interval. */
  interval: [number, number];
}

/** The two-sided 95 % quantile of the standard normal. */
const Z = 1.959963984540054;

/**
 * The share `count / of` with its standard error and its 95 % interval after Wilson, Journal of the American Statistical
 * Association 22(158), 1927: unlike p +- 1.96 SE it stays inside 0 to 1 and is not empty at 0 or 1. `of` above 0.
 */
export function proportion(count: number, of: number): Proportion {
  const p = count / of;
  const shrink = 1 + (Z * Z) / of;
  const centre = (p + (Z * Z) / (2 * of)) / shrink;
  const half = (Z / shrink) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return {
    estimate: p,
    standardError: Math.sqrt((p * (1 - p)) / of),
    // At the ends the algebra gives 0 and 1; rounding may not.
    interval: [count === 0 ? 0 : centre - half, count === of ? 1 : centre + half],
  };
}

/**
 * Standard error of the difference of two shares counted on the same paths: only paths that differ add to it. `gained`
 * succeeded only after the change, `lost` only before it. McNemar, Psychometrika 12(2), 1947.
 */
export function pairedStandardError(gained: number, lost: number, of: number): number {
  const difference = (gained - lost) / of;
  return Math.sqrt(Math.max(0, (gained + lost) / of - difference * difference) / of);
}
