import { normalDensity, normalQuantile } from './normal-law.ts';

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

/**
 * The same from a sample: the n (1 - c) worst returns are the tail, the mildest of them the value at risk (Acerbi and
 * Tasche, Journal of Banking and Finance 26(7), 2002).
 *
 * @param returns sorted, lowest first, at least one
 */
export function sampleLoss(returns: Float64Array, confidence: number): LossAt {
  const worst = Math.max(1, Math.round(returns.length * (1 - confidence)));
  let sum = 0;
  for (let index = 0; index < worst; index += 1) sum += returns[index] ?? 0;
  return { loss: -(returns[worst - 1] ?? 0), tail: -sum / worst };
}
