import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PackagingError } from './packaging-error.ts';

/**
 * Writes a file so that a reader, or a second packager, sees the old one or the new one and never half of it. One that says
 * the same already is left alone, so that a read-only checkout will do where nothing has changed.
 * @throws PackagingError where the folder cannot be written
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    // Without the name of the file: every function's is refused for the same reason, which is then said once.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(',');
    removeQuietly(temporary);
    throw new PackagingError(
      `The packaged functions cannot be written to ${dirname(file)} (${reason}).\nMake that folder writable and see that its disk has room, or use a checkout on another disk.`,
    );
  }
}

/** Half a file that could not be finished takes room on a full disk. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Whatever forbids it has been the reason for the first error too, which is told.
  }
}
