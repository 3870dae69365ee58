import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../../shared/database/client.ts';
import { seedInstruments } from '../../shared/database/instruments.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';

export interface Seeded {
  /** In the reference set now, and how many of them were not before. */
  instruments: number;
  added: number;
}

/** Puts the reference set in: what is new is added, what is known brought up to date, nothing taken away. */
export async function seedDatabase(db: Database): Promise<Seeded> {
  const before = await countInstruments(db);
  await seedInstruments(db, referenceInstruments);
  const instruments = await countInstruments(db);
  return { instruments, added: instruments - before };
}

export async function countInstruments(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`select count(*) as count from instruments`);
  return rows[0]?.count ?? 0;
}
