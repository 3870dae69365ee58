import type { OpenSpan } from '../../shared/agents/trace.ts';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import type { Database } from '../../shared/database/client.ts';
import {
  claimJob,
  closeJob,
  finishJob,
  readJobStatus,
  releaseJob,
  renewLease,
  type ClaimedJob,
} from '../../shared/database/jobs.ts';
import { AlexError, NotFoundError } from '../../shared/errors.ts';
import { heartbeat, LEASE_SECONDS } from '../../shared/middleware/heartbeat.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { recordJobEnd } from '../../shared/middleware/metrics.ts';
import { inSpan } from '../../shared/middleware/tracing.ts';
import { planStep } from './plan-step.ts';
import { prepareFacts } from './prepare-facts.ts';
import { runAgents } from './run-agents.ts';
import { writeSummaryStep } from './write-summary-step.ts';

/** By the semantic conventions for messaging: https://opentelemetry.io/docs/specs/semconv/messaging/sqs/ */
const RECEIVING = {
  'messaging.system': 'aws_sqs',
  'messaging.operation.type': 'process',
  'messaging.operation.name': 'process',
  'messaging.destination.name': 'analysis-jobs',
};

/**
 * Carries one job from wherever it stands to its end. A job that has ended, or that another planner holds, is left alone. What
 * is done already is not done again. When something passing goes wrong the job is given back and the error thrown, for the
 * message to come again; when it is its last attempt, or the error is for good, the job fails with a reason.
 */
export async function runJob(db: Database, jobId: string, owner: string): Promise<void> {
  const job = await claimJob(db, jobId, { owner, leaseSeconds: LEASE_SECONDS });
  if (job === undefined) {
    await explainUnclaimed(db, jobId);
    return;
  }
  const attributes = { ...RECEIVING, 'alex.job.id': jobId, 'alex.job.attempt': job.attempt };
  const span = { name: 'process analysis-jobs', kind: 'consumer', parent: job.traceparent, attributes } as const;
  await inSpan(span, (open) => carryThrough(db, job, owner, open));
}

async function carryThrough(db: Database, job: ClaimedJob, owner: string, span: OpenSpan): Promise<void> {
  const beat = heartbeat(() => renewLease(db, job.id, { owner, leaseSeconds: LEASE_SECONDS }));
  const started = performance.now();
  try {
    const plan = await planStep(db, job, { owner, signal: beat.lost });
    const computed = await inSpan({ name: 'facts' }, () => prepareFacts(db, job, owner, plan));
    beat.lost.throwIfAborted();
    // The summary is of the figures alone, so it does not wait for the others' words.
    await allDone([
      runAgents(db, job, computed.analysis, plan),
      writeSummaryStep(db, job, computed, { owner, signal: beat.lost }),
    ]);
    beat.lost.throwIfAborted();
    const end = await closeJob(db, job.id, owner);
    if (end === undefined) {
      logger.warn('the job was taken over by another planner');
      return;
    }
    const milliseconds = Math.round(performance.now() - started);
    logger.info('job ended', { ...end, attempt: job.attempt, milliseconds });
    span.set({ 'alex.job.status': end.status });
    recordJobEnd(end.status, milliseconds);
  } catch (error) {
    span.set({ 'alex.job.status': await giveUpOrGiveBack(db, job, owner, error) });
    if (!isForGood(error)) throw error;
  } finally {
    await beat.stop();
  }
}

/** Waits for all, and only then throws what one of them threw: a job that is given back has nobody of ours at work on it. */
async function allDone(work: Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(work)) if (one.status === 'rejected') throw one.reason;
}

async function explainUnclaimed(db: Database, jobId: string): Promise<void> {
  const status = await readJobStatus(db, jobId);
  if (status === undefined) throw new NotFoundError(`The message names a job that does not exist: ${jobId}.`);
  logger.info('nothing to do: the job has ended or is being worked on', { status });
}

const isForGood = (error: unknown): boolean => error instanceof AlexError && !error.retryable;

async function giveUpOrGiveBack(
  db: Database,
  job: ClaimedJob,
  owner: string,
  error: unknown,
): Promise<'pending' | 'failed'> {
  if (!isForGood(error) && job.attempt < Number(requireEnvironment('MAX_ATTEMPTS'))) {
    await releaseJob(db, job.id, owner);
    return 'pending';
  }
  logger.error('job failed', { attempt: job.attempt, error: describeFailure(error) });
  const reason = reasonFor(error);
  await finishJob(db, job.id, owner, { status: 'failed', error: `The analysis could not be made: ${reason}` });
  recordJobEnd('failed');
  return 'failed';
}
