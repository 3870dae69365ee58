import { describeFailure } from './failure.ts';
import { logger } from './logger.ts';

/** How long a claim holds without a sign of life. Short, so that what a dead process held is soon taken up by another. */
export const LEASE_SECONDS = 20;
const BEAT_MILLISECONDS = (LEASE_SECONDS * 1000) / 3;

export interface Heartbeat {
  /** Aborted when the lease has become someone else's. */
  lost: AbortSignal;
  /** Ends it, after a beat under way. */
  stop: () => Promise<void>;
}

/** Renews a lease three times within its length until stopped; `renew` says whether it is still held. */
export function heartbeat(renew: () => Promise<boolean>): Heartbeat {
  const controller = new AbortController();
  let underWay: Promise<void> = Promise.resolve();
  const beat = async (): Promise<void> => {
    try {
      if (!(await renew())) controller.abort(new Error('the lease was lost'));
    } catch (error) {
      logger.warn('a lease could not be renewed', { error: describeFailure(error) });
    }
  };
  const timer = setInterval(() => {
    underWay = beat();
  }, BEAT_MILLISECONDS);
  return {
    lost: controller.signal,
    stop: () => {
      clearInterval(timer);
      return underWay;
    },
  };
}
