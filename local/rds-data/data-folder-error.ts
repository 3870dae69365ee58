import { isDiskFull } from '../disk-space.ts';

/** What is wrong with a data folder. */
export type DataFolderProblem = 'in-use' | 'damaged' | 'not-a-database' | 'disk-full' | 'not-writable';

/** The data folder cannot be used. The message is one sentence for a person, and what to do about it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly code: DataFolderProblem;
  readonly folder: string;
  /** The process that has it, where it is in use. */
  readonly holder: number | undefined;
  constructor(
    code: DataFolderProblem,
    folder: string,
    { problem, remedy, holder, cause }: { problem: string; remedy: string; holder?: number; cause?: unknown },
  ) {
    super(`The database folder ${folder} ${problem}. ${remedy}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.folder = folder;
    this.holder = holder;
  }
}

/**
 * Turns what the file system or PostgreSQL said when opening failed into a sentence with a remedy. A folder is called
 * damaged only where its disk has room: on a full one PostgreSQL ends without a word of it.
 */
export function describeFailure(folder: string, cause: unknown): DataFolderError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/ENOSPC|EDQUOT|No space left/i.test(said)) return diskFull(folder, cause);
  if (/EACCES|EPERM|EROFS|ENOTDIR|Permission denied/i.test(said)) return notWritable(folder, cause);
  if (isDiskFull(folder)) return diskFull(folder, cause);
  if (said.includes('EEXIST')) return notWritable(folder, cause);
  return new DataFolderError('damaged', folder, {
    problem: 'is damaged or was made by another version of PostgreSQL, so the database in it does not start',
    remedy: 'Move the folder away (or restore a copy of it) and start again with an empty one.',
    cause,
  });
}

const diskFull = (folder: string, cause: unknown): DataFolderError =>
  new DataFolderError('disk-full', folder, {
    problem: 'cannot be written because the disk is full',
    remedy: 'Free some space (100 MB are plenty) and start again.',
    cause,
  });

const notWritable = (folder: string, cause: unknown): DataFolderError =>
  new DataFolderError('not-writable', folder, {
    problem: 'cannot be written',
    remedy: 'Check who owns it and that it is a folder, or name another one.',
    cause,
  });
