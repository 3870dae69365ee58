import type { Queryable } from '../../shared/database/client.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { skipStep } from '../../shared/database/job-steps.ts';
import type { Analysis } from '../../shared/schemas/analysis.ts';
import { invokeAgent } from './invoke-agent.ts';

/** Reporter, charter and retirement, side by side. Each fails alone. */
export async function runAgents(db: Queryable, { id: jobId }: ClaimedJob, analysis: Analysis): Promise<void> {
  const retirement =
    analysis.retirement === null
      ? skipStep(db, jobId, 'retirement', analysis.retirementMissing ?? 'There is nothing to project.')
      : invokeAgent(db, 'retirement', 'retirement', { jobId });
  await Promise.all([
    invokeAgent(db, 'report', 'reporter', { jobId }),
    invokeAgent(db, 'charts', 'charter', { jobId }),
    retirement,
  ]);
}
