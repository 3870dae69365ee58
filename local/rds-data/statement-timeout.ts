import { RdsDataError } from './errors.ts';
import type { Session, Statement, StatementResult } from './session.ts';

/**
 * Runs a statement for at most `limitMs`, then answers StatementTimeoutException; the statement is stopped unless it is to
 * continue. The session counts as busy until the statement has really ended (`Session.settled`).
 */
export function runWithTimeout(
  session: Session,
  statement: Statement,
  { limitMs, continueAfterTimeout }: { limitMs: number; continueAfterTimeout: boolean },
): Promise<StatementResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new RdsDataError('StatementTimeoutException', 400, 'Request timed out'));
      if (!continueAfterTimeout) void session.cancel().catch(() => undefined);
    }, limitMs);
    session
      .run(statement)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
