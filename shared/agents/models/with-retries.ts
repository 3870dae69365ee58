import { setTimeout as sleep } from 'node:timers/promises';
import { remainingMilliseconds } from '../../aws/deadline.ts';
import type { CallRules } from './call-rules.ts';
import { mayBeCharged } from './call-failure.ts';
import { FailedTry, shortly } from './failed-try.ts';
import { ModelCallError } from './model-call-error.ts';

/** Left for what comes after a model that did not answer: storing the narrator's text. Milliseconds. */
const RESERVE_MS = 2_000;

/** Told of a try that its provider may have charged for, before the next one is made; what it throws ends the call. */
export type BeforeAgain = (lost: ModelCallError) => Promise<void>;

/**
 * Tries until there is an answer, and says how many tries it took beyond the first. Only throttling, 5xx and lost
 * connections are tried again, after a random wait that is never shorter than the provider asks for, and none that the
 * invocation has no time for.
 *
 * @param attempt one try; it has to end when its signal is aborted
 * @param beforeAgain after a try of which nobody knows what it used; tries and usage are then counted anew
 * @throws {ModelCallError} of the last try, or `cancelled` or `timed_out` where the signal ended it
 */
export async function withRetries<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
  rules: CallRules,
  beforeAgain?: BeforeAgain,
): Promise<{ value: T; retries: number }> {
  let counted = 0;
  for (let tries = 0; ; tries += 1) {
    const retries = tries - counted;
    throwIfStopped(signal, retries);
    try {
      return { value: await within(attempt, signal, rules.answerMs), retries };
    } catch (error) {
      throwIfStopped(signal, retries);
      const failed = error instanceof FailedTry ? error : unexpected(error);
      const { kind, message, usage, advice, loggable } = failed;
      const failure = new ModelCallError(kind, message, { retries, usage, advice, loggable, cause: failed });
      const wait = failed.again && tries < rules.retries ? waitBefore(tries, failed, rules) : undefined;
      if (wait === undefined) throw failure;
      // An abort ends the wait.
      await sleep(wait, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      throwIfStopped(signal, retries);
      if (beforeAgain === undefined || !mayBeCharged(failure)) continue;
      await beforeAgain(failure);
      counted = tries + 1;
    }
  }
}

/** Undefined where there is no time for it. */
function waitBefore(retries: number, { retryAfterMs = 0 }: FailedTry, rules: CallRules): number | undefined {
  if (retryAfterMs > rules.longestRetryAfterMs) return undefined;
  const wait = retryAfterMs + rules.random() * Math.min(rules.longestWaitMs, rules.firstWaitMs * 2 ** retries);
  return wait + RESERVE_MS > remainingMilliseconds() ? undefined : wait;
}

async function within<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
  milliseconds: number,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
  }, milliseconds);
  const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  try {
    return await attempt(either);
  } catch (error) {
    if (!late.signal.aborted) throw error;
    const after = `${(milliseconds / 1000).toFixed(1)} s`;
    throw new FailedTry('timed_out', `The model did not answer within ${after}.`, { again: false, cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing that a wire knows of, e.g. credentials that cannot be read: no reason to ask again. */
function unexpected(cause: unknown): FailedTry {
  return new FailedTry('unavailable', `The model could not be asked (${shortly(cause)}).`, { again: false, cause });
}

function throwIfStopped(signal: AbortSignal | undefined, retries: number): void {
  if (signal?.aborted !== true) return;
  const cause: unknown = signal.reason;
  const late = cause instanceof Error && ['DeadlineError', 'TimeoutError'].includes(cause.name);
  throw late
    ? new ModelCallError('timed_out', 'The time for the model was up.', { retries, cause })
    : new ModelCallError('cancelled', 'The call was stopped.', { retries, cause });
}
