export const WIDTH = 384;
/** How many of the 384 numbers a feature changes. */
const SPREAD = 8;

/**
 * Adds a feature (a stem, a piece of a word …) to a vector: eight numbers chosen by its hash, up or down by its hash. Two features
 * share a number now and then, in a random direction, so that what they add to a cosine is 0 on average (feature hashing with
 * signs: Weinberger and others, ICML 2009).
 *
 * @param amount length of what is added
 */
export function addFeature(vector: Float64Array, feature: string, amount: number): void {
  let state = hash(feature);
  const step = amount / Math.sqrt(SPREAD);
  for (let i = 0; i < SPREAD; i += 1) {
    state = scrambled(state + 0x9e37_79b9);
    const place = (state >>> 1) % WIDTH;
    vector[place] = (vector[place] ?? 0) + ((state & 1) === 1 ? step : -step);
  }
}

/** FNV-1a of the UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3, 32 bits. */
function scrambled(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
