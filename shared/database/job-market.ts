import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { insertRows } from './insert-rows.ts';

/** A market's price as it goes into a job's snapshot. */
export interface FoundPrice {
  symbol: string;
  currency: string;
  price: string;
  /** ISO date. */
  day: string;
  source: string;
  /** Where it is of the lines of these accounts alone, for others hold another thing by the symbol. */
  accounts?: readonly string[];
}

/** A job whose figures are computed has the prices that they were computed from. */
const beforeFacts = (jobId: string) => sql`not exists (select 1 from job_facts where job_id = cast(${jobId} as uuid))`;

/** Gives the job's holdings their newer price, where what they have is older or nothing. */
export async function putJobPrices(db: Queryable, jobId: string, found: readonly FoundPrice[]): Promise<void> {
  await insertRows(
    db,
    found,
    (json) => sql`
      update job_lines l set price = t.price, price_as_of = t.day, price_source = t.source
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(symbol text, currency text, price numeric, day date, source text, accounts jsonb)
      where l.job_id = cast(${jobId} as uuid) and l.kind = 'holding' and l.symbol = t.symbol and l.currency = t.currency
        and (t.accounts is null or t.accounts @> to_jsonb(l.account_name))
        and (l.price_as_of is null or l.price_as_of < t.day) and ${beforeFacts(jobId)}`,
  );
}

/** Gives the job a newer rate into US dollars of each currency (here without a price's `currency`, which is USD). */
export async function putJobRates(db: Queryable, jobId: string, found: readonly FoundPrice[]): Promise<void> {
  await insertRows(
    db,
    found,
    (json) => sql`
      insert into job_rates as r (job_id, currency, rate, as_of, source)
      select cast(${jobId} as uuid), t.currency, t.price, t.day, t.source
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(currency text, price numeric, day date, source text)
      where ${beforeFacts(jobId)}
      on conflict (job_id, currency) do update set rate = excluded.rate, as_of = excluded.as_of, source = excluded.source
      where r.as_of < excluded.as_of`,
  );
}

/** Adds closes of past days to the job's history: of a day that it has a price of already, that price stays. */
export async function putJobHistory(
  db: Queryable,
  jobId: string,
  closes: readonly { symbol: string; day: string; price: string }[],
): Promise<void> {
  await insertRows(
    db,
    closes,
    (json) => sql`
      insert into job_quotes (job_id, line, symbol, as_of, price)
      select cast(${jobId} as uuid), coalesce((select max(line) from job_quotes where job_id = cast(${jobId} as uuid)), 0)
        + row_number() over (order by t.symbol collate "C", t.day), t.symbol, t.day, t.price
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(symbol text, day date, price numeric)
      where ${beforeFacts(jobId)} and not exists (
        select 1 from job_quotes q where q.job_id = cast(${jobId} as uuid) and q.symbol = t.symbol and q.as_of = t.day)
      on conflict (job_id, line) do nothing`,
  );
}

/** Gives quotes of the job's history another price, by symbol and day. */
export async function replaceJobQuotes(
  db: Queryable,
  jobId: string,
  quotes: readonly { symbol: string; day: string; price: string }[],
): Promise<void> {
  await insertRows(
    db,
    quotes,
    (json) => sql`
      update job_quotes q set price = t.price
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(symbol text, day date, price numeric)
      where q.job_id = cast(${jobId} as uuid) and q.symbol = t.symbol and q.as_of = t.day and ${beforeFacts(jobId)}`,
  );
}
