/** A variable from 0 to `most`, with what it costs by the unit and what a unit of it adds to the rows it stands in. */
export interface Column {
  cost: number;
  most: number;
  adds: readonly (readonly [row: number, amount: number])[];
}

/** Below it a number is floating error. */
const HAIR = 1e-9;
/** The steepest column enters first; after so many steps the first, which ends even where steps change nothing (Bland, 1977). */
const STEEPEST = 400;
const MOST_STEPS = 2000;

/**
 * The cheapest values of the columns for which every row comes to its sum: a linear program, solved by the simplex method for bounded
 * variables (Dantzig, "Linear Programming and Extensions", 1963, chapter 18). Null where it takes too many steps, or has no end.
 *
 * @param sums of the rows, none below 0
 * @param basis by row: the column that starts as the row's sum; a unit of it adds 1 to that row and nothing to the others
 */
export function cheapest(
  columns: readonly Column[],
  sums: readonly number[],
  basis: readonly number[],
): Float64Array | null {
  const width = columns.length;
  const table = sums.map(() => new Float64Array(width));
  columns.forEach(({ adds }, at) => {
    for (const [row, amount] of adds) add(table[row], at, amount);
  });
  const values = Float64Array.from(sums);
  const chosen = [...basis];
  const most = columns.map((column) => column.most);
  /** Columns counted down from the most they may be. */
  const flipped = new Uint8Array(width);
  const costs = Float64Array.from(columns, ({ cost }) => cost);
  table.forEach((row, at) => {
    const price = columns[chosen[at] ?? -1]?.cost ?? 0;
    if (price !== 0)
      row.forEach((amount, column) => {
        add(costs, column, -price * amount);
      });
  });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const entering = enter(step < STEEPEST);
    if (entering < 0) return result();
    const { row, size } = leave(entering);
    if (size === Infinity) return null;
    if (row < 0) turn(entering);
    else pivot(row, entering);
  }
  return null;

  function enter(steepest: boolean): number {
    let best = -1;
    let least = -HAIR;
    for (let at = 0; at < width; at += 1) {
      const cost = costs[at] ?? 0;
      if (cost >= least || (most[at] ?? 0) <= 0) continue;
      best = at;
      if (!steepest) return best;
      least = cost;
    }
    return best;
  }

  /** The row whose own column first comes to an end of its span; -1 where the entering one itself does. */
  function leave(entering: number): { row: number; size: number } {
    let [row, size] = [-1, most[entering] ?? Infinity];
    for (let at = 0; at < table.length; at += 1) {
      const slope = table[at]?.[entering] ?? 0;
      const value = Math.max(0, values[at] ?? 0);
      const room =
        slope > HAIR
          ? value / slope
          : slope < -HAIR
            ? ((most[chosen[at] ?? -1] ?? Infinity) - value) / -slope
            : Infinity;
      if (room < size - HAIR || (room < size + HAIR && row >= 0 && (chosen[at] ?? 0) < (chosen[row] ?? 0))) {
        [row, size] = [at, Math.max(0, room)];
      }
    }
    return { row, size };
  }

  /** Counts a column that stands in no row's place from its other end. */
  function turn(column: number): void {
    const span = most[column] ?? 0;
    table.forEach((row, at) => {
      add(values, at, -span * (row[column] ?? 0));
      row[column] = -(row[column] ?? 0);
    });
    costs[column] = -(costs[column] ?? 0);
    flipped[column] = 1 - (flipped[column] ?? 0);
  }

  function pivot(at: number, entering: number): void {
    const row = table[at];
    if (row === undefined) return;
    const leaving = chosen[at] ?? -1;
    if ((row[entering] ?? 0) < 0) {
      // Its own column has come to the most it may be.
      for (let column = 0; column < width; column += 1) if (column !== leaving) row[column] = -(row[column] ?? 0);
      values[at] = (most[leaving] ?? 0) - (values[at] ?? 0);
      flipped[leaving] = 1 - (flipped[leaving] ?? 0);
    }
    const by = row[entering] ?? 1;
    row.forEach((amount, column) => (row[column] = amount / by));
    values[at] = (values[at] ?? 0) / by;
    table.forEach((other, index) => {
      const times = other[entering] ?? 0;
      if (index === at || times === 0) return;
      row.forEach((amount, column) => {
        add(other, column, -times * amount);
      });
      add(values, index, -times * (values[at] ?? 0));
    });
    const times = costs[entering] ?? 0;
    row.forEach((amount, column) => {
      add(costs, column, -times * amount);
    });
    chosen[at] = entering;
  }

  function result(): Float64Array {
    const found = new Float64Array(width);
    chosen.forEach((column, row) => (found[column] = Math.max(0, values[row] ?? 0)));
    return found.map((value, at) => (flipped[at] === 1 ? (most[at] ?? 0) - value : value));
  }
}

function add(to: Float64Array | undefined, at: number, amount: number): void {
  if (to !== undefined) to[at] = (to[at] ?? 0) + amount;
}
