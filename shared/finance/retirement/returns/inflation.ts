import { logLaw } from '../../market-assumptions/lognormal.ts';
import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';
import { fillNormals } from '../../random/normal.ts';
import { purposes, startStream } from '../../random/stream.ts';

/** Yearly inflation: arithmetic mean, standard deviation, and what of a year's deviation is left in the next. Fractions. */
export interface InflationLaw {
  mean: number;
  volatility: number;
  persistence: number;
}

/** Inflation of a step of 1/m year: log factor = logMean + memory D' / m + shock z, where D' is last year's deviation. */
export interface InflationSteps {
  perYear: number;
  logMean: number;
  /** The factor itself where inflation is fixed. */
  factor: number;
  memory: number;
  shock: number;
  /** Standard deviation of a year's log factor. */
  spread: number;
}

/**
 * Inflation by steps. Fixed: (1 + mean)^(1/m). Varying: the logarithm of a year's factor is a stationary first-order
 * autoregression about its mean, D = persistence D' + sqrt(1 - persistence^2) spread Z (Box & Jenkins, Time Series Analysis,
 * 1970, section 3.2), and each step of the year takes an m-th of what is left of the last year and its own part of the shock,
 * Z = sum z / sqrt(m). The law of the years, with its mean, volatility, persistence and correlations, is then the same
 * whatever the steps. (A deviation that persisted from step to step would make the years ever more volatile.)
 */
export function inflationSteps({ mean, volatility, persistence }: InflationLaw, stepsPerYear: number): InflationSteps {
  if (volatility === 0) {
    const logMean = log(1 + mean) / stepsPerYear;
    return { perYear: stepsPerYear, logMean, factor: exp(logMean), memory: 0, shock: 0, spread: 0 };
  }
  const law = logLaw(mean, volatility);
  const shock = (law.sigma * Math.sqrt(1 - persistence * persistence)) / Math.sqrt(stepsPerYear);
  const logMean = law.mu / stepsPerYear;
  return { perYear: stepsPerYear, logMean, factor: NaN, memory: persistence, shock, spread: law.sigma };
}

/** The log factors of a path's steps, one after the other. */
export interface InflationPath {
  start: (path: number) => void;
  /** The log factor of the next step, from its standard normal shock. */
  rise: (z: number) => number;
}

/**
 * Varying inflation along paths. The year before the first is drawn from the law of every year (from a stream of its own), so
 * that the first year has that law too.
 */
export function inflationPath(
  { perYear, logMean, memory, shock, spread }: InflationSteps,
  seed: number,
): InflationPath {
  const stream = new Int32Array(4);
  const drawn = new Float64Array(1);
  let deviation = 0;
  let left = 0;
  let step = 0;
  return {
    start: (path) => {
      step = 0;
      deviation = 0;
      if (memory === 0) return;
      startStream(stream, seed, path, purposes.inflation);
      fillNormals(stream, drawn, 0, 1);
      deviation = spread * (drawn[0] ?? 0);
    },
    rise: (z) => {
      if (step === 0) {
        left = (memory * deviation) / perYear;
        deviation = 0;
      }
      const own = left + shock * z;
      deviation += own;
      step = step + 1 === perYear ? 0 : step + 1;
      return logMean + own;
    },
  };
}
