import { logLaw } from '../../market-assumptions/lognormal.ts';
import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';

/** Inflation of a step of 1/m year: log factor = logMean + deviation; deviation' = memory deviation + shock z. */
export interface InflationSteps {
  logMean: number;
  /** The factor itself where inflation is fixed. */
  factor: number;
  memory: number;
  shock: number;
}

/**
 * Inflation by steps. Fixed: (1 + mean)^(1/m). Varying: a lognormal factor whose logarithm is a first-order autoregression
 * about its mean; `persistence` is what is left of a deviation after a year, and the volatility of one step is that of a
 * year over sqrt(m).
 */
export function inflationSteps(
  inflation: { mean: number; volatility: number; persistence: number },
  stepsPerYear: number,
): InflationSteps {
  const { mean, volatility, persistence } = inflation;
  if (volatility === 0) {
    const logMean = log(1 + mean) / stepsPerYear;
    return { logMean, factor: exp(logMean), memory: 0, shock: 0 };
  }
  const law = logLaw(mean, volatility);
  const memory = persistence === 0 ? 0 : exp(log(persistence) / stepsPerYear);
  const shock = (law.sigma / Math.sqrt(stepsPerYear)) * Math.sqrt(1 - memory * memory);
  return { logMean: law.mu / stepsPerYear, factor: NaN, memory, shock };
}
