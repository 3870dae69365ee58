import { sql, type SQL } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** The Data API answers at most 1 MiB in all; this much of it is for the rows. */
const BYTES_AN_ANSWER = sql.raw('950000');
/** What one row takes beside its text: [{"stringValue":""},{"booleanValue":false}], */
const BYTES_A_ROW = sql.raw('60');

/**
 * All rows of a query, however many and however long: each answer holds as many as fit by their bytes. `after` gives the rows
 * beyond those read, as columns `key` (unique, the order they are wanted in) and `packed` (JSON text, at most 60 KiB).
 */
export async function readPacked<T>(db: Queryable, after: (read: readonly T[]) => SQL): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { rows } = await db.execute<{ packed: string; last: boolean }>(sql`
      select packed, last from (
        select key, packed, row_number() over (order by key) = count(*) over () as last,
          sum(octet_length(cast(to_json(packed) as text)) + ${BYTES_A_ROW}) over (order by key) as bytes
        from (${after(all)}) unread
      ) measured
      where bytes <= ${BYTES_AN_ANSWER}
      order by key`);
    all.push(...rows.map(({ packed }) => JSON.parse(packed) as T));
    if (rows.at(-1)?.last !== false) return all;
  }
}
