import { createRdsDataClient } from '../../shared/aws/rds-data.ts';
import '../laptop/drizzle-modules.ts';
import type { Database } from '../../shared/database/client.ts';
import { awsLimits } from './aws-limits.ts';
import { needDatabase } from './needed.ts';
import type { Target } from './target.ts';

/** The Data API ends a statement after 45 s: it answers before this, or not at all. */
const STATEMENT_MS = 50_000;

/**
 * Does `work` with the target's database, over the Data API on either. `useTarget` has been called (withTarget does). A database
 * that sleeps is woken, which takes up to half a minute.
 *
 * @throws {CommandError} where there is none
 */
export async function withDatabase<T>(target: Target, work: (db: Database) => Promise<T>): Promise<T> {
  needDatabase(target);
  // After drizzle-modules.ts has run.
  const { connect } = await import('../../shared/database/client.ts');
  const client = createRdsDataClient(awsLimits({ answerWithin: STATEMENT_MS }));
  try {
    return await work(connect(client));
  } finally {
    client.destroy();
  }
}
