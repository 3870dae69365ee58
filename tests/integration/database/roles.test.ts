// What each role may do in the database: all that its programs do, and nothing that they do not.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { dropEverything } from '../../../scripts/database/reset-database.ts';
import type { Database } from '../../../shared/database/client.ts';
import { ensureRoles, readRoles } from '../../../shared/database/ensure-roles.ts';
import { seedInstruments } from '../../../shared/database/instruments.ts';
import { storeMarket } from '../../../shared/database/market-cache.ts';
import { migrateDatabase } from '../../../shared/database/migrate.ts';
import { roleGrants } from '../../../shared/database/roles.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { databaseRoles, userOfRole, type DatabaseRole } from '../../../shared/schemas/database-role.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';
import { jobWithFacts, wholeStep } from '../../setup/role-work/agents.ts';
import { wholeStore } from '../../setup/role-work/knowledge.ts';
import { wholeRun } from '../../setup/role-work/researcher.ts';

let opened: TestDatabase;
let researcher: Database;
beforeAll(async () => {
  opened = await openTestDatabase();
  researcher = opened.as('researcher');
  await fill(opened.db);
});
afterAll(() => opened.close());

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

/** All that the programs of a role do in the database. */
const work: Record<DatabaseRole, (db: Database) => Promise<void>> = {
  researcher: wholeRun,
  agents: async (db) => wholeStep(db, await jobWithFacts(opened.db)),
  knowledge: async (db) => {
    await opened.db.execute(sql`delete from knowledge_documents`);
    await opened.db.execute(sql`delete from knowledge_versions`);
    await wholeStore(db);
  },
};
const asTheyShouldBe = databaseRoles.map((role) => ({ role, missing: [], tooMuch: [] }));

const causeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error) : error);
  }
  return 'nothing went wrong';
};

test.each(databaseRoles)('%s do their whole work with their own role', (role) => work[role](opened.as(role)));

test.each(databaseRoles)(
  'nothing that %s may could be taken from them',
  async (role) => {
    const idle: string[] = [];
    const user = userOfRole(role);
    for (const [table, privileges] of Object.entries(roleGrants[role])) {
      for (const [privilege, columns] of Object.entries(privileges)) {
        for (const column of columns === 'all' ? [''] : columns) {
          const one = `${privilege}${column === '' ? '' : ` (${column})`}`;
          await opened.db.execute(sql.raw(`revoke ${one} on ${table} from ${user}`));
          const cause = await causeOf(work[role](opened.as(role)));
          if (!cause.includes('permission denied')) idle.push(`${one} on ${table}: ${cause}`);
          await opened.db.execute(sql.raw(`grant ${one} on ${table} to ${user}`));
        }
      }
    }
    expect(idle).toEqual([]);
    expect(await readRoles(opened.db)).toEqual(asTheyShouldBe);
  },
  120_000,
);

describe('taken over', () => {
  test.each(databaseRoles)('%s can read or change no table but their own', async (role) => {
    const { rows } = await opened.db.execute<{ name: string }>(
      sql`select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'drizzle')`,
    );
    const strange = rows.map(({ name }) => name).filter((name) => !(name.replace('public.', '') in roleGrants[role]));
    expect(strange).toEqual(
      expect.arrayContaining(['public.accounts', 'public.positions', 'public.users', 'public.api_keys']),
    );
    for (const name of strange) {
      for (const statement of [`select 1 from ${name}`, `delete from ${name}`, `drop table ${name}`]) {
        expect([statement, await causeOf(opened.as(role).execute(sql.raw(statement)))]).toEqual([
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
  ])('the researcher cannot %s', async (statement) => {
    expect(await causeOf(researcher.execute(sql.raw(statement)))).toMatch(
      /permission denied|must be owner|must have|Only roles with/,
    );
  });

  test.each([
    'select user_id from jobs',
    'select request from jobs',
    "update jobs set status = 'pending'",
    'delete from jobs',
    'select result from job_steps',
    "update job_facts set facts = '[]'",
    'update job_instruments set name = symbol',
    'select name from job_instruments',
    'create table mine (a integer)',
    'set role postgres',
    'alter role alex_agents superuser',
  ])('the agents cannot %s', async (statement) => {
    expect(await causeOf(opened.as('agents').execute(sql.raw(statement)))).toMatch(
      /permission denied|must be owner|must have|Only roles with/,
    );
  });

  test('the researcher learns of what people hold no more than an order: no condition of its own is tried on their rows', async () => {
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
    await db.execute(sql`drop owned by alex_knowledge`);
    await db.execute(sql`drop role alex_knowledge`);
    const [first, agents, knowledge] = await readRoles(db);
    expect([first, agents]).toEqual([
      {
        role: 'researcher',
        missing: ['insert public.research_runs'],
        tooMuch: ['select public.accounts', 'select public.model_calls.answer'],
      },
      { role: 'agents', missing: [], tooMuch: [] },
    ]);
    expect(knowledge?.missing).toEqual(expect.arrayContaining(['login', 'select public.knowledge_documents']));
    await ensureRoles(db);
    expect(await readRoles(db)).toEqual(asTheyShouldBe);
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
