import type { ColumnSources } from './column-sources.ts';
import { RdsDataError } from './errors.ts';
import type { Session, Statement, StatementResult } from './session.ts';

/**
 * Runs a statement for at most `limitMs`, then answers StatementTimeoutException; the statement is stopped unless it is to
 * continue. What is known of columns is told of it when it has ended. The session counts as busy until the statement has really ended (`Session.settled`).
 */
export function runWithTimeout(
  session: Session,
  statement: Statement,
  {
    limitMs,
    continueAfterTimeout,
    columnSources,
  }: { limitMs: number; continueAfterTimeout: boolean; columnSources: ColumnSources },
): Promise<StatementResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new RdsDataError('StatementTimeoutException', 400, 'Request timed out'));
      if (!continueAfterTimeout) void session.cancel().catch(() => undefined);
    }, limitMs);
    session
      .run(statement)
      .then(
        (result) => {
          columnSources.ran(result.command);
          return result;
        },
        (error: unknown) => {
          columnSources.ran(null);
          throw error;
        },
      )
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
