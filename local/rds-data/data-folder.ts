import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

/** What PostgreSQL reads first: without it none starts. */
const CONTROL = join('global', 'pg_control');

/**
 * What can be told of a folder without starting PostgreSQL in it, and changing nothing: that it is no database's, or one that lacks
 * what every start reads. Undefined where nothing of the kind is wrong, or no database is there yet.
 */
export function folderFault(path: string): DataFolderError | undefined {
  const folder = resolve(path);
  // One that was being made is thrown away.
  if (!existsSync(folder) || existsSync(`${folder}.new`)) return undefined;
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      if (readdirSync(folder).length === 0) return undefined;
      return new DataFolderError('not-a-database', folder, {
        problem: 'is not empty and is not a PostgreSQL data folder',
        remedy: 'Name another folder, or an empty one.',
      });
    }
    const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (!/^\d+$/.test(version)) return describeFailure(folder, `PG_VERSION is "${version.slice(0, 20)}"`);
    if (statSync(join(folder, CONTROL)).size === 0) return describeFailure(folder, `${CONTROL} is empty`);
  } catch (error) {
    return describeFailure(folder, error);
  }
  return undefined;
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
    const fault = folderFault(folder);
    if (fault !== undefined) throw fault;
    const isNew = !existsSync(join(folder, 'PG_VERSION'));
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
