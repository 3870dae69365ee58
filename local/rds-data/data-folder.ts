import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { DataFolderError, describeFailure } from './data-folder-error.ts';
import { lockFolder } from './folder-lock.ts';

/** A data folder that this process has to itself. */
export interface PreparedFolder {
  /** Whether a database still has to be made in it. */
  readonly isNew: boolean;
  /** Empties it, to make the new database once more. */
  empty(): Promise<void>;
  /** To be called when the database is open: from now on what is in the folder counts. */
  ready(): Promise<void>;
  /** To be called when it could not be opened: unlocks the folder and says what to do about it. */
  failed(cause: unknown): Promise<DataFolderError>;
  unlock(): Promise<void>;
}

/**
 * Locks the folder and finds out whether a database is in it. A database that was being made when its process was killed
 * is thrown away (a marker beside the folder says so), since nobody can have stored anything in it.
 * @throws {DataFolderError}
 */
export async function prepareFolder(path: string): Promise<PreparedFolder> {
  const folder = resolve(path);
  const marker = `${folder}.new`;
  try {
    await mkdir(dirname(folder), { recursive: true });
  } catch (error) {
    throw describeFailure(folder, error);
  }
  const unlock = await lockFolder(folder);
  try {
    if (existsSync(marker)) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const isNew = !existsSync(join(folder, 'PG_VERSION'));
    if (isNew && (await readdir(folder)).length > 0) {
      throw new DataFolderError('not-a-database', folder, {
        problem: 'is not empty and is not a PostgreSQL data folder',
        remedy: 'Name another folder, or an empty one.',
      });
    }
    if (isNew) await writeFile(marker, '');
    return {
      isNew,
      async empty() {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder);
      },
      ready: () => rm(marker, { force: true }),
      async failed(cause) {
        const error = describeFailure(folder, cause);
        // Half a new database is worth nothing, and its room may be what is missing.
        if (isNew) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
        await unlock();
        return error;
      },
      unlock,
    };
  } catch (error) {
    await unlock();
    throw error instanceof DataFolderError ? error : describeFailure(folder, error);
  }
}
