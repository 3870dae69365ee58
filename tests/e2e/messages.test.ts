// Messages that come twice, never, or cannot be worked on. The API of this fleet cannot reach the queue, so that the tests alone
// decide when a message is there; and so that its own way out of that is tried each time.
import { randomUUID } from 'node:crypto';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { jobs } from '../../shared/database/schema.ts';
import { jobResult, type Job } from '../../shared/schemas/job.ts';
import { known } from '../fixtures/portfolios/requests.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { endOf, jobRow, lapseLeases } from '../setup/jobs.ts';
import { deadLetters, queueIsEmpty, sendTogether } from '../setup/queues.ts';

let fleet: TestFleet;
const message = (jobId: string) => JSON.stringify({ jobId });

/** What no attempt can make: its row says nothing of what was asked. */
let poisoned: string;
const nobodys = randomUUID();
const notJson = 'run the analysis please';

beforeAll(async () => {
  fleet = await startTestFleet({
    overrides: { api: { environment: { QUEUE_URL_ANALYSIS_JOBS: 'http://127.0.0.1:9/000000000000/analysis-jobs' } } },
  });
  await untilSwept();
  // Their redeliveries take a while; the other tests run meanwhile.
  poisoned = await fleet.api.analyze(known);
  const noRequest = { request: sql`cast('null' as jsonb)`, sentAt: sql`now()` };
  await fleet.db.update(jobs).set(noRequest).where(eq(jobs.id, poisoned));
  await sendTogether(fleet, [notJson, message(nobodys), message(poisoned)]);
}, 120_000);
afterAll(() => fleet.stop());

/** The fleet sweeps once as it starts, and then every minute; after this the tests have that minute for themselves. */
async function untilSwept(): Promise<void> {
  const logs = new CloudWatchLogsClient({});
  const search = { logGroupName: '/aws/lambda/sweeper', filterPattern: 'REPORT' };
  await eventually(async () => {
    const { events = [] } = await logs.send(new FilterLogEventsCommand(search));
    if (events.length === 0) throw new Error('the first sweep has not ended');
  }, 30_000);
  logs.destroy();
}

const sweep = async (): Promise<unknown> => {
  const { functionError, payload } = await fleet.fleet.invoke('sweeper', '{}');
  expect(functionError).toBeUndefined();
  return JSON.parse(new TextDecoder().decode(Buffer.from(payload)));
};

/** Everything of a job that a second run would change. */
const ends = ({ status, attempt, startedAt, finishedAt, steps }: Job) => ({
  status,
  attempt,
  startedAt,
  finishedAt,
  steps,
});

describe('a message that could not be sent', () => {
  test('leaves the job pending and says so; the sweeper sends it, once', async () => {
    const id = await fleet.api.analyze(known);
    expect(await fleet.api.job(id)).toMatchObject({ status: 'pending', attempt: 0, startedAt: null });
    expect(await jobRow(fleet.db, id)).toEqual({ status: 'pending', sentAt: null });
    expect(await sweep()).toMatchObject({ failed: 0 });
    expect((await jobRow(fleet.db, id)).sentAt).not.toBeNull();
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 1 });
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
  });
});

describe('a message delivered twice', () => {
  test('at the same moment: one planner takes the job, and each step is done once', async () => {
    const id = await fleet.api.analyze(known);
    await sendTogether(fleet, [message(id), message(id), message(id)]);
    const job = await endOf(fleet.api, id);
    expect(job).toMatchObject({ status: 'completed', attempt: 1 });
    expect(job.steps.map(({ attempt }) => attempt)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test('after the end: nothing is done again, nothing stored is touched', async () => {
    const id = await fleet.api.analyze(known);
    await sendTogether(fleet, [message(id)]);
    const first = ends(await endOf(fleet.api, id));
    const result = jobResult.parse(await fleet.api.result(id));
    await sendTogether(fleet, [message(id), message(id)]);
    // What is still there are the poison messages.
    await queueIsEmpty(fleet, { but: 3 });
    expect(ends(await fleet.api.job(id))).toEqual(first);
    expect(await fleet.api.result(id)).toEqual(result);
  });
});

describe('the sweeper', () => {
  test('sends again what a dead planner left behind, and leaves alone what is being worked on', async () => {
    const id = await fleet.api.analyze(known);
    const leaseUntil = sql`now() + interval '1 hour'`;
    const held = {
      status: 'running',
      attempt: 1,
      leaseOwner: 'dead',
      leaseUntil,
      startedAt: sql`now()`,
      sentAt: sql`now()`,
    };
    await fleet.db
      .update(jobs)
      .set({ ...held, status: 'running' as const })
      .where(eq(jobs.id, id));
    expect(await sweep()).toEqual({ sent: 0, failed: 0 });
    await lapseLeases(fleet.db, id);
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 2 });
  });

  test('ends with a reason what has had all its attempts', async () => {
    const id = await fleet.api.analyze(known);
    const leaseUntil = sql`now() - interval '1 second'`;
    const died = { status: 'running' as const, attempt: 3, leaseOwner: 'dead', leaseUntil, startedAt: sql`now()` };
    await fleet.db.update(jobs).set(died).where(eq(jobs.id, id));
    expect(await sweep()).toEqual({ sent: 0, failed: 1 });
    expect(await fleet.api.job(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('3 times') });
    const result = jobResult.parse(await fleet.api.result(id));
    expect(result.missing.length).toBeGreaterThan(3);
  });
});

describe('a poison message', () => {
  test('ends in the dead-letter queue after its receives, whatever is wrong with it', async () => {
    await eventually(async () => {
      expect((await deadLetters(fleet)).sort()).toEqual([message(nobodys), message(poisoned), notJson].sort());
    }, 60_000);
    await queueIsEmpty(fleet, { but: 0 });
  }, 70_000);

  test('fails its job after the last attempt, with a reason that a person understands', async () => {
    const job = await endOf(fleet.api, poisoned);
    expect(job).toMatchObject({ status: 'failed', attempt: 3 });
    expect(job.error).toMatch(/^The analysis could not be made: [A-Z].*\.$/);
    expect(job.error).not.toMatch(/undefined|TypeError|null/);
    const result = jobResult.parse(await fleet.api.result(poisoned));
    expect(result).toMatchObject({ analysis: null, report: null, summary: null });
    expect(result.missing.join()).toContain('The figures could not be computed');
  });
});
