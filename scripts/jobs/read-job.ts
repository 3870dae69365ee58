import { desc, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Queryable } from '../../shared/database/client.ts';
import { findJob } from '../../shared/database/jobs.ts';
import { readSteps } from '../../shared/database/job-steps.ts';
import { readCalls, type JobCalls } from '../../shared/database/model-calls.ts';
import { toIso } from '../../shared/database/moment.ts';
import { jobFacts, jobLines, jobs } from '../../shared/database/schema.ts';
import type { Job, StepName } from '../../shared/schemas/job.ts';
import { judgement } from '../../shared/schemas/judgement.ts';
import { author, groundingCheck } from '../../shared/schemas/text.ts';

/** What a step's result says of itself: who wrote it, whether its figures are facts, what a judge made of it. */
const written = z.object({
  author: author.optional(),
  check: groundingCheck.optional(),
  judgement: judgement.optional(),
});
export type Written = z.infer<typeof written>;

/** A job as whoever runs Alex sees it: how it went, and nothing of what the person owns. */
export interface JobReport {
  job: Job;
  /** When a message for it was last sent; null: sending failed. */
  sentAt: string | null;
  leaseUntil: string | null;
  /** Lines of its snapshot: positions and cash. */
  lines: number;
  hasFacts: boolean;
  written: Map<StepName, Written>;
  calls: JobCalls;
}

/** The job of an ID, or the newest; undefined where there is none. Five statements. */
export async function readJob(db: Queryable, id: string | undefined): Promise<JobReport | undefined> {
  const chosen = db
    .select({
      ...{ id: jobs.id, userId: jobs.userId, sentAt: jobs.sentAt, leaseUntil: jobs.leaseUntil },
      lines: sql<number>`(select count(*) from ${jobLines} where ${jobLines.jobId} = ${jobs.id})`,
      hasFacts: sql<boolean>`exists (select 1 from ${jobFacts} where ${jobFacts.jobId} = ${jobs.id})`,
    })
    .from(jobs)
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
  const [row] = await (id === undefined ? chosen : chosen.where(eq(jobs.id, id)));
  if (row === undefined) return undefined;
  const job = await findJob(db, row.userId, row.id);
  if (job === undefined) return undefined;
  const steps = await readSteps(db, row.id);
  return {
    job,
    sentAt: toIso(row.sentAt),
    leaseUntil: toIso(row.leaseUntil),
    lines: row.lines,
    hasFacts: row.hasFacts,
    written: new Map(
      [...steps].flatMap(([step, { result }]): [StepName, Written][] => {
        const { data } = written.safeParse(result);
        return data === undefined ? [] : [[step, data]];
      }),
    ),
    calls: await readCalls(db, row.id),
  };
}
