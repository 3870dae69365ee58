import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { listAccounts } from '../../../shared/database/accounts.ts';
import { createApiKey, findUserByApiKey } from '../../../shared/database/api-keys.ts';
import { claimStepWithFacts, readFacts, saveFactsOfStep } from '../../../shared/database/job-facts.ts';
import { readHistory, readRates } from '../../../shared/database/job-history.ts';
import { readJobInstruments, saveJudgements } from '../../../shared/database/job-instruments.ts';
import { readSnapshot } from '../../../shared/database/job-lines.ts';
import { claimStep, completeStep, failStep, readSteps, skipStep } from '../../../shared/database/job-steps.ts';
import {
  claimJob,
  closeJob,
  createJob,
  endLeases,
  failStrandedJob,
  findJob,
  findStrandedJobs,
  finishJob,
  markSent,
  renewLease,
} from '../../../shared/database/jobs.ts';
import { seedInstruments } from '../../../shared/database/instruments.ts';
import { takeDocumentSnapshot } from '../../../shared/database/snapshot/take-document.ts';
import { takeStoredSnapshot } from '../../../shared/database/snapshot/take-stored.ts';
import { replacePortfolio } from '../../../shared/database/portfolios.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { createUser } from '../../../shared/database/users.ts';
import type { Classification } from '../../../shared/schemas/classification.ts';
import { portfolio, type PortfolioInput } from '../../../shared/schemas/portfolio.ts';
import { requestedPlan } from '../../../shared/schemas/requested-plan.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

const equity: Classification = {
  assetClasses: { equity: 1 },
  regions: { north_america: 1 },
  sectors: { financials: 1 },
  source: 'reference',
  citation: 'a fact sheet',
  asOf: '2025-12-31',
  confidence: 1,
};
const small: PortfolioInput = {
  accounts: [
    {
      name: 'Brokerage',
      cash: [{ amount: '1200.50' }],
      positions: [
        { symbol: 'VTI', quantity: '10.5', price: '300.25', priceAsOf: '2026-01-30', costBasis: '2500' },
        { symbol: 'MYST', name: 'A mystery', quantity: '3' },
      ],
    },
  ],
};

let opened: TestDatabase;
let userId: string;
beforeAll(async () => {
  opened = await openTestDatabase();
  await seedInstruments(opened.db, [
    { symbol: 'VTI', name: 'Total stock', type: 'etf', currency: 'USD', expenseRatio: 0.0003, classification: equity },
  ]);
  userId = (await createUser(opened.db, 'Someone')).id;
});
afterAll(() => opened.close());

const newJob = async (asOf = '2026-02-01', idempotencyKey: string | null = null): Promise<string> => {
  const request = { goals: null, targets: null };
  const id = await createJob(opened.db, { userId, request, asOf, seed: 1, idempotencyKey });
  if (id === undefined) throw new Error('no job was made');
  return id;
};
const lapse = (id: string) =>
  opened.db.execute(sql`update jobs set lease_until = now() - interval '1 second' where id = cast(${id} as uuid)`);

describe('snapshot', () => {
  test('a price of a later day than the analysis does not leak into it', async () => {
    await replacePortfolio(opened.db, userId, portfolio.parse(small), '2026-02-01');
    const early = await newJob('2026-01-29');
    await takeStoredSnapshot(opened.db, { id: early, userId, asOf: '2026-01-29' });
    const late = await newJob('2026-01-30');
    await takeStoredSnapshot(opened.db, { id: late, userId, asOf: '2026-01-30' });
    const price = async (id: string) =>
      (await readSnapshot(opened.db, id)).find(({ symbol }) => symbol === 'VTI')?.price;
    expect(await price(early)).toBeNull();
    expect(await price(late)).toBe(300.25);
  });

  test('an account’s name or a day between two prices decides what a position of another account is worth', async () => {
    for (const [plan, day] of [
      ['401k', '2026-01-30'],
      ['Zeta 401k', '2026-01-30'],
      ['401k', '2026-01-29'],
    ] as const) {
      const held = (quantity: string, price: string, priceAsOf: string) => [
        { symbol: 'MSFT', quantity, price, priceAsOf, priceSource: 'my.csv' },
      ];
      const document = portfolio.parse({
        accounts: [
          { name: 'Brokerage', positions: held('100', '500', day) },
          { name: plan, positions: held('2000', '45.2', '2026-01-30') },
          { name: 'Other', positions: held('1', '490', '2026-01-28') },
        ],
      });
      await replacePortfolio(opened.db, userId, document, '2026-02-01');
      const [stored, sent] = [await newJob(), await newJob()];
      await takeStoredSnapshot(opened.db, { id: stored, userId, asOf: '2026-02-01' });
      await takeDocumentSnapshot(opened.db, { id: sent, userId, asOf: '2026-02-01' }, document);
      for (const id of [stored, sent]) {
        const { totalUnits } = valuePortfolio(await readSnapshot(opened.db, id), 'USD');
        expect(totalUnits).toBe((50_000 + 90_400 + 500) * 100);
      }
    }
  });

  test('what is changed afterwards does not change the job', async () => {
    await replacePortfolio(opened.db, userId, portfolio.parse(small), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    await replacePortfolio(opened.db, userId, portfolio.parse({ accounts: [{ name: 'Empty' }] }), '2026-02-01');
    expect(await readSnapshot(opened.db, id)).toEqual([
      expect.objectContaining({ kind: 'cash', symbol: 'CASH:USD', quantity: 1200.5, price: 1 }),
      expect.objectContaining({ kind: 'holding', symbol: 'MYST', name: 'A mystery', price: null }),
      expect.objectContaining({
        symbol: 'VTI',
        name: 'Total stock',
        quantity: 10.5,
        costBasis: 2500,
        priceSource: 'the person',
      }),
    ]);
  });

  test('the interest rate of cash is lost on its way into a job, stored or sent along, or a balance without one gets one', async () => {
    const cash = [
      { amount: '1000', interestRate: '0.0425' },
      { amount: '5', currency: 'EUR' },
    ];
    const document = portfolio.parse({ accounts: [{ name: 'Savings', cash }] });
    await replacePortfolio(opened.db, userId, document, '2026-02-01');
    expect((await listAccounts(opened.db, userId)).map((account) => account.cash)).toEqual([
      [
        { currency: 'EUR', amount: '5.0000' },
        { currency: 'USD', amount: '1000.0000', interestRate: '0.042500' },
      ],
    ]);
    const stored = await newJob();
    await takeStoredSnapshot(opened.db, { id: stored, userId, asOf: '2026-02-01' });
    const sent = await newJob();
    await takeDocumentSnapshot(opened.db, { id: sent, userId, asOf: '2026-02-01' }, document);
    for (const id of [stored, sent]) {
      const lines = await readSnapshot(opened.db, id);
      const rates = lines.map(({ currency, interestRate }) => [currency, interestRate]).toSorted();
      expect(rates).toEqual([
        ['EUR', undefined],
        ['USD', 0.0425],
      ]);
    }
  });

  test('statements grow with the number of positions', async () => {
    const counts = [];
    for (const size of [20, 200, 2000]) {
      const positions = Array.from({ length: size }, (_, i) => ({
        symbol: `S${i}`,
        name: `Company number ${i}`,
        quantity: '1.5',
        price: '10.12345678',
        priceAsOf: '2026-01-30',
      }));
      opened.statements();
      await replacePortfolio(
        opened.db,
        userId,
        portfolio.parse({ accounts: [{ name: 'A', positions }] }),
        '2026-02-01',
      );
      const id = await newJob();
      await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
      const another = await newJob();
      const document = portfolio.parse({ accounts: [{ name: 'A', positions }] });
      await takeDocumentSnapshot(opened.db, { id: another, userId, asOf: '2026-02-01' }, document);
      for (const snapshot of [id, another]) {
        expect(await readSnapshot(opened.db, snapshot)).toHaveLength(size);
        await readJobInstruments(opened.db, snapshot);
      }
      counts.push(opened.statements());
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[2]).toBe(counts[0]);
  });

  test('a snapshot of more lines than one answer holds loses none', async () => {
    const positions = Array.from({ length: 4500 }, (_, i) => ({
      symbol: `S${i}`,
      name: 'x'.repeat(190),
      quantity: '1',
    }));
    await replacePortfolio(opened.db, userId, portfolio.parse({ accounts: [{ name: 'A', positions }] }), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    const lines = await readSnapshot(opened.db, id);
    expect(new Set(lines.map(({ symbol }) => symbol)).size).toBe(4500);
  });
});

describe('a document that is sent along', () => {
  const document = portfolio.parse({
    accounts: [
      {
        name: 'B',
        cash: [{ currency: 'EUR', amount: '-5' }],
        positions: [
          { symbol: 'VTI', quantity: '2', price: '301', priceAsOf: '2026-01-29', priceSource: 'a file' },
          {
            symbol: 'MYST',
            quantity: '1',
            classification: { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } },
          },
          { symbol: 'NONE', name: 'Nobody knows', quantity: '1' },
        ],
      },
      { name: 'A', positions: [{ symbol: 'VTI', quantity: '1' }] },
    ],
    quotes: [
      { symbol: 'VTI', price: '302', asOf: '2026-01-30' },
      { symbol: 'VTI', price: '9', asOf: '2026-02-09' },
    ],
    exchangeRates: [{ from: 'USD', to: 'EUR', rate: '0.8', asOf: '2026-01-30', source: 'a bank' }],
    transactions: [{ account: 'a', date: '2025-02-03', kind: 'buy', symbol: 'VTI', quantity: '5', price: '251' }],
  });
  const take = async () => {
    const id = await newJob();
    await takeDocumentSnapshot(opened.db, { id, userId, asOf: '2026-02-01' }, document);
    const known = [...(await readJobInstruments(opened.db, id))].map(([symbol, { classification }]) => [
      symbol,
      classification?.source,
    ]);
    const [lines, rates, history] = [
      await readSnapshot(opened.db, id),
      await readRates(opened.db, id),
      await readHistory(opened.db, id),
    ];
    return { lines, rates, history, known };
  };

  test('what the person has stored changes what is said of it, or is changed by it', async () => {
    await replacePortfolio(opened.db, userId, portfolio.parse({ accounts: [{ name: 'Empty' }] }), '2026-02-01');
    const alone = await take();
    const own = { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } };
    const stored = {
      accounts: [
        {
          name: 'Mine',
          positions: [{ symbol: 'NONE', quantity: '1', price: '7', priceAsOf: '2026-01-31', classification: own }],
        },
      ],
    };
    await replacePortfolio(opened.db, userId, portfolio.parse(stored), '2026-02-01');
    expect(await take()).toEqual(alone);
    expect((await listAccounts(opened.db, userId)).map(({ name }) => name)).toEqual(['Mine']);
  });

  test('its prices, rates, words or transactions are lost', async () => {
    const { lines, rates, history, known } = await take();
    expect(lines).toEqual([
      expect.objectContaining({
        accountName: 'A',
        symbol: 'VTI',
        name: 'Total stock',
        price: 302,
        priceAsOf: '2026-01-30',
      }),
      expect.objectContaining({ accountName: 'B', kind: 'cash', symbol: 'CASH:EUR', quantity: -5 }),
      expect.objectContaining({ symbol: 'MYST', price: null }),
      expect.objectContaining({ symbol: 'NONE', name: 'Nobody knows', price: null, priceAsOf: null }),
      expect.objectContaining({ accountName: 'B', symbol: 'VTI', price: 302, priceSource: 'the person' }),
    ]);
    expect(rates).toEqual([{ from: 'EUR', to: 'USD', rate: 1.25, asOf: '2026-01-30', source: 'a bank' }]);
    expect(history?.transactions).toEqual([expect.objectContaining({ accountName: 'A', date: '2025-02-03' })]);
    expect(history?.prices.get('VTI')).toEqual([
      { date: '2026-01-29', price: 301 },
      { date: '2026-01-30', price: 302 },
    ]);
    expect(known).toEqual([
      ['MYST', 'user'],
      ['VTI', 'reference'],
    ]);
  });

  test('what a file calls by the whole name of a reference row is guessed at all the same', async () => {
    const row = { type: 'stock', currency: 'USD', expenseRatio: null, classification: equity } as const;
    const abroad = { ...equity, regions: { europe: 1 } };
    await seedInstruments(opened.db, [
      { ...row, symbol: 'ACME', name: 'Acme, Inc.' },
      { ...row, symbol: 'ACME.TO', name: 'Acme, Inc.', currency: 'CAD' },
      { ...row, symbol: 'TWIN', name: 'Twin Corp.' },
      { ...row, symbol: 'TWIN.DE', name: 'Twin Corp.', classification: abroad },
    ]);
    const named = (symbol: string, name: string) => ({ symbol, name, quantity: '1' });
    const positions = [
      named('ACME-INC', 'ACME INC'),
      named('TWIN-CORP', 'Twin Corp'),
      named('ACME-BANK', 'Acme Inc. Bank'),
      named('00123AB45', 'Acme Inc'),
      named('VTI', 'Acme Inc'),
    ];
    const id = await newJob();
    const sent = portfolio.parse({ accounts: [{ name: 'A', positions }] });
    await takeDocumentSnapshot(opened.db, { id, userId, asOf: '2026-02-01' }, sent);
    expect([...(await readJobInstruments(opened.db, id))].map(([symbol, { name }]) => [symbol, name])).toEqual([
      ['ACME-INC', 'Acme, Inc.'],
      ['VTI', 'Total stock'],
    ]);
  });

  test("a model's judgement of one file is used for another", async () => {
    const first = await newJob();
    await takeDocumentSnapshot(opened.db, { id: first, userId, asOf: '2026-02-01' }, document);
    await saveJudgements(opened.db, first, [
      {
        symbol: 'NONE',
        name: 'Nobody knows',
        type: 'stock',
        classification: { ...equity, source: 'model', confidence: 0.5 },
      },
    ]);
    expect((await readJobInstruments(opened.db, first)).has('NONE')).toBe(true);
    expect((await take()).known.map(([symbol]) => symbol)).not.toContain('NONE');
  });
});

describe('history and rates', () => {
  test('a foreign holding has no rate although one was stated, or one of a later day is used', async () => {
    const rate = { from: 'EUR', to: 'USD', rate: '1.08' };
    const held = {
      accounts: [
        {
          name: 'A',
          cash: [{ currency: 'GBP', amount: '10' }],
          positions: [{ symbol: 'SAP.DE', quantity: '1', currency: 'EUR' }],
        },
      ],
      exchangeRates: [
        { ...rate, asOf: '2026-01-30', source: 'a bank' },
        { ...rate, rate: '9', asOf: '2026-03-01' },
        { from: 'USD', to: 'GBP', rate: '0.8', asOf: '2026-01-29' },
      ],
    };
    await replacePortfolio(opened.db, userId, portfolio.parse(held), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    const rates = await readRates(opened.db, id);
    expect(rates.sort((a, b) => a.from.localeCompare(b.from))).toEqual([
      { from: 'EUR', to: 'USD', rate: 1.08, asOf: '2026-01-30', source: 'a bank' },
      { from: 'GBP', to: 'USD', rate: 1.25, asOf: '2026-01-29', source: 'the person' },
    ]);
  });

  test('transactions lose their order or their prices, or come from after the day of the analysis', async () => {
    const held = {
      accounts: [{ name: 'A', positions: [{ symbol: 'VTI', quantity: '5', price: '300', priceAsOf: '2026-01-30' }] }],
      quotes: [
        { symbol: 'VTI', price: '250', asOf: '2025-01-31' },
        { symbol: 'OTHER', price: '1', asOf: '2025-01-31' },
      ],
      transactions: [
        { account: 'a', date: '2025-02-03', kind: 'buy' as const, symbol: 'VTI', quantity: '5', price: '251' },
        { account: 'A', date: '2025-01-31', kind: 'deposit' as const, amount: '2000' },
        { account: 'A', date: '2026-02-02', kind: 'withdrawal' as const, amount: '-1' },
      ],
    };
    await replacePortfolio(opened.db, userId, portfolio.parse(held), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    const history = await readHistory(opened.db, id);
    expect(history?.transactions).toEqual([
      { date: '2025-01-31', accountName: 'A', kind: 'deposit', amount: 2000 },
      { date: '2025-02-03', accountName: 'A', kind: 'buy', symbol: 'VTI', quantity: 5, price: 251 },
    ]);
    expect([...(history?.prices ?? [])]).toEqual([
      [
        'VTI',
        [
          { date: '2025-01-31', price: 250 },
          { date: '2026-01-30', price: 300 },
        ],
      ],
    ]);
  });

  test('a portfolio without transactions has a history', async () => {
    await replacePortfolio(opened.db, userId, portfolio.parse(small), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    expect(await readHistory(opened.db, id)).toBeUndefined();
  });
});

describe('classification', () => {
  test("a model's word never overwrites the person's own", async () => {
    const own = { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } };
    const held = { accounts: [{ name: 'A', positions: [{ symbol: 'MYST', quantity: '1', classification: own }] }] };
    await replacePortfolio(opened.db, userId, portfolio.parse(held), '2026-02-01');
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    const judged: Classification = { ...equity, source: 'model', confidence: 0.6 };
    await saveJudgements(opened.db, id, [{ symbol: 'MYST', name: 'A mystery', type: 'stock', classification: judged }]);
    const found = (await readJobInstruments(opened.db, id)).get('MYST')?.classification;
    expect(found).toMatchObject({ ...own, source: 'user', confidence: 1 });
  });

  test('of 3,500 instruments that nobody knew what was judged is stored: one request of them is larger than the Data API takes', async () => {
    const id = await newJob();
    await takeStoredSnapshot(opened.db, { id, userId, asOf: '2026-02-01' });
    const judged: Classification = { ...equity, source: 'model', confidence: 0.6, rationale: 'x'.repeat(500) };
    const symbols = Array.from({ length: 3500 }, (_, index) => `S${String(index)}`);
    await saveJudgements(
      opened.db,
      id,
      symbols.map((symbol) => ({ symbol, name: 'Some Company', type: 'stock', classification: judged })),
    );
    const stored = await readJobInstruments(opened.db, id);
    expect(symbols.filter((symbol) => !stored.has(symbol))).toEqual([]);
  });

  test('weights that do not sum to one reach no table', async () => {
    const broken = { ...equity, assetClasses: { equity: 0.9 } };
    const row = {
      symbol: 'BAD',
      name: 'Bad',
      type: 'etf' as const,
      currency: 'USD',
      expenseRatio: null,
      classification: broken,
    };
    await expect(seedInstruments(opened.db, [row])).rejects.toMatchObject({
      cause: { message: expect.stringContaining('instruments_asset_classes_sum_to_one') as unknown },
    });
  });
});

describe('job', () => {
  test('two planners never hold the same job', async () => {
    const id = await newJob();
    const claims = await Promise.all(
      ['a', 'b', 'c'].map((owner) => claimJob(opened.db, id, { owner, leaseSeconds: 60 })),
    );
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('a job of a plan with a history of many months is never taken, for its row is longer than the Data API gives', async () => {
    const rows = Array.from({ length: 1200 }, (_, month) => ({
      period: `${1926 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`,
      inflation: 0.0021,
      returns: { equity: 0.0123, 'Öffentliche Anleihen': -0.0045 },
    }));
    const plan = requestedPlan.parse({
      people: [{ age: 60, retireAt: 65 }],
      accounts: [{ name: 'All', type: 'taxable', balance: 100_000 }],
      spending: { amount: 10_000 },
      market: {
        assets: [{ name: 'equity', weight: 1 }],
        returns: { model: 'bootstrap', history: { frequency: 'month', rows } },
      },
      longevity: { model: 'fixed_years', years: 30 },
    });
    const request = { goals: null, targets: null, plan };
    const asked = { userId, request, asOf: '2026-02-01', seed: 4_294_967_295, idempotencyKey: null, traceparent: null };
    const id = (await createJob(opened.db, asked)) ?? '';
    const { idempotencyKey: _, ...taken } = { ...asked, id, attempt: 1 };
    expect(await claimJob(opened.db, id, { owner: 'a', leaseSeconds: 60 })).toEqual(taken);
  });

  test('a job whose planner died is taken over, and the dead one cannot end it', async () => {
    const id = await newJob();
    await claimJob(opened.db, id, { owner: 'dead', leaseSeconds: 60 });
    await lapse(id);
    expect(await claimJob(opened.db, id, { owner: 'alive', leaseSeconds: 60 })).toMatchObject({ attempt: 2 });
    expect(await renewLease(opened.db, id, { owner: 'dead', leaseSeconds: 60 })).toBe(false);
    await finishJob(opened.db, id, 'dead', { status: 'failed', error: 'from the grave' });
    expect((await findJob(opened.db, userId, id))?.status).toBe('running');
  });

  test('a job is closed as complete although a step is not done, or says so in no order', async () => {
    const [whole, lacking] = [await newJob(), await newJob()];
    const done = { result: null, detail: null, degraded: false };
    for (const id of [whole, lacking]) {
      await claimJob(opened.db, id, { owner: 'a', leaseSeconds: 60 });
      expect(await closeJob(opened.db, id, 'b')).toBeUndefined();
      for (const step of ['tag', 'price', 'report', 'charts', 'retirement', 'summary'] as const) {
        await claimStep(opened.db, id, step, { owner: 'a', leaseSeconds: 60 });
        if (id === whole || step === 'price') await completeStep(opened.db, id, step, 'a', done);
        else if (step === 'tag') await skipStep(opened.db, id, step, 'Nothing to do.');
        else if (step === 'charts') await failStep(opened.db, id, step, 'a', 'no ink');
      }
    }
    expect(await closeJob(opened.db, whole, 'a')).toEqual({ status: 'completed', error: null });
    const error = 'Not done: report, charts, retirement, summary. The report says what is missing.';
    expect(await closeJob(opened.db, lacking, 'a')).toEqual({ status: 'partial', error });
    expect(await findJob(opened.db, userId, lacking)).toMatchObject({ status: 'partial', error });
    expect(await closeJob(opened.db, lacking, 'a')).toBeUndefined();
  });

  test('an ended job is never claimed again', async () => {
    const id = await newJob();
    await claimJob(opened.db, id, { owner: 'a', leaseSeconds: 60 });
    await finishJob(opened.db, id, 'a', { status: 'completed', error: null });
    expect(await claimJob(opened.db, id, { owner: 'b', leaseSeconds: 60 })).toBeUndefined();
    expect((await findJob(opened.db, userId, id))?.finishedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  test('the same idempotency key makes a second job', async () => {
    await newJob('2026-02-01', 'once');
    const request = { goals: null, targets: null };
    const again = { userId, request, asOf: '2026-02-01', seed: 1, idempotencyKey: 'once' };
    expect(await createJob(opened.db, again)).toBeUndefined();
  });

  test("another person's job is not to be seen", async () => {
    const id = await newJob();
    const other = await createUser(opened.db, 'Another');
    expect(await findJob(opened.db, other.id, id)).toBeUndefined();
  });

  test('the sweeper overlooks what was never sent or lost its planner, or touches what is under way', async () => {
    const [unsent, sent, held, lost] = [await newJob(), await newJob(), await newJob(), await newJob()];
    await markSent(opened.db, sent);
    await claimJob(opened.db, held, { owner: 'a', leaseSeconds: 60 });
    await claimJob(opened.db, lost, { owner: 'a', leaseSeconds: 60 });
    await lapse(lost);
    const found = (await findStrandedJobs(opened.db, { unclaimedSeconds: 300, hopelessSeconds: 3600 })).map(
      ({ id }) => id,
    );
    expect(found).toEqual(expect.arrayContaining([unsent, lost]));
    expect(found).not.toContain(sent);
    expect(found).not.toContain(held);
  });

  test('the end of the whole fleet counts as an attempt of the job that ran, unless that goes on for ever', async () => {
    const id = await newJob();
    const attempts: number[] = [];
    for (let killed = 0; killed < 13; killed++) {
      const claimed = await claimJob(opened.db, id, { owner: `fleet-${killed}`, leaseSeconds: 60 });
      attempts.push(claimed?.attempt ?? NaN);
      await endLeases(opened.db);
      // This fleet ended before it took anything up.
      await endLeases(opened.db);
    }
    expect(attempts).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3]);
  });

  test.each([
    ['its planner', (id: string) => finishJob(opened.db, id, 'a', { status: 'failed', error: 'It cannot be.' })],
    ['the sweeper', (id: string) => endLeases(opened.db).then(() => failStrandedJob(opened.db, id, 'It cannot be.'))],
  ])('a step goes on for ever under a job that was failed by %s', async (_, fail) => {
    const id = await newJob();
    await claimJob(opened.db, id, { owner: 'a', leaseSeconds: 60 });
    await claimStep(opened.db, id, 'tag', { owner: 'b', leaseSeconds: 60 });
    await fail(id);
    const { status, steps = [] } = (await findJob(opened.db, userId, id)) ?? {};
    expect(status).toBe('failed');
    const [tag, price] = ['tag', 'price'].map((name) => steps.find(({ step }) => step === name));
    expect(tag).toMatchObject({ status: 'failed', error: 'The analysis ended before this was done.' });
    expect(tag?.finishedAt).not.toBeNull();
    expect(price).toMatchObject({ status: 'pending', finishedAt: null });
  });

  test('a job that another has taken up meanwhile is failed, or its step is', async () => {
    const id = await newJob();
    await claimJob(opened.db, id, { owner: 'a', leaseSeconds: 60 });
    await claimStep(opened.db, id, 'tag', { owner: 'a', leaseSeconds: 60 });
    await failStrandedJob(opened.db, id, 'It cannot be.');
    const job = await findJob(opened.db, userId, id);
    expect(job?.status).toBe('running');
    expect(job?.steps.find(({ step }) => step === 'tag')?.status).toBe('running');
  });
});

describe('step', () => {
  test('a result that was stored is overwritten by a late run', async () => {
    const id = await newJob();
    await claimStep(opened.db, id, 'report', { owner: 'a', leaseSeconds: 60 });
    expect(await completeStep(opened.db, id, 'report', 'a', { result: { n: 1 }, detail: null, degraded: false })).toBe(
      true,
    );
    expect(await claimStep(opened.db, id, 'report', { owner: 'b', leaseSeconds: 60 })).toBeUndefined();
    expect(await completeStep(opened.db, id, 'report', 'b', { result: { n: 2 }, detail: null, degraded: false })).toBe(
      false,
    );
    expect((await readSteps(opened.db, id)).get('report')?.result).toEqual({ n: 1 });
  });

  test('a result of more than one row of the Data API comes back in pieces that do not fit', async () => {
    const id = await newJob();
    const result = { texts: Array.from({ length: 300 }, (_, i) => `${i} ${'żółw 🐢 "quoted" '.repeat(30)}`) };
    await claimStep(opened.db, id, 'report', { owner: 'a', leaseSeconds: 60 });
    await completeStep(opened.db, id, 'report', 'a', { result, detail: null, degraded: false });
    const steps = await readSteps(opened.db, id);
    expect(steps.get('report')?.result).toEqual(result);
    expect(steps.get('charts')?.result).toBeNull();
  });

  test('a step that is claimed with its facts gets other facts, or is taken twice, or without facts not at all', async () => {
    const id = await newJob();
    const claim = { owner: 'a', leaseSeconds: 60 };
    expect(await claimStepWithFacts(opened.db, id, 'report', claim)).toEqual({ attempt: 1, computed: undefined });
    const { analysis, facts } = sampleResult();
    if (analysis === null) throw new Error('the sample has no analysis');
    await claimStep(opened.db, id, 'price', claim);
    const end = { status: 'completed', result: null, detail: null, degraded: false } as const;
    await saveFactsOfStep(opened.db, id, { analysis, facts }, { owner: 'a', end });
    expect((await readSteps(opened.db, id)).get('price')?.status).toBe('completed');
    const computed = JSON.parse(JSON.stringify({ analysis, facts })) as unknown;
    expect(await readFacts(opened.db, id)).toEqual(computed);
    expect(await claimStepWithFacts(opened.db, id, 'charts', claim)).toEqual({ attempt: 1, computed });
    expect(await claimStepWithFacts(opened.db, id, 'charts', { ...claim, owner: 'b' })).toBeUndefined();
  });

  test('a failed step can be tried again and says why it failed until then', async () => {
    const id = await newJob();
    await claimStep(opened.db, id, 'charts', { owner: 'a', leaseSeconds: 60 });
    await failStep(opened.db, id, 'charts', 'a', 'no ink');
    expect((await readSteps(opened.db, id)).get('charts')).toMatchObject({ status: 'failed', error: 'no ink' });
    expect(await claimStep(opened.db, id, 'charts', { owner: 'b', leaseSeconds: 60 })).toEqual({ attempt: 2 });
  });
});

describe('API key', () => {
  test('the key itself is in the database', async () => {
    const key = await createApiKey(opened.db, userId, 'test');
    expect((await findUserByApiKey(opened.db, key))?.id).toBe(userId);
    const { rows } = await opened.db.execute<{ row: string }>(
      sql`select cast(row_to_json(api_keys) as text) as row from api_keys`,
    );
    expect(rows.some(({ row }) => row.includes(key))).toBe(false);
  });

  test('a revoked key still opens the door', async () => {
    const key = await createApiKey(opened.db, userId, 'revoked');
    await opened.db.execute(sql`update api_keys set revoked_at = now() where name = 'revoked'`);
    expect(await findUserByApiKey(opened.db, key)).toBeUndefined();
  });
});
