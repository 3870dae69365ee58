import { setTimeout as sleep } from 'node:timers/promises';
import { isOverasked } from '../target/explain-aws-failure.ts';

/** Puts a question to AWS when it may be put, again where AWS was asked too much. @throws what it failed with at last */
export type Pace = <T>(ask: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

export interface PaceOptions {
  /** Milliseconds between two questions to begin with. */
  interval: number;
  /** Milliseconds for which nothing but refusals is waited out, over all questions; after it each is put once. */
  patience: number;
  now?: () => number;
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
}

const FIRST_SLOWED = 100;
const SLOWEST = 2000;
/** What the interval becomes with each answer, until AWS refuses again: how many questions it takes is different in each region. */
const FASTER = 0.9;

const forReal = (milliseconds: number, signal?: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, undefined, signal === undefined ? {} : { signal });

/** One pace for all who ask the same service: its limit counts for a whole account, and a burst that is refused is refused again. */
export function createPace({ interval, patience, now = () => performance.now(), wait = forReal }: PaceOptions): Pace {
  let between = interval;
  let next = 0;
  let slowedAt = 0;
  let refusedSince: number | undefined;

  const turn = async (signal?: AbortSignal): Promise<void> => {
    const at = Math.max(now(), next);
    next = at + between;
    if (at > now()) await wait(at - now(), signal);
  };
  /** Questions that were on their way already tell nothing of the new interval. */
  const slowDown = (sent: number): void => {
    if (sent < slowedAt) return;
    slowedAt = now();
    between = Math.min(SLOWEST, Math.max(FIRST_SLOWED, 2 * between));
    next = Math.max(next, slowedAt + between);
  };

  return async (ask, signal) => {
    for (;;) {
      await turn(signal);
      const sent = now();
      try {
        const answer = await ask();
        between *= FASTER;
        refusedSince = undefined;
        return answer;
      } catch (error) {
        if (!isOverasked(error)) throw error;
        slowDown(sent);
        refusedSince ??= now();
        if (now() - refusedSince >= patience) throw error;
      }
    }
  };
}
