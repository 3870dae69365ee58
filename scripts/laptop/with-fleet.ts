import { setTimeout as sleep } from 'node:timers/promises';
import { FleetRunningError } from '../../local/errors.ts';
import { findRunningFleet } from '../../local/lock.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readApiKey } from './api-key-file.ts';
import { bringUp } from './bring-up.ts';
import { DATA } from './paths.ts';

export interface Reachable {
  apiUrl: string;
  apiKey: string;
}

/** Milliseconds to wait for a fleet that another command is just starting or stopping. */
const PATIENCE = 60_000;

/**
 * Does `work` with the fleet that `npm start` keeps running, or else with one brought up for it, on free ports, and stopped
 * after it. A fleet that another command brought up for itself is waited for: it goes away when that command is done.
 */
export async function withFleet<T>(tell: (text: string) => void, work: (fleet: Reachable) => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE;
  for (let told = false; ;) {
    const running = findRunningFleet(DATA);
    const apiKey = readApiKey();
    if (running?.staysUp === true && running.urls !== null && apiKey !== undefined) {
      return work({ apiUrl: running.urls.api, apiKey });
    }
    if (running === undefined) {
      const outcome = await withOwnFleet(tell, work);
      if (outcome !== undefined) return outcome.value;
    }
    if (Date.now() > giveUpAt) {
      throw new CommandError(`Process ${running?.pid ?? 0} has held Alex's data for a minute without being ready.`, [
        'Wait for it, or end that process, and try again.',
      ]);
    }
    if (!told) tell('Another analysis is under way on this data; waiting for it.');
    told = true;
    await sleep(200);
  }
}

/** Undefined when another process took the data folder first. */
async function withOwnFleet<T>(
  tell: (text: string) => void,
  work: (fleet: Reachable) => Promise<T>,
): Promise<{ value: T } | undefined> {
  const say = (doing: string): void => {
    tell(`${doing} …`);
  };
  const laptop = await bringUp({ ports: { api: 0, aws: 0, queues: 0 }, staysUp: false, say }).catch(
    (error: unknown) => {
      if (error instanceof FleetRunningError) return undefined;
      throw error;
    },
  );
  if (laptop === undefined) return undefined;
  const stop = (): void => {
    void laptop.fleet.stop().finally(() => process.exit(130));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return { value: await work(laptop) };
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await laptop.fleet.stop();
  }
}
