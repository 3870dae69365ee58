import type { Queryable } from '../../shared/database/client.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readMigrationState } from './migration-state.ts';
import { counted } from '../terminal/counted.ts';

/**
 * Refuses to work on a database that another version of Alex has changed in ways that this one does not know.
 *
 * @param at where the database is, as a person would look for it
 * @throws {CommandError} with what to do; nothing in the database is touched
 */
export async function requireKnownSchema(db: Queryable, at: string): Promise<void> {
  const { unknown } = await readMigrationState(db);
  if (unknown === 0) return;
  const migrations = counted(unknown, 'migration');
  throw new CommandError(
    `The database in ${at} was made by another version of Alex: this one does not know ${migrations} of it.`,
    [
      'Nothing was changed. Bring this copy of Alex up to date (git pull), or move that folder away to begin with an empty one.',
    ],
  );
}
