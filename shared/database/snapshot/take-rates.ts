import { sql } from 'drizzle-orm';
import type { Queryable } from '../client.ts';

/**
 * The newest rate into US dollars of each foreign currency of the snapshot, stated that way or the other way round: from the
 * market, and from `ownerId`'s own where there is one. A currency whose rate the job has already keeps it.
 */
export async function takeRates(
  db: Queryable,
  job: { id: string; asOf: string },
  ownerId: string | null,
): Promise<void> {
  await db.execute(sql`
    insert into job_rates (job_id, currency, rate, as_of, source)
    select cast(${job.id} as uuid), held.currency, q.rate, q.as_of, q.source
    from (select distinct currency from job_lines where job_id = cast(${job.id} as uuid) and currency <> 'USD') held
    cross join lateral (
      select case when symbol = held.currency || '/USD' then price else 1 / price end as rate, as_of, source
      from prices
      where (symbol = held.currency || '/USD' and prices.currency = 'USD'
          or symbol = 'USD/' || held.currency and prices.currency = held.currency)
        and as_of <= cast(${job.asOf} as date)
        and (user_id is null or user_id = cast(${ownerId} as uuid))
      order by as_of desc, (user_id is not null) desc, symbol, source
      limit 1
    ) q
    on conflict (job_id, currency) do nothing`);
}
