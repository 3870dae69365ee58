import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/aws-data-api/pg/migrator';
import type { Database } from './client.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Brings the database to the newest schema; does nothing when it is there already. Run by scripts, never by a function. */
export async function migrateDatabase(db: Database): Promise<void> {
  await migrate(db, { migrationsFolder });
}
