import { existsSync, lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode, errorMessage } from './error-code.ts';
import { DataFolderNotWritableError } from './errors.ts';

const full = /^(?:ENOSPC|EDQUOT)$/;
const forbidden = /^(?:EACCES|EPERM|EROFS)$/;
const notAFolder = /^(?:ENOTDIR|EEXIST)$/;

/**
 * The error a person understands, where `error`, or what caused it, is the file system's, SQLite's or PostgreSQL's refusal
 * to write; `error` itself otherwise.
 */
export function explainDiskFailure(error: unknown, path: string): unknown {
  for (const one of withCauses(error)) {
    const code = errorCode(one) ?? '';
    const message = errorMessage(one);
    if (
      full.test(code) ||
      /database or disk is full|No space left on device|disk that holds the database is full/.test(message)
    ) {
      return new DataFolderNotWritableError(path, 'disk_full', error);
    }
    if (forbidden.test(code) || /readonly database|unable to open database file/.test(message)) {
      return new DataFolderNotWritableError(path, 'no_permission', error);
    }
    if (code === 'ENOENT' && /\bmkdir\b/.test(message))
      return new DataFolderNotWritableError(path, 'no_permission', error);
    if (notAFolder.test(code)) {
      return new DataFolderNotWritableError(path, leadsNowhere(resolve(path)) ? 'lost_link' : 'not_a_folder', error);
    }
  }
  return error;
}

/** Whether a path, or what of it there is, is a link to something that is not there: a disk that is not mounted. */
function leadsNowhere(path: string): boolean {
  if (existsSync(path)) return false;
  return isLink(path) || (dirname(path) !== path && leadsNowhere(dirname(path)));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** An error and what it says caused it, outermost first; a few, as causes may go round in a circle. */
function withCauses(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let one = error; one !== undefined && one !== null && chain.length < 8;) {
    chain.push(one);
    one = typeof one === 'object' && 'cause' in one ? one.cause : undefined;
  }
  return chain;
}
