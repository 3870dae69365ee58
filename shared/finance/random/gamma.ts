import { log } from './logarithm.ts';
import { fillNormals } from './normal.ts';
import { nextUniform } from './xoshiro128.ts';

const normal = new Float64Array(1);

/**
 * A draw from the gamma distribution of shape `shape` (1 or more) and scale 1: the rejection method of Marsaglia & Tsang,
 * "A simple method for generating gamma variables", ACM Transactions on Mathematical Software 26(3), 2000.
 */
export function nextGamma(state: Int32Array, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    fillNormals(state, normal, 0, 1);
    const x = normal[0] ?? 0;
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    if (log(nextUniform(state)) < 0.5 * x * x + d - d * cube + d * log(cube)) return d * cube;
  }
}
