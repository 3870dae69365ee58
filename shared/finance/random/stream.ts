import { threefry4x32 } from './threefry.ts';

/**
 * What a stream of random numbers is for. Each purpose of a path has its own stream, so that a plan that needs one kind
 * of draw more leaves the others untouched: two plans compared under one seed differ by the plans alone.
 */
export const purposes = {
  market: 0,
  inflation: 1,
  mortality: 2,
  partnerMortality: 3,
  resampling: 4,
  tails: 5,
} as const;
export type Purpose = (typeof purposes)[keyof typeof purposes];

/**
 * Sets `state` (four words, for xoshiro128**) to the start of one path's stream. `seed` is a whole number below 2^53 in
 * size, `path` a whole number from 0 to 2^53.
 *
 * The state is Threefry-4x32-20 of key (seed, purpose) and counter (path): a bijection, so no two paths of one seed start
 * at the same place. Streams are stretches of one cycle of 2^128 - 1: the chance that any two of n streams of length L
 * overlap is below n^2 L / 2^128, which for a million paths of ten thousand draws is 3e-23.
 */
export function startStream(state: Int32Array, seed: number, path: number, purpose: Purpose = purposes.market): void {
  threefry4x32(seed | 0, high(seed), purpose, 0, path | 0, high(path), 0, 0, state);
  // The all-zero state is the one xoshiro cannot leave; one counter in 2^128 maps to it.
  if (state[0] === 0 && state[1] === 0 && state[2] === 0 && state[3] === 0) state[0] = 1;
}

/** The words above the lowest 32 bits. */
const high = (value: number): number => Math.floor(value / 2 ** 32) | 0;
