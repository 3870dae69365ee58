import type { AssetClass } from '../../../schemas/classification.ts';
import { cholesky } from '../../market-assumptions/cholesky.ts';
import { logCorrelation, logLaw } from '../../market-assumptions/lognormal.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { expInRange } from '../../random/exponential.ts';
import { fillNormals } from '../../random/normal.ts';
import { startStream } from '../../random/stream.ts';

/** Writes the yearly growth factors of `paths` paths from `firstPath` into `out`, laid out [path][year][class]. */
export type FillGrowth = (out: Float64Array, firstPath: number, paths: number, years: number) => void;

/**
 * Correlated lognormal yearly growth factors (1 + nominal return) of `classes`, independent from year to year. Moments
 * and correlations are those of the assumptions exactly: they are converted to the logarithms' own. Each path has its own
 * stream, so a path is the same whatever the block it is computed in.
 */
export function lognormalReturns(
  assumptions: MarketAssumptions,
  classes: readonly AssetClass[],
  seed: number,
): FillGrowth {
  const size = classes.length;
  const laws = classes.map((key) => logLaw(assumptions.classes[key].mean, assumptions.classes[key].volatility));
  const correlations = new Float64Array(size * size);
  laws.forEach((one, row) => {
    laws.forEach((other, column) => {
      const rho = assumptions.correlation(classes[row] ?? 'cash', classes[column] ?? 'cash');
      correlations[row * size + column] = row === column ? 1 : logCorrelation(rho, one, other);
    });
  });
  const mu = Float64Array.from(laws, (law) => law.mu);
  const loading = cholesky(correlations, size).map(
    (entry, index) => entry * (laws[Math.floor(index / size)]?.sigma ?? 0),
  );
  const state = new Int32Array(4);

  return (out, firstPath, paths, years) => {
    const row = years * size;
    for (let path = 0; path < paths; path++) {
      startStream(state, seed, firstPath + path);
      fillNormals(state, out, path * row, (path + 1) * row);
    }
    correlate(out, paths * row, mu, loading, size);
  };
}

/** Turns `length` independent normals, in groups of `size`, into growth factors in place, the last of a group first. */
function correlate(out: Float64Array, length: number, mu: Float64Array, loading: Float64Array, size: number): void {
  for (let start = 0; start < length; start += size) {
    for (let row = size - 1; row >= 0; row--) {
      let exponent = mu[row] ?? 0;
      for (let column = 0; column <= row; column++) {
        exponent += (loading[row * size + column] ?? 0) * (out[start + column] ?? 0);
      }
      out[start + row] = expInRange(exponent);
    }
  }
}
