import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import { cholesky } from '../market-assumptions/cholesky.ts';
import { logCorrelation, logLaw } from '../market-assumptions/lognormal.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { exp } from '../random/exponential.ts';
import { fillNormals } from '../random/normal.ts';
import { startStream } from '../random/stream.ts';

/** No projection has so many paths: this stream is the risk figures' own. */
const PATH = 2 ** 52;

/**
 * Simulated returns of one year, sorted, lowest first, of correlated lognormal asset classes. The same seed gives the same
 * years anywhere.
 */
export function simulateYear(
  weights: Record<AssetClass, number>,
  assumptions: MarketAssumptions,
  { draws, seed }: { draws: number; seed: number },
): Float64Array {
  const held = assetClasses.filter((key) => weights[key] !== 0);
  const size = held.length;
  const laws = held.map((key) => logLaw(assumptions.classes[key].mean, assumptions.classes[key].volatility));
  const correlations = Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    const [one, other] = [held[row], held[column]];
    const [first, second] = [laws[row], laws[column]];
    if (row === column || one === undefined || other === undefined || first === undefined || second === undefined)
      return 1;
    return logCorrelation(assumptions.correlation(one, other), first, second);
  });
  const lower = cholesky(correlations, size);
  const state = new Int32Array(4);
  startStream(state, seed, PATH);
  const normals = new Float64Array(draws * size);
  fillNormals(state, normals, 0, normals.length);

  const mu = Float64Array.from(laws, (law) => law.mu);
  const sigma = Float64Array.from(laws, (law) => law.sigma);
  const shares = Float64Array.from(held, (key) => weights[key]);
  const returns = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const from = draw * size;
    let growth = 0;
    for (let row = 0; row < size; row += 1) {
      let z = 0;
      for (let column = 0; column <= row; column += 1)
        z += (lower[row * size + column] ?? 0) * (normals[from + column] ?? 0);
      growth += (shares[row] ?? 0) * (exp((mu[row] ?? 0) + (sigma[row] ?? 0) * z) - 1);
    }
    returns[draw] = growth;
  }
  return returns.sort();
}
