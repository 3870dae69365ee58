import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Demand } from './demand.ts';
import { freePort } from './free-port.ts';
import { askHealth } from './health.ts';
import { startProcess } from './start-process.ts';
import type { Timing } from './timing.ts';

/** Checks that may fail one after the other before the process is ended. */
const FAILED_LOOKS = 3;
const ANSWER_MILLISECONDS = 5_000;

export interface LifeOptions {
  folder: string;
  healthPath: string;
  environment: Readonly<Record<string, string>>;
  timing: Timing;
  demand: Demand;
  log: (line: string) => void;
  /** Where it answers, from now on; undefined: no longer. */
  onAddress: (address: string | undefined) => void;
  /** Aborted when it is to end, and when it has to. */
  stop: AbortSignal;
  kill: AbortSignal;
}

/** How a life went. */
export interface Life {
  wasWell: boolean;
  /** It was ended, for nobody wanted it. */
  fellAsleep: boolean;
  /** In words. */
  ended: string;
}

/**
 * One life of a service's process, to its end: looked after by its health check, and ended where it says that it has nothing to do
 * and nobody has wanted it for `timing.idle`.
 *
 * @throws Error where there is no program
 */
export async function live(options: LifeOptions): Promise<Life> {
  const { folder, environment, log, onAddress, stop, kill } = options;
  const port = await freePort();
  if (stop.aborted) return { wasWell: false, fellAsleep: false, ended: 'it was not begun' };
  const child = startProcess({ folder, environment: { ...environment, HOST: '127.0.0.1', PORT: String(port) }, log });
  const over = new AbortController();
  const { signal } = over;
  const ends = endOf(child).finally(() => {
    over.abort();
  });
  const when = (asked: AbortSignal, sent: NodeJS.Signals): void => {
    asked.addEventListener('abort', () => child.kill(sent), { signal });
  };
  when(stop, 'SIGTERM');
  when(kill, 'SIGKILL');
  const seen = await watch(child, `http://127.0.0.1:${port}`, options, AbortSignal.any([signal, stop]));
  onAddress(undefined);
  return { ...seen, ended: await ends };
}

/** Looks at its health until `until` is aborted, or there is a reason to end it. */
async function watch(
  child: ChildProcess,
  url: string,
  { healthPath, timing, demand, onAddress }: LifeOptions,
  until: AbortSignal,
): Promise<Omit<Life, 'ended'>> {
  const giveUp = performance.now() + timing.start;
  let wasWell = false;
  for (let failed = 0; !until.aborted;) {
    const health = await askHealth(url, healthPath, AbortSignal.any([until, AbortSignal.timeout(ANSWER_MILLISECONDS)]));
    failed = health.well ? 0 : failed + 1;
    if (health.well && !wasWell) {
      wasWell = true;
      demand.touch();
      onAddress(url);
    }
    const isLost = wasWell ? failed >= FAILED_LOOKS : performance.now() > giveUp;
    if (isLost && !health.well) {
      child.kill('SIGKILL');
      break;
    }
    if (health.idle === false) demand.touch();
    const mayEnd = health.well && health.idle === true;
    if (mayEnd && demand.unusedFor() >= timing.idle) {
      // Before anything else can happen: who comes now waits for the next process.
      onAddress(undefined);
      child.kill('SIGTERM');
      const cut = setTimeout(() => child.kill('SIGKILL'), timing.grace);
      until.addEventListener('abort', () => {
        clearTimeout(cut);
      });
      return { wasWell, fellAsleep: true };
    }
    const next = mayEnd ? Math.max(timing.startingLook, timing.idle - demand.unusedFor()) : timing.runningLook;
    const pause = wasWell ? Math.min(next, timing.runningLook) : timing.startingLook;
    await sleep(pause, undefined, { signal: until }).catch(() => undefined);
  }
  return { wasWell, fellAsleep: false };
}

/** How a process ended, in words. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    // "close" and not "exit": its last lines are read by then.
    child.once('close', (code, signal) => {
      resolve(signal === null ? `it ended with code ${code ?? 0}` : `it was ended by ${signal}`);
    });
  });
}
