/**
 * Natural logarithm from the four operations alone, for the same reason as `exp`: the same bits on every machine.
 * Relative error below 3e-16 away from 1, absolute error below 1e-16 near it.
 *
 * Method: x = 2^k m with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh(s), s = (m - 1)/(m + 1), by the odd series in s,
 * |s| < 0.1716, to s^21 (Abramowitz & Stegun 4.1.27).
 */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

const float = new Float64Array(1);
const bits = new Uint32Array(float.buffer);
// Which half of a double holds the exponent depends on the machine's byte order.
float[0] = 1;
const HIGH = bits[1] === 0 ? 0 : 1;

/** ln x; -Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  let m = x;
  if (m < 2 ** -1022) {
    m *= 2 ** 54;
    k -= 54;
  }
  float[0] = m;
  const high = bits[HIGH] ?? 0;
  k += (high >>> 20) - 1023;
  bits[HIGH] = (high & 0xfffff) | 0x3ff00000;
  m = float[0];
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const q = s * s;
  let series = 1 / 21;
  for (let odd = 19; odd >= 3; odd -= 2) series = series * q + 1 / odd;
  return k * LN2_HIGH + (2 * s + (2 * s * q * series + k * LN2_LOW));
}
