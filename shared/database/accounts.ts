import { and, asc, eq, sql } from 'drizzle-orm';
import type { AccountType } from '../schemas/portfolio.ts';
import type { Queryable } from './client.ts';
import { accounts, cashBalances, positions } from './schema.ts';

export interface CashBalance {
  currency: string;
  /** Decimal string. */
  amount: string;
  /** Yearly, a fraction, decimal string; absent where it is not known. */
  interestRate?: string | undefined;
}
export interface AccountSummary {
  id: string;
  name: string;
  type: AccountType;
  cash: CashBalance[];
  /** How many positions it holds. */
  positions: number;
}

const owned = (userId: string, id: string) => and(eq(accounts.userId, userId), eq(accounts.id, id));

const summary = {
  id: accounts.id,
  name: accounts.name,
  type: accounts.type,
  cash: sql<string>`coalesce((select json_agg(json_strip_nulls(json_build_object('currency', ${cashBalances.currency}, 'amount', cast(${cashBalances.amount} as text), 'interestRate', cast(${cashBalances.interestRate} as text))) order by ${cashBalances.currency}) from ${cashBalances} where ${cashBalances.accountId} = ${accounts.id}), '[]')`,
  positions: sql<number>`(select count(*) from ${positions} where ${positions.accountId} = ${accounts.id})`,
};
const parse = (row: { cash: string } & Omit<AccountSummary, 'cash'>): AccountSummary => ({
  ...row,
  cash: JSON.parse(row.cash) as CashBalance[],
});

/** A person's accounts in the order of their names. */
export async function listAccounts(db: Queryable, userId: string): Promise<AccountSummary[]> {
  const rows = await db
    .select(summary)
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .orderBy(asc(accounts.name))
    .limit(1000);
  return rows.map(parse);
}

export async function findAccount(db: Queryable, userId: string, id: string): Promise<AccountSummary | undefined> {
  const [row] = await db.select(summary).from(accounts).where(owned(userId, id));
  return row && parse(row);
}

export interface AccountChange {
  name?: string | undefined;
  type?: AccountType | undefined;
}

export async function createAccount(
  db: Queryable,
  userId: string,
  account: { name: string; type: AccountType },
): Promise<string> {
  const [row] = await db
    .insert(accounts)
    .values({ userId, ...account })
    .returning({ id: accounts.id });
  if (row === undefined) throw new Error('insert into accounts returned no row');
  return row.id;
}

/** False when there is no such account of this person. */
export async function updateAccount(
  db: Queryable,
  userId: string,
  id: string,
  change: AccountChange,
): Promise<boolean> {
  const rows = await db
    .update(accounts)
    .set({
      id: sql`${accounts.id}`,
      ...(change.name !== undefined && { name: change.name }),
      ...(change.type !== undefined && { type: change.type }),
    })
    .where(owned(userId, id))
    .returning({ id: accounts.id });
  return rows.length > 0;
}

/** False when there is no such account of this person. Its positions and cash go with it. */
export async function deleteAccount(db: Queryable, userId: string, id: string): Promise<boolean> {
  const rows = await db.delete(accounts).where(owned(userId, id)).returning({ id: accounts.id });
  return rows.length > 0;
}

/** Replaces all the cash of an account. */
export async function replaceCash(db: Queryable, accountId: string, cash: readonly CashBalance[]): Promise<void> {
  await db.delete(cashBalances).where(eq(cashBalances.accountId, accountId));
  if (cash.length > 0) await db.insert(cashBalances).values(cash.map((balance) => ({ accountId, ...balance })));
}
