import { and, asc, eq, gt, ilike, or, sql } from 'drizzle-orm';
import type { Instrument } from '../schemas/classification.ts';
import type { Queryable } from './client.ts';
import { instruments } from './schema.ts';

type Row = typeof instruments.$inferSelect;

export function toInstrument(row: Row): Instrument {
  const { symbol, name, type, currency, expenseRatio, citation, asOf, assetClasses, regions, sectors } = row;
  return {
    symbol,
    name,
    type,
    currency,
    expenseRatio: expenseRatio === null ? null : Number(expenseRatio),
    classification: { assetClasses, regions, sectors, source: 'reference', citation, asOf, confidence: 1 },
  };
}

export async function findInstrument(db: Queryable, symbol: string): Promise<Instrument | undefined> {
  const [row] = await db.select().from(instruments).where(eq(instruments.symbol, symbol));
  return row && toInstrument(row);
}

/** A page of the reference set in the order of symbols, after `after`; `search` matches symbol or name. */
export async function listInstruments(
  db: Queryable,
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<Instrument[]> {
  const pattern = search === undefined ? undefined : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select()
    .from(instruments)
    .where(
      and(
        after === undefined ? undefined : gt(instruments.symbol, after),
        pattern === undefined ? undefined : or(ilike(instruments.symbol, pattern), ilike(instruments.name, pattern)),
      ),
    )
    .orderBy(asc(instruments.symbol))
    .limit(limit);
  return rows.map(toInstrument);
}

/** Puts the reference set in the database, in one statement: new ones are added, known ones brought up to date. */
export async function seedInstruments(db: Queryable, reference: readonly Instrument[]): Promise<void> {
  const rows = reference.map(({ classification, expenseRatio, ...instrument }) => {
    if (classification === null) throw new Error(`reference instrument ${instrument.symbol} lacks a classification`);
    const { assetClasses, regions, sectors, citation, asOf } = classification;
    return {
      ...instrument,
      expenseRatio: expenseRatio?.toFixed(6) ?? null,
      assetClasses,
      regions,
      sectors,
      citation,
      asOf,
    };
  });
  await db
    .insert(instruments)
    .values(rows)
    .onConflictDoUpdate({
      target: instruments.symbol,
      set: {
        name: sql`excluded.name`,
        type: sql`excluded.type`,
        currency: sql`excluded.currency`,
        expenseRatio: sql`excluded.expense_ratio`,
        assetClasses: sql`excluded.asset_classes`,
        regions: sql`excluded.regions`,
        sectors: sql`excluded.sectors`,
        citation: sql`excluded.citation`,
        asOf: sql`excluded.as_of`,
      },
    });
}
