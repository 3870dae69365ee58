import { tellChecked } from '../../shared/agents/tell-checked.ts';
import { writeSummary } from '../../shared/agents/write-summary.ts';
import type { Database } from '../../shared/database/client.ts';
import type { JobFacts } from '../../shared/database/job-facts.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { claimStep, completeStep, failStep } from '../../shared/database/job-steps.ts';
import { agentOptions, outcomeOf } from '../../shared/middleware/agent-step.ts';
import { LEASE_SECONDS } from '../../shared/middleware/heartbeat.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { measureStep } from '../../shared/middleware/measure-step.ts';
import { inSpan } from '../../shared/middleware/tracing.ts';
import { timeForAgents } from './invoke-agent.ts';

/** The planner's own words: the executive summary. A summary that fails leaves the job partial, not failed. */
export async function writeSummaryStep(
  db: Database,
  { id: jobId, request }: ClaimedJob,
  { facts }: JobFacts,
  { owner, signal }: { owner: string; signal: AbortSignal },
): Promise<void> {
  const claimed = await claimStep(db, jobId, 'summary', { owner, leaseSeconds: LEASE_SECONDS, takeOver: true });
  if (claimed === undefined) return;
  await inSpan({ name: 'step summary', attributes: { 'alex.step': 'summary' } }, async (span) => {
    const end = measureStep('summary', span, claimed.attempt);
    try {
      const written = await writeSummary(
        facts,
        { ...agentOptions(db, jobId, timeForAgents()), signal },
        request.question ?? null,
      );
      await completeStep(db, jobId, 'summary', owner, outcomeOf(written, written.output, tellChecked(written.check)));
      end({ degraded: written.degraded !== null });
    } catch (error) {
      end('failed');
      logger.error('the summary failed', { error: describeFailure(error) });
      await failStep(db, jobId, 'summary', owner, reasonFor(error));
    }
  });
}
