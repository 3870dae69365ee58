/**
 * The moment by which the current invocation must have answered. A Lambda execution environment serves one invocation at a
 * time, so one variable is enough; outside of an invocation there is no deadline.
 */
let endsAt = Number.POSITIVE_INFINITY;

/** Sets the deadline `milliseconds` from now; the middleware calls it with Lambda's remaining time. */
export function beginDeadline(milliseconds: number): void {
  endsAt = Date.now() + milliseconds;
}

export function endDeadline(): void {
  endsAt = Number.POSITIVE_INFINITY;
}

/** Milliseconds left, never negative; Infinity outside of an invocation. */
export function remainingMilliseconds(): number {
  return Math.max(0, endsAt - Date.now());
}
