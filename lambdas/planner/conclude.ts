import type { Queryable } from '../../shared/database/client.ts';
import { finishJob } from '../../shared/database/jobs.ts';
import { readStepStatuses } from '../../shared/database/job-steps.ts';

/** Closes a job: completed when every step was done or had nothing to do, else partial, saying which were not. */
export async function conclude(
  db: Queryable,
  jobId: string,
  owner: string,
): Promise<{ status: 'completed' | 'partial'; error: string | null }> {
  const steps = await readStepStatuses(db, jobId);
  const undone = steps.filter(({ status }) => status !== 'completed' && status !== 'skipped').map(({ step }) => step);
  const end =
    undone.length === 0
      ? { status: 'completed' as const, error: null }
      : { status: 'partial' as const, error: `Not done: ${undone.join(', ')}. The report says what is missing.` };
  await finishJob(db, jobId, owner, end);
  return end;
}
