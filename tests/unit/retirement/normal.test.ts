import { describe, expect, test } from '@jest/globals';
import { fillNormals } from '../../../shared/finance/random/normal.ts';
import { startStream } from '../../../shared/finance/random/stream.ts';

/** Standard normal distribution function: the series of Marsaglia (2004) in the middle, Mills' continued fraction beyond. */
function phi(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) > 5) {
    let fraction = Math.abs(x);
    for (let term = 40; term >= 1; term--) fraction = Math.abs(x) + term / fraction;
    return x < 0 ? density / fraction : 1 - density / fraction;
  }
  let sum = x;
  for (let term = x, odd = 3; Math.abs(term) > 1e-17 && odd < 400; odd += 2) sum += term = (term * x * x) / odd;
  return 0.5 + sum * density;
}

const N = 1_000_000;
const sample = new Float64Array(N);
const state = new Int32Array(4);
for (let path = 0; path < 1000; path++) {
  startStream(state, 20261120, path);
  fillNormals(state, sample, path * 1000, path * 1000 + 1000);
}
/** The costly comparisons take the first quarter of them. */
const M = N / 4;
const sorted = sample.slice(0, M).sort();

describe('a million normals', () => {
  test('have the moments of the standard normal within four standard errors', () => {
    const sums = new Float64Array(7);
    for (const x of sample) {
      for (let power = 1, value = x; power < 7; power++, value *= x) sums[power] = (sums[power] ?? 0) + value;
    }
    const moment = (power: number) => (sums[power] ?? NaN) / N;
    // Standard errors of raw moments: sqrt((E x^2k - (E x^k)^2) / n) with E x^2..x^12 = 1, 3, 15, 105, 945, 10395.
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / N));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / N));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N));
    expect(Math.abs(moment(6) - 15)).toBeLessThan(4 * Math.sqrt(10170 / N));
  });

  test('pass Kolmogorov-Smirnov and Anderson-Darling against the exact distribution', () => {
    let gap = 0;
    let squared = 0;
    for (let rank = 0; rank < M; rank++) {
      const below = phi(sorted[rank] ?? 0);
      gap = Math.max(gap, Math.abs(below - rank / M), Math.abs((rank + 1) / M - below));
      squared += (2 * rank + 1) * (Math.log(below) + Math.log(phi(-(sorted[M - 1 - rank] ?? 0))));
    }
    // 1 % points of the two statistics: 1.628 / sqrt(n), and 3.857 (Stephens, JASA 69, 1974, fully specified case).
    expect(gap * Math.sqrt(M)).toBeLessThan(1.628);
    expect(-M - squared / M).toBeLessThan(3.857);
  });

  test.each([2, 3, 3.6541528853610088, 4, 4.5])('are as often beyond %p as they should', (limit) => {
    const expected = 2 * phi(-limit) * N;
    let count = 0;
    for (const x of sample) if (Math.abs(x) > limit) count++;
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  test('follow each other without serial correlation', () => {
    let lag = 0;
    for (let index = 1; index < N; index++) lag += (sample[index] ?? 0) * (sample[index - 1] ?? 0);
    expect(Math.abs(lag / Math.sqrt(N))).toBeLessThan(4);
  });

  test('are the same to the last bit as when this was written', () => {
    startStream(state, 42, 0);
    const first = new Float64Array(4);
    fillNormals(state, first, 0, 4);
    expect([...first]).toMatchInlineSnapshot(`
      [
        0.07405880898468048,
        1.2451993015770064,
        -1.8322160258154494,
        -0.9272706573290537,
      ]
    `);
  });
});
