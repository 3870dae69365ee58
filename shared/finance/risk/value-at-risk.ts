import { normalDensity, normalQuantile, TWO_SIDED_95 } from './normal-law.ts';

/** A loss of one year as a fraction of the value: positive is a loss. */
export interface LossAt {
  /** Not exceeded with the confidence asked for (value at risk). */
  loss: number;
  /** Average of the losses beyond it (CVaR, expected shortfall). */
  tail: number;
}

/**
 * Value at risk and expected shortfall of a normal return: -(m + z s) with z the quantile at 1 - c, and -m + s phi(z) /
 * (1 - c) (McNeil, Frey and Embrechts, "Quantitative Risk Management", 2nd ed., 2015, examples 2.11 and 2.14).
 *
 * @param confidence above 0 and below 1
 */
export function parametricLoss(mean: number, volatility: number, confidence: number): LossAt {
  const z = normalQuantile(1 - confidence);
  return { loss: -(mean + z * volatility), tail: -mean + (volatility * normalDensity(z)) / (1 - confidence) };
}

/** Losses of a sample, with what the sample's size leaves open: fractions. */
export interface SampledLoss extends LossAt {
  /** Of `loss`. */
  standardError: number;
  /** Of `tail`. */
  tailStandardError: number;
}

/**
 * The same from a sample of n: the n (1 - c) worst returns are the tail, the mildest of them the value at risk (Acerbi and
 * Tasche, Journal of Banking and Finance 26(7), 2002; as a quantile definition 3 of Hyndman and Fan, The American Statistician
 * 50(4), 1996).
 *
 * The standard error of the loss is that of its rank, sqrt(n c (1 - c)), times the distance from one return to the next around it,
 * which the ends of its 95 % interval give (David and Nagaraja, "Order Statistics", 3rd ed., 2003, section 7.1). Of the tail it is
 * sqrt((s^2 + c (tail - loss)^2) / k), of k returns that vary by s (Hong, Hu and Liu, ACM Transactions on Modeling and Computer
 * Simulation 24(4), 2014: the variance of the losses beyond the quantile, over n (1 - c)^2).
 *
 * @param returns sorted, lowest first, at least one
 */
export function sampleLoss(returns: Float64Array, confidence: number): SampledLoss {
  const count = returns.length;
  const worst = Math.max(1, Math.round(count * (1 - confidence)));
  let [sum, squares] = [0, 0];
  for (let index = 0; index < worst; index += 1) sum += returns[index] ?? 0;
  const [loss, tail] = [-(returns[worst - 1] ?? 0), -sum / worst];
  for (let index = 0; index < worst; index += 1) squares += ((returns[index] ?? 0) + tail) ** 2;
  const ofRank = Math.sqrt(count * confidence * (1 - confidence));
  const low = Math.max(1, Math.floor(worst - TWO_SIDED_95 * ofRank));
  const high = Math.min(count, Math.ceil(worst + TWO_SIDED_95 * ofRank));
  const apart = ((returns[high - 1] ?? 0) - (returns[low - 1] ?? 0)) / Math.max(1, high - low);
  return {
    loss,
    tail,
    standardError: ofRank * apart,
    tailStandardError: Math.sqrt((squares / worst + confidence * (tail - loss) ** 2) / worst),
  };
}
