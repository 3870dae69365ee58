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
  /** Milliseconds from now to the first run; soon, so that what a killed fleet left behind is picked up at once. */
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

/**
 * Invokes a function at a rate. Runs never overlap: what falls due while the function still runs (or the machine
 * sleeps) is left out, and the next run keeps to the original beat.
 */
export function startSchedule(options: ScheduleOptions): Schedule {
  const { firstAfter = 200, timers = systemTimers } = options;
  const interval = rateMilliseconds(options.rate);
  let due = timers.now() + firstAfter;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer = arm();

  function arm(): { cancel(): void } {
    const wait = Math.max(0, due - timers.now());
    return timers.setTimeout(
      () => {
        if (due > timers.now()) timer = arm();
        else running = tick();
      },
      Math.min(wait, longestTimeout),
    );
  }

  async function tick(): Promise<void> {
    await run(options, new Date(due));
    const missed = Math.floor((timers.now() - due) / interval);
    due += (missed + 1) * interval;
    if (!stopped) timer = arm();
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
