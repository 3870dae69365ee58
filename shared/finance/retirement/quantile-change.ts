import { exp } from '../random/exponential.ts';
import { log } from '../random/logarithm.ts';
import { normalDensity, normalQuantile } from '../risk/normal-law.ts';
import { quantiles, withoutGaps } from './percentiles.ts';

export interface QuantileChange {
  /** The quantile with the change. */
  value: number;
  /** Less the quantile without it. */
  change: number;
  /** Of `change`, on the same paths. */
  standardError: number;
}

/** A quantile of a sample, with what one value more or less of it moves it by. */
interface Estimate {
  values: Float64Array;
  lived: number;
  quantile: number;
  /** 1 / (lived * density at the quantile). */
  weight: number;
}

const { isNaN } = Number;

/**
 * What a change does to quantiles of what the paths bring, path by path the same futures; NaN is a path that brings nothing. The
 * standard error is that of the two quantiles' difference: each is as good as an average over the paths of (p - 1{x <= q}) / f(q)
 * (Bahadur, Annals of Mathematical Statistics 37(3), 1966), so paths on which both go the same way cancel out.
 *
 * @param before values of zero or more, one a path, as many as of `after`
 */
export function quantileChanges(
  before: Float64Array,
  after: Float64Array,
  probabilities: readonly number[],
): QuantileChange[] {
  const [first, second] = [estimates(before, probabilities), estimates(after, probabilities)];
  return probabilities.map((probability, index): QuantileChange => {
    const [one, other] = [first[index], second[index]];
    if (one === undefined || other === undefined) return { value: 0, change: 0, standardError: 0 };
    let sum = 0;
    for (let path = 0; path < before.length; path++) {
      sum += (pull(other, path, probability) - pull(one, path, probability)) ** 2;
    }
    return { value: other.quantile, change: other.quantile - one.quantile, standardError: Math.sqrt(sum) };
  });
}

/** What a path moves the quantile by. */
function pull({ values, quantile, weight }: Estimate, path: number, probability: number): number {
  const value = values[path] ?? NaN;
  return isNaN(value) ? 0 : (probability - (value <= quantile ? 1 : 0)) * weight;
}

/** None where no path brings anything. */
function estimates(values: Float64Array, probabilities: readonly number[]): Estimate[] {
  const lived = withoutGaps(values);
  const count = lived.length;
  if (count === 0) return [];
  return probabilities.map((probability) => {
    const half = bandwidth(probability, count);
    const [low, high] = [Math.max(0, probability - half), Math.min(1, probability + half)];
    const [below = 0, quantile = 0, above = 0] = quantiles(lived, [low, probability, high]);
    return { values, lived: count, quantile, weight: (above - below) / ((high - low) * count) };
  });
}

/**
 * To either side of a probability, how far the quantiles are apart from which the density is read: Bofinger, Australian Journal of Statistics
 * 17(1), 1975, for a normal law (Koenker, Quantile Regression, 2005, 3.4.1).
 */
function bandwidth(probability: number, count: number): number {
  const z = normalQuantile(probability);
  return exp(log((4.5 * normalDensity(z) ** 4) / (count * (2 * z * z + 1) ** 2)) / 5);
}
