import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** An instrument of the reference set that people hold. */
export interface HeldInstrument {
  symbol: string;
  name: string;
  type: string;
}

/**
 * The instruments that most people hold, the most widely held first: from what they have stored and from what was analysed in
 * the last 90 days. Tells nothing of a person: no counts, no amounts, and only instruments of the public reference set, for what
 * else a person holds may be named after them.
 */
export async function mostHeldInstruments(db: Queryable, limit: number): Promise<HeldInstrument[]> {
  const { rows } = await db.execute<{ symbol: string; name: string; type: string }>(sql`
    with held as (
      select accounts.user_id, positions.symbol
      from positions join accounts on accounts.id = positions.account_id
      union
      select jobs.user_id, job_lines.symbol
      from job_lines join jobs on jobs.id = job_lines.job_id
      where job_lines.kind = 'holding' and jobs.created_at > now() - interval '90 days'
    )
    select instruments.symbol, instruments.name, instruments.type
    from held join instruments on instruments.symbol = held.symbol
    group by instruments.symbol, instruments.name, instruments.type
    order by count(*) desc, instruments.symbol
    limit ${limit}`);
  return rows;
}
