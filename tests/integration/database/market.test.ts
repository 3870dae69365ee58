// What is kept of price sources: their limits, which functions share, and what they said and were asked.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readMarket, storeMarket, type Answered } from '../../../shared/database/market-cache.ts';
import { blockSource, takeToken } from '../../../shared/database/market-limits.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

describe('a source’s tokens', () => {
  test('are never more than its limit, however many ask at once, and say when the next is back', async () => {
    opened.statements();
    const limit = { calls: 5, seconds: 60 };
    const waits = await Promise.all(Array.from({ length: 12 }, () => takeToken(opened.db, 'five', limit)));
    expect(opened.statements()).toBe(12);
    expect(waits.filter((wait) => wait === null)).toHaveLength(5);
    for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(55_000);
    for (const wait of waits) if (wait !== null) expect(wait).toBeLessThanOrEqual(60_500);
  });

  test('come back one by one, each when its own window is over', async () => {
    const limit = { calls: 2, seconds: 0.5 };
    expect(await takeToken(opened.db, 'two', limit)).toBeNull();
    expect(await takeToken(opened.db, 'two', limit)).toBeNull();
    const wait = await takeToken(opened.db, 'two', limit);
    expect(wait).toBeLessThanOrEqual(1000);
    await sleep(wait ?? 0);
    expect(await takeToken(opened.db, 'two', limit)).toBeNull();
    const { rows } = await opened.db.execute<{ kept: number }>(
      sql`select jsonb_array_length(taken) as kept from market_limits where source = 'two'`,
    );
    expect(Number(rows[0]?.kept)).toBeLessThanOrEqual(2);
  });

  test('are of no use while the source has asked to be left alone, and the longer wish stands', async () => {
    const limit = { calls: 5, seconds: 60 };
    await blockSource(opened.db, 'blocked', 60_000);
    await blockSource(opened.db, 'blocked', 1_000);
    const wait = await takeToken(opened.db, 'blocked', limit);
    expect(wait).toBeGreaterThan(50_000);
    expect(await takeToken(opened.db, 'another', limit)).toBeNull();
  });

  test('are taken again once a block is over', async () => {
    await blockSource(opened.db, 'briefly', 300);
    const wait = await takeToken(opened.db, 'briefly', { calls: 1, seconds: 60 });
    expect(wait).toBeLessThanOrEqual(300);
    await sleep(wait ?? 0);
    expect(await takeToken(opened.db, 'briefly', { calls: 1, seconds: 60 })).toBeNull();
  });
});

const answer = (from: string, to: string, joins: string, closes: Record<string, string> = {}): Answered => ({
  ...{ source: 'massive', symbols: ['VTI'], from, to, joins },
  quotes: Object.entries(closes).map(([day, price]) => ({ symbol: 'VTI', day, currency: 'USD', price })),
});
const known = async (symbol = 'VTI', from = '2026-01-01', to = '2026-12-31') =>
  readMarket(opened.db, [{ symbol, from }], to);

describe('what a source said', () => {
  test('is kept by day, and corrected by what it says anew', async () => {
    await storeMarket(opened.db, [answer('2026-03-30', '2026-03-30', '2026-03-27', { '2026-03-30': '300.5' })]);
    await storeMarket(opened.db, [answer('2026-03-30', '2026-03-30', '2026-03-27', { '2026-03-30': '300.75' })]);
    const { quotes } = await known();
    expect(quotes).toEqual([{ source: 'massive', symbol: 'VTI', day: '2026-03-30', currency: 'USD', price: '300.75' }]);
  });

  test('joins the days that were asked for before: a weekend between is no gap', async () => {
    await storeMarket(opened.db, [answer('2026-03-31', '2026-03-31', '2026-03-30')]);
    await storeMarket(opened.db, [answer('2026-03-02', '2026-03-30', '2026-02-27')]);
    expect((await known()).coverage).toEqual([
      { source: 'massive', symbol: 'VTI', from: '2026-03-02', to: '2026-03-31', last: '2026-03-30' },
    ]);
  });

  test('in one run of days that do not join claims no day between them', async () => {
    await storeMarket(opened.db, [
      { ...answer('2026-01-05', '2026-01-09', '2026-01-02'), symbols: ['GAP'] },
      { ...answer('2026-03-02', '2026-03-03', '2026-02-27'), symbols: ['GAP'] },
      { ...answer('2026-01-12', '2026-01-13', '2026-01-09'), symbols: ['GAP'] },
    ]);
    const { coverage } = await known('GAP');
    expect(coverage).toMatchObject([{ from: '2026-01-05', to: '2026-01-13', last: null }]);
  });

  test('is told as the last close until the day that is asked for, not of a later one', async () => {
    const { coverage } = await known('VTI', '2026-01-01', '2026-03-29');
    expect(coverage).toMatchObject([{ last: null }]);
  });

  test('with days missing between, leaves the longer stretch remembered', async () => {
    await storeMarket(opened.db, [answer('2026-05-04', '2026-05-05', '2026-05-01')]);
    expect((await known()).coverage).toMatchObject([{ from: '2026-03-02', to: '2026-03-31' }]);
    await storeMarket(opened.db, [answer('2024-01-02', '2025-06-30', '2023-12-29')]);
    expect((await known()).coverage).toMatchObject([{ from: '2024-01-02', to: '2025-06-30' }]);
  });

  test('is read whole where it is more than one answer of the Data API holds', async () => {
    const days = Array.from({ length: 12_000 }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
    const quotes = days.map((day, at) => ({ symbol: 'LONG', day, currency: 'USD', price: `${at + 1}.5` }));
    await storeMarket(opened.db, [
      { source: 'stooq', symbols: ['LONG'], from: '1970-01-01', to: '2002-11-09', joins: '1969-12-31', quotes },
    ]);
    opened.statements();
    const read = await known('LONG', '1970-01-01');
    expect(read.quotes).toHaveLength(12_000);
    expect(new Set(read.quotes.map(({ day }) => day)).size).toBe(12_000);
    expect(opened.statements()).toBeLessThanOrEqual(3);
  });
});
