/** Balance at the start of each year and spending in it, at [year * stride + path]; NaN where nobody lives (that long). */
export interface Trace {
  balance: Float64Array;
  spending: Float64Array;
  stride: number;
  years: number;
}

/** A trace for the blocks of a plan of `years` years, `paths` paths a block. */
export const emptyTrace = (years: number, paths: number): Trace => ({
  balance: new Float64Array((years + 1) * paths),
  spending: new Float64Array((years + 1) * paths),
  stride: paths,
  years,
});

/**
 * Fills in what comes after the last step of a path: nothing, but for what is left at the end of a horizon that all paths
 * share. `end` is the number of steps lived, `horizon` the steps of the plan.
 */
export function endTrace(
  trace: Trace,
  path: number,
  end: number,
  horizon: number,
  perYear: number,
  estate: number,
): void {
  const { balance, spending, stride, years } = trace;
  for (let year = Math.ceil(end / perYear); year <= years; year++) {
    balance[year * stride + path] = end === horizon && year * perYear === horizon ? estate : NaN;
  }
  for (let year = Math.floor(end / perYear); year <= years; year++) spending[year * stride + path] = NaN;
}
