// What dies in the middle of a job: the whole machine's process, or the planner alone. The job goes on where it stood.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { apiClient, type ApiClient } from '../../scripts/analysis/api-client.ts';
import type { Job } from '../../shared/schemas/job.ts';
import { known } from '../fixtures/portfolios/requests.ts';
import { delayStep, endFault } from '../setup/database-faults.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { startChatServer } from '../setup/model-servers/chat-server.ts';
import { agentOf, honest } from '../setup/model-servers/honest.ts';
import type { ModelServer } from '../setup/model-servers/reply.ts';
import { endOf, jobRow, lapseLeases, statuses } from '../setup/jobs.ts';

/** Starts the fleet in a process of its own, has it work on a job, and kills it while the planner waits for one agent. */
async function killInTheMiddle(
  dataFolder: string,
  model: string,
  server: ModelServer,
): Promise<{ apiKey: string; job: Job }> {
  const script = join(import.meta.dirname, '../fixtures/fleet/run-alex.ts');
  const child = spawn(process.execPath, [script, dataFolder, model], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as unknown[];
    const { apiUrl, apiKey } = z.object({ apiUrl: z.url(), apiKey: z.string() }).parse(JSON.parse(String(line)));
    const api = apiClient(apiUrl, apiKey);
    const id = await api.analyze(known);
    await eventually(async () => {
      const seen = statuses(await api.job(id));
      expect(seen).toMatchObject({
        price: 'completed',
        report: 'completed',
        retirement: 'running',
        charts: 'running',
      });
      // The charter's text and what the judge made of it.
      expect(server.requests).toHaveLength(2);
    }, 60_000);
    return { apiKey, job: await api.job(id) };
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
}

describe('the whole fleet killed while a job runs', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alex-killed-'));
  let fleet: TestFleet;
  let before: Job;
  let api: ApiClient;
  let server: ModelServer;

  beforeAll(async () => {
    server = await startChatServer(honest);
    const model = `openai:test@${server.url}/v1`;
    const killed = await killInTheMiddle(dataFolder, model, server);
    before = killed.job;
    fleet = await startTestFleet({
      dataFolder,
      overrides: { charter: { environment: { ALEX_MODEL: model } } },
      prepare: async (db) => {
        await endFault(db, 'charts');
        await endFault(db, 'retirement');
        await lapseLeases(db, before.id);
      },
    });
    api = apiClient(fleet.fleet.apiUrl, killed.apiKey);
  }, 120_000);
  afterAll(async () => {
    await fleet.stop();
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('the job was running, and is finished after the next start with nothing missing', async () => {
    expect(before).toMatchObject({ status: 'running', attempt: 1, finishedAt: null });
    const job = await endOf(api, before.id);
    expect(job).toMatchObject({ status: 'completed', attempt: 2, startedAt: before.startedAt, error: null });
    expect((await api.result(before.id)).missing).toEqual([]);
  });

  test('what was done before is not done again', async () => {
    const after = await api.job(before.id);
    for (const name of ['tag', 'price', 'report'] as const) {
      const of = ({ steps }: Job) => steps.find(({ step }) => step === name);
      expect(of(after)).toEqual(of(before));
    }
  });

  test('what a model had answered for a step that was not done is not asked, nor paid, again', async () => {
    const { charts, cost, modelCalls = [] } = await api.result(before.id);
    expect(charts?.author.model).toMatch(/^openai:test@/);
    expect(server.requests.map(agentOf)).toEqual(['charter', 'judge']);
    expect(modelCalls).toHaveLength(2);
    expect(cost).toMatchObject({ calls: 2, tokens: 240 });
  });
});

describe('a planner that runs out of time', () => {
  let fleet: TestFleet;
  // Time enough for everything before the figures on a machine that is slow and busy, and cold.
  beforeAll(async () => {
    fleet = await startTestFleet({ overrides: { planner: { timeout: 28 } } });
    // The agents are loaded by then: the second attempt has everything to do, and 28 seconds as well.
    await endOf(fleet.api, await fleet.api.analyze(known));
  }, 120_000);
  afterAll(() => fleet.stop());

  test('its job is taken up again by the sweeper, and complete, the half-done step included', async () => {
    const mend = await delayStep(fleet.db, { step: 'price', becoming: 'running', attempt: 1 }, 29);
    const id = await fleet.api.analyze(known);
    await eventually(() => {
      expect(fleet.problems.join()).toMatch(/planner: message .* stays in the queue: .*Task timed out after/);
    }, 60_000);
    await mend();
    const stopped = await fleet.api.job(id);
    expect(stopped).toMatchObject({ status: 'running', attempt: 1 });
    expect(statuses(stopped)).toMatchObject({ tag: 'skipped', price: 'running', summary: 'pending' });
    // The job's lease alone: the step's is left as its dead owner has it.
    await fleet.db.execute(sql`update jobs set lease_until = now() where id = cast(${id} as uuid)`);
    await fleet.fleet.invoke('sweeper', '{}');
    const job = await endOf(fleet.api, id);
    expect(job).toMatchObject({ status: 'completed', attempt: 2, error: null });
    expect(job.steps.map(({ step, attempt }) => [step, attempt])).toEqual([
      ['tag', 0],
      ['price', 2],
      ['report', 1],
      ['charts', 1],
      ['retirement', 1],
      ['summary', 1],
    ]);
    expect((await jobRow(fleet.db, id)).sentAt).not.toBeNull();
  }, 120_000);
});
