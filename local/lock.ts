import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

import { explainDiskFailure } from './disk-failure.ts';
import { errorCode } from './error-code.ts';
import { FleetRunningError, LockDamagedError } from './errors.ts';
import { makeFolder } from './make-folder.ts';
import { processExists, processStart } from './process-identity.ts';

const runningFleet = z.object({
  pid: z.number().int().positive(),
  /** See process-identity.ts; null where the system does not tell. */
  processStart: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** False for one that a single command brought up and will stop again. */
  staysUp: z.boolean(),
  /** Null until the fleet answers. */
  urls: z.object({ api: z.string(), aws: z.string(), queues: z.string() }).nullable(),
  /** The variables with which an AWS SDK client of this machine talks to that fleet. */
  environment: z.record(z.string(), z.string()),
  /** The names of the settings that a person started it with, each with what `startedWith` of its options says of the value. */
  startedWith: z.record(z.string(), z.string()).optional(),
  /** What it runs: of which folder of packages, and each folder's mark (packaged-marks.ts). */
  runs: z.object({ dist: z.string(), marks: z.record(z.string(), z.string()) }).optional(),
});
export type RunningFleet = z.infer<typeof runningFleet>;

export interface FleetLock {
  readonly file: string;
  /** Says where the fleet answers, for whoever finds the lock taken. */
  publish(details: Pick<RunningFleet, 'urls' | 'environment' | 'startedWith' | 'runs'>): void;
  release(): void;
}

/** The lock lies beside the database's folder, not in it: that folder is PGlite's own. */
export function lockFile(dataFolder: string): string {
  return join(dataFolder, 'fleet.lock');
}

/**
 * The fleet that runs on this data now, or undefined. A lock whose process is gone, or whose process id belongs to a
 * later process, is no running fleet; its age means nothing.
 *
 * @throws LockDamagedError where the lock is not one of ours
 * @throws DataFolderNotWritableError where the folder is none, or may not be read
 */
export function findRunningFleet(dataFolder: string): RunningFleet | undefined {
  const held = read(lockFile(dataFolder));
  return held !== undefined && isAlive(held) ? held : undefined;
}

/**
 * Takes the data folder (made if missing) for this process.
 *
 * @throws FleetRunningError where another process has it
 */
export function acquireLock(dataFolder: string, { staysUp = true }: { staysUp?: boolean } = {}): FleetLock {
  const file = lockFile(dataFolder);
  const own: RunningFleet = {
    pid: process.pid,
    processStart: processStart(process.pid) ?? null,
    startedAt: new Date().toISOString(),
    staysUp,
    urls: null,
    environment: {},
  };
  try {
    makeFolder(dataFolder);
    while (!create(file, own)) {
      const held = read(file);
      if (held === undefined) continue;
      if (isAlive(held)) throw new FleetRunningError({ pid: held.pid, apiUrl: held.urls?.api, lockFile: file });
      removeStale(file, held);
    }
  } catch (error) {
    throw explainDiskFailure(error, dataFolder);
  }
  return {
    file,
    publish: (details) => {
      replace(file, { ...own, ...details });
    },
    release: () => {
      const held = read(file);
      if (held?.pid === own.pid && held.startedAt === own.startedAt) rmSync(file, { force: true });
    },
  };
}

function isAlive(held: RunningFleet): boolean {
  if (!processExists(held.pid)) return false;
  const start = processStart(held.pid);
  return start === undefined || held.processStart === null || start === held.processStart;
}

function read(file: string): RunningFleet | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw explainDiskFailure(error, dirname(file));
  }
  try {
    return runningFleet.parse(JSON.parse(text));
  } catch (error) {
    throw new LockDamagedError(file, error);
  }
}

/** False where the file exists. Linked, not written, into place: nobody ever sees a lock without its contents. */
function create(file: string, contents: RunningFleet): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(contents), { flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    // A file system without hard links (exFAT): O_EXCL is the next best.
    return createExclusively(file, contents);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createExclusively(file: string, contents: RunningFleet): boolean {
  try {
    writeFileSync(file, JSON.stringify(contents), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function replace(file: string, contents: RunningFleet): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(contents), { flag: 'wx' });
  renameSync(draft, file);
}

/**
 * Removes a dead fleet's lock. Two starters may both have judged it dead and the faster may already hold the lock anew:
 * what was moved away is looked at again, and a living lock is put back.
 */
function removeStale(file: string, stale: RunningFleet): void {
  const away = `${file}.${randomUUID()}`;
  try {
    renameSync(file, away);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = read(away);
  if (moved !== undefined && (moved.pid !== stale.pid || moved.startedAt !== stale.startedAt)) create(file, moved);
  rmSync(away, { force: true });
}
