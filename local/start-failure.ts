import { explainDiskFailure } from './disk-failure.ts';
import { isDiskFull } from './disk-space.ts';
import { errorMessage } from './error-code.ts';
import {
  DataFolderCorruptError,
  DataFolderNotWritableError,
  FleetError,
  LockDamagedError,
  NotPackagedError,
} from './errors.ts';
import { CodePackageError } from './lambda/code-folder.ts';
import { DataFolderError } from './rds-data/server.ts';
import { ServiceException } from './wire/service-exception.ts';

/**
 * Whatever stopped a start as a FleetError, where there is something a person can do about it; `error` otherwise. Nothing
 * is called damaged, and nothing stays unexplained, on a disk that is full.
 */
export function explainStartFailure(error: unknown, dataFolder: string): unknown {
  const explained = explain(error, dataFolder);
  const mayBeTheDisk =
    !(explained instanceof FleetError) ||
    explained instanceof DataFolderCorruptError ||
    explained instanceof LockDamagedError ||
    error instanceof CodePackageError;
  if (!mayBeTheDisk || !isDiskFull(dataFolder)) return explained;
  return new DataFolderNotWritableError(dataFolder, 'disk_full', error);
}

function explain(error: unknown, dataFolder: string): unknown {
  if (error instanceof FleetError) return error;
  if (error instanceof DataFolderError) return databaseFailure(error);
  if (error instanceof CodePackageError) {
    return new FleetError(`The packaged functions cannot be used: ${error.message}.`, {
      code: 'not_packaged',
      remedy: new NotPackagedError('', '').remedy,
      cause: error,
    });
  }
  if (error instanceof ServiceException) {
    return new FleetError(error.message, {
      code: 'deployment',
      remedy: 'Correct the lambda.json of that function, then run `npm run package`.',
      cause: error,
    });
  }
  return explainDiskFailure(error, dataFolder);
}

/** The database at ALEX_DATABASE_URL does not answer; the URL is not repeated, as it may hold a password. */
export function databaseUrlFailure(error: unknown): FleetError {
  const reason = errorMessage(error) || 'it does not answer';
  return new FleetError(`The PostgreSQL server of ALEX_DATABASE_URL cannot be used: ${reason}.`, {
    code: 'database_unreachable',
    remedy: 'Start that server or correct the URL; without ALEX_DATABASE_URL Alex brings its own database.',
    cause: error,
  });
}

function databaseFailure(error: DataFolderError): FleetError {
  switch (error.code) {
    case 'disk-full':
      return new DataFolderNotWritableError(error.folder, 'disk_full', error);
    case 'not-writable':
      return new DataFolderNotWritableError(error.folder, 'no_permission', error);
    case 'in-use':
      return new FleetError(`The database in ${error.folder} is in use by another program.`, {
        code: 'fleet_running',
        remedy: `Stop that program; if none is running, delete ${error.folder}.lock.`,
        cause: error,
      });
    default:
      return new DataFolderCorruptError(error.folder, 'the database in it does not start', error);
  }
}
