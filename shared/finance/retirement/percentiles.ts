/** Cells to a doubling, and doublings counted apart from 1 up; what is beyond shares the last cell. */
const BITS = 6;
const OCTAVES = 64;
const CELLS = (OCTAVES << BITS) + 1;
const FEW = 256;

const one = new Uint32Array(new Float64Array([1]).buffer);
// Which half of a double holds the exponent depends on the machine's byte order.
const HIGH = one[1] === 0 ? 0 : 1;
const FIRST = (one[HIGH] ?? 0) >>> (20 - BITS);

const counts = new Uint32Array(CELLS);
const slotOf = new Uint8Array(CELLS);

/**
 * Quantiles of `values` at ascending `probabilities` (0 to 1; at most 100 of them), by linear interpolation between order
 * statistics (type 7 of Hyndman & Fan, The American Statistician 50(4), 1996: what R and numpy do by default). Leaves
 * `values` as they are, which must not be empty or hold NaN. Exact, in linear time for values of zero or more: they are
 * counted by exponent and leading digits, and only the cells that hold a wanted rank are looked into.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const last = values.length - 1;
  const positions = probabilities.map((probability) => probability * last);
  const ranks = positions.flatMap((position) => [Math.floor(position), Math.min(last, Math.floor(position) + 1)]);
  const found = ranked(values, ranks);
  return positions.map((position, index) => {
    const low = found[2 * index] ?? NaN;
    const high = found[2 * index + 1] ?? NaN;
    return low === high ? low : low + (position - Math.floor(position)) * (high - low);
  });
}

/** The value at `rank` (0 is the least) of `values`, as `quantiles` finds it. */
export function atRank(values: Float64Array, rank: number): number {
  return ranked(values, [rank])[0] ?? NaN;
}

/** The values at ascending ranks. */
function ranked(values: Float64Array, ranks: readonly number[]): number[] {
  return (
    (areAlike(values) ? atTheEnds(values, ranks) : null) ??
    (values.length > FEW ? byCounting(values, ranks) : null) ??
    bySorting(values, ranks)
  );
}

/** Values looked at to see whether most are the same. */
const SAMPLE = 32;

/** Whether it is likely that most values are one of two: half of some of them are. Only speed depends on it. */
function areAlike(values: Float64Array): boolean {
  const every = Math.max(1, Math.floor(values.length / SAMPLE));
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < values.length; at += every) {
    const value = values[at] ?? NaN;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  let alike = 0;
  let seen = 0;
  for (let at = 0; at < values.length; at += every, seen++) {
    const value = values[at] ?? NaN;
    if (value === least || value === most) alike++;
  }
  return 2 * alike >= seen;
}

/**
 * Where many values are the same, as what is spent is in every future whose money lasts: the ranks all lie among those
 * equal to the least or to the largest, and nothing has to be put in order. Null where one does not.
 */
function atTheEnds(values: Float64Array, ranks: readonly number[]): number[] | null {
  let least = Infinity;
  let most = -Infinity;
  let lows = 0;
  let highs = 0;
  for (const value of values) {
    if (value <= least) {
      lows = value === least ? lows + 1 : 1;
      least = value;
    }
    if (value >= most) {
      highs = value === most ? highs + 1 : 1;
      most = value;
    }
  }
  const firstHigh = values.length - highs;
  if (!ranks.every((rank) => rank < lows || rank >= firstHigh)) return null;
  return ranks.map((rank) => (rank < lows ? least : most));
}

function bySorting(values: Float64Array, ranks: readonly number[]): number[] {
  const sorted = values.toSorted();
  return ranks.map((rank) => sorted[rank] ?? NaN);
}

/** Null where a value is negative. */
function byCounting(values: Float64Array, ranks: readonly number[]): number[] | null {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  counts.fill(0);
  let signs = 0;
  for (let at = HIGH; at < words.length; at += 2) {
    const word = words[at] ?? 0;
    signs |= word;
    const cell = cellOf(word);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  if (signs < 0) return null;

  // The cells that hold the ranks: a slot each, counted from 1.
  slotOf.fill(0);
  const slots: { below: number; values: Float64Array; taken: number }[] = [];
  let cell = 0;
  let below = 0;
  const places = ranks.map((rank) => {
    while (below + (counts[cell] ?? 0) <= rank) below += counts[cell++] ?? 0;
    if (slotOf[cell] === 0) {
      slotOf[cell] = slots.push({ below, values: new Float64Array(counts[cell] ?? 0), taken: 0 });
    }
    return (slotOf[cell] ?? 0) - 1;
  });

  for (let at = HIGH, index = 0; at < words.length; at += 2, index++) {
    const slot = slotOf[cellOf(words[at] ?? 0)] ?? 0;
    if (slot === 0) continue;
    const held = slots[slot - 1];
    if (held !== undefined) held.values[held.taken++] = values[index] ?? 0;
  }
  for (const slot of slots) slot.values.sort();
  return ranks.map((rank, index) => {
    const slot = slots[places[index] ?? 0];
    return slot?.values[rank - slot.below] ?? NaN;
  });
}

/** The cell of a value of zero or more, by the high word of its bits: 0 for less than one. */
function cellOf(word: number): number {
  const cell = (word >>> (20 - BITS)) - FIRST + 1;
  return cell <= 0 ? 0 : cell >= CELLS ? CELLS - 1 : cell;
}

/** The numbers of a list. Its own filter would make an object of each, 16 bytes of a million; it is itself where all are numbers. */
export function withoutGaps(values: Float64Array): Float64Array {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) count++;
  if (count === values.length) return values;
  const kept = new Float64Array(count);
  let next = 0;
  for (const value of values) if (!Number.isNaN(value)) kept[next++] = value;
  return kept;
}
