import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Queryable } from '../../shared/database/client.ts';
import { ROOT } from '../laptop/paths.ts';

const JOURNAL = join(ROOT, 'shared', 'database', 'migrations', 'meta', '_journal.json');
const journal = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

export interface MigrationState {
  /** Names of this checkout's migrations, in their order. */
  applied: string[];
  pending: string[];
  /** Migrations of the database that this checkout does not know: it is older than the database. */
  unknown: number;
}

/** Which migrations a database has had. Reads only; a database without tables has had none. */
export async function readMigrationState(db: Queryable): Promise<MigrationState> {
  const { entries } = journal.parse(JSON.parse(readFileSync(JOURNAL, 'utf8')));
  const known = await db.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  const had =
    known.rows[0]?.there === true
      ? (
          await db.execute<{ at: string }>(
            sql`select cast(created_at as text) as at from drizzle.__drizzle_migrations order by created_at`,
          )
        ).rows.map(({ at }) => Number(at))
      : [];
  const newest = Math.max(0, ...had);
  const times = new Set(entries.map(({ when }) => when));
  return {
    // Drizzle applies what is newer than the newest it has applied.
    applied: entries.filter(({ when }) => when <= newest).map(({ tag }) => tag),
    pending: entries.filter(({ when }) => when > newest).map(({ tag }) => tag),
    unknown: had.filter((at) => !times.has(at)).length,
  };
}
