import type { Database } from '../../shared/database/client.ts';
import { migrateDatabase } from '../../shared/database/migrate.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { CommandError } from '../analysis/command-error.ts';

/** As `migrateDatabase`, for a command. @throws {CommandError} where the database's user may not make what is missing */
export async function migrateSchema(db: Database): Promise<void> {
  try {
    await migrateDatabase(db);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(error.message, [], error);
    throw error;
  }
}
