import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { mostHeldInstruments } from '../../../shared/database/held-instruments.ts';
import { seedInstruments } from '../../../shared/database/instruments.ts';
import { reserveRunCall, settleRunCall } from '../../../shared/database/research-calls.ts';
import {
  claimRun,
  completeRun,
  failRun,
  findStrandedRuns,
  forgetOldRuns,
  lastNoteOn,
  MOST_ATTEMPTS,
  noteProgress,
  readRun,
  recentTopics,
  releaseRun,
  renewRun,
  requestRun,
  secondsToLapse,
  unreadTopics,
} from '../../../shared/database/research-runs.ts';
import { researchRun, type StoredNote } from '../../../shared/schemas/research.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const lease = (owner: string, leaseSeconds = 60) => ({ owner, leaseSeconds });
const note: StoredNote = {
  title: 'Bond yields',
  asOf: '2026-11-20',
  markdown: '# Bond yields',
  tickers: ['BND'],
  sources: [
    {
      url: 'https://example.com/a',
      title: 'A',
      published: null,
      fetched: '2026-11-20T10:00:00.000Z',
      excerptHash: 'a'.repeat(64),
    },
  ],
  model: 'narrator',
};
const newRun = (topic: string | null = 'Bond yields') => requestRun(opened.db, { topic, scheduledFor: null });

test.each(['V', 'VB'])('a run about a security of one or two letters is taken: %s', async (topic) => {
  const { id } = await newRun(topic);
  expect(await readRun(opened.db, id)).toMatchObject({ topic });
});

test('two calls for one scheduled time are one run, at once or one after the other', async () => {
  const scheduledFor = '2026-11-20T10:00:00.000Z';
  const ask = () => requestRun(opened.db, { topic: null, scheduledFor });
  const [a, b] = await Promise.all([ask(), ask()]);
  const c = await ask();
  expect(new Set([a.id, b.id, c.id]).size).toBe(1);
  expect((await readRun(opened.db, a.id))?.scheduledFor).toBe(scheduledFor);
  expect((await newRun()).id).not.toBe((await newRun()).id);
});

test('a run has one owner at a time, and one that is done is not begun again', async () => {
  const { db } = opened;
  const { id } = await newRun();
  const claims = await Promise.all([claimRun(db, id, lease('a')), claimRun(db, id, lease('b'))]);
  expect(claims.filter(Boolean)).toHaveLength(1);
  const owner = claims[0] === undefined ? 'b' : 'a';
  expect(await renewRun(db, id, lease(owner))).toBe(true);
  expect(await renewRun(db, id, lease('c'))).toBe(false);
  const progress = [{ at: '2026-11-20T10:00:00.000Z', stage: 'choose' as const, detail: 'Chose it.' }];
  await noteProgress(db, id, owner, { progress, topic: 'Treasury yields' });
  expect(await completeRun(db, id, 'c', { note, degraded: null })).toBe(false);
  expect(await completeRun(db, id, owner, { note, degraded: 'A reason.' })).toBe(true);
  expect(await claimRun(db, id, lease('d'))).toBeUndefined();
  const run = await readRun(db, id);
  expect(researchRun.parse(run)).toMatchObject({
    status: 'completed',
    topic: 'Treasury yields',
    progress,
    note,
    degraded: 'A reason.',
    attempt: 1,
    error: null,
  });
  expect(await recentTopics(db, 7)).toContainEqual({ topic: 'Treasury yields' });
});

test('what was written or could not be read of late is known however long its runs have become', async () => {
  const { db } = opened;
  const long = { ...note, markdown: 'A long note. '.repeat(3000) };
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
  const told = [
    { at: at(12), stage: 'choose', detail: 'A long reason. '.repeat(1000) },
    { at: at(13), stage: 'skip', detail: 'No page.', unread: 'Harpsichord makers' },
    { at: at(11), stage: 'skip', detail: 'No page.', unread: 'Harpsichord makers' },
    { at: at(14), stage: 'skip', detail: 'No page.', unread: 'Lute makers' },
  ];
  await db.execute(sql`
    insert into research_runs (topic, status, note, progress, finished_at)
    select 'Topic ' || n, 'completed', cast(${JSON.stringify(long)} as jsonb), cast(${JSON.stringify(told)} as jsonb), now()
    from generate_series(1, 80) as n`);
  expect(await recentTopics(db, 7)).toHaveLength(50);
  expect([...(await unreadTopics(db, 7))]).toEqual([
    ['Lute makers', at(14)],
    ['Harpsichord makers', at(13)],
  ]);
});

test('the last note on a topic is known, and none of another', async () => {
  const { db } = opened;
  const add = (topic: string, title: string, minute: number) =>
    db.execute(sql`insert into research_runs (topic, status, note, finished_at)
      values (${topic}, 'completed', cast(${JSON.stringify({ ...note, title })} as jsonb), cast(${`2026-11-20T12:0${minute}:00Z`} as timestamptz))`);
  await add('Lutes', 'First', 1);
  await add('Lutes', 'Last', 3);
  await add('Harps', 'Other', 5);
  expect((await lastNoteOn(db, 'Lutes'))?.note.title).toBe('Last');
  expect(await lastNoteOn(db, 'Viols')).toBeUndefined();
});

test('what a dead process left is found and taken up, and not for ever', async () => {
  const { db } = opened;
  const { id } = await newRun();
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    expect((await claimRun(db, id, lease('dead', -1)))?.attempt).toBe(attempt);
    const stranded = (await findStrandedRuns(db, 50)).some((one) => one.id === id);
    expect(stranded).toBe(attempt < MOST_ATTEMPTS);
  }
  expect(await claimRun(db, id, lease('late'))).toBeUndefined();
});

test('how long a dead process still holds its run is known, whatever else is under way', async () => {
  const { db } = opened;
  const [dead, own] = [await newRun(), await newRun()];
  await claimRun(db, dead.id, lease('dead', 500));
  await claimRun(db, own.id, lease('own', 1000));
  const seconds = await secondsToLapse(db, [own.id]);
  expect(seconds).toBeGreaterThan(400);
  expect(seconds).toBeLessThanOrEqual(500);
  const running = await db.execute<{ id: string }>(sql`select id from research_runs where status = 'running'`);
  const all = running.rows.map(({ id }) => id);
  expect(
    await secondsToLapse(
      db,
      all.filter((id) => id !== own.id),
    ),
  ).toBeGreaterThan(900);
  expect(await secondsToLapse(db, all)).toBeUndefined();
});

test('a run given back at the end of a process has lost no attempt; one that failed for good stays failed', async () => {
  const { db } = opened;
  const { id } = await newRun();
  await claimRun(db, id, lease('a'));
  await releaseRun(db, id, 'a');
  expect(await readRun(db, id)).toMatchObject({ status: 'pending', attempt: 0 });
  await claimRun(db, id, lease('b'));
  await failRun(db, id, 'b', { error: 'No page.', final: false });
  expect(await readRun(db, id)).toMatchObject({ status: 'failed', error: 'No page.' });
  expect(await claimRun(db, id, lease('c'))).toMatchObject({ attempt: 2, error: null });
  await failRun(db, id, 'c', { error: 'No sources.', final: true });
  expect(await claimRun(db, id, lease('d'))).toBeUndefined();
});

test('calls of a run are held to its budget, and a call is for a job or for a run', async () => {
  const { db } = opened;
  const { id } = await newRun();
  const call = { agent: 'researcher', model: 'm', purpose: 'browse', tokens: 600, usd: 0.01 } as const;
  const budget = { tokens: 1000, usd: 1 };
  expect(await reserveRunCall(db, id, call, budget)).toEqual({ refused: 'the run has ended' });
  await claimRun(db, id, lease('a'));
  const reserved = await reserveRunCall(db, id, call, budget);
  if ('refused' in reserved) throw new Error(reserved.refused);
  expect(await reserveRunCall(db, id, call, budget)).toEqual({
    refused: "the run's budget of 1,000 tokens leaves too little for another call",
  });
  const end = { outcome: 'answered', inputTokens: 90, outputTokens: 10, usd: 0.002 } as const;
  await settleRunCall(db, reserved.id, { ...end, durationMs: 5, retries: 0, detail: null });
  await settleRunCall(db, reserved.id, { ...end, durationMs: 5, retries: 0, detail: null });
  expect((await readRun(db, id))?.cost).toEqual({ calls: 1, tokens: 100, usd: 0.002 });
  await expect(
    db.execute(sql`insert into model_calls (agent, model, purpose, reserved_tokens) values ('a', 'm', 'browse', 1)`),
  ).rejects.toThrow();
});

test('old runs are forgotten, those of today and those that never ended are not', async () => {
  const { db } = opened;
  const { id } = await newRun();
  await claimRun(db, id, lease('a'));
  await completeRun(db, id, 'a', { note, degraded: null });
  await forgetOldRuns(db, 1);
  expect(await readRun(db, id)).toBeDefined();
  await db.execute(
    sql`update research_runs set finished_at = now() - interval '2 days' where id = cast(${id} as uuid)`,
  );
  await forgetOldRuns(db, 1);
  expect(await readRun(db, id)).toBeUndefined();
});

test('what most people hold comes first, and what is of one person alone is never told', async () => {
  const { db } = opened;
  await seedInstruments(db, referenceInstruments);
  await db.execute(sql`
    with people as (insert into users (display_name) values ('A'), ('B') returning id),
    their as (insert into accounts (user_id, name, type) select id, 'Main', 'taxable' from people returning id),
    first as (select id from their limit 1)
    insert into positions (account_id, symbol, quantity, currency)
    select id, 'VTI', 5, 'USD' from their
    union all select id, 'BND', 900, 'USD' from first
    union all select id, 'SMITH-TRUST', 7, 'USD' from first`);
  const held = await mostHeldInstruments(db, 10);
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
  expect(Object.keys(held[0] ?? {})).toEqual(['symbol', 'name', 'type']);
  expect(await mostHeldInstruments(db, 1)).toHaveLength(1);
});

test('of one person’s portfolio what is most of it comes first, and not what begins with A', async () => {
  const { db } = opened;
  await db.execute(sql`delete from users`);
  await db.execute(sql`
    with person as (insert into users (display_name) values ('A') returning id),
    job as (
      insert into jobs (user_id, request, as_of, seed) select id, '{}', date '2026-11-20', 1 from person returning id
    ), rates as (
      insert into job_rates (job_id, currency, rate, as_of, source) select id, 'EUR', 1.1, date '2026-11-20', 'ECB' from job
    )
    insert into job_lines (job_id, line, account_name, account_type, kind, symbol, quantity, currency, price, price_as_of, price_source)
    select id, row_number() over (), account, 'taxable', 'holding', symbol, quantity, currency, price,
      case when price is not null then date '2026-11-20' end, case when price is not null then 'file' end
    from job, (values
      ('One', 'GLD', 10, 'USD', 200.0), ('One', 'VTI', 40, 'USD', 300.0), ('Two', 'VTI', 30, 'USD', 300.0),
      ('One', 'BND', 100, 'USD', 75.0), ('One', 'IWDA', 90, 'EUR', 100.0), ('One', 'AGG', 1000000, 'USD', null)
    ) as lines (account, symbol, quantity, currency, price)`);
  const held = await mostHeldInstruments(db, 10);
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'IWDA', 'BND', 'GLD', 'AGG']);
});
