import { exp } from '../random/exponential.ts';
import { log } from '../random/logarithm.ts';

/**
 * The lognormal law of a yearly growth factor 1 + R, by its first two moments. With arithmetic mean m and standard
 * deviation v of R: sigma^2 = ln(1 + v^2 / (1 + m)^2), mu = ln(1 + m) - sigma^2 / 2 (Aitchison & Brown, The Lognormal
 * Distribution, 1957, section 2.3). The median growth exp(mu) is what compounds: 1 + the compound (geometric) return.
 */
export interface LogLaw {
  mu: number;
  sigma: number;
}

/** The law of log growth for an arithmetic mean and volatility (fractions a year; mean above -1). */
export function logLaw(mean: number, volatility: number): LogLaw {
  const relative = volatility / (1 + mean);
  const variance = log(1 + relative * relative);
  return { mu: log(1 + mean) - variance / 2, sigma: Math.sqrt(variance) };
}

/** The correlation of log growth that gives two growth factors the correlation `rho`: inverse of the lognormal's own. */
export function logCorrelation(rho: number, one: LogLaw, other: LogLaw): number {
  if (one.sigma === 0 || other.sigma === 0) return 0;
  const relativeOne = Math.sqrt(exp(one.sigma * one.sigma) - 1);
  const relativeOther = Math.sqrt(exp(other.sigma * other.sigma) - 1);
  const inside = 1 + rho * relativeOne * relativeOther;
  return inside > 0 ? Math.max(-1, log(inside) / (one.sigma * other.sigma)) : -1;
}

/**
 * Arithmetic mean from a compound (geometric) return, both fractions: 1 + a = (1 + g) sqrt(1 + v^2 / (1 + a)^2), which is
 * a quadratic in (1 + a)^2: x^2 - (1 + g)^2 x - (1 + g)^2 v^2 = 0.
 */
export function arithmeticFromCompound(compound: number, volatility: number): number {
  const growth = (1 + compound) * (1 + compound);
  return Math.sqrt((growth + Math.sqrt(growth * growth + 4 * growth * volatility * volatility)) / 2) - 1;
}

/** Compound return from an arithmetic mean and volatility (fractions): 1 + g = (1 + a) / sqrt(1 + v^2 / (1 + a)^2). */
export function compoundFromArithmetic(mean: number, volatility: number): number {
  const relative = volatility / (1 + mean);
  return (1 + mean) / Math.sqrt(1 + relative * relative) - 1;
}
