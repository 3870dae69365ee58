// What sources have said and been asked, against a plain model: whatever was asked in whatever order, a source that has a close is asked.
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Asking } from '../../../shared/market/ask-sources.ts';
import { findHistories } from '../../../shared/market/find-histories.ts';
import { findPrices } from '../../../shared/market/find-prices.ts';
import { findRates } from '../../../shared/market/find-rates.ts';
import type { MarketSource } from '../../../shared/market/market-source.ts';
import { MarketMemory, NEWEST_WITHIN } from '../../../shared/market/memory.ts';
import type { Call } from '../../../shared/market/source-call.ts';
import { massive } from '../../../shared/market/sources/massive.ts';
import { stooq } from '../../../shared/market/sources/stooq.ts';
import { addDays, isTradingDay, newestClose } from '../../../shared/market/trading-day.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';
import { massiveAnswer, massiveBar, stooqTable } from '../../setup/market-server.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
const forget = async () => {
  for (const table of ['market_quotes', 'market_coverage']) await opened.db.execute(sql.raw(`delete from ${table}`));
};
beforeEach(forget);

/** Monday noon in New York, so that the newest close is Friday's. */
const NOW = new Date('2026-04-20T16:00:00Z');
const FIRST = '2026-01-05';
const tradingDays: string[] = [];
for (let day = FIRST; day <= '2026-04-17'; day = addDays(day, 1)) if (isTradingDay(day)) tradingDays.push(day);

/** Closes by symbol and day, as the market truly had them. */
type Market = ReadonlyMap<string, ReadonlyMap<string, number>>;
const marketOf = (traded: Record<string, readonly string[]>): Market =>
  new Map(
    Object.entries(traded).map(([symbol, days]) => [symbol, new Map(days.map((day, at) => [day, 100 + at / 8]))]),
  );

/** The real sources over a market, and what they were asked; `until`: what is out by then. */
function sourcesOver(market: Market, { now = NOW, until = '9999' } = {}) {
  const asked: string[] = [];
  const bars = (ticker: string, from: string, to: string) =>
    [...(market.get(ticker) ?? [])].filter(([day]) => day >= from && day <= to && day <= until);
  const call: Call = (url, _headers, parse) => {
    const { pathname, searchParams } = new URL(url);
    asked.push(pathname + searchParams.toString());
    const whole = /\/stocks\/([\d-]+)$/u.exec(pathname)?.[1];
    if (whole !== undefined) {
      const all = [...market.keys()].flatMap((ticker) =>
        bars(ticker, whole, whole).map(([day, close]) => massiveBar(day, close, ticker)),
      );
      return Promise.resolve(parse(JSON.stringify(massiveAnswer(all))));
    }
    const [, ticker = '', rest = ''] = /\/ticker\/([^/]+)\/(.+)$/u.exec(pathname) ?? [];
    if (ticker !== '') {
      const [from = '', to = ''] = /range\/1\/day\/(.+)\/(.+)$/u.exec(rest)?.slice(1) ?? [];
      const some =
        rest === 'prev' ? bars(ticker, '', newestClose('9999-12-31', now)).slice(-1) : bars(ticker, from, to);
      return Promise.resolve(parse(JSON.stringify(massiveAnswer(some.map(([day, close]) => massiveBar(day, close))))));
    }
    const [symbol = '', d1 = '', d2 = ''] = ['s', 'd1', 'd2'].map((name) => searchParams.get(name) ?? '');
    const [from = '', to = ''] = [d1, d2].map((day) => day.replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3'));
    const some = bars(symbol.replace('.us', '').toUpperCase(), from, to);
    return Promise.resolve(parse(some.length === 0 ? 'No data' : stooqTable(Object.fromEntries(some))));
  };
  const key = () => Promise.resolve('k');
  const sources: MarketSource[] = [
    massive({ url: 'https://massive.test', key, call, years: 2, now: () => now }),
    stooq({ url: 'https://stooq.test', call, history: 'raw' }),
  ];
  return { asked, source: (name: 'massive' | 'stooq') => sources.filter((one) => one.name === name) };
}

/** What a job of a day finds, with all that was remembered before it; `from`: past closes too. */
async function job(
  sources: readonly MarketSource[],
  { asOf, symbols, from, now = NOW }: { asOf: string; symbols: readonly string[]; from?: string; now?: Date },
) {
  const close = newestClose(asOf, now);
  const first = from ?? addDays(close, -NEWEST_WITHIN);
  const wanted = symbols.map((symbol) => ({
    symbol,
    from: first < addDays(close, -NEWEST_WITHIN) ? first : addDays(close, -NEWEST_WITHIN),
  }));
  const memory = await MarketMemory.of(opened.db, wanted, { until: close, now });
  const asking: Asking = {
    sources,
    memory,
    close,
    problems: [],
    answered: new Set(),
    failed: new Map(),
    onFailure: () => undefined,
  };
  const prices = symbols.map((symbol) => ({ symbol, currency: 'USD', own: null, type: null }));
  const { found } = await findPrices(asking, prices, asOf);
  await memory.store(opened.db);
  const past =
    from === undefined
      ? undefined
      : await findHistories(
          asking,
          symbols.map((symbol) => ({ symbol, from })),
          [],
          '2026-04-20',
        );
  await memory.store(opened.db);
  expect(asking.problems).toEqual([]);
  return {
    prices: Object.fromEntries(
      found.map(({ wanted: { symbol }, quote: { day, price } }) => [symbol, `${price} of ${day}`]),
    ),
    past:
      past === undefined
        ? undefined
        : Object.fromEntries([...past.closes].map(([symbol, all]) => [symbol, all.map(({ day }) => day)])),
  };
}

/** The newest close of a market within the days that count. */
function truth(market: Market, symbol: string, close: string): string | undefined {
  const [last] = [...(market.get(symbol) ?? [])]
    .filter(([day]) => day <= close && day >= addDays(close, -NEWEST_WITHIN))
    .slice(-1);
  return last === undefined ? undefined : `${last[1]} of ${last[0]}`;
}

describe.each(['massive', 'stooq'] as const)('prices of %s', (name) => {
  const market = marketOf({ VTI: tradingDays, BND: tradingDays });
  const symbols = ['VTI', 'BND'];

  test.each(['2026-04-16', '2026-04-08', '2026-03-12', '2026-01-20'])(
    'are asked for as of %s after a job of a later day: what was asked of later days says nothing of that one',
    async (asOf) => {
      const { source } = sourcesOver(market);
      await job(source(name), { asOf: '2026-04-17', symbols });
      const { prices } = await job(source(name), { asOf, symbols });
      expect(prices).toEqual({ VTI: truth(market, 'VTI', asOf), BND: truth(market, 'BND', asOf) });
    },
  );

  test.each([11, 20, 29, 40])(
    'are asked for %i days after they were found: older closes are no sign of none',
    async (days) => {
      const { source } = sourcesOver(market);
      await job(source(name), { asOf: addDays('2026-04-17', -days), symbols });
      const { prices } = await job(source(name), { asOf: '2026-04-17', symbols });
      expect(prices).toEqual({ VTI: truth(market, 'VTI', '2026-04-17'), BND: truth(market, 'BND', '2026-04-17') });
    },
  );

  test('that came out later are asked for again: a close that is not out yet is not one that is not there', async () => {
    // Friday evening: the source has Thursday's as yet.
    const early = sourcesOver(market, { now: new Date('2026-04-17T22:30:00Z'), until: '2026-04-16' });
    const first = await job(early.source(name), {
      asOf: '2026-04-17',
      symbols,
      from: '2026-04-06',
      now: new Date('2026-04-17T22:30:00Z'),
    });
    expect(first.prices.VTI).toBe(truth(market, 'VTI', '2026-04-16'));
    const now = new Date('2026-04-18T02:00:00Z');
    const later = await job(sourcesOver(market, { now }).source(name), {
      asOf: '2026-04-17',
      symbols,
      from: '2026-04-06',
      now,
    });
    expect(later.prices.VTI).toBe(truth(market, 'VTI', '2026-04-17'));
    expect(later.past?.VTI?.at(-1)).toBe('2026-04-17');
  });

  test('of what the source does not have are asked for once in 30 days, and of a job of an earlier time again', async () => {
    const { asked, source } = sourcesOver(market);
    await job(source(name), { asOf: '2026-03-20', symbols: ['NOPE'] });
    const calls = asked.length;
    await job(source(name), { asOf: '2026-03-20', symbols: ['NOPE'] });
    await job(source(name), { asOf: '2026-04-17', symbols: ['NOPE'] });
    expect(asked).toHaveLength(calls);
    await job(source(name), { asOf: '2026-02-06', symbols: ['NOPE'] });
    expect(asked.length).toBeGreaterThan(calls);
  });

  test('are those of the market in whatever order the days are asked for, and past closes have no gap', async () => {
    const traded = fc.constantFrom(
      tradingDays, // Daily.
      tradingDays.filter((_, at) => at % 9 === 0), // Rarely.
      tradingDays.slice(45), // Listed in March.
      tradingDays.slice(0, 30), // Gone in February.
      [],
    );
    const asJob = fc.record({
      back: fc.integer({ min: 0, max: 60 }),
      which: fc.subarray(['AAA', 'BBB', 'CCC'], { minLength: 1 }),
      days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(traded, traded, traded),
        fc.array(asJob, { minLength: 1, maxLength: 6 }),
        async ([a, b, c], jobs) => {
          await forget();
          const all = marketOf({ AAA: a, BBB: b, CCC: c });
          const { asked, source } = sourcesOver(all);
          const asOfs: { symbol: string; close: string }[] = [];
          for (const [at, { back, which, days }] of jobs.entries()) {
            const asOf = addDays('2026-04-20', -back);
            const close = newestClose(asOf, NOW);
            const from = days === undefined ? undefined : addDays(close, -days);
            const run = () => job(source(name), { asOf, symbols: which, ...(from !== undefined && { from }) });
            const { prices, past } = await run();
            for (const symbol of which) {
              const expected = truth(all, symbol, close);
              // What had nothing in a whole window of the 30 days before is not asked about by itself.
              const given = asOfs.some((one) => {
                return (
                  one.symbol === symbol &&
                  one.close >= addDays(close, -30) &&
                  one.close < close &&
                  truth(all, symbol, one.close) === undefined
                );
              });
              if (!given || prices[symbol] !== undefined)
                expect([symbol, close, prices[symbol]]).toEqual([symbol, close, expected]);
              if (from !== undefined) {
                const had = [...(all.get(symbol) ?? [])]
                  .map(([day]) => day)
                  .filter((day) => day >= from && day <= close);
                expect([symbol, close, past?.[symbol] ?? []]).toEqual([symbol, close, had]);
              }
              asOfs.push({ symbol, close });
            }
            // At once again nothing is asked; later on only the longest stretch of days is known to have been.
            const calls = asked.length;
            await run();
            if (at === 0 && close < '2026-04-17') expect(asked.slice(calls)).toEqual([]);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

test('exchange rates are asked for as of an earlier day too, and once of a currency that nobody has', async () => {
  const asked: string[] = [];
  const source: MarketSource = {
    name: 'ecb',
    serves: () => false,
    rates: async function* (currencies, day) {
      await Promise.resolve();
      asked.push(day);
      const from = addDays(day, -NEWEST_WITHIN);
      const days = tradingDays.filter((one) => one >= from && one <= day && currencies.includes('EUR'));
      const quotes = days.map((one) => ({ symbol: 'EUR/USD', day: one, currency: 'USD', price: '1.1' }));
      yield { symbols: currencies.map((code) => `${code}/USD`), from, to: day, quotes };
    },
  };
  const rates = async (asOf: string) => {
    const from = addDays(asOf, -NEWEST_WITHIN);
    const wanted = ['EUR/USD', 'XXX/USD'].map((symbol) => ({ symbol, from }));
    const memory = await MarketMemory.of(opened.db, wanted, { until: asOf, now: NOW });
    const asking: Asking = {
      sources: [source],
      memory,
      close: asOf,
      problems: [],
      answered: new Set(),
      failed: new Map(),
      onFailure: () => undefined,
    };
    const found = await findRates(asking, ['EUR', 'XXX'], asOf);
    await memory.store(opened.db);
    return [...found].map(([code, { day }]) => `${code} ${day}`);
  };
  expect(await rates('2026-04-16')).toEqual(['EUR 2026-04-16']);
  expect(await rates('2026-04-16')).toEqual(['EUR 2026-04-16']);
  expect(await rates('2026-04-08')).toEqual(['EUR 2026-04-08']);
  expect(await rates('2026-02-05')).toEqual(['EUR 2026-02-05']);
  expect(asked).toEqual(['2026-04-16', '2026-04-08', '2026-02-05']);
});
