import { setTimeout as sleep } from 'node:timers/promises';
import { FleetRunningError } from '../../local/errors.ts';
import { findRunningFleet } from '../../local/lock.ts';
import { CommandError } from '../analysis/command-error.ts';
import { NoAnswerError } from '../analysis/no-answer-error.ts';
import { readApiKey } from './api-key-file.ts';
import { bringUp, type Laptop } from './bring-up.ts';
import { onInterruption } from './interruption.ts';
import { DATA } from './paths.ts';
import { toldOfRunning } from './told-of-running.ts';

export interface Reachable {
  apiUrl: string;
  apiKey: string;
  /** The variables with which AWS SDK clients of this machine talk to the fleet. */
  environment: Readonly<Record<string, string>>;
}

export interface Teller {
  /** Told what is going on, a line at a time. */
  tell: (text: string) => void;
  /** What to tell whoever interrupts the command; `fleetStays` where the fleet goes on without it. */
  interrupted: (fleetStays: boolean) => string;
}

/** Milliseconds to wait for a fleet that another command is just starting or stopping. */
const PATIENCE = 60_000;
/** Milliseconds that a fleet may be silent before that is called an error: it lets what runs end for 5 s, and closes. */
const STOPPING = 15_000;

/**
 * Does `work` with the fleet that `npm start` keeps running, or else with one brought up for it, on free ports, and stopped
 * after it. A fleet that another command brought up for itself is waited for: it goes away when that command is done.
 */
export async function withFleet<T>(teller: Teller, work: (fleet: Reachable) => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE;
  let silentUntil: number | undefined;
  let unheeded: string | null = null;
  for (let told = false; ;) {
    const running = findRunningFleet(DATA);
    const apiKey = readApiKey();
    if (running?.staysUp === true && running.urls !== null && apiKey !== undefined) {
      const { urls, environment } = running;
      const now = toldOfRunning(running);
      if (now !== null && now !== unheeded) teller.tell(now);
      unheeded = now;
      try {
        return await untilInterrupted(teller, () => work({ apiUrl: urls.api, apiKey, environment }));
      } catch (error) {
        // Nothing was asked for yet. A fleet that is stopping takes no more, and is gone in a moment.
        if (!(error instanceof NoAnswerError)) throw error;
        silentUntil ??= Date.now() + STOPPING;
        if (Date.now() > silentUntil) throw error;
        if (!told) teller.tell('Alex does not answer, so it may be stopping; waiting for that.');
        told = true;
      }
    } else if (running === undefined) {
      const outcome = await withOwnFleet(teller, work);
      if (outcome !== undefined) return outcome.value;
    }
    if (Date.now() > giveUpAt) {
      throw new CommandError(`Process ${running?.pid ?? 0} has held Alex's data for a minute without being ready.`, [
        'Wait for it, or end that process, and try again.',
      ]);
    }
    if (!told) teller.tell('Another analysis is under way on this data; waiting for it.');
    told = true;
    await sleep(200);
  }
}

/** With somebody else's fleet, which an interruption leaves as it is. */
async function untilInterrupted<T>({ tell, interrupted }: Teller, work: () => Promise<T>): Promise<T> {
  const off = onInterruption(() => {
    tell(interrupted(true));
    process.exit(130);
  });
  return work().finally(off);
}

/** Undefined when another process took the data folder first. */
async function withOwnFleet<T>(
  { tell, interrupted }: Teller,
  work: (fleet: Reachable) => Promise<T>,
): Promise<{ value: T } | undefined> {
  const say = (doing: string): void => {
    tell(`${doing} …`);
  };
  let laptop: Laptop | undefined;
  const stop = { asked: false };
  const off = onInterruption(() => {
    stop.asked = true;
    tell(interrupted(false));
    if (laptop === undefined) process.exit(130);
    void laptop.fleet.stop().finally(() => process.exit(130));
  });
  try {
    laptop = await bringUp({ ports: { api: 0, aws: 0, queues: 0, services: 0 }, staysUp: false, say });
    const { apiUrl, apiKey, fleet } = laptop;
    return { value: await work({ apiUrl, apiKey, environment: fleet.environmentForScripts() }) };
  } catch (error) {
    // The work fails because the fleet is being stopped under it: the process ends with that.
    if (stop.asked) return await new Promise<never>(() => undefined);
    if (laptop === undefined && error instanceof FleetRunningError) return undefined;
    throw error;
  } finally {
    off();
    await laptop?.fleet.stop();
  }
}
