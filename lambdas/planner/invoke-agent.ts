import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import { invokeFunction } from '../../shared/aws/lambda.ts';
import { retry } from '../../shared/aws/retry.ts';
import type { Queryable } from '../../shared/database/client.ts';
import { abandonStep } from '../../shared/database/job-steps.ts';
import { AgentError } from '../../shared/errors.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { agentAnswer } from '../../shared/middleware/agent-step.ts';
import { currentTraceparent, inSpan } from '../../shared/middleware/tracing.ts';
import type { UnclassifiedInstrument } from '../../shared/prompts/tagger.ts';
import type { StepName } from '../../shared/schemas/job.ts';

/** One more try for what may pass: a throttled call, a function that died or ran out of time. */
const PASSING_WAITS = [500];
/** A step held by a run that died with its planner becomes free when its lease runs out. */
const BUSY_WAITS = [2000, 5000, 8000, 10_000];
/** Milliseconds that the planner needs to close the job after its agents. */
const RESERVE = 20_000;

/** Milliseconds that agents may take of what the planner has left; Infinity outside of an invocation. */
export function timeForAgents(): number {
  const left = remainingMilliseconds();
  return Math.max(0, left - Math.min(RESERVE, left / 4));
}

const isBusy = (error: unknown): boolean => error instanceof AgentError && error.cause === 'ConflictError';
const isPassing = (error: unknown): boolean => error instanceof AgentError && error.retryable && !isBusy(error);

/** What every agent is told, and what one of them needs beyond it. */
interface AgentRequest {
  jobId: string;
  instruments?: UnclassifiedInstrument[];
}

/**
 * Has an agent do its step. False when it did not: the step then says why, and the job goes on without it.
 *
 * @param share of the time that is left, which the agent may take: others come after it. An agent whose model does not answer
 *   within that has the narrator write, which is better than an answer for which nobody waits any more.
 */
export async function invokeAgent(
  db: Queryable,
  step: StepName,
  agent: string,
  request: AgentRequest,
  share = 1,
): Promise<boolean> {
  const invoke = () => {
    const traceparent = currentTraceparent();
    const withinMs = Math.floor(timeForAgents() * share);
    return invokeFunction(agent, {
      ...request,
      ...(Number.isFinite(withinMs) && { withinMs }),
      ...(traceparent !== undefined && { traceparent }),
    });
  };
  const persist = () => retry(invoke, { waits: PASSING_WAITS, isRetryable: isPassing, reserve: RESERVE });
  const attributes = { 'faas.invoked_name': agent, 'faas.invoked_provider': 'aws', 'alex.step': step };
  try {
    await inSpan({ name: `invoke ${agent}`, kind: 'client', attributes }, async (span) => {
      const answer = await retry(persist, { waits: BUSY_WAITS, isRetryable: isBusy, reserve: RESERVE });
      span.set({ 'alex.degraded': agentAnswer.parse(answer).degraded });
    });
    return true;
  } catch (error) {
    const reason = reasonFor(error);
    logger.error('agent failed', { agent, step, error: describeFailure(error) });
    await abandonStep(db, request.jobId, step, reason);
    return false;
  }
}
