import { sql } from 'drizzle-orm';
import { datedRates, inDollars } from '../../finance/performance/in-dollars.ts';
import type { Portfolio, Position } from '../../schemas/portfolio.ts';
import type { Queryable } from '../client.ts';
import { insertRows } from '../insert-rows.ts';
import { pricesIn, quotesOf } from '../quotes-of.ts';
import { takeRates } from './take-rates.ts';
import { takeReference } from './take-reference.ts';
import type { SnapshotJob } from './take-stored.ts';

/**
 * Makes a job's snapshot from a portfolio that was sent along: what the person has stored is neither looked at nor changed, so
 * that the same document always gives the same snapshot. A position has its own price or a newer one of its listing, not later than the
 * job's day, the document's before the market's. The number of statements does not depend on the number of positions.
 */
export async function takeDocumentSnapshot(db: Queryable, job: SnapshotJob, document: Portfolio): Promise<void> {
  await takeLines(db, job, document);
  await takeOwnClassifications(db, job, document);
  await takeReference(db, job.id);
  await takeOwnRates(db, job, document);
  if (isForeign(document)) await takeRates(db, job, null);
  await takeTransactions(db, job, document);
}

/** Whether anything is held in another currency than US dollars, so that there is a rate to be had. */
const isForeign = ({ accounts }: Portfolio): boolean =>
  accounts.some(({ cash, positions }) => [...cash, ...positions].some(({ currency }) => currency !== 'USD'));

async function takeLines(db: Queryable, { id, asOf }: SnapshotJob, document: Portfolio): Promise<void> {
  const priceOf = pricesIn(document, asOf);
  const lineOf = (position: Position) => {
    const { symbol, name, quantity, currency, costBasis } = position;
    return { kind: 'holding', symbol, name, quantity, currency, cost: costBasis, ...priceOf(position) };
  };
  const byName = document.accounts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const rows = byName.flatMap(({ name: account, type, cash, positions }) =>
    [
      ...cash.map(({ currency, amount, interestRate }) => ({
        kind: 'cash',
        symbol: `CASH:${currency}`,
        name: undefined,
        quantity: amount,
        currency,
        rate: interestRate,
      })),
      ...positions.toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1)).map(lineOf),
    ].map((line) => ({ account, type, ...line })),
  );
  await insertRows(
    db,
    rows.map((row, index) => ({ line: index + 1, ...row })),
    (json) => sql`
      insert into job_lines
        (job_id, line, account_name, account_type, kind, symbol, name, quantity, currency, price, price_as_of, price_source, cost_basis,
          interest_rate)
      select cast(${id} as uuid), t.line, t.account, t.type, t.kind, t.symbol, coalesce(t.name, i.name), t.quantity, t.currency,
        case when market.newer then market.price else t.price end,
        case when market.newer then market.as_of else t.day end,
        case when market.newer then market.source else t.source end,
        t.cost, t.rate
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(line integer, account text, type text, kind text, symbol text,
        name text, quantity numeric, currency text, price numeric, day date, source text, cost numeric, rate numeric)
      left join instruments i on i.symbol = t.symbol and t.kind = 'holding'
      left join lateral (
        select price, as_of, source, t.day is null or as_of > t.day as newer
        from prices
        where prices.user_id is null and prices.symbol = t.symbol and prices.currency = t.currency
          and prices.as_of <= cast(${asOf} as date) and t.kind = 'holding'
        order by as_of desc, source
        limit 1
      ) market on true`,
  );
}

async function takeOwnClassifications(db: Queryable, { id, asOf }: SnapshotJob, document: Portfolio): Promise<void> {
  const rows = document.accounts.flatMap(({ positions }) =>
    positions.flatMap(({ symbol, currency, name, classification }) =>
      classification === undefined
        ? []
        : [{ symbol, currency, name, ...classification, type: classification.type ?? 'other' }],
    ),
  );
  await insertRows(
    db,
    rows,
    (json) => sql`
      insert into job_instruments
        (job_id, symbol, name, type, currency, expense_ratio, asset_classes, regions, sectors, source, citation, as_of, confidence)
      select distinct on (t.symbol) cast(${id} as uuid), t.symbol, coalesce(i.name, t.name, t.symbol), t.type, t.currency,
        i.expense_ratio, t."assetClasses", t.regions, t.sectors, 'user', 'the person', cast(${asOf} as date), 1
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(symbol text, currency text, name text, type text,
        "assetClasses" jsonb, regions jsonb, sectors jsonb)
      left join instruments i on i.symbol = t.symbol
      on conflict (job_id, symbol) do nothing`,
  );
}

/** The document's newest rate of each currency into US dollars, stated that way or the other way round. */
async function takeOwnRates(db: Queryable, { id, asOf }: SnapshotJob, { exchangeRates }: Portfolio): Promise<void> {
  const rows = exchangeRates
    .filter((stated) => stated.asOf <= asOf && (stated.to === 'USD') !== (stated.from === 'USD'))
    .map(({ from, to, rate, asOf: day, source = 'the person' }, number) => ({
      number,
      currency: to === 'USD' ? from : to,
      rate,
      inverse: to !== 'USD',
      day,
      source,
    }));
  await insertRows(
    db,
    rows,
    (json) => sql`
      insert into job_rates (job_id, currency, rate, as_of, source)
      select distinct on (t.currency) cast(${id} as uuid), t.currency, case when t.inverse then 1 / t.rate else t.rate end, t.day,
        t.source
      from jsonb_to_recordset(cast(${json} as jsonb))
        as t(number integer, currency text, rate numeric, inverse boolean, day date, source text)
      order by t.currency, t.day desc, t.number
      on conflict (job_id, currency) do nothing`,
  );
}

/**
 * The document's transactions up to the job's day, and every price up to it that the document states: in US dollars, at the rate
 * of their day.
 */
async function takeTransactions(db: Queryable, { id, asOf }: SnapshotJob, document: Portfolio): Promise<void> {
  const names = new Map(document.accounts.map(({ name }) => [name.toLowerCase(), name]));
  const past = document.transactions
    .filter(({ date }) => date <= asOf)
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  if (past.length === 0) return;
  const rateOn = datedRates(document.exchangeRates);
  await insertRows(
    db,
    inDollars(past, rateOn).map(({ account, ...rest }, index) => ({
      line: index + 1,
      account: names.get(account.toLowerCase()) ?? account,
      ...rest,
    })),
    (json) => sql`
      insert into job_transactions (job_id, line, account_name, day, kind, symbol, quantity, price, amount)
      select cast(${id} as uuid), line, account, date, kind, symbol, quantity, price, amount
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(line integer, account text, date date, kind text, symbol text,
        quantity numeric, price numeric, amount numeric)`,
  );
  const first = new Map<string, { symbol: string; day: string; price: string }>();
  for (const { symbol, currency, price, day } of quotesOf(document)) {
    if (day === undefined || day > asOf || (currency !== 'USD' && symbol.includes('/'))) continue;
    const rate = rateOn(currency, day);
    const key = `${symbol} ${day}`;
    if (rate === null || first.has(key)) continue;
    first.set(key, { symbol, day, price: currency === 'USD' ? price : (Number(price) * rate).toFixed(8) });
  }
  const dated = [...first.values()].toSorted((a, b) =>
    a.symbol === b.symbol ? (a.day < b.day ? -1 : 1) : a.symbol < b.symbol ? -1 : 1,
  );
  await insertRows(
    db,
    dated.map((quote, index) => ({ line: index + 1, ...quote })),
    (json) => sql`
      insert into job_quotes (job_id, line, symbol, as_of, price)
      select cast(${id} as uuid), line, symbol, day, price
      from jsonb_to_recordset(cast(${json} as jsonb)) as t(line integer, symbol text, day date, price numeric)`,
  );
}
