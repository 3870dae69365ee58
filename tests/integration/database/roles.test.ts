// What the researcher may do in the database: all that its code does, and nothing that it does not.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { dropEverything } from '../../../scripts/database/reset-database.ts';
import type { Database } from '../../../shared/database/client.ts';
import { ensureRoles, readRole } from '../../../shared/database/ensure-roles.ts';
import { mostHeldInstruments } from '../../../shared/database/held-instruments.ts';
import { seedInstruments } from '../../../shared/database/instruments.ts';
import { readMarket, storeMarket } from '../../../shared/database/market-cache.ts';
import { migrateDatabase } from '../../../shared/database/migrate.ts';
import { reserveRunCall, settleRunCall } from '../../../shared/database/research-calls.ts';
import * as runs from '../../../shared/database/research-runs.ts';
import { roleGrants } from '../../../shared/database/roles.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
let researcher: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  researcher = opened.as('researcher');
  await fill(opened.db);
});
afterAll(() => opened.close());

const note: StoredNote = {
  title: 'Bond yields',
  asOf: '2026-11-20',
  markdown: '# Bond yields',
  tickers: ['BND'],
  sources: [],
  model: 'narrator',
};

/** Somebody with a portfolio, an analysis of it with a remembered answer, and prices. */
async function fill(db: Database): Promise<void> {
  await seedInstruments(db, referenceInstruments);
  await db.execute(sql`
    with person as (insert into users (display_name) values ('Ann') returning id),
    account as (insert into accounts (user_id, name, type) select id, 'Main', 'taxable' from person returning id)
    insert into positions (account_id, symbol, quantity, currency) select id, 'VTI', 5, 'USD' from account`);
  const quotes = [{ symbol: 'VTI', day: '2026-11-19', currency: 'USD', price: '300' }];
  const asked = { symbols: ['VTI'], from: '2026-11-19', to: '2026-11-19', joins: '2026-11-18', quotes };
  await storeMarket(db, [{ source: 'file', ...asked }]);
}

/** Every statement that services/researcher has a database for. */
async function wholeRun(db: Database): Promise<void> {
  const scheduledFor = new Date(Date.UTC(2026, 10, 20) + 1000 * Math.floor(Math.random() * 1e9)).toISOString();
  const { id } = await runs.requestRun(db, { topic: null, scheduledFor });
  await runs.findScheduledRun(db, scheduledFor);
  await runs.findStrandedRuns(db, 5);
  await runs.secondsToLapse(db, []);
  await runs.forgetOldRuns(db, 90);
  const lease = { owner: 'a', leaseSeconds: 60 };
  await runs.claimRun(db, id, lease);
  await runs.renewRun(db, id, lease);
  await runs.recentTopics(db, 7);
  await runs.unreadTopics(db, 7);
  expect((await mostHeldInstruments(db, 5)).map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect((await readMarket(db, [{ symbol: 'VTI', from: '2026-11-01' }], '2026-11-20')).quotes).toHaveLength(1);
  const call = { agent: 'researcher', model: 'm', purpose: 'answer' as const, tokens: 10, usd: 0.01 };
  const reserved = await reserveRunCall(db, id, call, { tokens: 100, usd: 1 });
  if (!('id' in reserved)) throw new Error(reserved.refused);
  await settleRunCall(db, reserved.id, {
    outcome: 'answered',
    inputTokens: 4,
    outputTokens: 2,
    usd: 0.001,
    durationMs: 5,
    retries: 0,
    detail: null,
    answer: 'not kept',
  });
  await runs.noteProgress(db, id, 'a', { progress: [], topic: 'Bond yields' });
  await runs.releaseRun(db, id, 'a');
  await runs.claimRun(db, id, lease);
  await runs.failRun(db, id, 'a', { error: 'no', final: false });
  await runs.claimRun(db, id, lease);
  expect(await runs.completeRun(db, id, 'a', { note, degraded: null })).toBe(true);
  expect((await runs.readRun(db, id))?.cost).toEqual({ calls: 1, tokens: 6, usd: 0.001 });
}

const causeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error) : error);
  }
  return 'nothing went wrong';
};

test('the researcher does its whole work with its own role', () => wholeRun(researcher));

test('nothing that it may could be taken from it', async () => {
  const idle: string[] = [];
  for (const [table, privileges] of Object.entries(roleGrants.researcher)) {
    for (const [privilege, columns] of Object.entries(privileges)) {
      for (const column of columns === 'all' ? [''] : columns) {
        const one = `${privilege}${column === '' ? '' : ` (${column})`}`;
        await opened.db.execute(sql.raw(`revoke ${one} on ${table} from alex_researcher`));
        const cause = await causeOf(wholeRun(researcher));
        if (!cause.includes('permission denied')) idle.push(`${one} on ${table}: ${cause}`);
        await opened.db.execute(sql.raw(`grant ${one} on ${table} to alex_researcher`));
      }
    }
  }
  expect(idle).toEqual([]);
  expect(await readRole(opened.db, 'researcher')).toEqual({ missing: [], tooMuch: [] });
}, 120_000);

describe('taken over, the researcher', () => {
  test('can read or change no table but its own', async () => {
    const { rows } = await opened.db.execute<{ name: string }>(
      sql`select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'drizzle')`,
    );
    const strange = rows
      .map(({ name }) => name)
      .filter((name) => !(name.replace('public.', '') in roleGrants.researcher));
    expect(strange).toEqual(
      expect.arrayContaining(['public.accounts', 'public.positions', 'public.users', 'public.jobs']),
    );
    for (const name of strange) {
      for (const statement of [`select 1 from ${name}`, `delete from ${name}`, `drop table ${name}`]) {
        expect([statement, await causeOf(researcher.execute(sql.raw(statement)))]).toEqual([
          statement,
          expect.stringMatching(/permission denied for (table|schema)|must be owner of table/),
        ]);
      }
    }
  });

  test.each([
    'select answer from model_calls',
    "update model_calls set answer = '{}'",
    'delete from model_calls',
    'insert into model_calls (job_id, agent, model, purpose) select null, null, null, null',
    'delete from market_quotes',
    'create table mine (a integer)',
    'alter view most_held_instruments set (security_barrier = false)',
    'set role postgres',
    'create role another login',
    'alter role alex_researcher superuser',
    "select pg_read_file('/etc/passwd')",
  ])('cannot %s', async (statement) => {
    expect(await causeOf(researcher.execute(sql.raw(statement)))).toMatch(
      /permission denied|must be owner|must have|Only roles with/,
    );
  });

  test('learns of what people hold no more than an order: no condition of its own is tried on their rows', async () => {
    const { rows } = await researcher.execute(sql`select * from most_held_instruments`);
    expect(rows.map((row) => Object.keys(row))).toEqual([['symbol', 'name', 'type', 'place']]);
    const options = await opened.db.execute<{ options: string }>(
      sql`select cast(reloptions as text) as options from pg_class where relname = 'most_held_instruments'`,
    );
    expect(options.rows).toEqual([{ options: '{security_barrier=true}' }]);
  });
});

describe('a role that is not what it should be', () => {
  test('is told apart, and made what it should be', async () => {
    const { db } = opened;
    await db.execute(sql`grant select on accounts to alex_researcher`);
    await db.execute(sql`grant select (answer) on model_calls to alex_researcher`);
    await db.execute(sql`revoke insert on research_runs from alex_researcher`);
    expect(await readRole(db, 'researcher')).toEqual({
      missing: ['insert public.research_runs'],
      tooMuch: ['select public.accounts', 'select public.model_calls.answer'],
    });
    await ensureRoles(db);
    expect(await readRole(db, 'researcher')).toEqual({ missing: [], tooMuch: [] });
  });

  test('and has what Alex does not give is not left so in silence', async () => {
    const { db } = opened;
    await db.execute(sql`alter role alex_researcher createdb`);
    await expect(ensureRoles(db)).rejects.toThrow('It has too much: createdb');
    await db.execute(sql`alter role alex_researcher nocreatedb`);
    await ensureRoles(db);
  });

  test('comes back with a database that is made anew, and costs one statement where nothing is wrong', async () => {
    const { db } = opened;
    await dropEverything(db);
    await migrateDatabase(db);
    await fill(db);
    await wholeRun(researcher);
    opened.statements();
    await ensureRoles(db);
    expect(opened.statements()).toBe(1);
  });
});
