/** Lambda runs a failed asynchronous event twice more, a minute and two minutes later. */
const RETRY_DELAYS = [60_000, 120_000] as const;
/** How long a throttled event waits before it is offered again: from a second, doubled up to five minutes. */
const THROTTLE_DELAY = { first: 1_000, longest: 300_000 } as const;

/** How an attempt ended: a throttled one does not count as an attempt. */
export type AttemptResult = 'done' | 'failed' | 'throttled';

interface AsyncEvent {
  attempt: () => Promise<AttemptResult>;
  drop: (attempts: number) => void;
  failures: number;
  throttleDelay: number;
}

/** Events accepted for later (`InvocationType: Event`), in memory: what waits is gone when the host stops. */
export class AsyncInvocations {
  readonly #retryDelays: readonly number[];
  readonly #waiting = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(retryDelays: readonly number[] = RETRY_DELAYS) {
    this.#retryDelays = retryDelays;
  }

  /** Runs `attempt` now and, where it fails, again after each delay; then `drop` is told that it is given up. */
  accept(attempt: () => Promise<AttemptResult>, drop: (attempts: number) => void): void {
    this.#run({ attempt, drop, failures: 0, throttleDelay: THROTTLE_DELAY.first });
  }

  /** Forgets what waits. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }

  #run(event: AsyncEvent): void {
    void event.attempt().then((result) => {
      if (result === 'done') return;
      if (result === 'throttled') {
        const throttleDelay = Math.min(event.throttleDelay * 2, THROTTLE_DELAY.longest);
        this.#later(event.throttleDelay, { ...event, throttleDelay });
        return;
      }
      const delay = this.#retryDelays[event.failures];
      if (delay === undefined) event.drop(event.failures + 1);
      else this.#later(delay, { ...event, failures: event.failures + 1 });
    });
  }

  #later(delay: number, event: AsyncEvent): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.#run(event);
    }, delay).unref();
    this.#waiting.add(timer);
  }
}
