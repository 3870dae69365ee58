import { eq, sql } from 'drizzle-orm';
import type { ExchangeRate } from '../schemas/analysis.ts';
import type { StatedTransaction } from '../schemas/portfolio.ts';
import type { Queryable } from './client.ts';
import { jobRates } from './schema.ts';

/** Rows a statement: the Data API answers at most 1 MiB. */
const ROWS_A_PAGE = 4000;

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
  const transactions = await readPages<JobTransaction>(
    (after) => sql`
      select cast(json_strip_nulls(json_build_object('date', day, 'accountName', account_name, 'kind', kind, 'symbol', symbol,
        'quantity', quantity, 'price', price, 'amount', amount)) as text) as packed
      from job_transactions
      where job_id = cast(${jobId} as uuid) and line > ${after} and line <= ${after + ROWS_A_PAGE} order by line`,
    db,
  );
  if (transactions.length === 0) return undefined;
  const quotes = await readPages<[symbol: string, date: string, price: number]>(
    (after) => sql`
      select cast(json_build_array(symbol, as_of, price) as text) as packed
      from job_quotes
      where job_id = cast(${jobId} as uuid) and line > ${after} and line <= ${after + ROWS_A_PAGE} order by line`,
    db,
  );
  const prices: JobHistory['prices'] = new Map();
  for (const [symbol, date, price] of quotes) {
    const dated = prices.get(symbol) ?? [];
    dated.push({ date, price });
    prices.set(symbol, dated);
  }
  return { transactions, prices };
}

async function readPages<T>(page: (after: number) => ReturnType<typeof sql>, db: Queryable): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { rows } = await db.execute<{ packed: string }>(page(all.length));
    all.push(...rows.map(({ packed }) => JSON.parse(packed) as T));
    if (rows.length < ROWS_A_PAGE) return all;
  }
}
