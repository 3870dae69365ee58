// The real functions on a language model that a server of the test's plays: what is paid once is not paid again, whatever is
// delivered twice or fails; and whatever the provider does, the job ends with a report.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { renderHtml } from '../../shared/report/html.ts';
import { known, withUnknown } from '../fixtures/portfolios/requests.ts';
import { refuseStep } from '../setup/database-faults.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { analyze, endOf, lapseLeases } from '../setup/jobs.ts';
import { completion, startChatServer } from '../setup/model-servers/chat-server.ts';
import { agentOf, honest, praise } from '../setup/model-servers/honest.ts';
import type { ModelServer, ReceivedRequest, Reply } from '../setup/model-servers/reply.ts';
import { queueIsEmpty, sendTogether } from '../setup/queues.ts';

let server: ModelServer;
let fleet: TestFleet;
let reply: (request: ReceivedRequest) => Reply = honest;
let mend: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  server = await startChatServer((request) => reply(request));
  const environment = { ALEX_MODEL: `openai:test@${server.url}/v1` };
  // Time enough for all agents on a machine that is slow and busy.
  const agent = { environment, timeout: 25 };
  fleet = await startTestFleet({
    overrides: {
      planner: { environment, timeout: 28 },
      reporter: agent,
      charter: agent,
      retirement: agent,
      tagger: agent,
    },
  });
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  await server.close();
});
beforeEach(() => {
  reply = honest;
  server.requests.length = 0;
});
afterEach(async () => {
  await mend();
  mend = () => Promise.resolve();
});

/** How often the server was asked, by agent. */
function asked(): Partial<Record<string, number>> {
  const counts: Partial<Record<string, number>> = {};
  for (const request of server.requests) counts[agentOf(request)] = (counts[agentOf(request)] ?? 0) + 1;
  return counts;
}
const once = { reporter: 1, charter: 1, retirement: 1, planner: 1, judge: 4 };

/** In raw SQL, what is done to a job's row before it is written. */
async function onJobs(event: 'insert' | 'update', action: string): Promise<void> {
  await fleet.db.execute(
    sql.raw(`create or replace function injected_job_fault() returns trigger language plpgsql as $fault$
      begin ${action} return new; end $fault$`),
  );
  await fleet.db.execute(
    sql.raw(`create or replace trigger injected_job_fault before ${event} on jobs
      for each row execute function injected_job_fault()`),
  );
  mend = async () => {
    await fleet.db.execute(sql.raw('drop trigger if exists injected_job_fault on jobs'));
  };
}

describe('agents on a language model', () => {
  test('write the report, are judged, and every call is in the result with what it used', async () => {
    const result = await analyze(fleet.api, known);
    expect(result.job.status).toBe('completed');
    expect(asked()).toEqual(once);
    for (const text of [result.summary, result.report, result.charts, result.retirement]) {
      expect(text?.author.model).toMatch(/^openai:test@127\.0\.0\.1/);
      expect(text).toMatchObject({ check: { outcome: 'passed', strays: [] }, judgement: { overall: 95 } });
    }
    expect(result.job.steps.some(({ degraded }) => degraded)).toBe(false);
    expect(result.modelCalls?.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'answered'));
    expect(result.cost).toEqual({ calls: 8, tokens: 8 * 120, usd: null, unsaid: 0 });
    expect(renderHtml(result)).toContain('Language models: 8 calls, 960 tokens, at a price that is not known.');
  });

  test('are not asked again when the message comes again, while the job runs or when it has ended', async () => {
    const id = await fleet.api.analyze(known);
    await sendTogether(
      fleet,
      [1, 2, 3].map(() => JSON.stringify({ jobId: id })),
    );
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 1 });
    await sendTogether(fleet, [JSON.stringify({ jobId: id })]);
    await queueIsEmpty(fleet, { but: 0 });
    expect(asked()).toEqual(once);
  });

  test('are not asked again when the planner fails after they are done', async () => {
    await onJobs(
      'update',
      `if new.status = 'completed' and new.attempt = 1 then raise exception 'no space left'; end if;`,
    );
    const id = await fleet.api.analyze(known);
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 2 });
    expect(asked()).toEqual(once);
  });

  test('are not asked again when the planner is killed after they are done', async () => {
    await onJobs(
      'update',
      `if new.status = 'completed' and new.attempt = 1 then perform pg_sleep(29); raise exception 'too late'; end if;`,
    );
    const id = await fleet.api.analyze(known);
    await eventually(() => {
      expect(fleet.problems.join()).toMatch(/planner: message .* stays in the queue: .*Task timed out after/);
    }, 60_000);
    await mend();
    await lapseLeases(fleet.db, id);
    await fleet.fleet.invoke('sweeper', '{}');
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 2 });
    expect(asked()).toEqual(once);
  }, 150_000);

  test('are not asked again for the others’ sake when one throws: that one is missing, and was paid once', async () => {
    mend = await refuseStep(fleet.db, { step: 'report', becoming: 'completed' });
    const result = await analyze(fleet.api, known);
    expect(result).toMatchObject({ job: { status: 'partial' }, report: null, cost: { calls: 8 } });
    expect(asked()).toEqual(once);
  });
});

describe('a provider that', () => {
  test('is down: the narrator writes everything, each step says why, and each call is on record', async () => {
    // So long a wait is not worth it: the models give up at once.
    const headers = { 'retry-after': '600' };
    reply = () => ({ status: 503, headers, body: { error: { message: 'overloaded' } } });
    const { job, modelCalls = [], ...result } = await analyze(fleet.api, known);
    expect(job).toMatchObject({ status: 'completed', error: null });
    const degraded = job.steps.filter((step) => step.degraded);
    expect(degraded.map(({ step }) => step).sort()).toEqual(['charts', 'report', 'retirement', 'summary']);
    for (const { detail } of degraded)
      expect(detail).toBe('The model’s provider could not be reached or failed (HTTP 503). The narrator stood in.');
    expect(modelCalls.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed', 'failed']);
    const page = renderHtml({ job, modelCalls, ...result });
    expect(page).toContain('Written by the narrator in a language model’s place');
  });

  test('never answers: the job ends in time without it', async () => {
    reply = (request) => (agentOf(request) === 'planner' ? { status: 401 } : { stop: 'never' });
    const { job, modelCalls = [] } = await analyze(fleet.api, known);
    expect(job).toMatchObject({ status: 'completed', attempt: 1 });
    expect(job.steps.filter((step) => step.degraded)).toHaveLength(4);
    const outcomes = Object.fromEntries(modelCalls.map(({ agent, outcome }) => [agent, outcome]));
    const late = 'timed_out';
    expect(outcomes).toEqual({ reporter: late, charter: late, retirement: late, planner: 'refused' });
  });

  test('never answers, not to the planner’s question nor to the tagger either: who comes last still writes in time', async () => {
    reply = () => ({ stop: 'never' });
    const { job } = await analyze(fleet.api, { ...withUnknown, question: 'Can I stop working at 60?' });
    expect(job).toMatchObject({ status: 'completed', attempt: 1 });
    const written = job.steps.filter(({ step }) => ['report', 'charts', 'retirement', 'summary'].includes(step));
    expect(written.map(({ status, degraded }) => ({ status, degraded }))).toEqual(
      Array.from({ length: 4 }, () => ({ status: 'completed', degraded: true })),
    );
  }, 60_000);

  test('lies, and one whose judge is not content: not a word of it is in the report', async () => {
    const lie = 'The fund will return 4,321% a year, see https://evil.example/now.';
    reply = (request) => {
      const agent = agentOf(request);
      if (agent === 'charter') return honest(request);
      const poor = { ...praise, clear: { score: 0, reason: lie }, compliant: { score: 10, reason: lie } };
      if (agent === 'judge') return { body: completion({ content: JSON.stringify(poor) }) };
      const sections = [{ id: 'what-you-own', title: 'What you own', body: lie }];
      const answer = agent === 'planner' ? { headline: lie, body: lie, observations: [lie] } : { sections };
      return { body: completion({ content: JSON.stringify(answer) }) };
    };
    const result = await analyze(fleet.api, known);
    expect(result.job.status).toBe('completed');
    expect(result.job.steps.filter((step) => step.degraded)).toHaveLength(4);
    expect(JSON.stringify(result)).not.toMatch(/4,321|evil\.example/);
    expect(result.job.steps.find(({ step }) => step === 'charts')?.detail).toContain('10 of 100, below 70');
  });
});

test('a budget that is used up: what fits is asked of the model, the rest is the narrator’s, and no more is spent', async () => {
  // Enough for two of the eight calls, each of which uses 7,000 tokens and reserves more.
  await onJobs('insert', `new.tokens_spent := 300000 - 21000;`);
  const usage = { prompt_tokens: 5000, completion_tokens: 2000, total_tokens: 7000 };
  reply = (request) => ({ body: { ...z.object({}).loose().parse(honest(request).body), usage } });
  const { job, cost, modelCalls = [] } = await analyze(fleet.api, known);
  expect(job.status).toBe('completed');
  const reasons = job.steps.filter((step) => step.degraded).map(({ detail }) => detail);
  expect(reasons.length).toBeGreaterThanOrEqual(3);
  for (const reason of reasons)
    expect(reason).toBe(
      "The job's budget of 300,000 tokens leaves too little for another call. The narrator stood in.",
    );
  expect(server.requests.length).toBeGreaterThanOrEqual(1);
  expect(modelCalls).toHaveLength(server.requests.length);
  expect(cost?.tokens).toBe(279_000 + server.requests.length * 7000);
  expect(cost?.tokens).toBeLessThanOrEqual(300_000);
});
