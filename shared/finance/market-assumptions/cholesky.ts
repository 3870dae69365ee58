import { InvalidInputError } from '../../errors.ts';

/** Pivots below this are taken as zero: a class that others determine (or that has no volatility) is allowed. */
const TOLERANCE = 1e-12;

/**
 * Lower triangular L with L L' = matrix, row after row in one array, for a symmetric positive semidefinite matrix of
 * `size` rows. Golub & Van Loan, Matrix Computations, 4th ed., section 4.2. Throws InvalidInputError, naming `path`, for
 * a matrix that no set of returns can have.
 */
export function cholesky(matrix: Float64Array, size: number, path = 'correlation'): Float64Array {
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number): number => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let inner = 0; inner < column; inner++) rest -= at(row, inner) * at(column, inner);
      if (row === column) {
        if (rest < -TOLERANCE) throw notPositive(path);
        lower[row * size + row] = rest > TOLERANCE ? Math.sqrt(rest) : 0;
      } else {
        const pivot = at(column, column);
        if (pivot === 0 && Math.abs(rest) > Math.sqrt(TOLERANCE)) throw notPositive(path);
        lower[row * size + column] = pivot === 0 ? 0 : rest / pivot;
      }
    }
  }
  return lower;
}

const notPositive = (path: string) =>
  new InvalidInputError('These correlations contradict each other: no returns can have them all at once.', [
    { path, message: 'must be positive semidefinite' },
  ]);
