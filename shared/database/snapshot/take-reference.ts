import { sql } from 'drizzle-orm';
import type { Queryable } from '../client.ts';

/** Copies what the reference set knows of the snapshot's instruments, but of those that the person has classified. */
export async function takeReference(db: Queryable, jobId: string): Promise<void> {
  await db.execute(sql`
    insert into job_instruments
      (job_id, symbol, name, type, currency, expense_ratio, asset_classes, regions, sectors, source, citation, as_of, confidence)
    select l.job_id, i.symbol, i.name, i.type, i.currency, i.expense_ratio, i.asset_classes, i.regions, i.sectors, 'reference',
      i.citation, i.as_of, 1
    from (select distinct job_id, symbol from job_lines where job_id = cast(${jobId} as uuid) and kind = 'holding') l
    join instruments i on i.symbol = l.symbol
    on conflict (job_id, symbol) do nothing`);
}
