import { and, asc, eq, exists, gt, sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { accounts, positions } from './schema.ts';

export interface StoredPosition {
  symbol: string;
  name: string | null;
  /** Decimal strings. */
  quantity: string;
  currency: string;
  costBasis: string | null;
}

/** The person's own price of one unit, all three or none: under one symbol accounts may hold different things. */
export interface OwnPrice {
  price: string | null;
  /** ISO date. */
  priceAsOf: string | null;
  priceSource: string | null;
}

const columns = {
  symbol: positions.symbol,
  name: positions.name,
  quantity: positions.quantity,
  currency: positions.currency,
  costBasis: positions.costBasis,
};

/** Only positions in an account of this person. */
const inAccountOf = (db: Queryable, userId: string, accountId: string) =>
  and(
    eq(positions.accountId, accountId),
    exists(
      db
        .select({ one: sql`1` })
        .from(accounts)
        .where(and(eq(accounts.id, positions.accountId), eq(accounts.userId, userId))),
    ),
  );

/** A page of an account's positions in the order of symbols, after `after`. */
export async function listPositions(
  db: Queryable,
  userId: string,
  accountId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<StoredPosition[]> {
  return db
    .select(columns)
    .from(positions)
    .where(and(inAccountOf(db, userId, accountId), after === undefined ? undefined : gt(positions.symbol, after)))
    .orderBy(asc(positions.symbol))
    .limit(limit);
}

/** Adds a position or replaces the one of that symbol. The caller has made sure that the account is the person's. */
export async function putPosition(
  db: Queryable,
  accountId: string,
  position: StoredPosition & OwnPrice,
): Promise<void> {
  const { symbol: _, ...values } = position;
  await db
    .insert(positions)
    .values({ accountId, ...position })
    .onConflictDoUpdate({ target: [positions.accountId, positions.symbol], set: values });
}

/** False when there is no such position in an account of this person. */
export async function deletePosition(
  db: Queryable,
  userId: string,
  accountId: string,
  symbol: string,
): Promise<boolean> {
  const rows = await db
    .delete(positions)
    .where(and(inAccountOf(db, userId, accountId), eq(positions.symbol, symbol)))
    .returning({ symbol: positions.symbol });
  return rows.length > 0;
}
