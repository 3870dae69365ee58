/**
 * xoshiro128**: 128 bits of state, period 2^128 - 1, four-dimensionally equidistributed, fast in JavaScript because it
 * needs 32-bit words only. Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions
 * on Mathematical Software 47(4), 2021.
 *
 * The state is four words in an `Int32Array`, not all zero; every function here moves it forward in place.
 */

const { imul } = Math;

/** The next 32 random bits, as an unsigned integer. */
export function nextUint32(state: Int32Array): number {
  const a = state[0] ?? 0;
  const b = state[1] ?? 0;
  const c = (state[2] ?? 0) ^ a;
  const d = (state[3] ?? 0) ^ b;
  const product = imul(b, 5);
  state[1] = b ^ c;
  state[0] = a ^ d;
  state[2] = c ^ (b << 9);
  state[3] = (d << 11) | (d >>> 21);
  return imul((product << 7) | (product >>> 25), 9) >>> 0;
}

/** A uniform number strictly between 0 and 1: the midpoints of 2^32 equal cells. */
export function nextUniform(state: Int32Array): number {
  return (nextUint32(state) + 0.5) * 2 ** -32;
}
