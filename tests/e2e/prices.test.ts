// Prices from the market over the packaged zips: a source on loopback, its key in Secrets Manager, and a report that says so.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import { addDays, isTradingDay } from '../../shared/market/trading-day.ts';
import type { AnalyzeRequestInput, JobResult } from '../../shared/schemas/job.ts';
import { loggedIn } from '../setup/logs.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { analyze } from '../setup/jobs.ts';
import {
  ecbTable,
  massiveAnswer,
  massiveBar,
  startMarketServer,
  type MarketReply,
  type MarketRequest,
  type MarketServer,
} from '../setup/market-server.ts';

/** A Monday long past, so that its close is out whenever this runs. */
const DAY = '2025-03-31';
const KEY = 'pk-of-a-person-7413';

const dataFolder = mkdtempSync(join(tmpdir(), 'alex-prices-'));
let fleet: TestFleet;
let massive: MarketServer;
let ecb: MarketServer;
beforeAll(async () => {
  massive = await startMarketServer();
  ecb = await startMarketServer();
  fleet = await startTestFleet({
    dataFolder,
    marketSettings: {
      ...{ MARKET_SOURCES: 'massive,ecb', MARKET_MASSIVE_URL: massive.url, MARKET_ECB_URL: ecb.url },
      ...{ MARKET_WAIT_SECONDS: '20', MARKET_MASSIVE_YEARS: '50' },
    },
    secrets: { 'market-keys': JSON.stringify({ massive: KEY }) },
  });
}, 180_000);
afterAll(async () => {
  await fleet.stop();
  await massive.close();
  await ecb.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  await fleet.db.execute(sql`delete from market_limits`);
  massive.answer(market);
  ecb.answer([
    {
      body: ecbTable([
        ['USD', '2025-03-31', 1.08],
        ['USD', '2025-03-28', 1.07],
      ]),
    },
  ]);
});

const closes: Record<string, number> = { VTI: 274.84, VXUS: 62.1 };
function market({ path, headers }: MarketRequest): MarketReply {
  if (headers.authorization !== `Bearer ${KEY}`)
    return { status: 401, body: { status: 'ERROR', error: 'Unknown API Key' } };
  if (path.includes('/grouped/')) {
    return { body: massiveAnswer(Object.entries(closes).map(([symbol, close]) => massiveBar(DAY, close, symbol))) };
  }
  const [, symbol = '', from = '', to = ''] = /ticker\/([^/]+)\/range\/1\/day\/([^/]+)\/([^/]+)$/u.exec(path) ?? [];
  const bars: object[] = [];
  for (let day = from; day <= to && symbol === 'VTI'; day = addDays(day, 1)) {
    if (!isTradingDay(day)) continue;
    bars.push(massiveBar(day, day === DAY ? 274.84 : 250 + (bars.length % 25)));
  }
  return { body: massiveAnswer(bars) };
}

const request: AnalyzeRequestInput = {
  asOf: DAY,
  portfolio: {
    accounts: [
      {
        name: 'Brokerage',
        cash: [{ currency: 'EUR', amount: '1000' }],
        positions: [
          { symbol: 'VTI', quantity: '10' },
          { symbol: 'BND', quantity: '20', price: '73.5', priceAsOf: '2025-03-28', priceSource: 'mine.csv' },
          { symbol: 'VXUS', quantity: '30', price: '60', priceAsOf: '2025-01-31', priceSource: 'mine.csv' },
          { symbol: 'PRIV-1', quantity: '1' },
        ],
      },
    ],
    transactions: [
      { account: 'Brokerage', date: '2024-03-01', kind: 'buy', symbol: 'VTI', quantity: '10', price: '252' },
    ],
  },
};
const stepOf = ({ job }: JobResult) => job.steps.find(({ step }) => step === 'price');
const factOf = ({ facts }: JobResult, name: string) => facts.find((fact) => fact.name === name)?.value;

describe('an analysis with a source of prices', () => {
  let result: JobResult;
  beforeAll(async () => {
    massive.answer(market);
    ecb.answer([{ body: ecbTable([['USD', DAY, 1.08]]) }]);
    result = await analyze(fleet.api, request);
  }, 60_000);

  test('values what had no price or an old one at the market’s, and leaves the person’s recent one', () => {
    const of = (symbol: string) => {
      const held = result.analysis?.holdings.find((one) => one.symbol === symbol);
      return [held?.price, held?.priceAsOf, held?.priceSource];
    };
    expect(of('VTI')).toEqual([274.84, DAY, 'Massive, daily close']);
    expect(of('VXUS')).toEqual([62.1, DAY, 'Massive, daily close']);
    expect(of('BND')).toEqual([73.5, '2025-03-28', 'mine.csv']);
    expect(result.analysis?.excluded.map(({ symbol }) => symbol)).toEqual(['PRIV-1']);
    const sum = 10 * 274.84 + 30 * 62.1 + 20 * 73.5 + 1000 * 1.08;
    expect(result.analysis?.totals.value).toBeCloseTo(sum, 2);
    expect(result.analysis?.exchangeRates).toEqual([
      { from: 'EUR', to: 'USD', rate: 1.08, asOf: DAY, source: 'European Central Bank, reference rate' },
    ]);
  });

  test('tells in its step and its report which prices came from where and when', () => {
    const step = stepOf(result);
    expect(step).toMatchObject({ status: 'completed', degraded: false });
    expect(step?.detail).toContain('2 prices from Massive, daily close, of 2025-03-31.');
    expect(step?.detail).toContain('Your own older price gave way to a newer one: VXUS.');
    expect(step?.detail).toContain(
      'No source was asked for a price of PRIV-1: none of those set has such instruments.',
    );
    for (const report of [renderHtml(result), renderMarkdown(result)]) {
      expect(report).toContain('Massive, daily close');
      expect(report).toContain('mine.csv');
      expect(report).toContain('European Central Bank');
    }
  });

  test('measures falls and risk from daily closes', () => {
    expect(factOf(result, 'performance.whole.volatility')).toBeGreaterThan(0);
    expect(factOf(result, 'performance.whole.drawdown.depth')).toBeGreaterThan(0);
    expect(factOf(result, 'performance.whole.pricedDays')).toBeGreaterThan(250);
    expect(result.analysis?.performance?.whole.missing).toBeNull();
  });

  test('asks for a day’s prices once, for all jobs and people, and gives the same figures', async () => {
    massive.answer(market);
    const { api } = await fleet.newPerson();
    const again = await analyze(api, request);
    expect(massive.requests).toEqual([]);
    expect(again.analysis).toEqual(result.analysis);
  });

  test('has its key nowhere: not in a URL, a log or the result', async () => {
    let logged = '';
    await eventually(() => {
      logged = loggedIn(dataFolder).join('\n');
      expect(logged).toContain('"priced"');
    });
    for (const text of [logged, JSON.stringify(result)]) expect(text).not.toContain(KEY);
  });
});

describe('a source that fails', () => {
  test('leaves the analysis with what the person gave, and the report says why', async () => {
    await fleet.db.execute(sql`delete from market_quotes`);
    await fleet.db.execute(sql`delete from market_coverage`);
    massive.answer([{ status: 500, body: `broken for ${KEY}` }]);
    const result = await analyze(fleet.api, request);
    expect(result.job.status).toBe('completed');
    expect(stepOf(result)).toMatchObject({ status: 'completed', degraded: true });
    expect(stepOf(result)?.detail).toContain('Massive failed (500).');
    const held = result.analysis?.holdings.find(({ symbol }) => symbol === 'VXUS');
    expect([held?.price, held?.priceAsOf]).toEqual([60, '2025-01-31']);
    expect(result.analysis?.excluded.map(({ symbol }) => symbol).sort()).toEqual(['PRIV-1', 'VTI']);
    expect(renderMarkdown(result)).toContain('A source of prices did not give all that was asked');
    expect(JSON.stringify(result)).not.toContain(KEY);
  }, 60_000);

  test('or is not needed is not asked: everything has a recent price of its own', async () => {
    massive.answer(market);
    const [account] = request.portfolio?.accounts ?? [];
    const positions = (account?.positions ?? []).slice(1, 2);
    const result = await analyze(fleet.api, { asOf: DAY, portfolio: { accounts: [{ name: 'B', positions }] } });
    expect(massive.requests).toEqual([]);
    expect(stepOf(result)?.detail).toBe('The one position has a price, of 2025-03-28');
  });
});
