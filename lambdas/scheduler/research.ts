import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import { retry } from '../../shared/aws/retry.ts';
import { AgentError } from '../../shared/errors.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { ask } from './ask.ts';
import { callRule, RESERVE } from './call-rule.ts';

/** Milliseconds between two looks at a run. */
const LOOK = 3000;
/** How often a run that fails is begun in all, and milliseconds in between, half of them random. */
const MOST_BEGINNINGS = 3;
const PAUSE = 10_000;
/** A run takes about this long at the least, milliseconds. */
const WORTH_BEGINNING = 30_000;

const accepted = z.object({ id: z.uuid() });
const runState = z.object({
  status: z.enum(['pending', 'running', 'completed', 'failed']),
  error: z.string().nullable(),
  degraded: z.string().nullable(),
});

export interface Researched {
  id: string;
  /** `running`: it goes on without anybody watching. */
  status: 'completed' | 'running';
}

/**
 * Asks for the run of a scheduled moment and follows it; one that fails is asked for again, which begins it anew. Called again for
 * the same moment it is the same run: one that is done is not done again.
 *
 * @param scheduledFor ISO 8601
 * @throws {AgentError} where the researcher cannot be reached within the tries, refuses, or the run failed each time; so that the
 *   invocation fails and is seen: as an alarm and in the dead-letter queue
 */
export async function research(researcherUrl: string, scheduledFor: string): Promise<Researched> {
  for (let begun = 1; ; begun += 1) {
    const id = await begin(researcherUrl, scheduledFor);
    const run = await follow(researcherUrl, id);
    if (run.status === 'completed') {
      logger.info('research is done', { runId: id, degraded: run.degraded !== null });
      return { id, status: 'completed' };
    }
    if (run.status !== 'failed') {
      logger.warn('research goes on unwatched', { runId: id });
      return { id, status: 'running' };
    }
    logger.warn('research failed', { runId: id, begun });
    const pause = PAUSE * (0.5 + Math.random());
    if (begun === MOST_BEGINNINGS || remainingMilliseconds() < pause + WORTH_BEGINNING) {
      throw new AgentError(`The research run ${id} failed: ${run.error ?? 'without a reason'}`, { retryable: true });
    }
    await sleep(pause);
  }
}

async function begin(researcherUrl: string, scheduledFor: string): Promise<string> {
  const body = JSON.stringify({ scheduledFor });
  const { id } = await retry(() => ask(new URL('/research', researcherUrl), accepted, body), callRule);
  logger.info('research was asked for', { runId: id, scheduledFor });
  return id;
}

/** The run when it has ended, or as it stands when there is no time left to watch it. */
async function follow(researcherUrl: string, id: string): Promise<z.infer<typeof runState>> {
  for (;;) {
    const run = await retry(() => ask(new URL(`/research/${id}`, researcherUrl), runState), callRule);
    const hasEnded = run.status === 'completed' || run.status === 'failed';
    if (hasEnded || remainingMilliseconds() < LOOK + RESERVE) return run;
    await sleep(LOOK);
  }
}
