import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ReportProblem } from '../invoker.ts';
import type { LogStore } from '../logs/log-store.ts';
import { freePort } from './free-port.ts';
import { isHealthy } from './is-healthy.ts';
import { startProcess } from './start-process.ts';

export interface ContainerOptions {
  name: string;
  /** With index.mjs in it. */
  folder: string;
  healthPath: string;
  /** What its needs give it; HOST and PORT are added. */
  environment: Readonly<Record<string, string>>;
  logs: LogStore;
  onProblem: ReportProblem;
  timing?: Partial<Timing>;
}

/** Milliseconds. */
export interface Timing {
  /** How long it may take until it is well for the first time. */
  start: number;
  /** Between two looks while it starts, and while it runs. */
  startingLook: number;
  runningLook: number;
  /** Before the second start; doubled for each further one, up to `longestWait`. */
  firstWait: number;
  longestWait: number;
}

const usual: Timing = { start: 30_000, startingLook: 100, runningLook: 15_000, firstWait: 1_000, longestWait: 60_000 };
/** Checks that may fail one after the other before the process is ended and begun again. */
const FAILED_LOOKS = 3;

export interface Container {
  /** Where it answers; undefined while it does not. */
  readonly address: string | undefined;
  /** Asks it to end, and ends it after `graceMilliseconds`. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** The log group of a service, as it is called on AWS. */
export const serviceLogGroup = (name: string): string => `/ecs/alex-${name}`;

/**
 * Keeps a service's program running as a process of its own: started, looked after by its health check, started again with
 * growing waits when it ends. That it cannot start is said once, in one sentence, and stops nothing else.
 */
export function startContainer(options: ContainerOptions): Container {
  const { name, folder, healthPath, environment, logs, onProblem } = options;
  const timing = { ...usual, ...options.timing };
  const group = serviceLogGroup(name);
  logs.createGroup(group);
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopping = (): boolean => signal.aborted;
  let child: ChildProcess | undefined;
  let address: string | undefined;
  let told = false;

  /** One life of the process; how it ended, and whether it was well before. */
  async function live(number: number): Promise<{ wasWell: boolean; ended: string }> {
    const port = await freePort();
    const stream = `${name}/${process.pid}-${number}`;
    let last = '';
    const log = (line: string): void => {
      last = line;
      logs.append(group, stream, line);
    };
    const started = startProcess({
      folder,
      environment: { ...environment, HOST: '127.0.0.1', PORT: String(port) },
      log,
    });
    child = started;
    const end = ended(started);
    const url = `http://127.0.0.1:${port}`;
    const looks = new AbortController();
    const watched = watch(url, started, AbortSignal.any([looks.signal, signal]));
    const how = await end;
    looks.abort();
    const wasWell = await watched;
    address = undefined;
    child = undefined;
    return { wasWell, ended: `${how}${last === '' ? '' : `, after "${sentence(last)}"`}` };
  }

  /** Looks at its health until told to stop looking; whether it ever was well. */
  async function watch(url: string, started: ChildProcess, stop: AbortSignal): Promise<boolean> {
    const giveUp = performance.now() + timing.start;
    let well = false;
    for (let failed = 0; !stop.aborted;) {
      const look = await isHealthy(url, healthPath, 5_000);
      failed = look ? 0 : failed + 1;
      if (look && address === undefined) {
        if (told) onProblem(`The service ${name} runs again.`);
        [well, told, address] = [true, false, url];
      } else if (!look && (well ? failed >= FAILED_LOOKS : performance.now() > giveUp)) {
        address = undefined;
        started.kill('SIGKILL');
        break;
      }
      await sleep(well ? timing.runningLook : timing.startingLook, undefined, { signal: stop }).catch(() => undefined);
    }
    return well;
  }

  async function keep(): Promise<void> {
    let wait = timing.firstWait;
    for (let number = 1; !isStopping(); number += 1) {
      const life = await live(number).catch((error: unknown) => {
        return { wasWell: false, ended: error instanceof Error ? error.message : String(error) };
      });
      if (isStopping()) return;
      if (life.wasWell) wait = timing.firstWait;
      if (!told) {
        const what = life.wasWell ? 'stopped' : 'could not start';
        onProblem(`The service ${name} ${what} (${life.ended}); everything else runs, and it is started again. Its log is ${group}.`); // prettier-ignore
        told = true;
      }
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, timing.longestWait);
    }
  }

  const kept = keep();
  return {
    get address() {
      return address;
    },
    stop: async (graceMilliseconds) => {
      stopping.abort();
      child?.kill('SIGTERM');
      const cut = setTimeout(() => child?.kill('SIGKILL'), graceMilliseconds);
      await kept;
      clearTimeout(cut);
    },
  };
}

/** How a process ended, in words. */
function ended(child: ChildProcess): Promise<string> {
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

/** The message of a line in JSON, else the line, short. */
function sentence(line: string): string {
  const text = /"error":\{[^}]*?"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? /"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line; // prettier-ignore
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
