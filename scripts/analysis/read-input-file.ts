import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import * as z from 'zod';
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

const systemError = z.object({ code: z.string() });

function reasonOf(error: unknown): string {
  const { code } = systemError.safeParse(error).data ?? { code: '' };
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Why a file should not even be read; null where it may. */
function refusal(about: Stats): string | null {
  if (about.isDirectory()) return 'it is a folder, not a file';
  if (!about.isFile()) return 'it is not an ordinary file';
  const size = (about.size / 1024 / 1024).toFixed(1);
  return about.size > MAX_FILE_BYTES ? `it is too large (${size} MB; at most 10 MB are read)` : null;
}

/** A file of the disk; `place` is where it is, however the path to it is written. */
export interface ReadInput extends InputFile {
  place: string;
}

function readInputFile(path: string, name: string, asOf: string): ReadInput | string {
  try {
    const about = statSync(path);
    const reason = refusal(about);
    if (reason !== null) return reason;
    return { name, bytes: readFileSync(path), modifiedOn: localDay(about.mtime), asOf, place: realpathSync(path) };
  } catch (error) {
    return reasonOf(error);
  }
}

export interface InputFiles {
  /** In the order of their paths; undefined for those that cannot be read, or that no path is given of. */
  read: (ReadInput | undefined)[];
  /** Empty, or one error with every reason. */
  unreadable: CommandError[];
}

/** What files are called in messages: by their names alone, or, where two have one, with as much of their folders as tells them apart. */
function shortNames(paths: readonly string[]): Map<string, string> {
  const whole = [...new Set(paths.map((path) => resolve(path)))];
  const ending = (path: string, parts: number): string => path.split(sep).slice(-parts).join('/');
  const nameOf = (path: string): string => {
    const others = whole.filter((other) => other !== path);
    const most = path.split(sep).length;
    let parts = 1;
    while (parts < most && others.some((other) => ending(other, parts) === ending(path, parts))) parts += 1;
    return parts === 1 ? basename(path) : ending(path, parts);
  };
  return new Map(paths.map((path) => [path, nameOf(resolve(path))]));
}

/** Files from the disk, looked at before they are read. */
export function readInputFiles(paths: readonly (string | undefined)[], asOf: string): InputFiles {
  const refused: string[] = [];
  const names = shortNames(paths.filter((path) => path !== undefined));
  const read = paths.map((path) => {
    const file = path === undefined || path === '' ? undefined : readInputFile(path, names.get(path) ?? path, asOf);
    if (typeof file !== 'string') return file;
    refused.push(`Cannot read ${path ?? ''}: ${file}.`);
    return undefined;
  });
  const [first, ...others] = refused;
  return { read, unreadable: first === undefined ? [] : [new CommandError(first, others)] };
}
