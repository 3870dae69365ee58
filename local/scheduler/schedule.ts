import { accountId } from '../account.ts';
import { invocationFailure, type Invoker, type ReportProblem } from '../invoker.ts';
import { rateMilliseconds } from './rate.ts';
import { scheduledEvent } from './scheduled-event.ts';

/** Time, as an input: a test drives it by hand. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): { cancel(): void };
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return {
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
};

export interface ScheduleOptions {
  invoker: Invoker;
  functionName: string;
  /** rate(…), see rate.ts. */
  rate: string;
  region: string;
  /**
   * Milliseconds from now to the first run; default 200, so that what a killed fleet left behind is picked up at once. A schedule
   * of hours or days keeps to whole ones of them, and its first run, after 15,000, is the last one that was due before now.
   */
  firstAfter?: number;
  timers?: Timers;
  onProblem: ReportProblem;
}

export interface Schedule {
  /** No run starts any more; resolves when the running one has ended, or after `graceMilliseconds`. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** A setTimeout of Node is 24.8 days at most. */
const longestTimeout = 2_147_483_647;
/** From this interval on a schedule keeps to the clock: a machine that is started often would run it at every start. */
const LONG = 3_600_000;

/**
 * Invokes a function at a rate. Runs never overlap: what falls due while the function still runs (or the machine
 * sleeps) is left out, and the next run keeps to the original beat. A schedule of hours or days keeps to the clock: the run that was
 * due before the start is made up with its own time, so that whoever does a moment's work once does it once however often the
 * machine is started.
 */
export function startSchedule(options: ScheduleOptions): Schedule {
  const { timers = systemTimers, onProblem } = options;
  const interval = rateMilliseconds(options.rate);
  const isLong = interval >= LONG;
  const { firstAfter = isLong ? 15_000 : 200 } = options;
  const first = timers.now() + firstAfter;
  let due = isLong ? Math.floor(timers.now() / interval) * interval : first;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const told: ScheduleOptions = {
    ...options,
    // A run that ends badly under the stop is ended by it, and made up at the next start.
    onProblem: (message, cause) => {
      if (!stopped) onProblem(message, cause);
    },
  };
  let timer = arm(first);

  /** Runs what is due at a moment. */
  function arm(at: number): { cancel(): void } {
    const wait = Math.max(0, at - timers.now());
    return timers.setTimeout(
      () => {
        if (at > timers.now()) timer = arm(at);
        else running = tick();
      },
      Math.min(wait, longestTimeout),
    );
  }

  async function tick(): Promise<void> {
    await run(told, new Date(due));
    const missed = Math.floor((timers.now() - due) / interval);
    due += (missed + 1) * interval;
    if (!stopped) timer = arm(due);
  }

  return {
    stop: async (graceMilliseconds) => {
      stopped = true;
      timer.cancel();
      await new Promise<void>((resolve) => {
        const over = setTimeout(resolve, graceMilliseconds);
        void running.then(() => {
          clearTimeout(over);
          resolve();
        });
      });
    },
  };
}

async function run(options: ScheduleOptions, dueAt: Date): Promise<void> {
  const { functionName, onProblem } = options;
  const event = scheduledEvent({ name: functionName, dueAt, region: options.region, account: accountId });
  try {
    const failure = invocationFailure(await options.invoker.invoke(functionName, JSON.stringify(event)));
    if (failure !== undefined) onProblem(`${functionName}: its scheduled run failed: ${failure}`);
  } catch (error) {
    onProblem(`${functionName}: its scheduled run could not be made`, error);
  }
}
