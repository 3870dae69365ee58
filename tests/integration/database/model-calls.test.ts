// The ledger of model calls: a job's budget holds, whoever asks at once, dies, or settles twice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { claimJob, closeJob, createJob, finishJob } from '../../../shared/database/jobs.ts';
import { readCalls, reserveCall, settleCall } from '../../../shared/database/model-calls.ts';
import type { CallEnd, PlannedCall } from '../../../shared/schemas/model-call.ts';
import { createUser } from '../../../shared/database/users.ts';
import { modelCall, modelCost } from '../../../shared/schemas/model-call.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

let opened: TestDatabase;
let userId: string;
beforeAll(async () => {
  opened = await openTestDatabase();
  userId = (await createUser(opened.db, 'Someone')).id;
});
afterAll(() => opened.close());

const budget = { tokens: 1000, usd: 0.01 };
const call: PlannedCall = {
  agent: 'reporter',
  model: 'openai:m@host',
  purpose: 'answer',
  tokens: 400,
  usd: 0.004,
  key: 'k',
};
const answered: CallEnd = {
  outcome: 'answered',
  inputTokens: 90,
  outputTokens: 10,
  usd: 0.001,
  durationMs: 1234.5,
  retries: 1,
  detail: null,
};

async function newJob(): Promise<string> {
  const job = { userId, request: { goals: null, targets: null }, asOf: '2026-02-01', seed: 1, idempotencyKey: null };
  const id = await createJob(opened.db, job);
  if (id === undefined) throw new Error('no job was made');
  await claimJob(opened.db, id, { owner: 'a test', leaseSeconds: 60 });
  return id;
}

async function spent(jobId: string): Promise<{ calls: number; tokens: number; usd: number }> {
  const { rows } = await opened.db.execute<{ model_calls: number; tokens_spent: number; usd_spent: string }>(sql`
    select model_calls, tokens_spent, usd_spent from jobs where id = cast(${jobId} as uuid)`);
  const [row] = rows;
  return { calls: Number(row?.model_calls), tokens: Number(row?.tokens_spent), usd: Number(row?.usd_spent) };
}

async function reserve(jobId: string, wanted: Partial<PlannedCall> = {}): Promise<string> {
  const reserved = await reserveCall(opened.db, jobId, { ...call, ...wanted }, budget);
  if (!('id' in reserved)) throw new Error('refused' in reserved ? reserved.refused : 'answered before');
  return reserved.id;
}

test('a row with less than no tokens, of before such usage was refused, breaks no report', async () => {
  const jobId = await newJob();
  await settleCall(opened.db, await reserve(jobId), { ...answered, inputTokens: -900, outputTokens: -9 });
  const { calls, cost } = await readCalls(opened.db, jobId);
  expect(calls.map((one) => modelCall.parse(one).inputTokens)).toEqual([null]);
  expect(modelCost.parse(cost)).toMatchObject({ tokens: 0, unsaid: 1 });
});

test('a budget that failed calls have used up is refused with how they failed', async () => {
  const jobId = await newJob();
  const lost: CallEnd = { ...answered, outcome: 'failed', inputTokens: null, outputTokens: null, usd: null, detail: 'The provider failed (HTTP 502).' }; // prettier-ignore
  for (const key of ['a', 'b']) await settleCall(opened.db, await reserve(jobId, { key }), lost);
  const refused = await reserveCall(opened.db, jobId, { ...call, key: 'c' }, budget);
  expect(refused).toMatchObject({
    refused: expect.stringMatching(
      /^The provider failed \(HTTP 502\) each time this analysis asked it, and the job's budget/,
    ),
  });
});

describe('a model that let a call of a job time out', () => {
  const late: CallEnd = { ...answered, outcome: 'timed_out', inputTokens: null, outputTokens: null, usd: null };
  const asked = (jobId: string, wanted: Partial<PlannedCall> = {}) =>
    reserveCall(opened.db, jobId, { ...call, tokens: 10, usd: 0.0001, ...wanted }, budget);

  test('is not asked again for that job, so that no further step waits as long; another model and another job are', async () => {
    const jobId = await newJob();
    await settleCall(opened.db, await reserve(jobId, { tokens: 10, usd: 0.0001 }), late);
    expect(await asked(jobId, { agent: 'tagger', key: 'another' })).toEqual({ refused: expect.stringContaining('time out') }); // prettier-ignore
    expect(await asked(jobId, { model: 'openai:other@host' })).toHaveProperty('id');
    expect(await asked(await newJob())).toHaveProperty('id');
  });

  test('is asked again where it has answered another, and after some minutes', async () => {
    const jobId = await newJob();
    await settleCall(opened.db, await reserve(jobId, { tokens: 10, usd: 0.0001 }), answered);
    await settleCall(opened.db, await reserve(jobId, { tokens: 10, usd: 0.0001, key: 'b' }), late);
    expect(await asked(jobId, { key: 'c' })).toHaveProperty('id');
    const other = await newJob();
    await settleCall(opened.db, await reserve(other, { tokens: 10, usd: 0.0001 }), late);
    await opened.db.execute(sql`update model_calls set created_at = now() - interval '11 minutes' where job_id = cast(${other} as uuid)`); // prettier-ignore
    expect(await asked(other, { key: 'd' })).toHaveProperty('id');
  });
});

describe('a call', () => {
  test('is one statement to reserve and one to settle, and tells what it was', async () => {
    const jobId = await newJob();
    opened.statements();
    const id = await reserve(jobId);
    expect(await spent(jobId)).toEqual({ calls: 1, tokens: 400, usd: 0.004 });
    await settleCall(opened.db, id, answered);
    expect(opened.statements()).toBe(3);
    expect(await spent(jobId)).toEqual({ calls: 1, tokens: 100, usd: 0.001 });
    const called = await readCalls(opened.db, jobId);
    const [only] = modelCall.array().parse(called.calls);
    expect(only).toMatchObject({
      agent: 'reporter',
      purpose: 'answer',
      outcome: 'answered',
      durationMs: 1235,
      usd: 0.001,
    });
    expect(modelCost.parse(called.cost)).toEqual({ calls: 1, tokens: 100, usd: 0.001, unsaid: 0 });
  });

  test('of a job that was taken up again is answered as before, and is not paid again', async () => {
    const jobId = await newJob();
    const first = await reserve(jobId, { key: 'the summary' });
    // Longer than a row of the Data API.
    const text = 'Zürich “7” '.repeat(10_000);
    const answer = [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] }];
    await settleCall(opened.db, first, { ...answered, answer });
    opened.statements();
    expect(await reserveCall(opened.db, jobId, { ...call, key: 'the summary' }, budget)).toEqual({ answer });
    expect(opened.statements()).toBe(1);
    expect(await spent(jobId)).toEqual({ calls: 1, tokens: 100, usd: 0.001 });
    // Neither another request, nor one of another job, nor one that was never answered is taken for it.
    const other = await newJob();
    expect(await reserveCall(opened.db, other, { ...call, key: 'the summary' }, budget)).toHaveProperty('id');
    const unanswered = await reserve(jobId, { key: 'the report' });
    await settleCall(opened.db, unanswered, { ...answered, outcome: 'failed', detail: 'It failed.' });
    expect(await reserveCall(opened.db, jobId, { ...call, key: 'the report' }, budget)).toHaveProperty('id');
  });

  test('leaves its answer behind when its job has ended', async () => {
    const ends = [
      (id: string) => finishJob(opened.db, id, 'a test', { status: 'failed', error: 'It failed.' }),
      (id: string) => closeJob(opened.db, id, 'a test'),
    ];
    for (const end of ends) {
      const jobId = await newJob();
      await settleCall(opened.db, await reserve(jobId, { key: 'k' }), { ...answered, answer: ['private'] });
      await end(jobId);
      const { rows } = await opened.db.execute<{ kept: string }>(sql`
        select count(answer) as kept from model_calls where job_id = cast(${jobId} as uuid)`);
      expect(Number(rows[0]?.kept)).toBe(0);
    }
  });

  test('settled twice gives back once', async () => {
    const jobId = await newJob();
    const id = await reserve(jobId);
    await settleCall(opened.db, id, answered);
    await settleCall(opened.db, id, { ...answered, inputTokens: 0, outputTokens: 0, usd: 0 });
    expect(await spent(jobId)).toEqual({ calls: 1, tokens: 100, usd: 0.001 });
  });

  test('whose process died, and one that timed out, count with what was reserved', async () => {
    const jobId = await newJob();
    await reserve(jobId);
    const late = await reserve(jobId, { tokens: 300, usd: 0.002 });
    const unknown = { inputTokens: null, outputTokens: null, usd: null };
    await settleCall(opened.db, late, { ...answered, ...unknown, outcome: 'timed_out', detail: 'Too late.' });
    expect(await spent(jobId)).toEqual({ calls: 2, tokens: 700, usd: 0.006 });
    const called = await readCalls(opened.db, jobId);
    expect(called.cost).toEqual({ calls: 2, tokens: 700, usd: 0.006, unsaid: 2 });
    expect(called.calls.map(({ outcome }) => outcome)).toEqual(['running', 'timed_out']);
  });

  test('of a model without a known price has an unknown cost, and the tokens still count', async () => {
    const jobId = await newJob();
    const id = await reserve(jobId, { usd: null });
    await settleCall(opened.db, id, { ...answered, usd: null });
    const called = await readCalls(opened.db, jobId);
    expect(called.cost).toEqual({ calls: 1, tokens: 100, usd: null, unsaid: 0 });
    expect(await reserveCall(opened.db, jobId, { ...call, tokens: 901, usd: null }, budget)).toHaveProperty('refused');
  });
});

describe('a budget', () => {
  test('refuses what it does not hold, says which budget it was, and notes no call', async () => {
    const jobId = await newJob();
    await reserve(jobId, { tokens: 600 });
    expect(await reserveCall(opened.db, jobId, { ...call, tokens: 401 }, budget)).toEqual({
      refused: "the job's budget of 1,000 tokens leaves too little for another call",
    });
    expect(await reserveCall(opened.db, jobId, { ...call, usd: 0.0061 }, budget)).toEqual({
      refused: "the job's budget of $0.01 leaves too little for another call",
    });
    expect(await spent(jobId)).toEqual({ calls: 1, tokens: 600, usd: 0.004 });
    await reserve(jobId);
  });

  test('is not overdrawn by agents that ask at the same moment', async () => {
    const jobId = await newJob();
    const asked = await Promise.all(Array.from({ length: 8 }, () => reserveCall(opened.db, jobId, call, budget)));
    expect(asked.filter((one) => 'id' in one)).toHaveLength(2);
    expect(await spent(jobId)).toEqual({ calls: 2, tokens: 800, usd: 0.008 });
  });

  test('is none for a job that has ended or is not there', async () => {
    const jobId = await newJob();
    await finishJob(opened.db, jobId, 'a test', { status: 'completed', error: null });
    expect(await reserveCall(opened.db, jobId, call, budget)).toEqual({ refused: 'the job has ended' });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await reserveCall(opened.db, nowhere, call, budget)).toHaveProperty('refused');
  });

  test('holds whatever is reserved and settled in whichever order, as long as nobody uses more than reserved', async () => {
    const action = fc.record({
      tokens: fc.integer({ min: 0, max: 500 }),
      used: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
        const jobId = await newJob();
        for (const { tokens, used } of actions) {
          const reserved = await reserveCall(opened.db, jobId, { ...call, tokens, usd: 0 }, budget);
          const before = await spent(jobId);
          expect(before.tokens).toBeLessThanOrEqual(budget.tokens);
          if ('refused' in reserved) expect(before.tokens + tokens).toBeGreaterThan(budget.tokens);
          else if ('id' in reserved && used > 0.3) {
            const inputTokens = Math.floor(tokens * used);
            await settleCall(opened.db, reserved.id, { ...answered, inputTokens, outputTokens: 0, usd: 0 });
            expect((await spent(jobId)).tokens).toBe(before.tokens - tokens + inputTokens);
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
