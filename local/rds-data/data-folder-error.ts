/** What is wrong with a data folder. */
export type DataFolderProblem = 'in-use' | 'damaged' | 'not-a-database' | 'disk-full' | 'not-writable';

/** The data folder cannot be used. The message is one sentence for a person, and what to do about it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly code: DataFolderProblem;
  readonly folder: string;
  constructor(
    code: DataFolderProblem,
    folder: string,
    { problem, remedy, cause }: { problem: string; remedy: string; cause?: unknown },
  ) {
    super(`The database folder ${folder} ${problem}. ${remedy}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.folder = folder;
  }
}

/** Turns what the file system or PostgreSQL said when opening failed into a sentence with a remedy. */
export function describeFailure(folder: string, cause: unknown): DataFolderError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/ENOSPC|No space left/i.test(said)) {
    return new DataFolderError('disk-full', folder, {
      problem: 'cannot be written because the disk is full',
      remedy: 'Free some space (100 MB are plenty) and start again.',
      cause,
    });
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied/i.test(said)) {
    return new DataFolderError('not-writable', folder, {
      problem: 'cannot be written',
      remedy: 'Check who owns it and that it is a folder, or name another one.',
      cause,
    });
  }
  return new DataFolderError('damaged', folder, {
    problem: 'is damaged or was made by another version of PostgreSQL, so the database in it does not start',
    remedy: 'Move the folder away (or restore a copy of it) and start again with an empty one.',
    cause,
  });
}
