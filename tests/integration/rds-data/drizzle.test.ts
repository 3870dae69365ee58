import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { and, eq, gt, sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { onEveryEngine } from './engines.ts';

const holding = pgTable('holding', {
  id: uuid().primaryKey().defaultRandom(),
  symbol: text().notNull().unique(),
  quantity: numeric({ precision: 20, scale: 8 }).notNull(),
  tags: jsonb().$type<{ sector: string; weights: number[] }>(),
  boughtAt: timestamp('bought_at', { withTimezone: true, mode: 'string' }),
  seenAt: timestamp('seen_at', { withTimezone: true, mode: 'date' }).defaultNow(),
  asOf: date('as_of'),
  isCash: boolean('is_cash').notNull().default(false),
  volume: bigint({ mode: 'number' }),
  lots: integer(),
});

onEveryEngine({}, (service) => {
  beforeAll(async () => {
    await service().db.execute(sql`
      CREATE TABLE holding (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), symbol text NOT NULL UNIQUE, quantity numeric(20, 8) NOT NULL
          CHECK (quantity > 0), tags jsonb, bought_at timestamptz, seen_at timestamptz DEFAULT now(), as_of date,
        is_cash boolean NOT NULL DEFAULT false, volume bigint, lots integer)`);
  });
  beforeEach(async () => {
    await service().db.delete(holding);
  });

  const full = {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    symbol: 'VTI',
    quantity: '12.34567890',
    tags: { sector: 'broad', weights: [0.5, 0.5] },
    boughtAt: '2024-02-29T23:59:59.123Z',
    seenAt: new Date('2024-03-01T00:00:00.500Z'),
    asOf: '2024-02-29',
    isCash: true,
    volume: 2 ** 40,
    lots: -3,
  };

  test('every column type goes in and comes out', async () => {
    const [returned] = await service().db.insert(holding).values(full).returning();
    // Read in UTC, whatever the machine's zone: a value without an offset is local time to Date.
    const { seenAt, ...rest } = full;
    expect(returned).toMatchObject({ ...rest, boughtAt: '2024-02-29 23:59:59.123' });
    expect(returned?.seenAt?.getTime()).toBe(seenAt.getTime() + seenAt.getTimezoneOffset() * 60_000);
    expect(await service().db.select().from(holding).where(eq(holding.id, full.id))).toEqual([returned]);
  });

  test('columns left out are null or their default', async () => {
    const [row] = await service().db.insert(holding).values({ symbol: 'BND', quantity: '1' }).returning();
    expect(row).toMatchObject({ tags: null, boughtAt: null, asOf: null, isCash: false, volume: null, lots: null });
  });

  test('updates, conditions and upserts find their rows', async () => {
    const { db } = service();
    await db.insert(holding).values([full, { symbol: 'BND', quantity: '5' }]);
    await db.update(holding).set({ quantity: '6.5', tags: null }).where(eq(holding.symbol, 'BND'));
    expect(
      await db
        .select({ s: holding.symbol, q: holding.quantity })
        .from(holding)
        .where(and(gt(holding.quantity, '6'), eq(holding.isCash, false))),
    ).toEqual([{ s: 'BND', q: '6.50000000' }]);
    await db
      .insert(holding)
      .values({ symbol: 'BND', quantity: '7', asOf: '2024-01-01' })
      .onConflictDoUpdate({
        target: holding.symbol,
        set: { quantity: sql`excluded.quantity`, asOf: sql`excluded.as_of` },
      });
    expect(await db.select({ q: holding.quantity }).from(holding).where(eq(holding.asOf, '2024-01-01'))).toEqual([
      { q: '7.00000000' },
    ]);
  });

  test.each([
    ['23505', { symbol: 'VTI', quantity: '1' }],
    ['23514', { symbol: 'BND', quantity: '-1' }],
    ['22003', { symbol: 'BND', quantity: '1', lots: 2 ** 31 }],
  ])('a violation carries its SQLState %s', async (state, values) => {
    await service().db.insert(holding).values(full);
    await expect(service().db.insert(holding).values(values)).rejects.toMatchObject({
      cause: { name: 'DatabaseErrorException', message: expect.stringMatching(new RegExp(`; SQLState: ${state}$`)) },
    });
  });

  describe('transactions', () => {
    test('commit together, and roll back together when the callback throws', async () => {
      const { db } = service();
      await db.transaction(async (tx) => {
        await tx.insert(holding).values(full);
        await tx.update(holding).set({ lots: 8 }).where(eq(holding.id, full.id));
      });
      const stop = new Error('stop');
      const failing = db.transaction(async (tx) => {
        await tx.delete(holding);
        throw stop;
      });
      await expect(failing).rejects.toBe(stop);
      expect(await db.select({ lots: holding.lots }).from(holding)).toEqual([{ lots: 8 }]);
    });

    test('a failed statement whose error is swallowed does not end as if committed', async () => {
      const failing = service().db.transaction(async (tx) => {
        await tx.insert(holding).values(full);
        await tx
          .insert(holding)
          .values(full)
          .catch(() => undefined);
      });
      await expect(failing).rejects.toMatchObject({ message: expect.stringMatching(/SQLState: 25P02$/) });
      expect(await service().db.select().from(holding)).toEqual([]);
    });

    test('a nested one rolls back to its savepoint', async () => {
      const { db } = service();
      await db.transaction(async (tx) => {
        await tx.insert(holding).values(full);
        await tx
          .transaction(async (inner) => {
            await inner.insert(holding).values({ symbol: 'BND', quantity: '1' });
            await inner.insert(holding).values(full);
          })
          .catch(() => undefined);
      });
      expect(await db.select({ s: holding.symbol }).from(holding)).toEqual([{ s: 'VTI' }]);
    });
  });

  test('raw SQL comes back by column name', async () => {
    const { rows } = await service().db.execute(sql`SELECT ${'x'} AS letter, 2 AS "Number"`);
    expect(rows).toEqual([{ letter: 'x', Number: 2 }]);
  });
});
