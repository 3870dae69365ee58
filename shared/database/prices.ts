import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { prices } from './schema.ts';

export interface Quote {
  symbol: string;
  currency: string;
  /** ISO date. */
  asOf: string;
  /** Decimal string, per unit. */
  price: string;
  source: string;
}

/** Stores a quote; the same source saying something else of the same day corrects what it said. `userId` null is for all. */
export async function putPrice(db: Queryable, userId: string | null, quote: Quote): Promise<void> {
  await db
    .insert(prices)
    .values({ userId, ...quote })
    .onConflictDoUpdate({
      target: [prices.userId, prices.symbol, prices.currency, prices.asOf, prices.source],
      set: { price: sql`excluded.price` },
    });
}
