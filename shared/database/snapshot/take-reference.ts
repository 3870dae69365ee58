import { sql } from 'drizzle-orm';
import type { Queryable } from '../client.ts';
import { plainName } from '../schema.ts';

/**
 * Copies what the reference set knows of the snapshot's instruments, but of those that the person has classified. What it has no
 * symbol of is known by its whole name, where all that have that name are made of the same; a CUSIP or ISIN is not looked up by its
 * name, for a bond may be called as the company that owes it.
 */
export async function takeReference(db: Queryable, jobId: string): Promise<void> {
  await db.execute(sql`
    with held as (
      select symbol, min(name) as name from job_lines where job_id = cast(${jobId} as uuid) and kind = 'holding' group by symbol
    ), nameless as (
      select h.symbol, ${plainName(sql`h.name`)} as name from held h
      where h.name is not null and not exists (select from instruments i where i.symbol = h.symbol)
        and not (h.symbol ~ '[0-9]' and char_length(h.symbol) in (9, 12))
    ), named as (
      select n.symbol, min(i.symbol) as stands
      from nameless n join instruments i on i.plain_name = n.name
      group by n.symbol
      having count(distinct (i.type, i.expense_ratio, i.asset_classes, i.regions, i.sectors)) = 1
    ), known as (
      select symbol, symbol as stands from held union all select symbol, stands from named
    )
    insert into job_instruments
      (job_id, symbol, name, type, currency, expense_ratio, asset_classes, regions, sectors, source, citation, as_of, confidence)
    select cast(${jobId} as uuid), k.symbol, i.name, i.type, i.currency, i.expense_ratio, i.asset_classes, i.regions, i.sectors,
      'reference', i.citation, i.as_of, 1
    from known k join instruments i on i.symbol = k.stands
    on conflict (job_id, symbol) do nothing`);
}
