/**
 * Threefry-4x32-20: a counter-based generator. A key and a counter go in, four 32-bit words come out; for one key it is a
 * bijection, so two different counters never give the same four words.
 *
 * Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 4.2; the rotation
 * constants are those of its 4x32 variant, the parity word that of the Skein family at 32 bits.
 */
const ROTATIONS = {
  even: [10, 26, 11, 21, 13, 27, 23, 5],
  odd: [6, 20, 17, 11, 25, 10, 18, 20],
} as const;
const PARITY = 0x1bd11bda;
/** Four rounds, then the key is added in: five times, twenty rounds. */
const GROUPS = 5;

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * Writes the four words that a key (four words, `k`) and a counter (four words, `c`) give into `out[0..3]`, signed 32-bit
 * (use `>>> 0` for unsigned). The words come one by one because an array for each would cost as much as the rounds.
 */
export function threefry4x32(
  k0: number,
  k1: number,
  k2: number,
  k3: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  out: Int32Array,
): void {
  let k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  let c = (c2 + k2) | 0;
  let d = (c3 + k3) | 0;
  for (let group = 1; group <= GROUPS; group++) {
    const by = (group & 1) === 1 ? ROTATIONS.even : ROTATIONS.odd;
    a = (a + b) | 0;
    c = (c + d) | 0;
    b = rotate(b, by[0]) ^ a;
    d = rotate(d, by[1]) ^ c;
    a = (a + d) | 0;
    c = (c + b) | 0;
    d = rotate(d, by[2]) ^ a;
    b = rotate(b, by[3]) ^ c;
    a = (a + b) | 0;
    c = (c + d) | 0;
    b = rotate(b, by[4]) ^ a;
    d = rotate(d, by[5]) ^ c;
    a = (a + d) | 0;
    c = (c + b) | 0;
    d = rotate(d, by[6]) ^ a;
    b = rotate(b, by[7]) ^ c;
    const first = k0;
    k0 = k1;
    k1 = k2;
    k2 = k3;
    k3 = k4;
    k4 = first;
    a = (a + k0) | 0;
    b = (b + k1) | 0;
    c = (c + k2) | 0;
    d = (d + k3 + group) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}
