// Every route of the API over the local API Gateway and the real zip: what it answers, to whom, and how it refuses.
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { createJob } from '../../../shared/database/jobs.ts';
import { apiKeys, jobs } from '../../../shared/database/schema.ts';
import { instrument } from '../../../shared/schemas/classification.ts';
import { job } from '../../../shared/schemas/job.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';
import { goals, holding, household, known } from '../../fixtures/portfolios/requests.ts';
import { startTestFleet, type TestFleet, type TestPerson } from '../../setup/fleet.ts';
import { analyze, endOf } from '../../setup/jobs.ts';
import { call, type Answer, type Call } from './client.ts';

let fleet: TestFleet;
let me: TestPerson;
let other: TestPerson;
beforeAll(async () => {
  fleet = await startTestFleet();
  me = await fleet.newPerson();
  other = await fleet.newPerson();
}, 120_000);
afterAll(() => fleet.stop());

const ask = (route: string, request: Call = {}): Promise<Answer> =>
  call(fleet.fleet.apiUrl, route, { key: me.apiKey, ...request });
const as = (person: TestPerson, route: string, request: Call = {}) => ask(route, { ...request, key: person.apiKey });

/** A problem+json answer (RFC 9457), with the fields at fault where there are some. */
function expectProblem(answer: Answer, status: number, fields?: string[]): void {
  expect(answer).toMatchObject({
    status,
    type: 'application/problem+json',
    body: {
      type: expect.stringMatching(/^urn:alex:problem:[a-z-]+$/),
      title: expect.any(String),
      status,
      detail: expect.any(String),
    },
  });
  if (fields === undefined) return;
  const { errors } = z
    .object({ errors: z.array(z.object({ path: z.string(), detail: z.string() })) })
    .parse(answer.body);
  expect(errors.map(({ path }) => path)).toEqual(fields);
}

const newAccount = async (person: TestPerson, name: string): Promise<string> =>
  z.object({ id: z.uuid() }).parse((await as(person, 'POST /accounts', { body: { name } })).body).id;

const config = lambdaConfig.parse(
  JSON.parse(readFileSync(new URL('../../../lambdas/api/lambda.json', import.meta.url), 'utf8')),
);
const routes = config.triggers.flatMap((trigger) => (trigger.type === 'http' ? trigger.routes : []));
const closed = routes
  .filter((route) => route !== 'GET /health')
  .map((route) => route.replace('{id}', randomUUID()).replace('{symbol}', 'VTI'));

describe('who is calling', () => {
  test('GET /health answers anybody', async () => {
    expect(await ask('GET /health', { key: '' })).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test.each(closed)('%s wants a key', async (route) => {
    const answer = await call(fleet.fleet.apiUrl, route);
    expectProblem(answer, 401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each(['nonsense', `alex_${'a'.repeat(43)}`, `alex_${'a'.repeat(43)}' or '1'='1`])(
    'refuses the key %s',
    async (key) => {
      expectProblem(await ask('GET /user', { key }), 401);
    },
  );

  // The second is answered in one statement together with the key.
  test.each(['GET /user', 'GET /jobs/JOB'])(
    'refuses a key that was revoked, and one that has expired: %s',
    async (of) => {
      const person = await fleet.newPerson();
      const route = of.replace('JOB', await person.api.analyze({ portfolio: household }));
      const mine = eq(apiKeys.userId, person.id);
      expect((await as(person, route)).status).toBe(200);
      await fleet.db
        .update(apiKeys)
        .set({ expiresAt: sql`now() - interval '1 second'` })
        .where(mine);
      expectProblem(await as(person, route), 401);
      await fleet.db
        .update(apiKeys)
        .set({ expiresAt: sql`now() + interval '1 hour'` })
        .where(mine);
      expect((await as(person, route)).status).toBe(200);
      await fleet.db
        .update(apiKeys)
        .set({ revokedAt: sql`now()` })
        .where(mine);
      expectProblem(await as(person, route), 401);
    },
  );

  test('takes the key as a bearer token, too', async () => {
    const headers = { authorization: `Bearer ${me.apiKey}` };
    expect(await call(fleet.fleet.apiUrl, 'GET /user', { headers })).toMatchObject({
      status: 200,
      body: { id: me.id },
    });
  });
});

describe('what the gateway itself refuses', () => {
  test.each(['GET /nothing', 'POST /health', 'DELETE /user', 'GET /analyze', 'OPTIONS /accounts', 'GET /jobs/a/b/c'])(
    '%s: 404',
    async (route) => {
      expect(await ask(route)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    },
  );

  test('another site’s page: no answer allows it', async () => {
    const { headers } = await ask('GET /user', { headers: { origin: 'https://example.com' } });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('a body of more than 10 MB', async () => {
    expect((await ask('POST /analyze', { text: `"${'x'.repeat(10 * 1024 * 1024)}"` })).status).toBe(413);
  });

  test('a body that the gateway takes and Lambda does not (6 MB): an error, and the next request is answered', async () => {
    const { status } = await ask('POST /analyze', { text: `"${'x'.repeat(7 * 1024 * 1024)}"` });
    expect([413, 500]).toContain(status);
    expect((await ask('GET /user')).status).toBe(200);
  });
});

describe('bodies', () => {
  test.each(['POST /accounts', 'POST /analyze', 'PUT /user'])('%s says that a body is no JSON', async (route) => {
    expectProblem(await ask(route, { text: '{"name": ' }), 400, ['']);
  });

  test('of a type the gateway takes for binary are read all the same', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await ask('POST /accounts', { text: '{"name":"Sent as bytes"}', headers });
    expect(answer).toMatchObject({ status: 201, body: { name: 'Sent as bytes' } });
  });

  test('with several mistakes name every one, with its place', async () => {
    const body = {
      portfolio: {
        accounts: [
          {
            name: '',
            positions: [
              { symbol: 'vti', quantity: '-1' },
              { symbol: 'BND', quantity: 5 },
            ],
          },
          { name: 'Two', colour: 'red' },
        ],
      },
      goals: { age: 45, retireAt: 65, income: -1 },
      sede: 3,
    };
    const answer = await ask('POST /analyze', { body });
    expectProblem(answer, 400);
    const { errors } = z.object({ errors: z.array(z.object({ path: z.string() })) }).parse(answer.body);
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'portfolio.accounts[0].name',
        'portfolio.accounts[0].positions[0].symbol',
        'portfolio.accounts[0].positions[0].quantity',
        'portfolio.accounts[0].positions[1].quantity',
        'portfolio.accounts[1].colour',
        'goals.income',
        'sede',
      ]),
    );
  });

  test.each([
    [
      'a price without its date',
      holding([{ symbol: 'VTI', quantity: '1', price: '3' }]),
      ['portfolio.accounts[0].positions[0].priceAsOf'],
    ],
    [
      'a price of the future',
      holding([{ symbol: 'VTI', quantity: '1', price: '3', priceAsOf: '2026-04-01' }]),
      ['portfolio.accounts[0].positions[0].priceAsOf'],
    ],
    [
      'a symbol twice in an account',
      holding([
        { symbol: 'VTI', quantity: '1' },
        { symbol: 'VTI', quantity: '2' },
      ]),
      ['portfolio.accounts[0].positions[1].symbol'],
    ],
    ['an account’s name twice', { accounts: [{ name: 'One' }, { name: 'one' }] }, ['portfolio.accounts[1].name']],
    ['no account', { accounts: [] }, ['portfolio.accounts']],
  ])('%s is refused where it is, and nothing is stored', async (_, portfolio, fields) => {
    const { items } = z.object({ items: z.array(z.unknown()) }).parse((await ask('GET /accounts')).body);
    expectProblem(await ask('POST /analyze', { body: { portfolio, asOf: '2026-03-31' } }), 400, fields);
    expect((await ask('GET /accounts')).body).toEqual({ items });
  });

  test('an analysis of a day to come is refused by the field’s name', async () => {
    const body = { portfolio: { accounts: [{ name: 'One' }] }, asOf: '2999-01-01' };
    expectProblem(await ask('POST /analyze', { body }), 400, ['asOf']);
  });

  test.each([
    [{ newMoney: [{ account: 'Nobody’s', amount: 5 }] }, ['rebalancing.newMoney[0].account']],
    [{ newMoney: [{ amount: -5 }] }, ['rebalancing.newMoney[0].amount']],
    [{ bands: { absolute: 5, relative: 25 } }, ['rebalancing.bands.absolute', 'rebalancing.bands.relative']],
    [{ shares: 'halves' }, ['rebalancing.shares']],
  ])('rebalancing that cannot be: %j', async (rebalancing, fields) => {
    const portfolio = { accounts: [{ name: 'Mine' }] };
    expectProblem(await ask('POST /analyze', { body: { portfolio, rebalancing } }), 400, fields);
  });

  test.each([
    [{ age: 65, retireAt: 60, lifeExpectancy: 64, income: 1 }, ['goals.lifeExpectancy']],
    [{ age: 40, retireAt: 95, lifeExpectancy: 95, income: 1 }, ['goals.retireAt']],
    [{ age: 40.5, retireAt: 65, income: 1 }, ['goals.age']],
  ])('goals that cannot be: %j', async (impossible, fields) => {
    expectProblem(await ask('POST /analyze', { body: { goals: impossible } }), 400, fields);
  });

  test('with a character that no database keeps name the field', async () => {
    expectProblem(await ask('POST /accounts', { body: { name: 'x\0y' } }), 400, ['name']);
    expectProblem(await ask('POST /accounts', { text: '{"name":"\\ud800"}' }), 400, ['name']);
    const positions = [{ symbol: 'VTI', name: '\0', quantity: '1' }];
    const body = { accounts: [{ name: 'A', positions }] };
    expectProblem(await ask('PUT /portfolio', { body }), 400, ['accounts[0].positions[0].name']);
    expectProblem(await ask('GET /instruments?search=%00'), 400, ['search']);
    expectProblem(await ask('GET /instruments/A%00B'), 404);
  });

  test('an idempotency key that is too long is named', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(201) };
    expectProblem(await ask('POST /analyze', { body: {}, headers }), 400, ['Idempotency-Key']);
  });
});

describe('a second request under one Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'once' };

  test('is answered with the first job though it asks for something else', async () => {
    const person = await fleet.newPerson();
    const first = await as(person, 'POST /analyze', { body: { asOf: '2026-01-31' }, headers });
    expect(first.status).toBe(202);
    const other = await as(person, 'POST /analyze', { body: { asOf: '2026-01-31', seed: 3 }, headers });
    expect(other).toMatchObject({
      status: 422,
      body: { type: 'urn:alex:problem:idempotency-key-reused', status: 422 },
    });
    const { items } = z.object({ items: z.array(z.unknown()) }).parse((await as(person, 'GET /jobs')).body);
    expect(items).toHaveLength(1);
  });

  test('is refused though it says the same in another order of fields', async () => {
    const person = await fleet.newPerson();
    const first = await as(person, 'POST /analyze', { body: { asOf: '2026-01-31', seed: 2 }, headers });
    const again = await as(person, 'POST /analyze', { body: { seed: 2, asOf: '2026-01-31' }, headers });
    expect([again.status, again.body]).toEqual([202, first.body]);
  });
});

describe('the person', () => {
  test('is shown, changed in what is sent, and keeps the rest', async () => {
    const person = await fleet.newPerson();
    const first = await as(person, 'PUT /user', { body: { displayName: 'Ada', goals, goalsAsOf: '2026-01-15' } });
    expect(first).toMatchObject({ status: 200, body: { displayName: 'Ada', goals, goalsAsOf: '2026-01-15' } });
    const targets = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };
    await as(person, 'PUT /user', { body: { targets } });
    expect((await as(person, 'GET /user')).body).toEqual({
      id: person.id,
      displayName: 'Ada',
      goals,
      goalsAsOf: '2026-01-15',
      targets,
    });
    expect((await as(person, 'PUT /user', { body: { goals: null } })).body).toMatchObject({ goals: null, targets });
  });

  test('cannot be given what does not fit', async () => {
    const body = { displayName: ' ', targets: { assetClasses: { equity: 0.6 } }, id: randomUUID() };
    const answer = await ask('PUT /user', { body });
    expectProblem(answer, 400);
    expect(JSON.stringify(answer.body)).toMatch(/displayName.*targets.assetClasses/);
  });
});

describe('accounts', () => {
  test('an account without a type has the one that its name says', async () => {
    const person = await fleet.newPerson();
    const typeOf = async (body: object) => (await as(person, 'POST /accounts', { body })).body;
    expect(await typeOf({ name: 'Rollover IRA' })).toMatchObject({ type: 'tax_deferred' });
    expect(await typeOf({ name: 'Main' })).toMatchObject({ type: 'taxable' });
    expect(await typeOf({ name: 'Roth IRA', type: 'other' })).toMatchObject({ type: 'other' });
  });

  test('are made, shown, changed and deleted, with their cash', async () => {
    const person = await fleet.newPerson();
    const body = { name: 'Savings', type: 'tax_free', cash: [{ amount: '12.50' }, { amount: '-3', currency: 'EUR' }] };
    const made = await as(person, 'POST /accounts', { body });
    const { id } = z.object({ id: z.uuid() }).parse(made.body);
    expect(made.headers.get('location')).toBe(`/accounts/${id}`);
    expect(made).toMatchObject({ status: 201, body: { name: 'Savings', type: 'tax_free', positions: 0 } });

    const balance = { amount: '1', interestRate: '0.04' };
    const changed = await as(person, `PUT /accounts/${id}`, { body: { name: 'Rainy days', cash: [balance] } });
    const now = { id, name: 'Rainy days', type: 'tax_free', cash: [{ currency: 'USD', interestRate: '0.040000' }] };
    expect(changed).toMatchObject({ status: 200, body: now });
    expect((await as(person, `GET /accounts/${id}`)).body).toEqual(changed.body);
    expect((await as(person, 'GET /accounts')).body).toEqual({ items: [changed.body] });

    const deleted = await as(person, `DELETE /accounts/${id}`);
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    expectProblem(await as(person, `GET /accounts/${id}`), 404);
    expectProblem(await as(person, `DELETE /accounts/${id}`), 404);
  });

  test('have each name once a person, in whatever case', async () => {
    const person = await fleet.newPerson();
    await newAccount(person, 'Brokerage');
    const id = await newAccount(person, 'Second');
    expectProblem(await as(person, 'POST /accounts', { body: { name: 'brokerage' } }), 409);
    expectProblem(await as(person, `PUT /accounts/${id}`, { body: { name: 'BROKERAGE' } }), 409);
    expect((await as(other, 'POST /accounts', { body: { name: 'Brokerage' } })).status).toBe(201);
  });

  test('have each currency once, and nothing that nobody knows', async () => {
    const cash = [{ amount: '1' }, { amount: '2', currency: 'USD' }];
    expectProblem(await ask('POST /accounts', { body: { name: 'Twice', cash } }), 400, ['cash']);
    expectProblem(await ask('POST /accounts', { body: { name: 'More', positions: [] } }), 400, ['positions']);
    const percent = [{ amount: '1', interestRate: '4.3' }];
    expectProblem(await ask('POST /accounts', { body: { name: 'Percent', cash: percent } }), 400, [
      'cash[0].interestRate',
    ]);
  });
});

describe('positions', () => {
  test('are put, replaced, listed in pages and deleted', async () => {
    const person = await fleet.newPerson();
    const id = await newAccount(person, 'Brokerage');
    const at = `/accounts/${id}/positions`;
    for (const symbol of ['VTI', 'BND', 'AAPL', 'BRK.B', 'GLD']) {
      const put = await as(person, `PUT ${at}/${symbol}`, { body: { quantity: '10.12345678', costBasis: '100' } });
      expect(put).toMatchObject({ status: 200, body: { symbol, quantity: '10.12345678', currency: 'USD' } });
    }
    await as(person, `PUT ${at}/vti`, { body: { quantity: '3', price: '300.5', priceAsOf: '2026-03-30' } });

    const page = z.object({
      items: z.array(z.object({ symbol: z.string(), quantity: z.string() })),
      next: z.string().nullable(),
    });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const { items, next: more } = page.parse((await as(person, `GET ${at}?limit=2${query}`)).body);
      seen.push(...items.map(({ symbol }) => symbol));
      next = more;
    }
    expect(seen).toEqual(['AAPL', 'BND', 'BRK.B', 'GLD', 'VTI']);
    const all = page.parse((await as(person, `GET ${at}`)).body);
    expect(Number(all.items.find(({ symbol }) => symbol === 'VTI')?.quantity)).toBe(3);
    expect((await as(person, `GET /accounts/${id}`)).body).toMatchObject({ positions: 5 });

    expect((await as(person, `DELETE ${at}/VTI`)).status).toBe(204);
    expectProblem(await as(person, `DELETE ${at}/VTI`), 404);
    expect(page.parse((await as(person, `GET ${at}`)).body).items).toHaveLength(4);
  });

  test('put one by one are what is analysed, at the price that was given', async () => {
    const person = await fleet.newPerson();
    const id = await newAccount(person, 'Brokerage');
    const body = { quantity: '3', price: '300.5', priceAsOf: '2026-03-30' };
    await as(person, `PUT /accounts/${id}/positions/VTI`, { body });
    const { analysis } = await analyze(person.api, { asOf: '2026-03-31' });
    expect(analysis?.totals.value).toBeCloseTo(901.5, 6);
    expect(analysis?.holdings[0]).toMatchObject({ symbol: 'VTI', priceAsOf: '2026-03-30', priceSource: 'the person' });
  });

  test.each([
    ['VTI', { quantity: '0' }, ['quantity']],
    ['VTI', { quantity: 1 }, ['quantity']],
    ['VTI', { quantity: '1', price: '2' }, ['priceAsOf']],
    ['VTI', { quantity: '1', currency: 'dollar' }, ['currency']],
    ['V%20T', { quantity: '1' }, ['symbol']],
    ['%3Cscript%3E', { quantity: '1' }, ['symbol']],
  ])('PUT %s %j names what does not fit', async (symbol, body, fields) => {
    const id = await newAccount(me, `Account ${randomUUID()}`);
    expectProblem(await ask(`PUT /accounts/${id}/positions/${symbol}`, { body }), 400, fields);
  });

  test.each(['limit=0', 'limit=501', 'limit=all', 'page=2'])('GET ?%s is refused', async (query) => {
    const id = await newAccount(me, `Account ${randomUUID()}`);
    expectProblem(await ask(`GET /accounts/${id}/positions?${query}`), 400);
  });
});

describe('the whole portfolio', () => {
  const names = async (person: TestPerson) => {
    const { body } = await as(person, 'GET /accounts');
    return z.object({ items: z.array(z.object({ name: z.string(), positions: z.number() })) }).parse(body).items;
  };

  test('an analysis of a portfolio that is sent along touches what is stored', async () => {
    const person = await fleet.newPerson();
    await newAccount(person, 'Kept');
    const answer = await as(person, 'POST /analyze', { body: { portfolio: { accounts: [{ name: 'Sent along' }] } } });
    expect(answer.status).toBe(202);
    expect(await names(person)).toEqual([{ name: 'Kept', positions: 0 }]);
  });

  test('an analysis is of stored goals or targets though its request says that there are none', async () => {
    const person = await fleet.newPerson();
    const targets = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
    await as(person, 'PUT /user', { body: { goals, targets } });
    const none = await analyze(person.api, { portfolio: household, goals: null, targets: null });
    expect([none.goals, none.retirement, none.analysis?.rebalancing]).toEqual([null, null, null]);
    const silent = await analyze(person.api, { portfolio: household });
    expect(silent.goals).toMatchObject({ income: goals.income });
    expect(silent.analysis?.rebalancing).not.toBeNull();
    expect((await as(person, 'GET /user')).body).toMatchObject({ goals, targets });
  });

  test('is replaced in one piece, or not at all', async () => {
    const person = await fleet.newPerson();
    await newAccount(person, 'Old');
    const twice = { accounts: [{ name: 'New' }, { name: 'new' }] };
    expectProblem(await as(person, 'PUT /portfolio', { body: twice }), 400, ['accounts[1].name']);
    expect(await names(person)).toEqual([{ name: 'Old', positions: 0 }]);
    const wanted = { accounts: [{ name: 'New', positions: [{ symbol: 'VTI', quantity: '1' }] }] };
    const { status, body } = await as(person, 'PUT /portfolio', { body: wanted });
    expect({ status, body }).toMatchObject({ status: 200, body: { accounts: 1, positions: 1, transactions: 0 } });
    expect(await names(person)).toEqual([{ name: 'New', positions: 1 }]);
  });

  test('the example of the project’s own form is refused for its goals and targets, or loses them', async () => {
    const person = await fleet.newPerson();
    const file: unknown = JSON.parse(readFileSync('examples/portfolio.json', 'utf8'));
    const answer = await as(person, 'PUT /portfolio', { body: file });
    expect(answer).toMatchObject({ status: 200, body: { settings: ['goals', 'targets'] } });
    const stated = z.object({ goals: z.unknown(), targets: z.unknown() }).parse(file);
    expect((await as(person, 'GET /user')).body).toMatchObject(stated);
  });

  test('settings that a portfolio does not state are forgotten, and wrong ones replace anything', async () => {
    const person = await fleet.newPerson();
    await as(person, 'PUT /user', { body: { goals } });
    const accounts = [{ name: 'Only' }];
    const targets = { assetClasses: { equity: 1 } };
    const answer = await as(person, 'PUT /portfolio', { body: { accounts, targets } });
    expect(answer.body).toMatchObject({ settings: ['targets'] });
    expect((await as(person, 'GET /user')).body).toMatchObject({ goals, targets });
    const wrong = { accounts: [{ name: 'Another' }], goals: { ...goals, age: 'old' } };
    expectProblem(await as(person, 'PUT /portfolio', { body: wrong }), 400, ['goals.age']);
    expect(await names(person)).toEqual([{ name: 'Only', positions: 0 }]);
  });

  test('an account without a type is taken to be taxable against its own name, or in silence', async () => {
    const person = await fleet.newPerson();
    const answer = await as(person, 'PUT /portfolio', {
      body: { accounts: [{ name: 'Rollover IRA' }, { name: 'Main' }] },
    });
    const { items } = z
      .object({ items: z.array(z.object({ name: z.string(), type: z.string() })) })
      .parse((await as(person, 'GET /accounts')).body);
    expect(Object.fromEntries(items.map(({ name, type }) => [name, type]))).toEqual({
      'Rollover IRA': 'tax_deferred',
      Main: 'taxable',
    });
    expect(JSON.stringify(answer.body)).toMatch(/Rollover IRA/);
  });
});

describe('instruments', () => {
  const page = z.object({ items: z.array(instrument), next: z.string().nullable() });

  test('are listed in pages without a gap or a repetition', async () => {
    const inPages = async (limit: number) => {
      const items: z.infer<typeof instrument>[] = [];
      for (let after = ''; ;) {
        const read = page.parse((await ask(`GET /instruments?limit=${limit}&after=${after}`)).body);
        expect(read.items.length).toBeLessThanOrEqual(limit);
        items.push(...read.items);
        if (read.next === null) return items;
        after = read.next;
      }
    };
    const all = await inPages(500);
    expect(all.map(({ symbol }) => symbol).sort()).toEqual(referenceInstruments.map(({ symbol }) => symbol).sort());
    expect(await inPages(173)).toEqual(all);
  });

  test('are found by name or symbol, and a wildcard is a letter like another', async () => {
    const found = page.parse((await ask('GET /instruments?search=total%20stock')).body);
    expect(found.items.map(({ symbol }) => symbol)).toContain('VTI');
    const percent = page.parse((await ask('GET /instruments?search=%25')).body).items;
    expect(percent.filter(({ name }) => !name.includes('%'))).toEqual([]);
    expect(page.parse((await ask('GET /instruments?search=_')).body).items).toEqual([]);
  });

  test('are shown one by one, in whatever case, or are not there', async () => {
    expect(instrument.parse((await ask('GET /instruments/vti')).body).symbol).toBe('VTI');
    expectProblem(await ask('GET /instruments/NOPE'), 404);
  });
});

describe('jobs', () => {
  test('POST /analyze answers at once with where to look', async () => {
    const answer = await ask('POST /analyze', { body: known });
    const { jobId } = z.object({ jobId: z.uuid() }).parse(answer.body);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`/jobs/${jobId}`);
    expect(job.parse((await ask(`GET /jobs/${jobId}`)).body)).toMatchObject({ id: jobId, seed: 7, asOf: '2026-03-31' });
    await endOf(me.api, jobId);
  });

  test('tell in their result how the input was read, and what of it came too late for the day', async () => {
    const notes = [{ topic: 'left_out' as const, items: ['my.csv, line 4: SPY call 500 is an option'], more: 2 }];
    const quotes = [{ symbol: 'VTI', price: '400', asOf: '2026-04-02' }];
    const result = await analyze(me.api, { ...known, portfolio: { ...household, quotes }, notes });
    expect(result.notes).toEqual([
      ...notes,
      { topic: 'price', items: [expect.stringContaining('1 price left out: dated after 2026-03-31')], more: 0 },
    ]);
    expect((await analyze(me.api, known)).notes).toBeUndefined();
    const wrong = { ...known, notes: [{ topic: 'gossip', items: ['a\u001b[31mb'] }] };
    expectProblem(await ask('POST /analyze', { body: wrong }), 400, ['notes[0].topic', 'notes[0].items[0]']);
  });

  test('tell of accounts without a type how they are taken to be taxed, for nobody said it', async () => {
    const accounts = ['Roth IRA', 'Rainy days'].map((name) => ({ name, cash: [{ amount: '1000' }] }));
    const result = await analyze(me.api, { ...known, portfolio: { accounts } });
    expect(result.notes).toEqual([
      { topic: 'taxation', items: ['"Rainy days" is assumed to be taxable: nothing says how it is taxed'], more: 0 },
      {
        topic: 'account',
        items: ['how accounts are taxed was taken from their names: "Roth IRA" tax-free'],
        more: 0,
      },
    ]);
  });

  test('are listed newest first', async () => {
    const person = await fleet.newPerson();
    const ids = [await person.api.analyze({}), await person.api.analyze({}), await person.api.analyze({})];
    const list = async (query: string) =>
      z
        .object({ items: z.array(job) })
        .parse((await as(person, `GET /jobs${query}`)).body)
        .items.map(({ id }) => id);
    expect(await list('')).toEqual(ids.toReversed());
    expect(await list('?limit=2')).toEqual(ids.toReversed().slice(0, 2));
    expectProblem(await as(person, 'GET /jobs?limit=101'), 400, ['limit']);
    for (const id of ids) await endOf(person.api, id);
  });

  test.each(['pending', 'running'] as const)('have no result while they are %s', async (status) => {
    const request = { goals: null, targets: null };
    const made = { userId: me.id, request, asOf: '2026-03-31', seed: 1, idempotencyKey: null };
    const id = (await createJob(fleet.db, made)) ?? '';
    const held = status === 'running' && { leaseOwner: 'someone', leaseUntil: sql`now() + interval '1 hour'` };
    await fleet.db
      .update(jobs)
      .set({ status, sentAt: sql`now()`, ...held })
      .where(eq(jobs.id, id));
    const answer = await ask(`GET /jobs/${id}/result`);
    expectProblem(answer, 409);
    expect(JSON.stringify(answer.body)).toContain(`is ${status}`);
  });
});

describe('what is another person’s is not there', () => {
  let account: string;
  let jobId: string;
  beforeAll(async () => {
    account = await newAccount(other, 'Private');
    await as(other, `PUT /accounts/${account}/positions/VTI`, { body: { quantity: '1' } });
    jobId = await other.api.analyze({ portfolio: household });
    await endOf(other.api, jobId);
    account =
      z.object({ items: z.array(z.object({ id: z.uuid() })) }).parse((await as(other, 'GET /accounts')).body).items[0]
        ?.id ?? '';
  }, 60_000);

  const position = { quantity: '1' };
  test.each<[string, Call]>([
    ['GET /accounts/ACCOUNT', {}],
    ['PUT /accounts/ACCOUNT', { body: { name: 'Mine now' } }],
    ['DELETE /accounts/ACCOUNT', {}],
    ['GET /accounts/ACCOUNT/positions', {}],
    ['PUT /accounts/ACCOUNT/positions/VTI', { body: position }],
    ['DELETE /accounts/ACCOUNT/positions/VTI', {}],
    ['GET /jobs/JOB', {}],
    ['GET /jobs/JOB/result', {}],
  ])('%s: the same 404 as for what does not exist', async (route, request) => {
    const before = (await as(other, 'GET /accounts')).body;
    const theirs = await ask(route.replace('ACCOUNT', account).replace('JOB', jobId), request);
    expectProblem(theirs, 404);
    const nobodys = await ask(route.replace(/ACCOUNT|JOB/, randomUUID()), request);
    expect(theirs.body).toEqual(nobodys.body);
    const noId = await ask(route.replace(/ACCOUNT|JOB/, 'not-an-id'), request);
    expect(noId.status).toBe(404);
    expect((await as(other, 'GET /accounts')).body).toEqual(before);
  });
});
