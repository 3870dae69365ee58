import { describe, expect, test } from '@jest/globals';
import { exp } from '../../../shared/finance/random/exponential.ts';
import { log } from '../../../shared/finance/random/logarithm.ts';
import { startStream } from '../../../shared/finance/random/stream.ts';
import { threefry4x32 } from '../../../shared/finance/random/threefry.ts';
import { nextUint32, nextUniform } from '../../../shared/finance/random/xoshiro128.ts';

describe('the generators give the numbers of their publications', () => {
  // Random123 1.x, file kat_vectors, "threefry4x32 20": zeros, ones, digits of pi.
  const ones = 0xffffffff | 0;
  type FourWords = [number, number, number, number];
  const known: [FourWords, FourWords, number[]][] = [
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8],
    ],
    [
      [ones, ones, ones, ones],
      [ones, ones, ones, ones],
      [0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732],
    ],
    [
      [0xa4093822 | 0, 0x299f31d0, 0x082efa98, 0xec4e6c89 | 0],
      [0x243f6a88, 0x85a308d3 | 0, 0x13198a2e, 0x03707344],
      [0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84],
    ],
  ];
  test.each(known)('Threefry-4x32-20, key %p', (key, counter, expected) => {
    const out = new Int32Array(4);
    threefry4x32(...key, ...counter, out);
    expect([...out].map((word) => word >>> 0)).toEqual(expected);
  });

  test('xoshiro128**, from the state 1 2 3 4', () => {
    // Output of the authors' xoshiro128starstar.c, version 1.1, as printed in the tests of Rust's rand_xoshiro.
    const state = new Int32Array([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => nextUint32(state))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('streams', () => {
  const start = (seed: number, path: number): Int32Array => {
    const state = new Int32Array(4);
    startStream(state, seed, path);
    return state;
  };

  test('no state comes back within 10^7 draws', () => {
    // The step is invertible, so the first state to come back would be the very first one.
    const first = start(1, 0);
    const state = first.slice();
    let repeats = 0;
    for (let draw = 0; draw < 1e7; draw++) {
      nextUint32(state);
      if (state[0] === first[0] && state[1] === first[1] && state[2] === first[2]) repeats++;
    }
    expect(repeats).toBe(0);
  });

  test('no stream runs into the start of another', () => {
    // Two stretches of one cycle overlap only where one holds the other's start.
    const starts = new Map(Array.from({ length: 20_000 }, (_, path) => [start(7, path).join(), path]));
    expect(starts.size).toBe(20_000);
    const firstWords = new Set([...starts.keys()].map((words) => Number(words.split(',')[0])));
    let met = 0;
    for (let path = 0; path < 500; path++) {
      const state = start(7, path);
      for (let draw = 0; draw < 5_000; draw++) {
        nextUint32(state);
        if (firstWords.has(state[0] ?? 0) && starts.has(state.join())) met++;
      }
    }
    expect(met).toBe(0);
  });

  test('seeds, paths and signs that differ start elsewhere', () => {
    const seeds = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, -(2 ** 32), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
    const starts = seeds.flatMap((seed) => [0, 1, 2 ** 32].map((path) => start(seed, path).join()));
    expect(new Set(starts).size).toBe(starts.length);
  });

  test('neighbouring paths are not correlated', () => {
    const n = 100_000;
    let sum = 0;
    for (let path = 0; path < n; path++) {
      sum += (nextUniform(start(3, path)) - 0.5) * (nextUniform(start(3, path + 1)) - 0.5);
    }
    // Each product has standard deviation 1/12.
    expect(Math.abs((sum / n) * 12 * Math.sqrt(n))).toBeLessThan(3);
  });
});

describe('elementary functions agree with the built-in ones to the last digits', () => {
  test('exp', () => {
    let worst = 0;
    for (let x = -700; x < 700; x += 0.0137) worst = Math.max(worst, Math.abs(exp(x) / Math.exp(x) - 1));
    expect(worst).toBeLessThan(7e-16);
    expect([exp(0), exp(710), exp(-746), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([
      1,
      Infinity,
      0,
      0,
      Infinity,
      NaN,
    ]);
  });

  test('log', () => {
    let worst = 0;
    for (let x = 1e-300; x < 1e300; x *= 1.0137) worst = Math.max(worst, Math.abs(log(x) / Math.log(x) - 1));
    expect(worst).toBeLessThan(5e-16);
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
  });
});
