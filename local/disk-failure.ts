import { errorCode, errorMessage } from './error-code.ts';
import { DataFolderNotWritableError } from './errors.ts';

const full = /^(?:ENOSPC|EDQUOT)$/;
const forbidden = /^(?:EACCES|EPERM|EROFS|ENOTDIR)$/;

/**
 * The error a person understands, where `error` is the file system's or SQLite's refusal to write; `error` itself
 * otherwise.
 */
export function explainDiskFailure(error: unknown, path: string): unknown {
  const code = errorCode(error) ?? '';
  const message = errorMessage(error);
  if (full.test(code) || message.includes('database or disk is full')) {
    return new DataFolderNotWritableError(path, 'disk_full', error);
  }
  if (forbidden.test(code) || /readonly database|unable to open database file/.test(message)) {
    return new DataFolderNotWritableError(path, 'no_permission', error);
  }
  return error;
}
