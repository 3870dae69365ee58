import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** An instrument of the reference set that people hold. */
export interface HeldInstrument {
  symbol: string;
  name: string;
  type: string;
}

/**
 * What people hold most of, by its share of their portfolios and then by how many hold it: from what they have stored and from
 * what was analysed in the last 90 days. The view of that name (migration 0014) tells nothing of a person, and its reader may read nothing else of it.
 */
export async function mostHeldInstruments(db: Queryable, limit: number): Promise<HeldInstrument[]> {
  const { rows } = await db.execute<{ symbol: string; name: string; type: string }>(
    sql`select symbol, name, type from most_held_instruments order by place limit ${limit}`,
  );
  return rows;
}
