import { sql } from 'drizzle-orm';
import type { Queryable } from '../../shared/database/client.ts';

/** Every table that holds something of a job. */
const TABLES = [
  'job_lines',
  'job_instruments',
  'job_rates',
  'job_transactions',
  'job_quotes',
  'job_steps',
  'job_facts',
  'model_calls',
] as const;

/** Rows that the database holds of a job, in all its tables; 0 when the job was removed with all that was its. */
export async function countOfJob(db: Queryable, jobId: string): Promise<number> {
  const parts = TABLES.map(
    (name) => sql`select count(*) as rows from ${sql.identifier(name)} where job_id = cast(${jobId} as uuid)`,
  );
  const all = [...parts, sql`select count(*) as rows from jobs where id = cast(${jobId} as uuid)`];
  const { rows } = await db.execute<{ rows: number }>(sql.join(all, sql` union all `));
  return rows.reduce((sum, row) => sum + row.rows, 0);
}
