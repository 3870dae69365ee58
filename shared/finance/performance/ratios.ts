import { downsideDeviation, mean, volatility } from './deviation.ts';

/**
 * Sharpe ratio: mean return above the riskless one over its standard deviation, x sqrt(returns in a year) (Sharpe, "The
 * Sharpe Ratio", Journal of Portfolio Management 21(1), 1994). Null below two returns or without any variation.
 *
 * @param riskless return of one period, a fraction
 */
export function sharpeRatio(returns: readonly number[], perYear: number, riskless = 0): number | null {
  const excess = returns.map((value) => value - riskless);
  return over(mean(excess), volatility(excess, perYear), perYear);
}

/**
 * Sortino ratio: mean return above the minimum acceptable one over the downside deviation from it, yearly (Sortino and
 * Price 1994). Null where nothing fell short.
 */
export function sortinoRatio(returns: readonly number[], perYear: number, minimum = 0): number | null {
  const average = mean(returns);
  return over(average === null ? null : average - minimum, downsideDeviation(returns, perYear, minimum), perYear);
}

/** Below this a deviation is the rounding of equal returns. */
const NOTHING = 1e-12;

function over(average: number | null, deviation: number | null, perYear: number): number | null {
  return average === null || deviation === null || deviation < NOTHING ? null : (average * perYear) / deviation;
}
