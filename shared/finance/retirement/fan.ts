import { quantiles } from './percentiles.ts';

/**
 * Collects, row by row (a row is an age), the values of all paths, and gives their quantiles. Few values are kept as they
 * are; many are counted in cells 2^-10 wide in proportion, so that a million paths take no more memory than a thousand and
 * a quantile is off by less than 0.1 %. Values are zero or more; NaN is no value.
 */
export interface Fan {
  /** Takes `count` values of each row from `block[row * stride ..]`. */
  absorb: (block: Float64Array, stride: number, count: number) => void;
  /** Takes what another fan of the same shape collected, whose memory may be this one's from then on. */
  merge: (state: FanState) => void;
  state: () => FanState;
  /** Quantiles of a row at ascending probabilities, and how many values it has; empty where it has none. */
  read: (row: number, probabilities: readonly number[]) => number[];
  /** The share of a row's values that are not below `least`, more than zero; 0 where it has none. */
  share: (row: number, least: number) => number;
  count: (row: number) => number;
}

/** What a fan has collected, in a form that can be sent to another thread. */
export interface FanState {
  counts: Uint32Array;
  kept: Float64Array | null;
  /** By row and octave, [row * OCTAVES + octave]; null where nothing was counted. */
  cells: (Uint32Array | null)[] | null;
  extremes: Float64Array;
}

/** Values kept one by one at most; beyond, they are counted in cells. */
const KEEP = 4_000_000;
const BITS = 10;
const OCTAVES = 50;
const WIDTH = 1 << BITS;
const CELLS = OCTAVES << BITS;
const NONE = new Uint32Array(WIDTH);

const { isNaN } = Number;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;
const BASE = (words[HIGH] ?? 0) >>> (20 - BITS);

/** The cell of a value: 0 for less than one, then 2^10 cells for every doubling. */
function cellOf(value: number): number {
  if (value < 1) return 0;
  float[0] = value;
  return Math.min(CELLS - 1, ((words[HIGH] ?? 0) >>> (20 - BITS)) - BASE + 1);
}

function edgeOf(cell: number): number {
  if (cell <= 0) return 0;
  const octave = (cell - 1) >> BITS;
  return 2 ** octave * (1 + ((cell - 1) & ((1 << BITS) - 1)) / (1 << BITS));
}

/** A fan of `rows` rows that will take up to `paths` values each, as a part of `all` paths (which decide how exact it is). */
export function createFan(rows: number, paths: number, all = paths): Fan {
  const exact = rows * all <= KEEP;
  const counts = new Uint32Array(rows);
  const kept = exact ? new Float64Array(rows * paths) : null;
  // Balances of one age lie within some doublings of each other: most octaves stay without a value, and take no memory.
  const cells = exact ? null : Array.from({ length: rows * OCTAVES }, (): Uint32Array | null => null);
  const extremes = new Float64Array(2 * rows).fill(NaN);

  const keepRow = (into: Float64Array, row: number, values: Float64Array, from: number, count: number): void => {
    let at = row * paths + (counts[row] ?? 0);
    for (let index = from; index < from + count; index++) {
      const value = values[index] ?? NaN;
      into[at] = value;
      // The next value takes the place of one that is none.
      if (!isNaN(value)) at++;
    }
    counts[row] = at - row * paths;
  };

  const octaveOf = (into: (Uint32Array | null)[], place: number): Uint32Array =>
    (into[place] ??= new Uint32Array(WIDTH));

  const countRow = (
    into: (Uint32Array | null)[],
    row: number,
    values: Float64Array,
    from: number,
    count: number,
  ): void => {
    for (let index = from; index < from + count; index++) {
      const value = values[index] ?? NaN;
      if (isNaN(value)) continue;
      const cell = cellOf(value);
      const octave = octaveOf(into, row * OCTAVES + (cell >> BITS));
      octave[cell & (WIDTH - 1)] = (octave[cell & (WIDTH - 1)] ?? 0) + 1;
      counts[row] = (counts[row] ?? 0) + 1;
      widen(row, value);
    }
  };

  const widen = (row: number, value: number): void => {
    if (!(value >= (extremes[2 * row] ?? NaN))) extremes[2 * row] = value;
    if (!(value <= (extremes[2 * row + 1] ?? NaN))) extremes[2 * row + 1] = value;
  };

  const absorbRow = (row: number, values: Float64Array, from: number, count: number): void => {
    if (kept !== null) keepRow(kept, row, values, from, count);
    else if (cells !== null) countRow(cells, row, values, from, count);
  };

  return {
    absorb: (block, stride, count) => {
      for (let row = 0; row < rows; row++) absorbRow(row, block, row * stride, count);
    },
    merge: (other) => {
      for (let row = 0; row < rows; row++) {
        const added = other.counts[row] ?? 0;
        if (kept !== null && other.kept !== null) {
          const width = other.kept.length / rows;
          absorbRow(row, other.kept, row * width, added);
          continue;
        }
        counts[row] = (counts[row] ?? 0) + added;
        if (added > 0) {
          widen(row, other.extremes[2 * row] ?? NaN);
          widen(row, other.extremes[2 * row + 1] ?? NaN);
        }
        for (let place = row * OCTAVES; place < (row + 1) * OCTAVES; place++) {
          const added = other.cells?.[place] ?? null;
          if (cells === null || added === null) continue;
          const octave = cells[place] ?? null;
          if (octave === null) cells[place] = added;
          else added.forEach((number, cell) => void (octave[cell] = (octave[cell] ?? 0) + number));
        }
      }
    },
    state: () => ({ counts, kept, cells, extremes }),
    count: (row) => counts[row] ?? 0,
    share: (row, least) => {
      const count = counts[row] ?? 0;
      if (count === 0) return 0;
      if (kept === null) return countFrom((cells ?? []).slice(row * OCTAVES, (row + 1) * OCTAVES), least) / count;
      return (
        kept.subarray(row * paths, row * paths + count).reduce((sum, one) => sum + (one >= least ? 1 : 0), 0) / count
      );
    },
    read: (row, probabilities) => {
      const count = counts[row] ?? 0;
      if (count === 0) return [];
      if (kept !== null) return quantiles(kept.subarray(row * paths, row * paths + count), probabilities);
      const counted = (cells ?? []).slice(row * OCTAVES, (row + 1) * OCTAVES);
      return fromCells(counted, count, probabilities, extremes[2 * row] ?? 0, extremes[2 * row + 1] ?? 0);
    },
  };
}

/**
 * Quantiles from counts: in a straight line within the cell, never outside the values seen. In the first cell, of less than one, it is
 * the least of them: a balance that is gone is nothing, and not some cents on the way to a dollar.
 */
function fromCells(
  cells: readonly (Uint32Array | null)[],
  count: number,
  probabilities: readonly number[],
  least: number,
  most: number,
): number[] {
  const at = (place: number): number => (cells[place >> BITS] ?? NONE)[place & (WIDTH - 1)] ?? 0;
  let cell = 0;
  let below = 0;
  return probabilities.map((probability) => {
    const rank = probability * (count - 1);
    while (cell < CELLS - 1 && below + at(cell) <= rank) below += at(cell++);
    if (cell === 0) return least;
    const within = (rank - below + 0.5) / at(cell);
    const value = edgeOf(cell) + within * (edgeOf(cell + 1) - edgeOf(cell));
    return Math.min(most, Math.max(least, value));
  });
}

/** How many values are not below `least`: of those in its own cell as many as a straight line has there. */
function countFrom(cells: readonly (Uint32Array | null)[], least: number): number {
  const own = cellOf(least);
  const within = (edgeOf(own + 1) - least) / (edgeOf(own + 1) - edgeOf(own));
  let sum = 0;
  for (let cell = own; cell < CELLS; cell += 1) {
    const number = (cells[cell >> BITS] ?? NONE)[cell & (WIDTH - 1)] ?? 0;
    sum += cell === own ? within * number : number;
  }
  return sum;
}
