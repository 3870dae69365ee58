import { planAnalysis } from '../../shared/agents/plan-analysis.ts';
import { planInShort } from '../../shared/agents/plan-in-short.ts';
import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import type { Database } from '../../shared/database/client.ts';
import { claimStep, completeStep, failStep, readSteps } from '../../shared/database/job-steps.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { agentOptions } from '../../shared/middleware/agent-step.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';
import { LEASE_SECONDS } from '../../shared/middleware/heartbeat.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { measureStep } from '../../shared/middleware/measure-step.ts';
import { inSpan } from '../../shared/middleware/tracing.ts';
import { goalsInShort } from '../../shared/finance/retirement/portfolio/outline.ts';
import { FULL_PLAN, type AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import { planStepResult } from '../../shared/schemas/job.ts';

/** The share of the time left that planning may take: everything else comes after it. */
const SHARE = 0.25;

/**
 * What the analysis is to look into: everything, and where a question was asked what that asks to try. Planned once a job;
 * where planning fails the full plan is carried out and the step says why.
 */
export async function planStep(
  db: Database,
  { id: jobId, request }: ClaimedJob,
  { owner, signal }: { owner: string; signal: AbortSignal },
): Promise<AnalysisPlan> {
  const { question } = request;
  const goals = request.plan === undefined ? request.goals : goalsInShort(request.plan);
  if (question === undefined) return FULL_PLAN;
  const claimed = await claimStep(db, jobId, 'plan', { owner, leaseSeconds: LEASE_SECONDS, takeOver: true });
  if (claimed === undefined) return planStored((await readSteps(db, jobId)).get('plan')?.result);
  return inSpan({ name: 'step plan', attributes: { 'alex.step': 'plan' } }, async (span) => {
    const end = measureStep('plan', span, claimed.attempt);
    try {
      const {
        output: plan,
        author,
        degraded,
      } = await planAnalysis(
        { question, goals },
        { ...agentOptions(db, jobId, remainingMilliseconds() * SHARE), signal },
      );
      const detail = `${planInShort(plan)}${degraded === null ? '' : ` ${degraded} The narrator stood in.`}`;
      await completeStep(db, jobId, 'plan', owner, { result: { plan, author }, detail, degraded: degraded !== null });
      end({ degraded: degraded !== null });
      return plan;
    } catch (error) {
      end('failed');
      logger.error('planning failed', { error: describeFailure(error) });
      await failStep(db, jobId, 'plan', owner, reasonFor(error));
      return FULL_PLAN;
    }
  });
}

function planStored(result: unknown): AnalysisPlan {
  const parsed = planStepResult.safeParse(result);
  return parsed.success ? parsed.data.plan : FULL_PLAN;
}
