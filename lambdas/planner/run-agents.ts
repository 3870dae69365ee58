import type { Queryable } from '../../shared/database/client.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { abandonStep, skipStep } from '../../shared/database/job-steps.ts';
import type { Analysis } from '../../shared/schemas/analysis.ts';
import { invokeAgent } from './invoke-agent.ts';

/** Reporter, charter and retirement, side by side. Each fails alone. */
export async function runAgents(db: Queryable, job: ClaimedJob, analysis: Analysis): Promise<void> {
  const { id: jobId } = job;
  const retirement =
    analysis.retirement === null
      ? leaveOut(db, job, analysis.retirementMissing ?? 'There is nothing to project.')
      : invokeAgent(db, 'retirement', 'retirement', { jobId });
  await Promise.all([
    invokeAgent(db, 'report', 'reporter', { jobId }),
    invokeAgent(db, 'charts', 'charter', { jobId }),
    retirement,
  ]);
}

/** Without goals nobody asked for a projection; with them it is missing, and a job without it is not complete. */
function leaveOut(db: Queryable, { id, request }: ClaimedJob, why: string): Promise<void> {
  return request.goals === null ? skipStep(db, id, 'retirement', why) : abandonStep(db, id, 'retirement', why);
}
