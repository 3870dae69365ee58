import { sql } from 'drizzle-orm';
import type { SnapshotLine } from '../schemas/analysis.ts';
import type { Queryable } from './client.ts';
import { readPacked } from './packed-rows.ts';

/**
 * Copies what a person holds into the job, with the newest price of each position not later than the job's day (the
 * person's own before another of the same day). One statement, whatever the number of positions.
 */
export async function takeSnapshot(db: Queryable, job: { id: string; userId: string; asOf: string }): Promise<void> {
  await db.execute(sql`
    insert into job_lines
      (job_id, line, account_name, account_type, kind, symbol, name, quantity, currency, price, price_as_of, price_source, cost_basis)
    select cast(${job.id} as uuid), row_number() over (order by account_name collate "C", kind, symbol collate "C"), *
    from (
      select a.name as account_name, a.type as account_type, 'holding' as kind, p.symbol, coalesce(p.name, i.name) as name,
        p.quantity, p.currency, q.price, q.as_of, q.source, p.cost_basis
      from accounts a
      join positions p on p.account_id = a.id
      left join instruments i on i.symbol = p.symbol
      left join lateral (
        select price, as_of, source from prices
        where prices.symbol = p.symbol and prices.currency = p.currency and prices.as_of <= cast(${job.asOf} as date)
          and (prices.user_id is null or prices.user_id = a.user_id)
        order by as_of desc, (prices.user_id is not null) desc, source
        limit 1
      ) q on true
      where a.user_id = cast(${job.userId} as uuid)
      union all
      select a.name, a.type, 'cash', 'CASH:' || c.currency, null, c.amount, c.currency, null, null, null, null
      from accounts a
      join cash_balances c on c.account_id = a.id
      where a.user_id = cast(${job.userId} as uuid)
    ) held`);
  await takeRates(db, job);
  await takeHistory(db, job);
}

/** The newest rate into US dollars of each foreign currency, stated that way or the other way round. */
async function takeRates(db: Queryable, job: { id: string; userId: string; asOf: string }): Promise<void> {
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
        and (user_id is null or user_id = cast(${job.userId} as uuid))
      order by as_of desc, (user_id is not null) desc, symbol, source
      limit 1
    ) q`);
}

/** Transactions up to the job's day, and every US dollar price up to it of what they or the holdings name. */
async function takeHistory(db: Queryable, job: { id: string; userId: string; asOf: string }): Promise<void> {
  await db.execute(sql`
    insert into job_transactions (job_id, line, account_name, day, kind, symbol, quantity, price, amount)
    select cast(${job.id} as uuid), row_number() over (order by t.day, t.line), a.name, t.day, t.kind, t.symbol, t.quantity,
      t.price, t.amount
    from accounts a
    join transactions t on t.account_id = a.id
    where a.user_id = cast(${job.userId} as uuid) and t.day <= cast(${job.asOf} as date)`);
  await db.execute(sql`
    insert into job_quotes (job_id, line, symbol, as_of, price)
    select cast(${job.id} as uuid), row_number() over (order by symbol collate "C", as_of), symbol, as_of, price
    from (
      select distinct on (symbol, as_of) symbol, as_of, price
      from prices
      where currency = 'USD' and as_of <= cast(${job.asOf} as date)
        and (user_id is null or user_id = cast(${job.userId} as uuid))
        and exists (select 1 from job_transactions where job_id = cast(${job.id} as uuid))
        and symbol in (
          select symbol from job_transactions where job_id = cast(${job.id} as uuid) and symbol is not null
          union select symbol from job_lines where job_id = cast(${job.id} as uuid) and kind = 'holding')
      order by symbol, as_of, (user_id is not null) desc, source
    ) dated`);
}

/** [line, accountName, accountType, kind, symbol, name, quantity, currency, price, priceAsOf, priceSource, costBasis] */
type Packed = [
  number,
  string,
  SnapshotLine['accountType'],
  SnapshotLine['kind'],
  string,
  string | null,
  string,
  string,
  ...Rest,
];
type Rest = [price: string | null, priceAsOf: string | null, priceSource: string | null, costBasis: string | null];

const numberOrNull = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** The whole snapshot of a job. A line travels packed in one JSON value. */
export async function readSnapshot(db: Queryable, jobId: string): Promise<SnapshotLine[]> {
  const lines = await readPacked<Packed>(
    db,
    (read) => sql`
      select line as key, cast(json_build_array(line, account_name, account_type, kind, symbol, name, cast(quantity as text), currency,
        cast(price as text), price_as_of, price_source, cast(cost_basis as text)) as text) as packed
      from job_lines
      where job_id = cast(${jobId} as uuid) and line > ${read.length}`,
  );
  return lines.map(unpack);
}

function unpack(packed: Packed): SnapshotLine {
  const [, accountName, accountType, kind, symbol, name, quantity, currency, price, priceAsOf, priceSource, cost] =
    packed;
  const held = { accountName, accountType, kind, symbol, name, quantity: Number(quantity), currency };
  if (kind === 'cash') return { ...held, price: 1, priceAsOf: null, priceSource: null, costBasis: null };
  return { ...held, price: numberOrNull(price), priceAsOf, priceSource, costBasis: numberOrNull(cost) };
}
