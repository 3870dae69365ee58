import { sql } from 'drizzle-orm';
import type { SnapshotLine } from '../schemas/analysis.ts';
import type { Queryable } from './client.ts';

/** Lines a statement: the Data API answers at most 1 MiB. */
const LINES_A_PAGE = 2000;

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

/** The whole snapshot of a job. A line travels packed in one JSON value, so that 2,000 of them fit one answer. */
export async function readSnapshot(db: Queryable, jobId: string): Promise<SnapshotLine[]> {
  const lines: SnapshotLine[] = [];
  for (;;) {
    const { rows } = await db.execute<{ packed: string }>(sql`
      select cast(json_build_array(line, account_name, account_type, kind, symbol, name, cast(quantity as text), currency,
        cast(price as text), price_as_of, price_source, cast(cost_basis as text)) as text) as packed
      from job_lines
      where job_id = cast(${jobId} as uuid) and line > ${lines.length} and line <= ${lines.length + LINES_A_PAGE}
      order by line`);
    const page = rows.map(({ packed }) => JSON.parse(packed) as Packed);
    lines.push(...page.map(unpack));
    if (page.length < LINES_A_PAGE) return lines;
  }
}

function unpack(packed: Packed): SnapshotLine {
  const [, accountName, accountType, kind, symbol, name, quantity, currency, price, priceAsOf, priceSource, cost] =
    packed;
  const held = { accountName, accountType, kind, symbol, name, quantity: Number(quantity), currency };
  if (kind === 'cash') return { ...held, price: 1, priceAsOf: null, priceSource: null, costBasis: null };
  return { ...held, price: numberOrNull(price), priceAsOf, priceSource, costBasis: numberOrNull(cost) };
}
