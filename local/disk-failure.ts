import { DataFolderNotWritableError } from './errors.ts';

const full = new Set(['ENOSPC', 'EDQUOT']);
const forbidden = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * The error a person understands, where `error` is the file system's refusal to write (or SQLite's, whose message says
 * "database or disk is full"); `error` itself otherwise.
 */
export function explainDiskFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && full.has(code)) return new DataFolderNotWritableError(path, 'disk_full', error);
  if (typeof code === 'string' && forbidden.has(code)) {
    return new DataFolderNotWritableError(path, 'no_permission', error);
  }
  if (error instanceof Error && error.message.includes('database or disk is full')) {
    return new DataFolderNotWritableError(path, 'disk_full', error);
  }
  if (error instanceof Error && /readonly database|unable to open database file/.test(error.message)) {
    return new DataFolderNotWritableError(path, 'no_permission', error);
  }
  return error;
}
