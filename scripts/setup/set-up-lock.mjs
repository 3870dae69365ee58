// One set-up at a time in a checkout: an exclusive file with its owner's process id. A lock is stale only if its
// processes are gone (or it is older than the machine's last start), never because it is old: npm may take minutes.
import { mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './set-up-error.mjs';

const pollMs = 200;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The processes a lock file names: the set-up, and the npm it started. @param {string} file */
function owners(file) {
  try {
    const bootedAt = Date.now() - uptime() * 1000;
    if (statSync(file).mtimeMs < bootedAt - 60_000) return [];
    const pids = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean).map(Number);
    // An empty file is one that is being written this very moment.
    return pids.length === 0 ? undefined : pids.filter(isAlive);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, `${String(process.pid)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    // EPERM: on Windows, a file that is just being deleted.
    if (codeOf(error) === 'EEXIST' || (process.platform === 'win32' && codeOf(error) === 'EPERM')) return false;
    // A full disk has room for the file's name but not for what is in it: an empty lock would be nobody's for ever.
    if (codeOf(error) === 'ENOSPC') remove(file);
    throw error;
  }
}

/** @param {string} file */
function remove(file) {
  try {
    unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * Removes a lock whose owners are gone. Two who see the same stale lock must not remove each other's new one, so the
 * removal has an exclusive file of its own and looks again once it holds it; nothing in between waits.
 * @param {string} file
 */
function removeStale(file) {
  const guard = `${file}.removal`;
  if (!create(guard)) {
    if (owners(guard)?.length === 0) remove(guard);
    return;
  }
  try {
    if (owners(file)?.length === 0) remove(file);
  } finally {
    remove(guard);
  }
}

/**
 * Waits until this process holds the lock, then runs `work` under it.
 * @template T
 * @param {string} file
 * @param {(waitedFor: number | undefined) => void} onWait told once which process it waits for, where that is known
 * @param {(addOwner: (pid: number) => void) => Promise<T>} work `addOwner` names a child that the lock must outlast
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  for (let polls = 0; !create(file); polls += 1) {
    const holding = owners(file);
    if (holding?.length === 0) {
      removeStale(file);
      continue;
    }
    const holder = holding?.[0];
    if (!told && (holder !== undefined || polls > 10)) {
      onWait(holder);
      told = true;
    }
    await delay(pollMs);
  }
  try {
    return await work((pid) => {
      writeFileSync(file, `${String(process.pid)}\n${String(pid)}\n`);
    });
  } finally {
    remove(file);
  }
}
