// Vectors and metadata made up from a seed, the same in every run.

export const DIMENSION = 384;
const KINDS = ['note', 'article', 'filing', 'page'];
const TICKERS = ['VTI', 'BND', 'AAPL', 'MSFT', 'VXUS', 'GLD', 'TLT', 'NVDA'];

/** Numbers from 0 to 1. Source: Tommy Ettinger's mulberry32 (public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A vector of length 1, in any direction. */
export function randomVector(random: () => number): number[] {
  const values = Array.from({ length: DIMENSION }, () => random() + random() + random() - 1.5);
  const length = Math.hypot(...values);
  return values.map((value) => Math.fround(value / length));
}

/** What a passage has beside its vector: about 200 bytes to filter by and 1 KB of text. */
export function passageMetadata(i: number): Record<string, string | number | string[]> {
  return {
    kind: KINDS[i % KINDS.length] ?? '',
    tickers: [TICKERS[i % TICKERS.length] ?? '', TICKERS[(i * 3 + 1) % TICKERS.length] ?? ''],
    published: 20_250_101 + (i % 28),
    fetched: 1_760_000_000 + Math.floor(i / 5),
    document: `document-${Math.floor(i / 5)}`,
    title: `Passage ${i}`,
    url: `https://example.com/${Math.floor(i / 5)}`,
    text: `Passage ${i}. `.repeat(70),
  };
}
