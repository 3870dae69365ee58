import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '../../shared/database/client.ts';
import { jobs } from '../../shared/database/schema.ts';
import type { JobStatus } from '../../shared/schemas/job.ts';

/** Where the jobs of these IDs stand, in one statement; a job that is not there is not in the map. */
export async function statusesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, JobStatus>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: jobs.id, status: jobs.status })
    .from(jobs)
    .where(inArray(jobs.id, [...ids]));
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/**
 * Lets a job that failed be tried again, with one attempt counted: what it has stored stays and is not done again. False where it has
 * not failed.
 */
export async function reopenJob(db: Queryable, id: string): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ status: 'pending', attempt: 1, error: null, finishedAt: null, sentAt: sql`now()` })
    .where(and(eq(jobs.id, id), eq(jobs.status, 'failed'), isNotNull(jobs.finishedAt)))
    .returning({ id: jobs.id });
  return rows.length > 0;
}
