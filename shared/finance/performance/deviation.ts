/** Average of a series; null when empty. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Yearly volatility: the sample standard deviation (n - 1) of returns x sqrt(returns in a year), the returns taken as
 * independent (Bacon, 2nd ed., ch. 4). Null below two returns.
 *
 * @param perYear returns in a year: 252 daily, 52 weekly, 12 monthly
 */
export function volatility(returns: readonly number[], perYear: number): number | null {
  const average = mean(returns);
  if (average === null || returns.length < 2) return null;
  const squares = returns.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return Math.sqrt((squares / (returns.length - 1)) * perYear);
}

/**
 * Yearly downside deviation: sqrt of the mean over all n returns of min(0, return - minimum)^2, x sqrt(returns in a year)
 * (Sortino and Price, "Performance Measurement in a Downside Risk Framework", Journal of Investing 3(3), 1994).
 *
 * @param minimum acceptable return of one period, a fraction
 */
export function downsideDeviation(returns: readonly number[], perYear: number, minimum = 0): number | null {
  if (returns.length === 0) return null;
  const squares = returns.reduce((sum, value) => sum + Math.min(0, value - minimum) ** 2, 0);
  return Math.sqrt((squares / returns.length) * perYear);
}
