import { and, asc, eq, getTableColumns, gt, ilike, or, sql } from 'drizzle-orm';
import type { Instrument } from '../schemas/classification.ts';
import type { Queryable } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { instruments } from './schema.ts';

/** What a reader gets; the plain name is for finding alone. */
const columns = () => {
  const { plainName: _, ...told } = getTableColumns(instruments);
  return told;
};
type Row = Omit<typeof instruments.$inferSelect, 'plainName'>;

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
  const [row] = await db.select(columns()).from(instruments).where(eq(instruments.symbol, symbol));
  return row && toInstrument(row);
}

/** A page of the reference set in the order of symbols, after `after`; `search` matches symbol or name. */
export async function listInstruments(
  db: Queryable,
  { search, after, limit }: { search?: string | undefined; after?: string | undefined; limit: number },
): Promise<Instrument[]> {
  const pattern = search === undefined ? undefined : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select(columns())
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

/** The fields of a reference instrument, in the order of `t` below. */
const FIELDS = sql`symbol, name, type, currency, expense_ratio, asset_classes, regions, sectors, citation, as_of`;

/** Puts the reference set in the database: new ones are added, known ones brought up to date; what is there already costs nothing. */
export async function seedInstruments(db: Queryable, reference: readonly Instrument[]): Promise<void> {
  const rows = reference.map(({ symbol, name, type, currency, expenseRatio, classification }) => {
    if (classification === null) throw new Error(`reference instrument ${symbol} lacks a classification`);
    const { assetClasses, regions, sectors, citation, asOf } = classification;
    const weights = { asset_classes: assetClasses, regions, sectors };
    return {
      symbol,
      name,
      type,
      currency,
      expense_ratio: expenseRatio?.toFixed(6) ?? null,
      ...weights,
      citation,
      as_of: asOf,
    };
  });
  await insertRows(
    db,
    rows,
    (json) => sql`
      insert into instruments (${FIELDS})
      select ${FIELDS} from jsonb_to_recordset(cast(${json} as jsonb)) as t(symbol text, name text, type text, currency text,
        expense_ratio numeric(8, 6), asset_classes jsonb, regions jsonb, sectors jsonb, citation text, as_of date)
      except select ${FIELDS} from instruments
      on conflict (symbol) do update set name = excluded.name, type = excluded.type, currency = excluded.currency,
        expense_ratio = excluded.expense_ratio, asset_classes = excluded.asset_classes, regions = excluded.regions,
        sectors = excluded.sectors, citation = excluded.citation, as_of = excluded.as_of`,
  );
}
