import { InvalidInputError } from '../../../errors.ts';
import { cholesky } from '../../market-assumptions/cholesky.ts';
import { columnsOf } from './drawn.ts';
import type { Laws } from './laws.ts';

export interface Correlated {
  /** Lower triangular factor of the correlations of a step's normals, row after row. */
  loading: Float64Array;
  /** What a reader should know of them. */
  notes: string[];
}

const PATH = 'market.correlations';
/** Halvings of the share of the default correlations that can be had. */
const HALVINGS = 30;

/**
 * The factor of the correlations that a step's normals need for the years to have those of `laws`. `ofStep` takes the yearly
 * correlation of two columns to that of their normals; it lies beyond 1 where no normals give it. What a person asked for
 * and cannot be had is refused by name; the default correlations with inflation give way, all in the same proportion.
 */
export function correlate(laws: Laws, ofStep: (yearly: number, row: number, column: number) => number): Correlated {
  const columns = columnsOf(laws);
  const inflation = laws.assets.length;
  const name = (place: number): string => laws.assets[place]?.name ?? 'inflation';
  const yields = (row: number, column: number): boolean =>
    (row === inflation) !== (column === inflation) && !laws.given(row, column);
  const matrix = (share: number): Float64Array =>
    Float64Array.from({ length: columns * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      if (row === column) return 1;
      const asked = laws.correlation(row, column);
      return asked === 0 ? 0 : ofStep(yields(row, column) ? asked * share : asked, row, column);
    });

  const whole = matrix(1);
  for (let row = 0; row < columns; row++) {
    for (let column = 0; column < row; column++) {
      const needed = Math.abs(whole[row * columns + column] ?? 0);
      if (needed > 1 + 1e-9 && !yields(row, column)) {
        throw unreachable(name(column), name(row), Math.abs(laws.correlation(row, column)) / needed);
      }
    }
  }
  const first = factor(whole, columns);
  if (first !== null) return { loading: first, notes: [] };
  let [low, high] = [0, 1];
  let loading = cholesky(matrix(0), columns, PATH);
  for (let round = 0; round < HALVINGS; round++) {
    const share = (low + high) / 2;
    const next = factor(matrix(share), columns);
    if (next === null) high = share;
    else [low, loading] = [share, next];
  }
  const note =
    `The default correlations of returns with inflation cannot all be had beside the plan's own figures: ` +
    `${Math.floor(low * 100)}% of each is kept.`;
  return { loading, notes: [note] };
}

function factor(matrix: Float64Array, size: number): Float64Array | null {
  if (matrix.some((entry) => !(Math.abs(entry) <= 1 + 1e-9))) return null;
  try {
    return cholesky(matrix, size, PATH);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}

const unreachable = (one: string, other: string, most: number) =>
  new InvalidInputError(
    `No returns of this model can have the correlation asked for between "${one}" and "${other}".`,
    [
      {
        path: PATH,
        message:
          `between "${one}" and "${other}" can be at most about ${(Math.floor(most * 100) / 100).toFixed(2)} in size` +
          (other === 'inflation' ? ', because returns do not persist from year to year and inflation does' : ''),
      },
    ],
  );
