import { exp, expInRange } from '../../random/exponential.ts';
import { nextGamma } from '../../random/gamma.ts';
import { log } from '../../random/logarithm.ts';
import { purposes, startStream } from '../../random/stream.ts';
import { correlate } from './correlate.ts';
import { columnsOf, drawnMarket } from './drawn.ts';
import { inflationPath, inflationSteps } from './inflation.ts';
import type { Laws } from './laws.ts';
import type { Market } from './market.ts';
import { meanStudentScale } from './student-scale.ts';

/** The worst that can be left of an asset after one step: a bounded return keeps growth positive. */
const LEAST = 0.01;

/**
 * Returns of a multivariate Student-t distribution with the yearly means, volatilities and correlations asked for: one
 * chi-square a step shared by all assets, so that bad years are bad together. The returns themselves are t, not their logarithms
 * (e^t has no finite mean); a return is never below -99 %. Kotz & Nadarajah, Multivariate t Distributions, 2004, chapter 1.
 */
export function studentMarket(laws: Laws, degreesOfFreedom: number, stepsPerYear: number, seed: number): Market {
  const { assets, inflation } = laws;
  const size = assets.length;
  const varies = inflation.volatility > 0;
  const columns = columnsOf(laws);
  const rise = inflationSteps(inflation, stepsPerYear);
  const power = (base: number): number => exp(log(base) / stepsPerYear);
  // Moments of a step whose m-fold product has the yearly ones.
  const mean = Float64Array.from(assets, (asset) => power(1 + asset.mean));
  const deviation = Float64Array.from(assets, (asset) => {
    const growth = (1 + asset.mean) * (1 + asset.mean);
    return Math.sqrt(power(growth + asset.volatility * asset.volatility) - power(growth));
  });
  // Growth of a year is a product of m: 1 + rho R R' = (1 + rho' r r')^m with R, r the relative deviations of year and step.
  const scale = meanStudentScale(degreesOfFreedom);
  const { loading, notes } = correlate(laws, (rho, row, column) => {
    const [first, second] = [Math.min(row, column), Math.max(row, column)];
    if (stepsPerYear === 1 && second < size) return rho;
    const relative = (place: number): { year: number; step: number } => ({
      year: (assets[place]?.volatility ?? 0) / (1 + (assets[place]?.mean ?? 0)),
      step: (deviation[place] ?? 0) / (mean[place] ?? 1),
    });
    const one = relative(first);
    // Beside it a shock e^(c z) of inflation's: Cov(z', e^(c z)) = c Corr(z, z') E e^(c z) (Stein, Annals of Statistics 9, 1981).
    const other =
      second < size
        ? relative(second)
        : { year: inflation.volatility / (1 + inflation.mean), step: rise.shock * scale };
    if (one.step === 0 || other.step === 0) return 0;
    const product = 1 + rho * one.year * other.year;
    return product > 0 ? (power(product) - 1) / (one.step * other.step) : -Infinity;
  });
  const prices = inflationPath(rise, seed);
  const tails = new Int32Array(4);

  const grow = (block: Float64Array, from: number, to: number): void => {
    for (let start = from; start < to; start += columns) {
      const spread = Math.sqrt((degreesOfFreedom - 2) / (2 * nextGamma(tails, degreesOfFreedom / 2)));
      let price = rise.factor;
      if (varies) {
        let shock = 0;
        for (let column = 0; column <= size; column++) {
          shock += (loading[size * columns + column] ?? 0) * (block[start + column] ?? 0);
        }
        price = expInRange(prices.rise(shock));
      }
      for (let row = size - 1; row >= 0; row--) {
        let z = 0;
        for (let column = 0; column <= row; column++) {
          z += (loading[row * columns + column] ?? 0) * (block[start + column] ?? 0);
        }
        const growth = Math.max(LEAST, (mean[row] ?? 1) + (deviation[row] ?? 0) * spread * z);
        // As in the lognormal market: nominal where inflation is fixed, real where it varies.
        const real = assets[row]?.real ?? false;
        block[start + row] = varies === real ? growth : varies ? growth / price : growth * (real ? price : 1);
      }
      if (varies) block[start + size] = price;
    }
  };

  const start = (path: number): void => {
    startStream(tails, seed, path, purposes.tails);
    prices.start(path);
  };
  return { ...drawnMarket(laws, rise.factor, seed, { grow, start }), notes };
}
