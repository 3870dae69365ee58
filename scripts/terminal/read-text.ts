import { readFileSync } from 'node:fs';
import { CommandError } from '../analysis/command-error.ts';

/**
 * The text of a file that a person wrote, without a byte order mark.
 *
 * @throws {CommandError} where it is UTF-16, as Windows PowerShell's `>` writes
 */
export function readText(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (text.includes('\0'))
    throw new CommandError(`${file} is saved as UTF-16, and has to be UTF-8.`, [
      'Save it as UTF-8: in Notepad, File, Save as, Encoding; in PowerShell, Set-Content -Encoding utf8 instead of >',
    ]);
  return text.replace(/^\ufeff/, '');
}
