// A close of a source that was wrong, which the pricer did not use, made the researcher call true pages false.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { knownPrices } from '../../../services/researcher/pages/known-prices.ts';
import { storeMarket } from '../../../shared/database/market-cache.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const store = (symbol: string, closes: Record<string, string>, source = 'massive') => {
  const quotes = Object.entries(closes).map(([day, price]) => ({ symbol, day, currency: 'USD', price }));
  const days = { from: '2026-09-01', to: '2026-11-20', joins: '2026-08-31' };
  return storeMarket(opened.db, [{ source, symbols: [symbol], ...days, quotes }]);
};
const known = async (...symbols: string[]) =>
  (await knownPrices(opened.db, symbols, '2026-11-22')).map(({ symbol, usd, day }) => ({ symbol, usd, day }));

test('a close by itself, or far from the others of its symbol, is no price that pages are held against', async () => {
  await store('JPM', { '2026-11-20': '79.25' });
  await store('KO', { '2026-11-18': '70.4', '2026-11-19': '70.9', '2026-11-20': '7.1' });
  await store('PEP', { '2026-11-20': '15.1' });
  await store('PEP', { '2026-11-20': '151.1' }, 'stooq');
  expect(await known('JPM', 'KO', 'PEP')).toEqual([]);
});

test('the newest close is known where most others of its symbol are near it, of other days or another source', async () => {
  await store('VTI', { '2026-11-18': '349', '2026-11-19': '350', '2026-11-20': '352.1' });
  await store('BND', { '2026-11-20': '74.1' });
  await store('BND', { '2026-11-20': '74.2' }, 'stooq');
  await store('GLD', { '2026-10-05': '38', '2026-11-19': '380', '2026-11-20': '381' });
  expect((await known('VTI', 'BND', 'GLD')).toSorted((one, other) => (one.symbol < other.symbol ? -1 : 1))).toEqual([
    { symbol: 'BND', usd: expect.closeTo(74.1, 0), day: '2026-11-20' },
    { symbol: 'GLD', usd: 381, day: '2026-11-20' },
    { symbol: 'VTI', usd: 352.1, day: '2026-11-20' },
  ]);
});
