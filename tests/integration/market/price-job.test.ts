// A job's prices from sources on loopback into its snapshot: what counts, what stays, what is asked, and what is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { saveFacts } from '../../../shared/database/job-facts.ts';
import { readHistory, readRates } from '../../../shared/database/job-history.ts';
import { readSnapshot } from '../../../shared/database/job-lines.ts';
import { createJob } from '../../../shared/database/jobs.ts';
import { takeDocumentSnapshot } from '../../../shared/database/snapshot/take-document.ts';
import { createUser } from '../../../shared/database/users.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { createSources } from '../../../shared/market/create-sources.ts';
import type { MarketFailure } from '../../../shared/market/market-error.ts';
import { secretKeys } from '../../../shared/market/market-keys.ts';
import { priceJob } from '../../../shared/market/price-job.ts';
import { marketSettings } from '../../../shared/market/settings.ts';
import { addDays, isTradingDay } from '../../../shared/market/trading-day.ts';
import { portfolio, type PortfolioInput } from '../../../shared/schemas/portfolio.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';
import {
  alpacaBar,
  ecbTable,
  massiveAnswer,
  massiveBar,
  startMarketServer,
  stooqTable,
  type MarketRequest,
  type MarketServer,
} from '../../setup/market-server.ts';

let opened: TestDatabase;
let userId: string;
let servers: Record<'massive' | 'alpaca' | 'stooq' | 'ecb', MarketServer>;
const folder = mkdtempSync(join(tmpdir(), 'alex-market-'));
beforeAll(async () => {
  opened = await openTestDatabase();
  userId = (await createUser(opened.db, 'Someone')).id;
  const start = startMarketServer;
  servers = { massive: await start(), alpaca: await start(), stooq: await start(), ecb: await start() };
});
afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  for (const table of ['market_quotes', 'market_coverage', 'market_limits']) {
    await opened.db.execute(sql.raw(`delete from ${table}`));
  }
  for (const server of Object.values(servers)) server.answer([{ status: 500, body: 'not scripted' }]);
});

/** Tuesday evening in New York. */
const NOW = new Date('2026-03-31T22:30:00Z');
const DAY = '2026-03-31';

async function jobOf(document: PortfolioInput, asOf = DAY): Promise<string> {
  const job = { userId, request: { goals: null, targets: null }, asOf, seed: 1, idempotencyKey: null };
  const id = await createJob(opened.db, job);
  if (id === undefined) throw new Error('no job was made');
  await takeDocumentSnapshot(opened.db, { id, userId, asOf }, portfolio.parse(document));
  return id;
}

type Own = Partial<Record<string, string>>;
interface Circumstances {
  asOf?: string;
  now?: Date;
  keys?: object;
}
async function price(jobId: string, own: Own, { asOf = DAY, now = NOW, keys = { massive: 'k' } }: Circumstances = {}) {
  const settings = marketSettings({
    ...{ MARKET_MASSIVE_URL: servers.massive.url, MARKET_ALPACA_URL: servers.alpaca.url },
    ...{ MARKET_STOOQ_URL: servers.stooq.url, MARKET_ECB_URL: servers.ecb.url },
    ...{ MARKET_MASSIVE_CALLS_A_MINUTE: '100', MARKET_STOOQ_CALLS_A_MINUTE: '100' },
    ...own,
  });
  const failures: [string, MarketFailure][] = [];
  const rules = { answerMs: 2000, waits: [5], limitedMs: 50, limitedTries: 1 };
  const around = { keys: secretKeys(() => Promise.resolve(keys)), asOf, now: () => now, left: () => 20_000, rules };
  const sources = createSources(settings, { db: opened.db, ...around });
  const onFailure = (source: string, { failure }: { failure: MarketFailure }) => failures.push([source, failure]);
  return { ...(await priceJob(opened.db, { jobId, asOf }, { settings, sources, now, onFailure })), failures };
}

const holding = (...positions: NonNullable<PortfolioInput['accounts'][number]['positions']>): PortfolioInput => ({
  accounts: [{ name: 'Brokerage', positions }],
});
const pricesOf = async (jobId: string) =>
  Object.fromEntries(
    (await readSnapshot(opened.db, jobId)).map(({ symbol, price: at, priceAsOf, priceSource }) => [
      symbol,
      [at, priceAsOf, priceSource],
    ]),
  );
const stock = { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { other: 1 } };
const grouped =
  (closes: Record<string, number>, day = DAY) =>
  ({ path }: MarketRequest) => ({
    body: massiveAnswer(
      path.includes('/grouped/') ? Object.entries(closes).map(([symbol, close]) => massiveBar(day, close, symbol)) : [],
    ),
  });

describe('a job’s prices', () => {
  test('come with their source and day, in one call for all, and in few statements', async () => {
    servers.massive.answer(grouped({ VTI: 301.25, BND: 72.5 }));
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '10' }, { symbol: 'BND', quantity: '20' }));
    opened.statements();
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    // Snapshot, transactions, what is known, instruments; a token; lines; what was said, and that it was asked.
    expect(opened.statements()).toBeLessThanOrEqual(8);
    expect(answer).toMatchObject({
      prices: 2,
      problems: [],
      told: ['2 prices from Massive, daily close, of 2026-03-31.'],
    });
    expect(await pricesOf(jobId)).toEqual({
      BND: [72.5, DAY, 'Massive, daily close'],
      VTI: [301.25, DAY, 'Massive, daily close'],
    });
    expect(servers.massive.requests).toHaveLength(1);
  });

  test('are asked for once a day, for all jobs: the next one finds them, unknown symbols too', async () => {
    servers.massive.answer(grouped({ VTI: 301.25 }));
    const first = await jobOf(holding({ symbol: 'VTI', quantity: '10' }, { symbol: 'NOPE', quantity: '1' }));
    await price(first, { MARKET_SOURCES: 'massive' });
    const calls = servers.massive.requests.length;
    const second = await jobOf(holding({ symbol: 'VTI', quantity: '3' }, { symbol: 'NOPE', quantity: '1' }));
    const answer = await price(second, { MARKET_SOURCES: 'massive' });
    expect(servers.massive.requests).toHaveLength(calls);
    expect((await pricesOf(second)).VTI).toEqual([301.25, DAY, 'Massive, daily close']);
    expect(answer.told).toContain('No source that was asked has a price: NOPE.');
  });

  test('are asked for as of an earlier day after a later one: what is known of later days says nothing of that day', async () => {
    servers.massive.answer(({ path }) => {
      const day = path.slice(-10);
      return { body: massiveAnswer(path.includes('/grouped/') ? [massiveBar(day, 300, 'VTI')] : []) };
    });
    const held = holding({ symbol: 'VTI', quantity: '10' });
    await price(await jobOf(held), { MARKET_SOURCES: 'massive' });
    const earlier = await jobOf(held, '2026-03-30');
    const answer = await price(earlier, { MARKET_SOURCES: 'massive' }, { asOf: '2026-03-30' });
    expect(answer.told).toEqual(['1 price from Massive, daily close, of 2026-03-30.']);
    expect(servers.massive.requests).toHaveLength(2);
  });

  test('of the person’s own stand while they are recent, and the market is not even asked', async () => {
    const own = { symbol: 'VTI', quantity: '10', price: '290', priceAsOf: '2026-03-25', priceSource: 'mine.csv' };
    const jobId = await jobOf(holding(own));
    expect(await price(jobId, { MARKET_SOURCES: 'massive' })).toMatchObject({ prices: 0, told: [], problems: [] });
    expect(servers.massive.requests).toHaveLength(0);
    expect((await pricesOf(jobId)).VTI).toEqual([290, '2026-03-25', 'mine.csv']);
  });

  test('of the person’s own that are older than the setting says give way, and that is told', async () => {
    servers.massive.answer(grouped({ VTI: 301.25 }));
    const own = { symbol: 'VTI', quantity: '10', price: '290', priceAsOf: '2026-03-20' };
    const jobId = await jobOf(holding(own));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(answer.told).toContain('Your own older price gave way to a newer one: VTI.');
    expect((await pricesOf(jobId)).VTI).toEqual([301.25, DAY, 'Massive, daily close']);
    const patient = await jobOf(holding(own));
    await price(patient, { MARKET_SOURCES: 'massive', MARKET_MAX_AGE_DAYS: '30' });
    expect((await pricesOf(patient)).VTI?.[0]).toBe(290);
  });

  const stockFund = (shares: string, units: string): PortfolioInput => {
    const msft = (quantity: string, at: string, priceAsOf: string) => ({
      ...{ symbol: 'MSFT', quantity, price: at, priceAsOf, priceSource: 'mine.csv' },
    });
    return {
      accounts: [
        { name: '401k', positions: [msft('2000', '45.2', units)] },
        { name: 'Brokerage', positions: [msft('100', '500', shares)] },
        { name: 'IRA', positions: [{ symbol: 'MSFT', quantity: '7' }] },
      ],
    };
  };
  const inAccounts = async (jobId: string) =>
    (await readSnapshot(opened.db, jobId)).map(({ price: at, priceAsOf }) => [at, priceAsOf]);

  test('of a share are put on units of a stock fund that go by its ticker', async () => {
    servers.massive.answer(grouped({ MSFT: 510 }));
    const jobId = await jobOf(stockFund('2026-03-20', '2026-03-20'));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(await inAccounts(jobId)).toEqual([
      [45.2, '2026-03-20'],
      [510, DAY],
      [510, DAY],
    ]);
    expect(answer).toMatchObject({ prices: 1, problems: [] });
    expect(answer.told).toEqual([
      '1 price from Massive, daily close, of 2026-03-31.',
      'Your own older price gave way to a newer one: MSFT.',
      "MSFT in 401k keeps your own price of 45.2 (2026-03-20): the market's (510 of 2026-03-31 from Massive, daily close) is nearer to your 500 in Brokerage, and no one listing has both.",
    ]);
  });

  test('of a share take the place of a recent one for the sake of units that have an old one', async () => {
    servers.massive.answer(grouped({ MSFT: 510 }));
    const jobId = await jobOf(stockFund('2026-03-30', '2026-03-20'));
    await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(await inAccounts(jobId)).toEqual([
      [45.2, '2026-03-20'],
      [500, '2026-03-30'],
      [510, DAY],
    ]);
  });

  test('that fit neither of two things are put on one of them', async () => {
    servers.massive.answer(grouped({ MSFT: 5100 }));
    const jobId = await jobOf(stockFund('2026-03-20', '2026-03-20'));
    const { prices, doubted, told } = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(await inAccounts(jobId)).toEqual([
      [45.2, '2026-03-20'],
      [500, '2026-03-20'],
      [null, null],
    ]);
    expect(prices).toBe(0);
    expect(doubted?.map(({ used }) => used.price)).toEqual([500]);
    expect(told.join()).toContain("MSFT: the market's price (5100 of 2026-03-31");
  });

  test('are never older than what is there, whatever a source brings', async () => {
    servers.massive.answer(({ path }) => ({
      body: massiveAnswer(path.includes('/grouped/') ? [massiveBar(DAY, 1, 'ZZZ')] : [massiveBar('2026-03-23', 280)]),
    }));
    const own = { symbol: 'VTI', quantity: '10', price: '290', priceAsOf: '2026-03-24' };
    const jobId = await jobOf(holding(own));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive', MARKET_MAX_AGE_DAYS: '1' });
    expect((await pricesOf(jobId)).VTI).toEqual([290, '2026-03-24', 'the person']);
    expect(answer.told).toEqual(['No source has a newer price than your own: VTI.']);
  });

  test('that are half of the person’s own are doubted: after a split the quantity would be another', async () => {
    servers.massive.answer(grouped({ SPLT: 60 }));
    const own = { symbol: 'SPLT', quantity: '10', price: '1200', priceAsOf: '2026-02-27' };
    const jobId = await jobOf(holding(own));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect((await pricesOf(jobId)).SPLT?.[0]).toBe(1200);
    expect(answer.told).toEqual([
      expect.stringMatching(/^SPLT: the market's price \(60 of 2026-03-31 .* split .* yours stands\.$/u),
    ]);
    expect(answer.doubted).toEqual([
      {
        ...{ symbol: 'SPLT', currency: 'USD', used: { price: 1200, asOf: '2026-02-27' } },
        market: { price: 60, asOf: DAY, source: 'Massive, daily close' },
      },
    ]);
  });

  test('of the last trading day before a weekend or a holiday are asked for as of that day', async () => {
    servers.massive.answer(grouped({ VTI: 299 }, '2026-04-02'));
    // Easter Monday's morning: Good Friday was closed, and Monday is still being traded.
    const now = new Date('2026-04-06T14:00:00Z');
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }), '2026-04-06');
    await price(jobId, { MARKET_SOURCES: 'massive' }, { asOf: '2026-04-06', now });
    expect((await pricesOf(jobId)).VTI).toEqual([299, '2026-04-02', 'Massive, daily close']);
    expect(servers.massive.requests.map(({ path }) => path)).toEqual([
      '/v2/aggs/grouped/locale/us/market/stocks/2026-04-02',
    ]);
  });

  test('are only asked of an exchange for what an exchange can have: no coin, bond or mutual fund by its ticker', async () => {
    servers.massive.answer(grouped({ BTC: 40, T: 20, FUND: 9, EUN: 50, VTI: 301 }));
    const bond = { ...stock, assetClasses: { fixed_income: 1 } };
    const jobId = await jobOf(
      holding(
        { symbol: 'BTC', quantity: '1' },
        { symbol: 'T', quantity: '1', classification: { ...bond, type: 'bond' } },
        { symbol: 'FUND', quantity: '1', classification: { ...stock, type: 'mutual_fund' } },
        { symbol: 'EUN', quantity: '1', currency: 'EUR' },
        { symbol: 'VTI', quantity: '1' },
      ),
    );
    const { told } = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(told).toContain(
      'No source was asked for a price of BTC, EUN, FUND, T: none of those set has such instruments.',
    );
    const priced = Object.entries(await pricesOf(jobId)).filter(([, [at]]) => at !== null);
    expect(priced.map(([symbol]) => symbol)).toEqual(['VTI']);
  });

  test('come from the next source where the first fails, and the failure is told without its key', async () => {
    servers.massive.answer([{ status: 401, body: 'unknown key k' }]);
    servers.alpaca.answer([{ body: { bars: { VTI: [alpacaBar(DAY, 301)] }, next_page_token: null } }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const keys = { massive: 'key-of-massive', alpacaKeyId: 'id', alpacaSecret: 'secret' };
    const answer = await price(jobId, { MARKET_SOURCES: 'massive,alpaca' }, { keys });
    expect(answer).toMatchObject({ prices: 1, failures: [['massive', 'unauthorized']] });
    const failed = 'Massive refused the key, or the plan does not include this (401).';
    expect(answer).toMatchObject({
      problems: [],
      told: [`${failed} Another source had the prices.`, expect.anything()],
    });
    expect((await pricesOf(jobId)).VTI).toEqual([301, DAY, 'Alpaca, daily bar']);
    // What is still missing after it makes the failure one of the job.
    const more = await jobOf(holding({ symbol: 'VTI', quantity: '1' }, { symbol: 'NOPE', quantity: '1' }));
    expect((await price(more, { MARKET_SOURCES: 'massive,alpaca' }, { keys })).problems).toEqual([failed]);
  });

  test('of an earlier day that stand in after a failure are not told as those of another source', async () => {
    const [before, dayBefore] = [new Date('2026-03-30T22:30:00Z'), '2026-03-30'];
    servers.massive.answer(grouped({ VTI: 299 }, dayBefore));
    const earlier = await jobOf(holding({ symbol: 'VTI', quantity: '1' }), dayBefore);
    await price(earlier, { MARKET_SOURCES: 'massive' }, { asOf: dayBefore, now: before });
    servers.massive.answer([{ status: 500, body: 'broken' }]);
    servers.stooq.answer([{ body: '<!doctype html><title>Back soon</title>' }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const { told, problems } = await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect(problems).toEqual([]);
    expect(told).toEqual([
      'Massive failed (500). What was known from before is used: VTI.',
      'Stooq sent a page instead of a table. What was known from before is used: VTI.',
      '1 price from Massive, daily close, of 2026-03-30.',
    ]);
  });

  test.each([
    ['a 429 that wants half a minute', { status: 429, headers: { 'retry-after': '30' }, body: 'slow down' }],
    ['a page about maintenance', { body: '<!doctype html><title>Back soon</title>' }],
    ['a redirect', { status: 302, headers: { location: 'https://example.com/' }, body: '' }],
    ['a 503', { status: 503, body: 'busy' }],
  ])('come at once from the next source after %s, and the first is asked once', async (_what, reply) => {
    servers.massive.answer([reply]);
    servers.stooq.answer([{ body: stooqTable({ [DAY]: 301 }) }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const began = performance.now();
    const answer = await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(servers.massive.requests).toHaveLength(1);
    expect(answer).toMatchObject({ prices: 1, problems: [], failures: [['massive', expect.anything()]] });
    expect(answer.told[0]).toMatch(/^Massive .* Another source had the prices\.$/u);
  });

  test('come at once from the next source where the calls of the first are used up', async () => {
    servers.massive.answer(grouped({ VTI: 301 }));
    servers.stooq.answer([{ body: stooqTable({ [DAY]: 9 }) }]);
    const once = { MARKET_SOURCES: 'massive,stooq', MARKET_MASSIVE_CALLS_A_MINUTE: '1' };
    await price(await jobOf(holding({ symbol: 'VTI', quantity: '1' })), once);
    const jobId = await jobOf(holding({ symbol: 'RARE', quantity: '1' }));
    const answer = await price(jobId, once);
    expect((await pricesOf(jobId)).RARE).toEqual([9, DAY, 'Stooq, daily close']);
    expect(answer.told[0]).toMatch(/^Massive may not be asked again for \d+ s\. Another source had the prices\.$/u);
  });

  test('that a page came in place of is told, and not only that the source wants to be left alone', async () => {
    servers.massive.answer([{ body: '<!doctype html><title>Back soon</title>' }]);
    servers.stooq.answer([{ body: 'No data' }]);
    const once = { MARKET_SOURCES: 'massive,stooq', MARKET_MASSIVE_CALLS_A_MINUTE: '1' };
    const { problems } = await price(await jobOf(holding({ symbol: 'VTI', quantity: '1' })), once);
    expect(problems.join()).not.toContain('may not be asked again');
    expect(problems.join()).toMatch(/^Massive /u);
  });

  test('of one instrument that is asked for by itself and fails leave the others theirs', async () => {
    const held = holding(...['AA', 'BB', 'CC'].map((symbol) => ({ symbol, quantity: '1' })));
    servers.massive.answer(({ path }) => {
      if (path.includes('/BB/')) return { status: 500, body: 'no' };
      return { body: massiveAnswer(path.includes('/grouped/') ? [] : [massiveBar(DAY, 20)]) };
    });
    const answer = await price(await jobOf(held), { MARKET_SOURCES: 'massive' });
    expect(answer).toMatchObject({ prices: 2, failures: [['massive', 'unavailable']] });
    servers.stooq.answer(({ query }) => query.get('s') === 'bb.us' ? { body: '<html>' } : { body: stooqTable({ [DAY]: 20 }) }); // prettier-ignore
    expect(await price(await jobOf(held), { MARKET_SOURCES: 'stooq' })).toMatchObject({ prices: 2 });
  });

  test('that no other source has are asked again of one that failed, once all had their turn', async () => {
    servers.massive.answer([{ status: 503, body: 'busy' }, { body: massiveAnswer([massiveBar(DAY, 301, 'VTI')]) }]);
    servers.stooq.answer([{ body: 'No data' }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect((await pricesOf(jobId)).VTI).toEqual([301, DAY, 'Massive, daily close']);
    expect(answer).toMatchObject({ problems: [], failures: [] });
  });

  test('that no source could be asked for are not told as prices that nobody has', async () => {
    servers.massive.answer([{ status: 500, body: 'broken' }]);
    servers.stooq.answer([{ body: '<!doctype html><title>Back soon</title>' }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const { told, problems } = await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect(problems).toEqual(['Massive failed (500).', 'Stooq sent a page instead of a table.']);
    expect(told).toEqual(['The price could not be asked for: VTI. Run it again later.']);
  });

  test('of the whole market are asked for once, also where another source fails in between', async () => {
    servers.massive.answer([{ body: massiveAnswer([massiveBar(DAY, 301, 'VTI')]) }, { status: 500, body: 'broken' }]);
    servers.stooq.answer([{ body: '<!doctype html><title>Back soon</title>' }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }, { symbol: 'RARE', quantity: '1' }));
    await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect(servers.massive.requests.filter(({ path }) => path.includes('/grouped/'))).toHaveLength(1);
  });

  test('come from the next source where the first has none, which is asked about nothing else', async () => {
    servers.massive.answer(grouped({ VTI: 301 }));
    servers.stooq.answer([{ body: stooqTable({ [DAY]: 9.5 }) }]);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }, { symbol: 'RARE', quantity: '1' }));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive,stooq' });
    expect(servers.stooq.requests.map(({ query }) => query.get('s'))).toEqual(['rare.us']);
    expect(answer.told).toEqual([
      '1 price from Stooq, daily close, of 2026-03-31.',
      '1 price from Massive, daily close, of 2026-03-31.',
    ]);
  });

  test('without any key for a source are told to be missing for that reason', async () => {
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' }, { keys: {} });
    expect(answer.problems).toEqual(['Massive was not asked: there is no key for it in the secret market-keys.']);
    expect(servers.massive.requests).toHaveLength(0);
    expect((await pricesOf(jobId)).VTI).toEqual([null, null, null]);
  });

  test('of a job whose figures are computed do not change any more', async () => {
    servers.massive.answer(grouped({ VTI: 301.25 }));
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '10' }));
    const lines = await readSnapshot(opened.db, jobId);
    const analysis = analyze({ asOf: DAY, baseCurrency: 'USD', lines, instruments: new Map(), seed: 1 });
    await saveFacts(opened.db, jobId, { analysis, facts: [] });
    await price(jobId, { MARKET_SOURCES: 'massive' });
    expect((await pricesOf(jobId)).VTI).toEqual([null, null, null]);
  });
});

describe('a file of prices', () => {
  const path = join(folder, 'prices.csv');
  const file = { MARKET_SOURCES: 'file', MARKET_FILE: path };

  test('prices what no exchange knows, in any currency, with exchange rates, and is read anew each time', async () => {
    writeFileSync(
      path,
      'Symbol,Price,Price date,Currency\nFUND,12.5,2026-03-28,\nEUN,50,2026-03-30,EUR\nEUR/USD,1.1,2026-03-30,\n',
    );
    const document = holding({ symbol: 'FUND', quantity: '1' }, { symbol: 'EUN', quantity: '1', currency: 'EUR' });
    const jobId = await jobOf(document);
    expect(await price(jobId, file)).toMatchObject({ prices: 2, rates: 1, problems: [] });
    expect(await pricesOf(jobId)).toMatchObject({
      FUND: [12.5, '2026-03-28', 'prices.csv'],
      EUN: [50, '2026-03-30', 'prices.csv'],
    });
    expect(await readRates(opened.db, jobId)).toEqual([
      { from: 'EUR', to: 'USD', rate: 1.1, asOf: '2026-03-30', source: 'prices.csv' },
    ]);
    writeFileSync(path, 'Symbol,Price,Price date\nFUND,13,2026-03-28\n');
    const again = await jobOf(document);
    await price(again, file);
    expect((await pricesOf(again)).FUND?.[0]).toBe(13);
  });

  test('without a date does not outdo a dated close, and a date after the job’s day is none of its', async () => {
    writeFileSync(path, 'Symbol,Price\nVTI,1\n');
    servers.massive.answer(grouped({ VTI: 301 }));
    const now = new Date();
    const today = now.toISOString().slice(0, 10);
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }), today);
    await price(jobId, { ...file, MARKET_SOURCES: 'file,massive' }, { asOf: today, now });
    // Massive's answer is of another day than it was asked for: it counts for nothing, and the file is all there is.
    expect((await pricesOf(jobId)).VTI?.[2]).toContain('no date given');
    writeFileSync(path, 'Symbol,Price,Price date\nVTI,1,2026-04-01\n');
    const earlier = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    await price(earlier, { ...file, MARKET_SOURCES: 'file,massive' });
    expect((await pricesOf(earlier)).VTI).toEqual([301, DAY, 'Massive, daily close']);
  });

  test('that is not there, or holds no prices, is told by its name and no path', async () => {
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    const gone = await price(jobId, { ...file, MARKET_FILE: join(folder, 'gone.csv') });
    expect(gone.problems).toEqual(['The file of prices, gone.csv, is not there or cannot be read.']);
    writeFileSync(path, 'what is this');
    expect((await price(jobId, file)).problems[0]).toMatch(/^The file of prices, prices\.csv, could not be read: /u);
  });

  test('with mistakes is told with their lines, as far as one looks at once', async () => {
    const rows = ['VTI,301,2026-03-31', 'BND,-5,2026-03-31', 'A,x,2026-03-31', 'B,1,2031-01-01', 'C,0,2026-03-31'];
    writeFileSync(path, ['Symbol,Price,Price date', ...rows].join('\n'));
    const jobId = await jobOf(holding({ symbol: 'VTI', quantity: '1' }));
    expect((await price(jobId, file)).problems).toEqual([
      expect.stringMatching(
        /^The file of prices, prices\.csv, could not be read: line 3: [^;]+; line 4: [^;]+; line 5: [^;]+; and 1 more\.$/u,
      ),
    ]);
  });
});

describe('exchange rates', () => {
  const abroad: PortfolioInput = {
    accounts: [
      {
        name: 'A',
        cash: [
          { currency: 'EUR', amount: '100' },
          { currency: 'GBX', amount: '5000' },
        ],
      },
      { name: 'B', cash: [{ currency: 'XXX', amount: '1' }] },
    ],
  };
  test('come with source and day; pence go by the pound; what nobody quotes is told', async () => {
    servers.ecb.answer([
      {
        body: ecbTable([
          ['USD', '2026-03-30', 1.1],
          ['GBP', '2026-03-30', 0.88],
        ]),
      },
    ]);
    const jobId = await jobOf(abroad);
    const answer = await price(jobId, { MARKET_SOURCES: 'ecb' });
    const source = 'European Central Bank, reference rate';
    expect((await readRates(opened.db, jobId)).sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual([
      { from: 'EUR', to: 'USD', rate: 1.1, asOf: '2026-03-30', source },
      { from: 'GBP', to: 'USD', rate: 1.25, asOf: '2026-03-30', source },
    ]);
    expect(answer.told).toEqual([
      `2 exchange rates from ${source}, of 2026-03-30.`,
      'No source that was asked has an exchange rate: XXX.',
    ]);
    const lines = await readSnapshot(opened.db, jobId);
    const exchangeRates = await readRates(opened.db, jobId);
    const { totals } = analyze({
      asOf: DAY,
      baseCurrency: 'USD',
      lines,
      instruments: new Map(),
      seed: 1,
      exchangeRates,
    });
    expect(totals.value).toBeCloseTo(110 + 62.5, 2);
  });

  describe('of the source that is named first', () => {
    const euros: PortfolioInput = { accounts: [{ name: 'A', cash: [{ currency: 'EUR', amount: '100' }] }] };
    const two = { MARKET_SOURCES: 'ecb,massive' };
    const rateOf = async (jobId: string) => (await readRates(opened.db, jobId)).map(({ rate, asOf }) => [rate, asOf]);
    const earlier = '2026-03-26';
    beforeEach(async () => {
      servers.ecb.answer([{ body: ecbTable([['USD', earlier, 1.1]]) }]);
      const before = { asOf: earlier, now: new Date(`${earlier}T22:30:00Z`) };
      await price(await jobOf(euros, earlier), { MARKET_SOURCES: 'ecb' }, before);
      servers.massive.answer([{ body: massiveAnswer([massiveBar(DAY, 1.2, 'C:EURUSD')]) }]);
    });

    test('that are older give way to the newer of the next, where the first fails now', async () => {
      servers.ecb.answer([{ status: 500, body: 'no' }]);
      const jobId = await jobOf(euros);
      await price(jobId, two);
      expect(await rateOf(jobId)).toEqual([[1.2, DAY]]);
    });

    test('stand where it says that it has no newer one, and the next is not asked', async () => {
      servers.ecb.answer([{ body: ecbTable([['USD', '2026-03-30', 1.15]]) }]);
      const jobId = await jobOf(euros);
      await price(jobId, two);
      expect(await rateOf(jobId)).toEqual([[1.15, '2026-03-30']]);
      expect(servers.massive.requests).toEqual([]);
    });

    test('stand where no other has a newer one', async () => {
      servers.ecb.answer([{ status: 500, body: 'no' }]);
      servers.massive.answer([{ status: 500, body: 'no' }]);
      const jobId = await jobOf(euros);
      await price(jobId, two);
      expect(await rateOf(jobId)).toEqual([[1.1, earlier]]);
    });
  });

  test('that no source set could have are not told as asked for', async () => {
    const { told } = await price(await jobOf(abroad), { MARKET_SOURCES: 'stooq' });
    expect(told).toEqual(['No source was asked for an exchange rate of EUR, GBP, XXX: none of those set has any.']);
  });

  test('of the person’s own stand while they are recent', async () => {
    const jobId = await jobOf({
      ...abroad,
      exchangeRates: ['EUR', 'GBP', 'XXX'].map((from) => ({ from, to: 'USD', rate: '2', asOf: '2026-03-27' })),
    });
    expect(await price(jobId, { MARKET_SOURCES: 'ecb' })).toMatchObject({ rates: 0, problems: [] });
    expect(servers.ecb.requests).toHaveLength(0);
    expect((await readRates(opened.db, jobId)).find(({ from }) => from === 'EUR')?.rate).toBe(2);
  });
});

describe('past closes', () => {
  const days: string[] = [];
  for (let day = '2025-03-03'; day <= DAY; day = addDays(day, 1)) if (isTradingDay(day)) days.push(day);
  const closes = days.map((day, at) => [day, 100 + (at % 20)] as const);
  const bought: PortfolioInput = {
    accounts: [
      { name: 'A', positions: [{ symbol: 'VTI', quantity: '10', price: String(closes.at(-1)?.[1]), priceAsOf: DAY }] },
    ],
    transactions: [{ account: 'A', date: '2025-03-03', kind: 'buy', symbol: 'VTI', quantity: '10', price: '100' }],
  };
  const performance = async (jobId: string) => {
    const lines = await readSnapshot(opened.db, jobId);
    const history = await readHistory(opened.db, jobId);
    if (history === undefined) throw new Error('there is no history');
    return analyze({ asOf: DAY, baseCurrency: 'USD', lines, instruments: new Map(), seed: 1, history }).performance
      ?.whole;
  };

  test('make drawdown, volatility and the ratios known, which trades alone do not', async () => {
    servers.massive.answer([{ body: massiveAnswer(closes.map(([day, close]) => massiveBar(day, close))) }]);
    const jobId = await jobOf(bought);
    expect(await performance(jobId)).toMatchObject({ drawdown: null, risk: null });
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(answer).toMatchObject({ prices: 0, histories: 1, problems: [] });
    expect(answer.told).toEqual([`Daily closes of 1 instrument, 2025-03-03 to ${DAY}, for the returns.`]);
    const measured = await performance(jobId);
    expect(measured).toMatchObject({ missing: null, pricedDays: days.length });
    expect(measured?.drawdown?.depth).toBeCloseTo(1 - 100 / 119, 6);
    expect(measured?.risk?.volatility).toBeGreaterThan(0);
    expect(measured?.risk?.sharpe).not.toBeNull();
    // Asked again for another job, nothing is fetched; the day after, only that day.
    await price(await jobOf(bought), { MARKET_SOURCES: 'massive' });
    expect(servers.massive.requests).toHaveLength(1);
    const later = new Date('2026-04-01T22:30:00Z');
    await price(await jobOf(bought, '2026-04-01'), { MARKET_SOURCES: 'massive' }, { asOf: '2026-04-01', now: later });
    expect(servers.massive.requests.at(-1)?.path).toBe('/v2/aggs/ticker/VTI/range/1/day/2026-04-01/2026-04-01');
  });

  test('on days that the person gave a price of leave that price', async () => {
    servers.massive.answer([{ body: massiveAnswer(closes.map(([day, close]) => massiveBar(day, close))) }]);
    const quotes = [{ symbol: 'VTI', price: '105', asOf: '2025-06-02' }];
    const jobId = await jobOf({ ...bought, quotes });
    await price(jobId, { MARKET_SOURCES: 'massive' });
    const of = (await readHistory(opened.db, jobId))?.prices.get('VTI') ?? [];
    expect(of.filter(({ date }) => date === '2025-06-02')).toEqual([{ date: '2025-06-02', price: 105 }]);
    expect(new Set(of.map(({ date }) => date)).size).toBe(of.length);
  });

  test('are no place for a price far from the close of its day, which stays the price of the value', async () => {
    servers.massive.answer([{ body: massiveAnswer(closes.map(([day, close]) => massiveBar(day, close))) }]);
    const own = { symbol: 'VTI', quantity: '10', price: '60', priceAsOf: '2026-03-29' }; // A Sunday.
    const jobId = await jobOf({ ...bought, accounts: [{ name: 'A', positions: [own] }] });
    const answer = await price(jobId, { MARKET_SOURCES: 'massive' });
    expect(answer.told.at(-1)).toBe(
      'VTI: your price of 2026-03-29 is far from the close of that day; falls and volatility are of the close.',
    );
    const friday = closes.find(([day]) => day === '2026-03-27')?.[1];
    const of = (await readHistory(opened.db, jobId))?.prices.get('VTI') ?? [];
    expect(of.find(({ date }) => date === '2026-03-29')?.price).toBe(friday);
    expect((await readSnapshot(opened.db, jobId))[0]).toMatchObject({ price: 60, priceAsOf: '2026-03-29' });
    const measured = await performance(jobId);
    expect(measured?.timeWeighted?.total).toBeCloseTo(60 / 100 - 1, 10);
    expect(measured?.drawdown?.depth).toBeCloseTo(1 - 100 / 119, 6);
  });

  test('that jump as of a split count where a transaction tells of it, and else are left out', async () => {
    const halved = closes.map(([day, close]) => massiveBar(day, day < '2025-09-02' ? 100 : close / 2));
    servers.massive.answer([{ body: massiveAnswer(halved) }]);
    const silent = await price(await jobOf(bought), { MARKET_SOURCES: 'massive' });
    expect(silent).toMatchObject({ histories: 0 });
    expect(silent.told[0]).toMatch(
      /^VTI: its past closes were left out, for they jump from 100 to 5\d(\.5)? on 2025-09-02/u,
    );
    const [buy] = bought.transactions ?? [];
    if (buy === undefined) throw new Error('nothing was bought');
    const split = { account: 'A', date: '2025-09-02', kind: 'split' as const, symbol: 'VTI', quantity: '2' };
    const jobId = await jobOf({ ...bought, transactions: [buy, split] });
    expect(await price(jobId, { MARKET_SOURCES: 'massive' })).toMatchObject({ histories: 1 });
    expect((await performance(jobId))?.drawdown?.depth).toBeLessThan(0.2);
  });

  test('that are not near what was paid are left out: changed for a later split, or another company’s', async () => {
    servers.stooq.answer([{ body: stooqTable(Object.fromEntries(closes.map(([day, close]) => [day, close / 4]))) }]);
    const raw = { MARKET_SOURCES: 'stooq', MARKET_STOOQ_HISTORY: 'raw' };
    const answer = await price(await jobOf(bought), raw);
    expect(answer.told).toEqual([
      'VTI: its past closes were left out, for they are not near the prices that were paid.',
    ]);
  });

  test('go as far as a source’s limit allows in the time there is, and what came is kept for the next job', async () => {
    const symbols = ['AA', 'BB', 'CC', 'DD'];
    const many: PortfolioInput = {
      accounts: [
        { name: 'A', positions: symbols.map((symbol) => ({ symbol, quantity: '1', price: '100', priceAsOf: DAY })) },
      ],
      transactions: symbols.map((symbol) => ({
        ...{ account: 'A', date: '2026-03-02', kind: 'buy' as const, symbol, quantity: '1', price: '100' },
      })),
    };
    const march = days.filter((day) => day >= '2026-03-02');
    servers.massive.answer([{ body: massiveAnswer(march.map((day, at) => massiveBar(day, 100 + (at % 2)))) }]);
    const two = { MARKET_SOURCES: 'massive', MARKET_MASSIVE_CALLS_A_MINUTE: '2' };
    const first = await price(await jobOf(many), two);
    expect(first).toMatchObject({ histories: 2, failures: [['massive', 'limited']] });
    expect(first.problems[0]).toMatch(/^Massive may not be asked again for \d+ s\. It was asked for past closes\.$/u);
    expect(first.told).toContain('Past closes could not all be asked for: CC, DD. Run it again later.');
    await opened.db.execute(sql`delete from market_limits`);
    expect(await price(await jobOf(many), two)).toMatchObject({ histories: 4, problems: [] });
    expect(servers.massive.requests).toHaveLength(4);
  });

  /** Without a price of their own, so that the newest close is asked for first. */
  const unpriced = (symbols: readonly string[]): PortfolioInput => ({
    accounts: [{ name: 'A', positions: symbols.map((symbol) => ({ symbol, quantity: '10' })) }],
    transactions: symbols.map((symbol) => ({
      ...{ account: 'A', date: '2025-03-03', kind: 'buy' as const, symbol, quantity: '10', price: '100' },
    })),
  });
  const market = (symbols: readonly string[], refuse: (symbol: string) => boolean = () => false) => {
    return ({ path }: MarketRequest) => {
      if (path.includes('/grouped/')) {
        return { body: massiveAnswer(symbols.map((symbol) => massiveBar(DAY, closes.at(-1)?.[1] ?? 0, symbol))) };
      }
      if (refuse(path.split('/')[4] ?? ''))
        return { status: 429, headers: { 'retry-after': '0.2' }, body: 'slow down' };
      return { body: massiveAnswer(closes.map(([day, close]) => massiveBar(day, close))) };
    };
  };

  test('are asked for again after a 429 that can be waited for: the job’s own newest price is no history', async () => {
    let refused = 0;
    servers.massive.answer(market(['VTI'], () => (refused += 1) === 1));
    const jobId = await jobOf(unpriced(['VTI']));
    const answer = await price(jobId, { MARKET_SOURCES: 'massive,ecb' });
    expect(answer).toMatchObject({ prices: 1, histories: 1, problems: [], failures: [] });
    expect(answer.told).toContain(`Daily closes of 1 instrument, 2025-03-03 to ${DAY}, for the returns.`);
    expect((await performance(jobId))?.risk?.volatility).toBeGreaterThan(0);
  });

  test('that could not be had are told by instrument, and no calm is made of the purchase price that stands for them', async () => {
    const symbols = ['AA', 'BB', 'CC', 'DD'];
    servers.massive.answer(market(symbols));
    const three = { MARKET_SOURCES: 'massive,ecb', MARKET_MASSIVE_CALLS_A_MINUTE: '3' };
    const jobId = await jobOf(unpriced(symbols));
    const answer = await price(jobId, three);
    expect(answer).toMatchObject({ prices: 4, histories: 2, failures: [['massive', 'limited']] });
    expect(answer.told.slice(-2)).toEqual([
      `Daily closes of 2 instruments, 2025-03-03 to ${DAY}, for the returns.`,
      'Past closes could not all be asked for: CC, DD. Run it again later.',
    ]);
    const measured = await performance(jobId);
    expect(measured).toMatchObject({ drawdown: null, risk: null });
    expect(measured?.missing).toContain('CC, DD');
    await opened.db.execute(sql`delete from market_limits`);
    const again = await jobOf(unpriced(symbols));
    expect(await price(again, three)).toMatchObject({ histories: 4, problems: [] });
    expect((await performance(again))?.risk).not.toBeNull();
  });

  test('of one instrument that the source fails at leave the others theirs, whichever day each is wanted from', async () => {
    const held = unpriced(['AA', 'BB', 'CC']);
    const later: PortfolioInput = {
      ...held,
      transactions: (held.transactions ?? []).map((one) =>
        one.symbol === 'BB' ? one : { ...one, date: '2025-06-02' },
      ),
    };
    for (const document of [held, later]) {
      await opened.db.execute(sql`delete from market_coverage`);
      await opened.db.execute(sql`delete from market_quotes`);
      for (const status of [500, 404]) {
        servers.massive.answer((request) =>
          request.path.includes('/BB/range/') ? { status, body: 'no' } : market(['AA', 'BB', 'CC'])(request),
        );
        const answer = await price(await jobOf(document), { MARKET_SOURCES: 'massive' });
        expect(answer).toMatchObject({ prices: 3, histories: 2 });
        expect(answer.failures).toHaveLength(1);
        expect(answer.told.filter((one) => one.includes('BB'))).toHaveLength(1);
      }
    }
  });

  test('of one instrument after another that a source fails at are not asked for to the last one', async () => {
    const symbols = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF'];
    servers.massive.answer((request) =>
      request.path.includes('/range/') ? { status: 404, body: 'no' } : market(symbols)(request),
    );
    const answer = await price(await jobOf(unpriced(symbols)), { MARKET_SOURCES: 'massive' });
    expect(answer).toMatchObject({ prices: 6, histories: 0 });
    expect(servers.massive.requests.filter(({ path }) => path.includes('/range/'))).toHaveLength(3);
  });

  test('are asked of the next source where a file of prices has the newest only', async () => {
    const path = join(folder, 'newest.csv');
    writeFileSync(path, `Symbol,Price,Price date\nVTI,${closes.at(-1)?.[1]},${DAY}\n`);
    servers.massive.answer(market(['VTI']));
    const jobId = await jobOf(unpriced(['VTI']));
    const answer = await price(jobId, { MARKET_SOURCES: 'file,massive', MARKET_FILE: path });
    expect(answer).toMatchObject({ prices: 1, histories: 1, problems: [] });
    expect((await performance(jobId))?.risk).not.toBeNull();
  });

  test('that no source has, and that none was asked for, are told apart', async () => {
    const held = unpriced(['VTI', 'NOPE', 'BTC']);
    servers.massive.answer((request) =>
      request.path.includes('/NOPE/') ? { body: massiveAnswer([]) } : market(['VTI'])(request),
    );
    const { told } = await price(await jobOf(held), { MARKET_SOURCES: 'massive', MARKET_MASSIVE_YEARS: '1' });
    expect(told).toContain('No source that was asked has all past closes: NOPE.');
    expect(told).toContain('No source was asked for past closes of BTC: none of those set has them.');
    expect(told).toContain('They begin later than the transactions: VTI (2025-04-01).');
  });

  test('of a plan without them are not told as a refused key, which the prices were had with', async () => {
    servers.massive.answer((request) =>
      request.path.includes('/range/')
        ? { body: { status: 'NOT_AUTHORIZED', message: 'You are not entitled to this data.' } }
        : market(['VTI'])(request),
    );
    const answer = await price(await jobOf(unpriced(['VTI'])), { MARKET_SOURCES: 'massive' });
    expect(answer.problems).toEqual([
      'Massive takes the key, but the plan does not include the past closes that it was asked for.',
    ]);
    expect(answer.told.at(-1)).toBe(
      'Past closes could not all be asked for: VTI. Run it again when the source can be asked.',
    );
  });
});
