import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { datedRates, inDollars } from '../finance/performance/in-dollars.ts';
import type { Portfolio } from '../schemas/portfolio.ts';
import type { Queryable } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { quotesOf } from './quotes-of.ts';
import { accounts, classifications, prices, users } from './schema.ts';

/**
 * Replaces everything a person holds (accounts, cash, positions, transactions, their own prices and classifications) by
 * `portfolio`. An exchange rate is kept as the price of a currency pair, e.g. EUR/USD.
 * Call it in a transaction: then it is all there or nothing has changed. The number of statements does not grow with the
 * number of positions, up to thousands; rows travel as one JSON parameter.
 */
export async function replacePortfolio(
  db: Queryable,
  userId: string,
  portfolio: Portfolio,
  today: string,
): Promise<void> {
  // Two imports of one person take turns; without this the second would meet the first's account names.
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  await db.delete(accounts).where(eq(accounts.userId, userId));
  await db.delete(prices).where(eq(prices.userId, userId));
  await db.delete(classifications).where(eq(classifications.userId, userId));

  const owned = portfolio.accounts.map((account) => ({ id: randomUUID(), ...account }));
  const positions = owned.flatMap((account) =>
    account.positions.map((position) => ({ accountId: account.id, ...position })),
  );

  await insertRows(
    db,
    owned.map(({ id, name, type }) => ({ id, name, type })),
    (rows) => sql`
      insert into accounts (id, user_id, name, type)
      select id, cast(${userId} as uuid), name, type
      from jsonb_to_recordset(cast(${rows} as jsonb)) as t(id uuid, name text, type text)`,
  );
  await insertRows(
    db,
    owned.flatMap(({ id, cash }) =>
      cash.map(({ currency, amount, interestRate }) => ({ id, currency, amount, rate: interestRate })),
    ),
    (rows) => sql`
      insert into cash_balances (account_id, currency, amount, interest_rate)
      select id, currency, sum(amount), case when count(rate) = count(*) then avg(rate) end
      from jsonb_to_recordset(cast(${rows} as jsonb)) as t(id uuid, currency text, amount numeric, rate numeric)
      group by id, currency`,
  );
  await insertRows(
    db,
    positions.map(({ accountId, symbol, name, quantity, currency, costBasis, price, priceAsOf, priceSource }) => ({
      id: accountId,
      symbol,
      name,
      quantity,
      currency,
      cost: costBasis,
      price,
      day: priceAsOf,
      source: price === undefined ? undefined : (priceSource ?? 'the person'),
    })),
    (rows) => sql`
      insert into positions (account_id, symbol, name, quantity, currency, cost_basis, price, price_as_of, price_source)
      select id, symbol, name, quantity, currency, cost, price, day, source
      from jsonb_to_recordset(cast(${rows} as jsonb)) as t(id uuid, symbol text, name text, quantity numeric, currency text,
        cost numeric, price numeric, day date, source text)`,
  );
  const idOf = new Map(owned.map(({ id, name }) => [name.toLowerCase(), id]));
  await insertRows(
    db,
    inDollars(portfolio.transactions, datedRates(portfolio.exchangeRates)).map(({ account, ...rest }, index) => ({
      id: idOf.get(account.toLowerCase()),
      line: index + 1,
      ...rest,
    })),
    (rows) => sql`
      insert into transactions (account_id, line, day, kind, symbol, quantity, price, amount)
      select id, line, date, kind, symbol, quantity, price, amount
      from jsonb_to_recordset(cast(${rows} as jsonb))
        as t(id uuid, line integer, date date, kind text, symbol text, quantity numeric, price numeric, amount numeric)`,
  );
  await insertRows(
    db,
    quotesOf(portfolio),
    (rows) => sql`
      insert into prices (user_id, symbol, currency, as_of, source, price)
      select distinct on (symbol, currency, day, source) cast(${userId} as uuid), symbol, currency, day, source, price
      from jsonb_to_recordset(cast(${rows} as jsonb))
        as t(symbol text, currency text, price numeric, day date, source text)
      order by symbol, currency, day, source, price
      on conflict (user_id, symbol, currency, as_of, source) do nothing`,
  );
  await insertRows(
    db,
    positions
      .filter(({ classification }) => classification !== undefined)
      .map(({ symbol, classification }) => ({ symbol, ...classification, type: classification?.type ?? 'other' })),
    (rows) => sql`
      insert into classifications (user_id, symbol, type, asset_classes, regions, sectors, as_of)
      select distinct on (symbol) cast(${userId} as uuid), symbol, type, "assetClasses", regions, sectors,
        cast(${today} as date)
      from jsonb_to_recordset(cast(${rows} as jsonb))
        as t(symbol text, type text, "assetClasses" jsonb, regions jsonb, sectors jsonb)`,
  );
}
