import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { nextUniform } from './xoshiro128.ts';

// A binding of the module's own: looking up a global a billion times is slow where globals are intercepted.
const { imul } = Math;

/**
 * Standard normal numbers by the ziggurat method: 256 layers of equal area under exp(-x^2/2); 98.8 % of draws cost one
 * random word, one multiplication and one comparison. Marsaglia & Tsang, "The ziggurat method for generating random
 * variables", Journal of Statistical Software 5(8), 2000, with Doornik's correction (2005): the layer and the abscissa
 * come from different bits of the word (8 and 24 of them), and the tail is sampled exactly (Marsaglia 1964).
 */
const LAYERS = 256;
/** Where the tail begins, and the area of each layer: the solution for 256 layers, from the paper. */
const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;
const SCALE = 2 ** 23;

const density = (x: number): number => exp(-0.5 * x * x);

/** Right edge of each layer, from the bottom; edge[256] = 0. Layer 0 holds the tail and is widened to keep its area. */
const edge = new Float64Array(LAYERS + 1);
edge[0] = AREA / density(TAIL);
edge[1] = TAIL;
for (let layer = 2; layer < LAYERS; layer++) {
  const below = edge[layer - 1] ?? 0;
  edge[layer] = Math.sqrt(-2 * log(AREA / below + density(below)));
}
const height = edge.map(density);
const width = edge.map((x) => x / SCALE);
/** An abscissa of fewer than this many units is under the curve for certain. */
const certain = Int32Array.from(edge, (x, layer) => Math.floor(((edge[layer + 1] ?? 0) / x) * SCALE) || 0);

/**
 * Fills `out[from..to)` with independent standard normals from the xoshiro128** `state`, which moves forward. The same
 * state gives the same numbers everywhere.
 */
export function fillNormals(state: Int32Array, out: Float64Array, from: number, to: number): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  // nextUint32 of xoshiro128.ts, written out so that the state stays in registers over the whole loop.
  for (let index = from; index < to;) {
    const product = imul(b, 5);
    const word = imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    const layer = word & (LAYERS - 1);
    const units = word >> 8;
    const x = units * (width[layer] ?? 0);
    if ((units < 0 ? -units : units) < (certain[layer] ?? 0)) {
      out[index++] = x;
      continue;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
    const settled = settle(state, layer, x);
    a = state[0];
    b = state[1];
    c = state[2];
    d = state[3];
    if (!Number.isNaN(settled)) out[index++] = settled;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** The rare draw, at the edge of a layer or in the tail: the number it settles on, or NaN to draw again. */
function settle(state: Int32Array, layer: number, x: number): number {
  if (layer > 0) {
    const low = height[layer] ?? 0;
    const high = height[layer + 1] ?? 1;
    return low + nextUniform(state) * (high - low) < density(x) ? x : NaN;
  }
  let beyond: number;
  let other: number;
  do {
    beyond = -log(nextUniform(state)) / TAIL;
    other = -log(nextUniform(state));
  } while (other + other < beyond * beyond);
  return x < 0 ? -TAIL - beyond : TAIL + beyond;
}
