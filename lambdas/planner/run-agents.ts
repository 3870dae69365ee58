import type { Queryable } from '../../shared/database/client.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { abandonStep, skipStep } from '../../shared/database/job-steps.ts';
import type { AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import type { Analysis } from '../../shared/schemas/analysis.ts';
import { invokeAgent } from './invoke-agent.ts';

/** Reporter, charter and retirement, side by side, each where the plan wants it. Each fails alone. */
export async function runAgents(
  db: Queryable,
  job: ClaimedJob,
  analysis: Analysis,
  { agents }: Pick<AnalysisPlan, 'agents'>,
): Promise<void> {
  const { id: jobId } = job;
  const ask = async (
    step: 'report' | 'charts' | 'retirement',
    agent: AnalysisPlan['agents'][number],
  ): Promise<void> => {
    if (agents.includes(agent)) await invokeAgent(db, step, agent, { jobId });
    else await skipStep(db, jobId, step, 'The question did not need it.');
  };
  const retirement =
    analysis.retirement === null
      ? leaveOut(db, job, analysis.retirementMissing ?? 'There is nothing to project.')
      : ask('retirement', 'retirement');
  await Promise.all([ask('report', 'reporter'), ask('charts', 'charter'), retirement]);
}

/** Without goals or a plan nobody asked for a projection; with them it is missing, and a job without it is not complete. */
function leaveOut(db: Queryable, { id, request }: ClaimedJob, why: string): Promise<void> {
  const asked = request.goals !== null || request.plan !== undefined;
  return !asked ? skipStep(db, id, 'retirement', why) : abandonStep(db, id, 'retirement', why);
}
