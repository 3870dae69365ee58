import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MAX_FILE_BYTES, type InputFile } from '../../shared/portfolio-files/input-file.ts';
import { CommandError } from './command-error.ts';
import { localDay } from './local-day.ts';

/** What the operating system says, in words; by its code. */
const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
  EISDIR: 'it is a folder, not a file',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open on this machine',
};

function cannotRead(path: string, error: unknown): CommandError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new CommandError(`Cannot read ${path}: ${reason}.`, [], error);
}

/** A file from the disk, looked at before it is read: a folder, a device or a large file is a CommandError. */
export function readInputFile(path: string, asOf: string): InputFile {
  try {
    const about = statSync(path);
    if (about.isDirectory()) throw new CommandError(`Cannot read ${path}: it is a folder, not a file.`);
    if (!about.isFile()) throw new CommandError(`Cannot read ${path}: it is not an ordinary file.`);
    if (about.size > MAX_FILE_BYTES) {
      const size = (about.size / 1024 / 1024).toFixed(1);
      throw new CommandError(`Cannot read ${path}: it is too large (${size} MB; at most 10 MB are read).`);
    }
    return { name: basename(path), bytes: readFileSync(path), modifiedOn: localDay(about.mtime), asOf };
  } catch (error) {
    throw error instanceof CommandError ? error : cannotRead(path, error);
  }
}
