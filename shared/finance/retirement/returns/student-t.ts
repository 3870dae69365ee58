import { cholesky } from '../../market-assumptions/cholesky.ts';
import { exp, expInRange } from '../../random/exponential.ts';
import { nextGamma } from '../../random/gamma.ts';
import { log } from '../../random/logarithm.ts';
import { purposes, startStream } from '../../random/stream.ts';
import { columnsOf, drawnMarket } from './drawn.ts';
import { inflationSteps } from './inflation.ts';
import type { Laws } from './laws.ts';
import type { Market } from './market.ts';

/** The worst that can be left of an asset after one step: a bounded return keeps growth positive. */
const LEAST = 0.01;

/**
 * Returns of a multivariate Student-t distribution with the means, volatilities and correlations asked for: one chi-square
 * a step shared by all assets, so that bad years are bad together. The returns themselves are t, not their logarithms
 * (e^t has no finite mean); a return is never below -99 %. Kotz & Nadarajah, Multivariate t Distributions, 2004, chapter 1.
 */
export function studentMarket(laws: Laws, degreesOfFreedom: number, stepsPerYear: number, seed: number): Market {
  const { assets, inflation } = laws;
  const size = assets.length;
  const varies = inflation.volatility > 0;
  const columns = columnsOf(laws);
  const rise = inflationSteps(inflation, stepsPerYear);
  const correlations = Float64Array.from({ length: columns * columns }, (_, at) =>
    laws.correlation(Math.floor(at / columns), at % columns),
  );
  const loading = cholesky(correlations, columns, 'market.correlations');
  const power = (base: number): number => exp(log(base) / stepsPerYear);
  // Moments of a step whose m-fold product has the yearly ones.
  const mean = Float64Array.from(assets, (asset) => power(1 + asset.mean));
  const deviation = Float64Array.from(assets, (asset) => {
    const growth = (1 + asset.mean) * (1 + asset.mean);
    return Math.sqrt(power(growth + asset.volatility * asset.volatility) - power(growth));
  });
  const tails = new Int32Array(4);

  const grow = (block: Float64Array, from: number, to: number): void => {
    let drift = 0;
    for (let start = from; start < to; start += columns) {
      const spread = Math.sqrt((degreesOfFreedom - 2) / (2 * nextGamma(tails, degreesOfFreedom / 2)));
      let prices = rise.factor;
      if (varies) {
        let shock = 0;
        for (let column = 0; column <= size; column++) {
          shock += (loading[size * columns + column] ?? 0) * (block[start + column] ?? 0);
        }
        drift = rise.memory * drift + rise.shock * shock;
        prices = expInRange(rise.logMean + drift);
      }
      for (let row = size - 1; row >= 0; row--) {
        let z = 0;
        for (let column = 0; column <= row; column++) {
          z += (loading[row * columns + column] ?? 0) * (block[start + column] ?? 0);
        }
        const growth = Math.max(LEAST, (mean[row] ?? 1) + (deviation[row] ?? 0) * spread * z);
        // As in the lognormal market: nominal where inflation is fixed, real where it varies.
        const real = assets[row]?.real ?? false;
        block[start + row] = varies === real ? growth : varies ? growth / prices : growth * (real ? prices : 1);
      }
      if (varies) block[start + size] = prices;
    }
  };

  const start = (path: number): void => {
    startStream(tails, seed, path, purposes.tails);
  };
  return drawnMarket(laws, rise.factor, seed, { grow, start });
}
