import type { Database } from './session.ts';

/** Which database to open. */
export interface OpenDatabaseOptions {
  /** PGlite's data folder, made if it is not there; in memory if absent. */
  readonly folder?: string;
  /** A PostgreSQL server's URL (ALEX_DATABASE_URL); it wins over `folder`. */
  readonly url?: string;
  /** After how long (ms) an idle transaction may no longer keep other callers of PGlite waiting. Default 5,000. */
  readonly idleHolderMs?: number;
}

/**
 * Opens the database behind the Data API: a PostgreSQL server where a URL is given, else PostgreSQL in WASM.
 * @throws {DataFolderError} the folder is in use, damaged, not a database's, or cannot be written.
 */
export async function openDatabase({ folder, url, idleHolderMs = 5_000 }: OpenDatabaseOptions): Promise<Database> {
  // Each engine is loaded only where it is used: `pg` and PGlite are large.
  if (url !== undefined) return (await import('./postgres-database.ts')).openPostgres(url);
  const { openPglite } = await import('./pglite-database.ts');
  return openPglite(folder === undefined ? { idleHolderMs } : { folder, idleHolderMs });
}
