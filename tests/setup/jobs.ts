// Waiting for jobs, and looking at what the API does not tell of them.
import { eq, sql } from 'drizzle-orm';
import type { ApiClient } from '../../scripts/analysis/api-client.ts';
import type { Database } from '../../shared/database/client.ts';
import { jobs, jobSteps } from '../../shared/database/schema.ts';
import {
  type Job,
  type JobStatus,
  type StepName,
  type StepStatus,
  jobResult,
  type AnalyzeRequestInput,
  type JobResult,
} from '../../shared/schemas/job.ts';
import { eventually } from './eventually.ts';

/** The job once it has ended. */
export async function endOf(api: ApiClient, id: string, within = 50_000): Promise<Job> {
  let seen: Job | undefined;
  await eventually(async () => {
    seen = await api.job(id);
    if (seen.finishedAt === null) throw new Error(`job ${id} has not ended: ${JSON.stringify(seen)}`);
  }, within);
  if (seen === undefined) throw new Error('nothing was seen');
  return seen;
}

/** Asks for an analysis and brings its result, which must fit the contract. */
export async function analyze(api: ApiClient, request: AnalyzeRequestInput): Promise<JobResult> {
  const id = await api.analyze(request);
  await endOf(api, id);
  return jobResult.parse(await api.result(id));
}

/** The steps of a job by name. */
export function statuses({ steps }: Job): Partial<Record<StepName, StepStatus>> {
  return Object.fromEntries(steps.map(({ step, status }) => [step, status]));
}

/** A job's own row, with what the API does not show. */
export async function jobRow(db: Database, id: string): Promise<{ status: JobStatus; sentAt: string | null }> {
  const [row] = await db.select({ status: jobs.status, sentAt: jobs.sentAt }).from(jobs).where(eq(jobs.id, id));
  if (row === undefined) throw new Error(`there is no job ${id}`);
  return row;
}

/** Lets every lease of a job run out now, as if its holders had died long ago. */
export async function lapseLeases(db: Database, id: string): Promise<void> {
  const leaseUntil = sql`now() - interval '1 second'`;
  await db
    .update(jobs)
    .set({ leaseUntil })
    .where(sql`${jobs.id} = cast(${id} as uuid) and ${jobs.status} = 'running'`);
  await db
    .update(jobSteps)
    .set({ leaseUntil })
    .where(sql`${jobSteps.jobId} = cast(${id} as uuid) and ${jobSteps.status} = 'running'`);
}
