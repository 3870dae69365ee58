import { setTimeout as sleep } from 'node:timers/promises';
import { remainingMilliseconds } from './deadline.ts';

export interface RetryRule {
  /** Milliseconds to wait before each further try; its length is the number of further tries. */
  waits: readonly number[];
  /** Only what this says is tried again. */
  isRetryable: (error: unknown) => boolean;
  /** Time to leave unspent for answering, milliseconds. */
  reserve?: number;
  /** 0 to 1: the share of each wait that is random, so that callers do not come back all at once. */
  jitter?: number;
}

/** Calls `attempt` until it succeeds, fails for good, or the next wait would not fit the deadline; then its last error is thrown. */
export async function retry<T>(attempt: () => Promise<T>, rule: RetryRule): Promise<T> {
  const { waits, isRetryable, reserve = 1000, jitter = 0.2 } = rule;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const wait = waits[tries];
      if (wait === undefined || !isRetryable(error)) throw error;
      const jittered = wait * (1 - jitter * Math.random());
      if (jittered + reserve > remainingMilliseconds()) throw error;
      await sleep(jittered);
    }
  }
}
