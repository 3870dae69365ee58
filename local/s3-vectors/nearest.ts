import { euclideanLength, type DistanceMetric, type VectorMatrix } from './vector-matrix.ts';

export interface Neighbour {
  readonly row: number;
  /** Cosine: 1 - cosine, 0 to 2. Euclidean: the length of the difference. */
  readonly distance: number;
}

/**
 * The `k` nearest rows, nearest first, by looking at every row: exact, so that recall is 1. Sums are in double precision.
 *
 * @param matches rows for which it is false are passed over; it is asked before anything is computed
 * @param before which of two rows at the same distance comes first
 */
export function nearest(
  matrix: VectorMatrix,
  query: Float32Array,
  options: {
    k: number;
    metric: DistanceMetric;
    matches?: (row: number) => boolean;
    before: (a: number, b: number) => boolean;
  },
): Neighbour[] {
  const { k, metric, matches, before } = options;
  const { dimension, rowsPerBlock } = matrix;
  const cosine = metric === 'cosine';
  const length = euclideanLength(query);
  const wanted = Float64Array.from(query, (value) => (cosine ? value / length : value));
  const found: { row: number; distance: number }[] = [];
  let furthest = Infinity;

  for (const [number, { floats, live, scale }] of matrix.blocks.entries()) {
    for (let index = 0; index < rowsPerBlock; index += 1) {
      if (live[index] !== 1) continue;
      const row = number * rowsPerBlock + index;
      if (matches?.(row) === false) continue;
      const at = index * dimension;
      // Euclidean distances are compared squared.
      const distance = cosine
        ? Math.max(0, 1 - dot(wanted, floats, at, dimension) * (scale[index] ?? 0))
        : squaredDifference(wanted, floats, at, dimension);
      if (distance > furthest) continue;
      insert({ row, distance });
    }
  }

  function insert(one: Neighbour): void {
    let place = found.length;
    for (; place > 0; place -= 1) {
      const other = found[place - 1];
      if (other === undefined || other.distance < one.distance) break;
      if (other.distance === one.distance && before(other.row, one.row)) break;
    }
    if (place >= k) return;
    found.splice(place, 0, one);
    if (found.length > k) found.pop();
    if (found.length === k) furthest = found.at(-1)?.distance ?? Infinity;
  }

  return cosine ? found : found.map(({ row, distance }) => ({ row, distance: Math.sqrt(distance) }));
}

/** Four sums side by side: the processor need not wait for one addition before the next. */
function dot(query: Float64Array, floats: Float32Array, at: number, dimension: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < dimension; i += 4) {
    a += (query[i] ?? 0) * (floats[at + i] ?? 0);
    b += (query[i + 1] ?? 0) * (floats[at + i + 1] ?? 0);
    c += (query[i + 2] ?? 0) * (floats[at + i + 2] ?? 0);
    d += (query[i + 3] ?? 0) * (floats[at + i + 3] ?? 0);
  }
  for (; i < dimension; i += 1) a += (query[i] ?? 0) * (floats[at + i] ?? 0);
  return a + b + (c + d);
}

function squaredDifference(query: Float64Array, floats: Float32Array, at: number, dimension: number): number {
  let a = 0;
  let b = 0;
  let i = 0;
  for (; i + 1 < dimension; i += 2) {
    const one = (query[i] ?? 0) - (floats[at + i] ?? 0);
    const other = (query[i + 1] ?? 0) - (floats[at + i + 1] ?? 0);
    a += one * one;
    b += other * other;
  }
  if (i < dimension) a += ((query[i] ?? 0) - (floats[at + i] ?? 0)) ** 2;
  return a + b;
}
