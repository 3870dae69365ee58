import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/aws-data-api/pg/migrator';
import type { Database } from './client.ts';
import { ensureRoles } from './ensure-roles.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the database to the newest schema, and its roles to what roles.ts says of it; does nothing when they are there already. Run
 * by scripts, never by a function.
 *
 * @throws {ConfigurationError} where a role is to be made and the database's user may make none
 */
export async function migrateDatabase(db: Database): Promise<void> {
  await migrate(db, { migrationsFolder });
  await ensureRoles(db);
}
