import { sql } from 'drizzle-orm';
import { MOVES } from '../../finance/one-listing.ts';
import type { Queryable } from '../client.ts';
import { takeRates } from './take-rates.ts';
import { takeReference } from './take-reference.ts';

/** The job that a snapshot belongs to. */
export interface SnapshotJob {
  id: string;
  userId: string;
  /** ISO date: nothing dated later gets in. */
  asOf: string;
}

/** By how much a price differs at most from a position's own where both are of one listing. */
const MOST = sql.raw(
  `case ${MOVES.map(({ days, most }) => (days === Infinity ? `else ${most}` : `when abs(prices.as_of - p.price_as_of) <= ${days} then ${most}`)).join(' ')} end`,
);

/**
 * Copies what a person holds into the job: holdings at their own price or a newer one of the same listing, not later than the job's day
 * (of one day the person's own before another), what is known of the instruments, rates, transactions. The number of
 * statements does not depend on the number of positions.
 */
export async function takeStoredSnapshot(db: Queryable, job: SnapshotJob): Promise<void> {
  await db.execute(sql`
    insert into job_lines
      (job_id, line, account_name, account_type, kind, symbol, name, quantity, currency, price, price_as_of, price_source, cost_basis,
        interest_rate)
    select cast(${job.id} as uuid), row_number() over (order by account_name collate "C", kind, symbol collate "C"), *
    from (
      select a.name as account_name, a.type as account_type, 'holding' as kind, p.symbol, coalesce(p.name, i.name) as name,
        p.quantity, p.currency, coalesce(q.price, own.price), coalesce(q.as_of, own.as_of), coalesce(q.source, own.source),
        p.cost_basis, cast(null as numeric)
      from accounts a
      join positions p on p.account_id = a.id
      left join instruments i on i.symbol = p.symbol
      left join lateral (
        select p.price, p.price_as_of as as_of, p.price_source as source where p.price_as_of <= cast(${job.asOf} as date)
      ) own on true
      left join lateral (
        select price, as_of, source from prices
        where prices.symbol = p.symbol and prices.currency = p.currency and prices.as_of <= cast(${job.asOf} as date)
          and (prices.user_id is null or prices.user_id = a.user_id)
          and (own.as_of is null or prices.as_of > own.as_of)
          and (p.price is null or greatest(prices.price / p.price, p.price / prices.price) <= ${MOST})
        order by as_of desc, (prices.user_id is not null) desc, source
        limit 1
      ) q on true
      where a.user_id = cast(${job.userId} as uuid)
      union all
      select a.name, a.type, 'cash', 'CASH:' || c.currency, null, c.amount, c.currency, null, null, null, null, c.interest_rate
      from accounts a
      join cash_balances c on c.account_id = a.id
      where a.user_id = cast(${job.userId} as uuid)
    ) held`);
  await db.execute(sql`
    insert into job_instruments
      (job_id, symbol, name, type, currency, expense_ratio, asset_classes, regions, sectors, source, citation, as_of, confidence)
    select distinct on (l.symbol) l.job_id, l.symbol, coalesce(i.name, l.name, l.symbol), c.type, l.currency, i.expense_ratio,
      c.asset_classes, c.regions, c.sectors, 'user', 'the person', c.as_of, 1
    from job_lines l
    join classifications c on c.symbol = l.symbol and c.user_id = cast(${job.userId} as uuid)
    left join instruments i on i.symbol = l.symbol
    where l.job_id = cast(${job.id} as uuid) and l.kind = 'holding'`);
  await takeReference(db, job.id);
  await takeRates(db, job, job.userId);
  await takeHistory(db, job);
}

/** Transactions up to the job's day, and every US dollar price up to it of what they or the holdings name. */
async function takeHistory(db: Queryable, job: SnapshotJob): Promise<void> {
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
      select distinct on (symbol, as_of) symbol, as_of, case when currency = 'USD' then price else round(price * rate, 8) end as price
      from prices
      left join lateral (
        select case when r.symbol = prices.currency || '/USD' then r.price else 1 / r.price end as rate
        from prices r
        where prices.currency <> 'USD' and r.as_of <= prices.as_of
          and (r.symbol = prices.currency || '/USD' and r.currency = 'USD'
            or r.symbol = 'USD/' || prices.currency and r.currency = prices.currency)
          and (r.user_id is null or r.user_id = cast(${job.userId} as uuid))
        order by r.as_of desc, (r.user_id is not null) desc, r.symbol, r.source
        limit 1
      ) known on true
      where (currency = 'USD' or rate is not null and position('/' in symbol) = 0) and as_of <= cast(${job.asOf} as date)
        and (user_id is null or user_id = cast(${job.userId} as uuid))
        and exists (select 1 from job_transactions where job_id = cast(${job.id} as uuid))
        and symbol in (
          select symbol from job_transactions where job_id = cast(${job.id} as uuid) and symbol is not null
          union select symbol from job_lines where job_id = cast(${job.id} as uuid) and kind = 'holding')
      order by symbol, as_of, (user_id is not null) desc, currency = 'USD' desc, source
    ) dated`);
}
