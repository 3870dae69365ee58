import { sql } from 'drizzle-orm';
import type { Database } from '../../shared/database/client.ts';

/** Deletes every table with all that is in it, and the memory of migrations. Not to be undone. One transaction. */
export async function dropEverything(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`drop schema if exists drizzle cascade`);
    await tx.execute(sql`drop schema public cascade`);
    await tx.execute(sql`create schema public`);
  });
}
