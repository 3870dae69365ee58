import { readFileSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';
import { DataFolderError, describeFailure } from './data-folder-error.ts';

/** Folders locked by this very process: its own id in a lock file proves nothing after a restart in a container. */
const heldHere = new Set<string>();

/**
 * Takes an exclusive lock on a data folder: PGlite itself takes none, and two openers would ruin it. The lock is a file
 * beside the folder with the owner's process id; it is stale only when that process is gone, never by its age.
 * @returns the function that gives it back.
 * @throws {DataFolderError} code "in-use".
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`;
  if (heldHere.has(folder)) throw inUse(folder, path, process.pid);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(`${process.pid} ${startOf(process.pid)}\n`);
      await file.close();
      heldHere.add(folder);
      return async () => {
        await rm(path, { force: true });
        heldHere.delete(folder);
      };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw describeFailure(folder, error);
    }
    const [owner = '', start = ''] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
    if (attempt > 20 || isRunning(Number(owner), start)) throw inUse(folder, path, Number(owner));
    await rm(path, { force: true });
  }
}

/** Whether the process that wrote the lock still runs; an id that was given to a later process does not count. */
function isRunning(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return errorCode(error) === 'EPERM';
  }
  return startOf(pid) === start;
}

/** When a process started, in the kernel's ticks since boot; "?" where the system does not say (anything but Linux). */
function startOf(pid: number): string {
  try {
    // Field 22 of proc_pid_stat(5), counted after the name in parentheses, which may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '?';
  } catch {
    return '?';
  }
}

const inUse = (folder: string, lock: string, pid: number) =>
  new DataFolderError('in-use', folder, {
    holder: pid,
    problem: `is in use by process ${pid}`,
    remedy: `Stop that process first; if it is certainly gone, delete ${lock}.`,
  });
