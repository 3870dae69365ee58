import { logCorrelation, logLaw } from '../../market-assumptions/lognormal.ts';
import { expInRange } from '../../random/exponential.ts';
import { correlate } from './correlate.ts';
import { columnsOf, drawnMarket } from './drawn.ts';
import { inflationPath, inflationSteps } from './inflation.ts';
import type { Laws } from './laws.ts';
import type { Market } from './market.ts';

/**
 * Correlated lognormal growth factors, independent from step to step. Yearly means, volatilities and correlations are
 * those asked for exactly (they are converted to the logarithms' own); a step of 1/m year has 1/m of their log mean and
 * variance. Only the shocks of inflation go with returns: where it persists, a share sqrt(1 - persistence^2) of its spread,
 * they are correlated by as much more. Each path has its own stream, so it is the same whatever the block it is computed in.
 */
export function lognormalMarket(laws: Laws, stepsPerYear: number, seed: number): Market {
  const { assets, inflation } = laws;
  const steps = inflationSteps(inflation, stepsPerYear);
  const varies = inflation.volatility > 0;
  const size = assets.length;
  const columns = columnsOf(laws);
  const own = assets.map((asset) => logLaw(asset.mean, asset.volatility));
  const all = varies ? [...own, logLaw(inflation.mean, inflation.volatility)] : own;
  const fresh = Math.sqrt(1 - inflation.persistence * inflation.persistence);
  const { loading: lower, notes } = correlate(laws, (rho, row, column) => {
    const [one, other] = [all[row], all[column]];
    if (one === undefined || other === undefined) return 0;
    return logCorrelation(rho, one, other) / (row === size || column === size ? fresh : 1);
  });
  const scale = Math.sqrt(stepsPerYear);
  // The inflation row stays a standard normal: inflationSteps gives it its size and its memory.
  const loading = lower.map((entry, at) => {
    const row = Math.floor(at / columns);
    return row < size ? (entry * (own[row]?.sigma ?? 0)) / scale : entry;
  });
  // Fixed inflation makes a real asset nominal; varying inflation makes a nominal asset real, path by path.
  const mu = Float64Array.from(assets, (asset, index) => {
    const law = own[index]?.mu ?? 0;
    return law / stepsPerYear + (asset.real && !varies ? steps.logMean : 0);
  });
  const deflated = Uint8Array.from(assets, (asset) => (varies && !asset.real ? 1 : 0));

  const prices = inflationPath(steps, seed);

  const drawFixed = (block: Float64Array, from: number, to: number): void => {
    for (let row = size - 1; row >= 0; row--) growRow(block, from, to, size, row, mu[row] ?? 0, loading);
  };

  const drawVarying = (block: Float64Array, from: number, to: number): void => {
    for (let start = from; start < to; start += columns) {
      let shock = 0;
      for (let column = 0; column <= size; column++) {
        shock += (loading[size * columns + column] ?? 0) * (block[start + column] ?? 0);
      }
      const rise = prices.rise(shock);
      for (let row = size - 1; row >= 0; row--) {
        let exponent = (mu[row] ?? 0) - (deflated[row] ?? 0) * rise;
        for (let column = 0; column <= row; column++) {
          exponent += (loading[row * columns + column] ?? 0) * (block[start + column] ?? 0);
        }
        block[start + row] = expInRange(exponent);
      }
      block[start + size] = expInRange(rise);
    }
  };

  const draw = varies ? { grow: drawVarying, start: prices.start } : { grow: drawFixed };
  return { ...drawnMarket(laws, steps.factor, seed, draw), notes };
}

/**
 * Replaces normal number `row` of each group of `size` by the growth factor that it and those before it make; the groups
 * lie between `from` and `to`. One pass a row, the last row first, with the loadings in registers.
 */
function growRow(
  block: Float64Array,
  from: number,
  to: number,
  size: number,
  row: number,
  mu: number,
  loading: Float64Array,
): void {
  const at = row * size;
  const own = loading[at + row] ?? 0;
  const [l0 = 0, l1 = 0] = [loading[at], loading[at + 1]];
  if (row === 0) {
    for (let start = from; start < to; start += size) block[start] = expInRange(mu + own * (block[start] ?? 0));
  } else if (row === 1) {
    for (let start = from; start < to; start += size) {
      block[start + 1] = expInRange(mu + l0 * (block[start] ?? 0) + own * (block[start + 1] ?? 0));
    }
  } else {
    for (let start = from; start < to; start += size) {
      let exponent = mu + l0 * (block[start] ?? 0) + l1 * (block[start + 1] ?? 0);
      for (let column = 2; column <= row; column++)
        exponent += (loading[at + column] ?? 0) * (block[start + column] ?? 0);
      block[start + row] = expInRange(exponent);
    }
  }
}
