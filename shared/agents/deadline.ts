/** Kept back from a deadline for the narrator, should the model use up all the rest. Milliseconds. */
const RESERVE_MS = 1500;

/** The longest that a run waits for a model where its caller names no deadline. Milliseconds. */
const LONGEST_MS = 120_000;

export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  constructor(milliseconds: number) {
    super(`no usable answer within ${(milliseconds / 1000).toFixed(1)} s`);
  }
}

/** A signal for the model: aborted when its time is up or when the caller stops. Call `clear` when done. */
export function modelDeadline(
  deadlineMs: number | undefined,
  signal: AbortSignal | undefined,
): { signal: AbortSignal; clear: () => void } {
  const allowed = Math.max(0, Math.min(deadlineMs === undefined ? LONGEST_MS : deadlineMs - RESERVE_MS, LONGEST_MS));
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
