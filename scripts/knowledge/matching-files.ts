import { existsSync, globSync } from 'node:fs';
import { CommandError } from '../analysis/command-error.ts';
import { isAddress } from './read-source.ts';

/**
 * The files that patterns such as notes/*.md stand for, in order of their names; everything else as it was given. Shells of Windows
 * leave patterns to programs, those of macOS and Linux only such as fit nothing.
 *
 * @throws {CommandError} for a pattern that fits no file
 */
export const matchingFiles = (given: readonly string[]): string[] =>
  given.flatMap((one) => {
    if (isAddress(one) || !/[*?[]/.test(one) || existsSync(one)) return [one];
    const found = globSync(one).toSorted();
    if (found.length === 0) throw new CommandError(`Cannot read ${one}: no file has such a name.`);
    return found;
  });
