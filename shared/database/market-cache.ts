import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { readPacked } from './packed-rows.ts';

/** A close that a source said. */
export interface StoredQuote {
  source: string;
  symbol: string;
  /** ISO date. */
  day: string;
  currency: string;
  /** Decimal string. */
  price: string;
}

/** Days of a symbol that a source has been asked for, both included. */
export interface Coverage {
  source: string;
  symbol: string;
  from: string;
  to: string;
  /** The last day that it had a close of, as far as was read; null: none. */
  last: string | null;
}

export interface Answered {
  source: string;
  symbols: readonly string[];
  from: string;
  to: string;
  /** The trading day before `from`: what was asked for until then joins on. */
  joins: string;
  quotes: readonly Omit<StoredQuote, 'source'>[];
}

/** What is cached of some symbols: closes by symbol and source from each symbol's own first day, and what was asked for. */
export async function readMarket(
  db: Queryable,
  wanted: readonly { symbol: string; from: string }[],
  to: string,
): Promise<{ quotes: StoredQuote[]; coverage: Coverage[] }> {
  if (wanted.length === 0) return { quotes: [], coverage: [] };
  const json = JSON.stringify(wanted);
  type Packed = ['quote' | 'asked', string, string, string, string, string | null, string];
  const rows = await readPacked<Packed>(
    db,
    (read) => sql`
      select (kind || source || ' ' || symbol || ' ' || day) collate "C" as key,
        cast(json_build_array(kind, source, symbol, day, rest, price, kind || source || ' ' || symbol || ' ' || day) as text) as packed
      from (
        select 'quote ' as kind, q.source, q.symbol, cast(q.day as text) as day, q.currency as rest, cast(trim_scale(q.price) as text) as price
        from market_quotes q
        join jsonb_to_recordset(cast(${json} as jsonb)) as w(symbol text, "from" date) on w.symbol = q.symbol
        where q.day between w."from" and cast(${to} as date)
        union all
        select 'asked ', c.source, c.symbol, cast(c.from_day as text),
          cast(c.to_day as text) || coalesce(' ' || (
            select max(q.day) from market_quotes q
            where q.source = c.source and q.symbol = c.symbol and q.day <= cast(${to} as date)
          ), ''), null
        from market_coverage c
        join jsonb_to_recordset(cast(${json} as jsonb)) as w(symbol text) on w.symbol = c.symbol
      ) known
      where (kind || source || ' ' || symbol || ' ' || day) collate "C" > ${read.at(-1)?.[6] ?? ''} collate "C"`,
  );
  const quotes: StoredQuote[] = [];
  const coverage: Coverage[] = [];
  for (const [, source, symbol, day, rest, price] of rows) {
    if (price === null) {
      const [asked = '', last = null] = rest.split(' ');
      coverage.push({ source, symbol, from: day, to: asked, last });
    } else quotes.push({ source, symbol, day, currency: rest, price });
  }
  return { quotes, coverage };
}

/**
 * Stores what a source answered, and that it was asked. What it says anew of a day corrects what it said. Days that join those
 * asked for before make one stretch with them; of two that do not join the longer is remembered.
 */
export async function storeMarket(db: Queryable, answers: readonly Answered[]): Promise<void> {
  const quotes = answers.flatMap(({ source, quotes: said }) => said.map((quote) => ({ source, ...quote })));
  await insertRows(
    db,
    quotes,
    (json) => sql`
      insert into market_quotes (source, symbol, day, currency, price)
      select distinct on (source, symbol, day) source, symbol, day, currency, price
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(source text, symbol text, day date, currency text, price numeric)
      on conflict (source, symbol, day) do update
        set price = excluded.price, currency = excluded.currency, fetched_at = now()`,
  );
  await insertRows(
    db,
    stretchesOf(answers),
    (json) => sql`
      insert into market_coverage as c (source, symbol, from_day, to_day)
      select source, symbol, "from", "to"
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(source text, symbol text, "from" date, "to" date)
      on conflict (source, symbol) do update set (from_day, to_day, asked_at) = (
        select case when joins then least(c.from_day, excluded.from_day) when longer then excluded.from_day else c.from_day end,
          case when joins then greatest(c.to_day, excluded.to_day) when longer then excluded.to_day else c.to_day end,
          now()
        from (
          select c.to_day >= (
              select t.joins from jsonb_to_recordset(cast(${json} as jsonb)) as t(source text, symbol text, joins date)
              where t.source = c.source and t.symbol = c.symbol
            ) and c.from_day <= excluded.to_day + 1 as joins,
            excluded.to_day - excluded.from_day >= c.to_day - c.from_day as longer
        ) how)`,
  );
}

interface Stretch extends Omit<Coverage, 'last'> {
  joins: string;
}

/** What answers cover of each symbol, as one stretch without a gap: of those that do not join the longest. */
function stretchesOf(answers: readonly Answered[]): Stretch[] {
  const asked = answers.flatMap(({ source, symbols, from, to, joins }) =>
    symbols.map((symbol): Stretch => ({ source, symbol, from, to, joins })),
  );
  const all = Map.groupBy(asked, ({ source, symbol }) => `${source} ${symbol}`);
  return [...all.values()].flatMap((some) => {
    const stretches: Stretch[] = [];
    for (const one of some.sort((a, b) => (a.from < b.from ? -1 : 1))) {
      const last = stretches.at(-1);
      if (last === undefined || last.to < one.joins) stretches.push({ ...one });
      else if (one.to > last.to) last.to = one.to;
    }
    const days = ({ from, to }: Stretch) => Date.parse(to) - Date.parse(from);
    return stretches.sort((a, b) => days(b) - days(a)).slice(0, 1);
  });
}
