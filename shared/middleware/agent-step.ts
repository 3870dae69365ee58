import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import type { AgentOptions, AgentResult } from '../agents/agent-run.ts';
import { jobBudget, judgeThreshold } from '../agents/models/settings.ts';
import type { OpenSpan } from '../agents/trace.ts';
import { remainingMilliseconds } from '../aws/deadline.ts';
import { database, type Database } from '../database/client.ts';
import { claimStepWithFacts, type JobFacts } from '../database/job-facts.ts';
import {
  claimStep,
  completeStep,
  failStep,
  readStepStatus,
  renewStep,
  type StepClaim,
  type StepOutcome,
} from '../database/job-steps.ts';
import { AgentError, ConflictError } from '../errors.ts';
import type { StepName } from '../schemas/job.ts';
import { jobLedger } from './call-ledger.ts';
import { heartbeat, LEASE_SECONDS } from './heartbeat.ts';
import { invocation, untilLambdaEnds } from './invocation.ts';
import { describeFailure, reasonFor } from './failure.ts';
import { logger, logJob } from './logger.ts';
import { measureStep } from './measure-step.ts';
import { inSpan, trace } from './tracing.ts';
import { TRACEPARENT } from './traceparent.ts';
import { validate } from './validate.ts';

/** Milliseconds kept for storing a result, or the reason why there is none. */
const RESERVE = 3000;

/** What the planner sends to an agent, and what it gets back. */
export const agentRequest = z.strictObject({
  jobId: z.uuid(),
  traceparent: z.string().regex(TRACEPARENT).optional(),
  /** Milliseconds that the caller can wait: a result that comes later is nobody's. */
  withinMs: z.number().int().min(0).optional(),
});
export const agentAnswer = z.strictObject({
  status: z.enum(['completed', 'already_completed']),
  degraded: z.boolean(),
});
export type AgentAnswer = z.infer<typeof agentAnswer>;

/** An agent's own logic: from a validated request to what its step stores. */
export type AgentWork<Request> = (db: Database, request: Request, options: AgentOptions) => Promise<StepOutcome>;

/** The same, with what came with the claim of the step. */
type ClaimedWork<Request, Claimed> = (
  db: Database,
  request: Request,
  options: AgentOptions,
  claimed: Claimed,
) => Promise<StepOutcome>;
type Claim<Claimed> = (db: Database, jobId: string, step: StepName, claim: StepClaim) => Promise<Claimed | undefined>;

/**
 * A Lambda handler around one agent: claims the agent's step, does the work while a heartbeat keeps the lease, stores the
 * result. A step that is done already is not done again. A failure is written to the step and thrown, so that the invocation
 * fails as well. Throws a ConflictError when another run has the step.
 */
export function agentStep<Request extends z.infer<typeof agentRequest>>(
  step: StepName,
  request: z.ZodType<Request>,
  work: AgentWork<Request>,
): MiddyfiedHandler<unknown, AgentAnswer> {
  return stepHandler(step, request, claimStep, work);
}

/** The same for an agent that needs the facts that the planner stored, and nothing else: they are read as the step is claimed. */
export function agentStepOnFacts(
  step: StepName,
  work: (computed: JobFacts, options: AgentOptions) => Promise<StepOutcome>,
): MiddyfiedHandler<unknown, AgentAnswer> {
  return stepHandler(step, agentRequest, claimStepWithFacts, (_db, _asked, options, { computed }) => {
    if (computed === undefined) throw new AgentError('The job has no facts yet.', { retryable: false });
    return work(computed, options);
  });
}

function stepHandler<Request extends z.infer<typeof agentRequest>, Claimed extends { attempt: number }>(
  step: StepName,
  request: z.ZodType<Request>,
  claim: Claim<Claimed>,
  work: ClaimedWork<Request, Claimed>,
): MiddyfiedHandler<unknown, AgentAnswer> {
  return middy(async (event: unknown, context: Context): Promise<AgentAnswer> => {
    const asked = validate(request, event, 'The request to the agent');
    const { jobId, traceparent: parent } = asked;
    logJob(jobId);
    const attributes = { 'alex.job.id': jobId, 'alex.step': step };
    return inSpan({ name: `step ${step}`, kind: 'server', parent, attributes }, (span) =>
      takeStep(step, asked, context.awsRequestId, claim, work, span),
    );
  }, untilLambdaEnds).use(invocation());
}

async function takeStep<
  Request extends { jobId: string; withinMs?: number | undefined },
  Claimed extends { attempt: number },
>(
  step: StepName,
  asked: Request,
  owner: string,
  claim: Claim<Claimed>,
  work: ClaimedWork<Request, Claimed>,
  span: OpenSpan,
): Promise<AgentAnswer> {
  const { jobId } = asked;
  const db = database();
  const claimed = await claim(db, jobId, step, { owner, leaseSeconds: LEASE_SECONDS });
  if (claimed === undefined) return doneAlready(db, jobId, step);
  const { attempt } = claimed;
  const end = measureStep(step, span, attempt);
  const beat = heartbeat(() => renewStep(db, jobId, step, { owner, leaseSeconds: LEASE_SECONDS }));
  try {
    const outcome = await work(db, asked, { ...agentOptions(db, jobId, asked.withinMs), signal: beat.lost }, claimed);
    await beat.stop();
    if (!(await completeStep(db, jobId, step, owner, outcome))) {
      throw new ConflictError(`The ${step} step was taken over by another run.`);
    }
    const { degraded } = outcome;
    end({ degraded });
    logger.info('step completed', { step, attempt, degraded });
    return { status: 'completed', degraded };
  } catch (error) {
    await beat.stop();
    end('failed');
    logger.error('step failed', { step, attempt, error: describeFailure(error) });
    await failStep(db, jobId, step, owner, reasonFor(error));
    throw error;
  }
}

async function doneAlready(db: Database, jobId: string, step: StepName): Promise<AgentAnswer> {
  const state = await readStepStatus(db, jobId, step);
  if (state?.status === 'completed') return { status: 'already_completed', degraded: state.degraded };
  throw new ConflictError(`The ${step} step is ${state?.status ?? 'not there'} and cannot be taken.`);
}

/**
 * How an agent is to run in this function: the models, the budget and the judge of its settings, and the time there is: this
 * function's, or what its caller can wait, whichever ends first.
 *
 * @param withinMs milliseconds that the caller can wait
 * @throws {ConfigurationError} for a budget or a threshold that is none
 */
export function agentOptions(db: Database, jobId: string, withinMs = Number.POSITIVE_INFINITY): AgentOptions {
  const { env: environment } = process;
  const ledger = jobLedger(db, jobId, jobBudget(environment));
  const deadlineMs = Math.max(1, Math.min(remainingMilliseconds(), withinMs) - RESERVE);
  return { environment, ledger, threshold: judgeThreshold(environment), deadlineMs, logger, trace };
}

/** A checked text or choice as its step stores it. */
export function outcomeOf(made: AgentResult<unknown>, result: object, detail: string): StepOutcome {
  const { author, check, judgement, degraded } = made;
  const stored = { ...result, author, check, ...(judgement !== null && { judgement }) };
  return {
    result: stored,
    degraded: degraded !== null,
    detail: degraded === null ? detail : `${degraded} The narrator stood in.`,
  };
}
