import { unsupportedResult } from './errors.ts';
import type { Limits } from './limits.ts';
import type { StatementResult } from './session.ts';

/** @throws {RdsDataError} UnsupportedResultException when the result, or one row of it, is larger than the service returns. */
export function checkRowSizes(result: StatementResult, limits: Limits): void {
  if (result.truncated) throw unsupportedResult('Database returned more than the allowed response size limit');
  result.rows.forEach((row, index) => {
    const bytes = row.reduce((sum, value) => sum + (value === null ? 0 : Buffer.byteLength(value)), 0);
    if (bytes <= limits.rowBytes) return;
    throw unsupportedResult(
      `Database returned a row of ${bytes} bytes (row ${index + 1}); the size limit is ${limits.rowBytes} bytes per row`,
    );
  });
}
