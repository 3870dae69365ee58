import { eq, sql } from 'drizzle-orm';
import type { ExchangeRate } from '../schemas/analysis.ts';
import type { StatedTransaction } from '../schemas/portfolio.ts';
import type { Queryable } from './client.ts';
import { readPacked } from './packed-rows.ts';
import { jobRates } from './schema.ts';

export interface JobTransaction {
  date: string;
  accountName: string;
  kind: StatedTransaction['kind'];
  symbol?: string;
  quantity?: number;
  price?: number;
  amount?: number;
}

export interface JobHistory {
  transactions: JobTransaction[];
  /** US dollars, by symbol, oldest first. */
  prices: Map<string, { date: string; price: number }[]>;
}

/** The exchange rates of a job's snapshot, each into US dollars. */
export async function readRates(db: Queryable, jobId: string): Promise<ExchangeRate[]> {
  const rows = await db.select().from(jobRates).where(eq(jobRates.jobId, jobId));
  return rows.map(({ currency, rate, asOf, source }) => ({
    from: currency,
    to: 'USD',
    rate: Number(rate),
    asOf,
    source,
  }));
}

/** The transactions of a job's snapshot and the prices that their returns need; undefined when there is none. */
export async function readHistory(db: Queryable, jobId: string): Promise<JobHistory | undefined> {
  const transactions = await readPacked<JobTransaction>(
    db,
    (read) => sql`
      select line as key, cast(json_strip_nulls(json_build_object('date', day, 'accountName', account_name, 'kind', kind, 'symbol', symbol,
        'quantity', quantity, 'price', price, 'amount', amount)) as text) as packed
      from job_transactions
      where job_id = cast(${jobId} as uuid) and line > ${read.length}`,
  );
  if (transactions.length === 0) return undefined;
  const quotes = await readPacked<[symbol: string, date: string, price: number]>(
    db,
    (read) => sql`
      select line as key, cast(json_build_array(symbol, as_of, price) as text) as packed
      from job_quotes
      where job_id = cast(${jobId} as uuid) and line > ${read.length}`,
  );
  const prices: JobHistory['prices'] = new Map();
  for (const [symbol, date, price] of quotes) {
    const dated = prices.get(symbol) ?? [];
    dated.push({ date, price });
    prices.set(symbol, dated);
  }
  return { transactions, prices };
}
