import { setTimeout as sleep } from 'node:timers/promises';

import type { ReportProblem } from '../invoker.ts';
import type { LogStore } from '../logs/log-store.ts';
import { createDemand } from './demand.ts';
import { live } from './life.ts';
import type { Reached } from './service-gateway.ts';
import { usualTiming, type Timing } from './timing.ts';

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

export interface Container {
  /** Where it answers; undefined while it does not. */
  readonly address: string | undefined;
  /** For a request: starts it where it sleeps, and waits until it is well, at most `timing.hold`. It does not end before `done`. */
  reach(gone: AbortSignal): Promise<Reached>;
  /** Asks it to end, and ends it after `graceMilliseconds`. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** The log group of a service, as it is called on AWS. */
export const serviceLogGroup = (name: string): string => `/ecs/alex-${name}`;

/**
 * Keeps a service's program at hand as a process of its own: started at once, so that it takes up what it left behind and tells what
 * is wrong with it; ended when there is nothing to do; started again by the next request, and with growing waits when it ended of
 * itself. That it cannot start is said once, in one sentence, and stops nothing else.
 */
export function startContainer(options: ContainerOptions): Container {
  const { name, folder, healthPath, environment, logs, onProblem } = options;
  const timing = { ...usualTiming, ...options.timing };
  const group = serviceLogGroup(name);
  logs.createGroup(group);
  const demand = createDemand();
  const stopping = new AbortController();
  const killing = new AbortController();
  const { signal } = stopping;
  const isStopping = (): boolean => signal.aborted;
  let address: string | undefined;
  let told = false;
  /** Why the last process was never well. */
  let failure: string | undefined;
  let change = Promise.withResolvers<undefined>();
  const changed = (): void => {
    change.resolve(undefined);
    change = Promise.withResolvers();
  };
  const onAddress = (to: string | undefined): void => {
    address = to;
    if (to !== undefined) {
      failure = undefined;
      if (told) onProblem(`The service ${name} runs again.`);
      told = false;
    }
    changed();
  };

  async function keep(): Promise<void> {
    let wait = timing.firstWait;
    for (let number = 1; !isStopping(); number += 1) {
      let last = '';
      const log = (line: string): void => {
        last = line;
        logs.append(group, `${name}/${process.pid}-${number}`, line);
      };
      const given = { folder, healthPath, environment, timing, demand, log, onAddress };
      const life = await live({ ...given, stop: signal, kill: killing.signal }).catch((error: unknown) => {
        return { wasWell: false, fellAsleep: false, ended: error instanceof Error ? error.message : String(error) };
      });
      if (isStopping()) return;
      if (life.wasWell) wait = timing.firstWait;
      if (life.fellAsleep) {
        await demand.wanted(signal);
        continue;
      }
      const how = `${life.wasWell ? 'stopped' : 'could not start'} (${life.ended}${last === '' ? '' : `, after "${sentence(last)}"`})`;
      failure = life.wasWell ? undefined : how;
      changed();
      if (!told) onProblem(`The service ${name} ${how}; everything else runs, and it is started again. Its log is ${group}.`); // prettier-ignore
      told = true;
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, timing.longestWait);
    }
  }

  /** Why a request does not wait, or no longer. */
  function refusal(waited: boolean): string | undefined {
    if (isStopping()) return `The service ${name} is being stopped.`;
    if (failure !== undefined) return `The service ${name} ${failure}. Its log is ${group}.`;
    if (waited) return `The service ${name} is being started, and does not answer yet. Ask again; its log is ${group}.`;
    return undefined;
  }

  async function reach(gone: AbortSignal): Promise<Reached> {
    const done = demand.begin();
    const now = (): string | undefined => address;
    const already = now();
    if (already !== undefined) return { address: already, done };
    const over = AbortSignal.any([gone, AbortSignal.timeout(timing.hold)]);
    const ended = new Promise((resolve) => {
      over.addEventListener('abort', resolve, { once: true });
    });
    for (;;) {
      const well = now();
      if (well !== undefined) return { address: well, done };
      const why = refusal(over.aborted);
      if (why !== undefined) {
        done();
        return { why };
      }
      await Promise.race([change.promise, ended]);
    }
  }

  const kept = keep();
  return {
    get address() {
      return address;
    },
    reach,
    stop: async (graceMilliseconds) => {
      stopping.abort();
      changed();
      const cut = setTimeout(() => {
        killing.abort();
      }, graceMilliseconds);
      await kept;
      clearTimeout(cut);
    },
  };
}

/** The message of a line in JSON, else the line, short. */
function sentence(line: string): string {
  const text = /"error":\{[^}]*?"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? /"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line; // prettier-ignore
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
