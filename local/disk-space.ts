import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { errorCode } from './error-code.ts';

/** Bytes. PostgreSQL writes its log ahead in files of 16 MiB and needs room for the next. */
const ROOM = 20 * 1024 * 1024;
const PIECE = 1024 * 1024;

/**
 * Whether the disk under `path`, or this user's share of it, has less room than a database needs to start. Asked when
 * something has failed: PostgreSQL in WASM reports a full disk in ways that do not name it.
 */
export function isDiskFull(path: string): boolean {
  const folder = nearestFolder(path);
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < ROOM) return true;
  } catch {
    // Not every file system tells; writing does.
  }
  return cannotHold(folder, ROOM);
}

/** A quota is known to nobody until something is written. */
function cannotHold(folder: string, bytes: number): boolean {
  const probe = join(folder, `.room-${randomUUID()}`);
  let file: number | undefined;
  try {
    file = openSync(probe, 'wx');
    const piece = Buffer.alloc(PIECE, 1);
    for (let written = 0; written < bytes;) written += writeSync(file, piece);
    return false;
  } catch (error) {
    return /^(?:ENOSPC|EDQUOT)$/.test(errorCode(error) ?? '');
  } finally {
    if (file !== undefined) {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  }
}

function nearestFolder(path: string): string {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
