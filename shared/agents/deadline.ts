/**
 * Kept back from a deadline for the narrator, should the model use up all the rest: a quarter of it, within these milliseconds. What it
 * writes in 50 ms of a whole core takes Lambda seconds at 512 MB, a third of one, when its code runs for the first time.
 */
const LEAST_RESERVE_MS = 1_500;
const MOST_RESERVE_MS = 6_000;

/** The longest that a run waits for a model where its caller names no deadline. Milliseconds. */
const LONGEST_MS = 120_000;

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  /** "within 12.0 s" */
  readonly within: string;
  constructor(milliseconds: number) {
    const within = `within ${(milliseconds / 1000).toFixed(1)} s`;
    super(`no usable answer ${within}`);
    this.within = within;
  }
}

/** A signal for the model: aborted when its time is up or when the caller stops. Call `clear` when done. */
export function modelDeadline(
  deadlineMs: number | undefined,
  signal: AbortSignal | undefined,
): { signal: AbortSignal; clear: () => void } {
  const left = deadlineMs ?? Number.POSITIVE_INFINITY;
  const reserve = Math.min(MOST_RESERVE_MS, Math.max(LEAST_RESERVE_MS, left / 4));
  const allowed = Math.max(0, Math.min(left - reserve, LONGEST_MS));
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DeadlineError(allowed));
  }, allowed);
  const stop = () => {
    controller.abort(signal?.reason);
  };
  // No call is begun, and none is paid for, that has no time at all.
  if (allowed === 0) controller.abort(new DeadlineError(allowed));
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}
