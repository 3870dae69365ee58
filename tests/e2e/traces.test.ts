// What the real functions tell of a job to whoever looks after them: one trace, a few metrics, and nothing of a person.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { jobs } from '../../shared/database/schema.ts';
import { known } from '../fixtures/portfolios/requests.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { analyze, endOf } from '../setup/jobs.ts';
import { loggedIn, metricsAmong } from '../setup/logs.ts';
import { startChatServer } from '../setup/model-servers/chat-server.ts';
import { honest } from '../setup/model-servers/honest.ts';
import type { ModelServer } from '../setup/model-servers/reply.ts';
import { startTraceCollector, type ReceivedSpan, type TraceCollector } from '../setup/trace-collector.ts';

let fleet: TestFleet;
let server: ModelServer;
let collector: TraceCollector;
const dataFolder = mkdtempSync(join(tmpdir(), 'alex-traces-'));

beforeAll(async () => {
  [server, collector] = [await startChatServer(honest), await startTraceCollector()];
  const environment = { ALEX_MODEL: `openai:test@${server.url}/v1` };
  fleet = await startTestFleet({
    dataFolder,
    overrides: {
      planner: { environment },
      reporter: { environment },
      charter: { environment },
      retirement: { environment },
    },
    traceSettings: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/otel`,
      OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Basic cGstdGVzdDpzay10ZXN0=,x-project=alex',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    },
  });
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  await Promise.all([server.close(), collector.close()]);
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(() => {
  collector.spans.length = 0;
  collector.requests.length = 0;
});

/** The spans of a job, once the planner has sent its own, which come last. */
async function traceOf(jobId: string, runs = 1): Promise<ReceivedSpan[]> {
  const of = (name: string) =>
    collector.spans.filter((span) => span.name === name && span.attributes['alex.job.id'] === jobId);
  await eventually(() => {
    expect(of('process analysis-jobs')).toHaveLength(runs);
    expect(of('POST /analyze')).toHaveLength(1);
  });
  const traceId = of('POST /analyze')[0]?.traceId;
  return collector.spans.filter((span) => span.traceId === traceId);
}

/** Each span as the names from the root to it. */
function paths(spans: readonly ReceivedSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const path = ({ name, parentSpanId, resource }: ReceivedSpan): string => {
    const own = `${String(resource['faas.name'])}: ${name}`;
    if (parentSpanId === undefined) return own;
    const parent = byId.get(parentSpanId);
    return `${parent === undefined ? 'nowhere' : path(parent)} > ${own}`;
  };
  return spans.map(path).sort();
}

describe('a job', () => {
  test('is one trace: API, planner, each agent, each call of a model, each under what caused it', async () => {
    const { job } = await analyze(fleet.api, known);
    const spans = await traceOf(job.id);
    expect(new Set(collector.spans.map(({ traceId }) => traceId)).size).toBe(1);
    const run = 'api: POST /analyze > planner: process analysis-jobs';
    const agent = (name: string, step: string) => {
      const place = `${run} > planner: invoke ${name} > ${name}: step ${step}`;
      const asked = `${place} > ${name}: invoke_agent ${name}`;
      return [
        `${run} > planner: invoke ${name}`,
        place,
        asked,
        `${asked} > ${name}: chat test`,
        `${asked} > ${name}: chat test`,
      ];
    };
    const searching = `${run} > planner: invoke reporter > reporter: step report`;
    const summary = `${run} > planner: step summary`;
    const summing = `${summary} > planner: invoke_agent planner`;
    // As many as it takes to find something: by symbols, by names, and by kinds of holdings.
    const searches = paths(spans).filter((path) => path.endsWith('execute_tool search_knowledge'));
    expect([1, 2, 3]).toContain(searches.length);
    expect(paths(spans)).toEqual(
      [
        'api: POST /analyze',
        'api: POST /analyze > api: send analysis-jobs',
        run,
        `${run} > planner: facts`,
        ...agent('reporter', 'report'),
        ...searches.map(() => `${searching} > reporter: execute_tool search_knowledge`),
        ...agent('charter', 'charts'),
        ...agent('retirement', 'retirement'),
        summary,
        summing,
        `${summing} > planner: chat test`,
        `${summing} > planner: chat test`,
      ].sort(),
    );
    expect(spans.find(({ name }) => name === 'chat test')?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'test',
      'gen_ai.usage.input_tokens': 100,
      'gen_ai.usage.output_tokens': 20,
      'alex.call.outcome': 'answered',
    });
    expect(spans.find(({ name }) => name === 'process analysis-jobs')?.attributes).toMatchObject({
      'alex.job.status': 'completed',
      'alex.job.attempt': 1,
    });
    for (const { resource, status, events } of spans) {
      expect(resource).toMatchObject({ 'service.name': 'alex', 'deployment.environment.name': 'test' });
      expect([status?.message, events]).toEqual([undefined, []]);
    }
    for (const { path, headers } of collector.requests) {
      expect(path).toBe('/otel/v1/traces');
      expect(headers).toMatchObject({ authorization: 'Basic cGstdGVzdDpzay10ZXN0=', 'x-project': 'alex' });
    }
  });

  test('that is taken up again, sent by the sweeper, goes on in its trace', async () => {
    await fleet.db.execute(
      sql.raw(`create or replace function trace_fault() returns trigger language plpgsql as $fault$
        begin
          if new.status = 'completed' and new.attempt = 1 then raise exception 'no space left'; end if;
          return new;
        end $fault$`),
    );
    await fleet.db.execute(
      sql.raw(
        'create or replace trigger trace_fault before update on jobs for each row execute function trace_fault()',
      ),
    );
    const id = await fleet.api.analyze(known);
    await eventually(async () => {
      expect(await fleet.api.job(id)).toMatchObject({ status: 'pending', attempt: 1 });
    });
    // Its message is to come again in some seconds; the sweeper is sooner.
    await fleet.db.update(jobs).set({ sentAt: null }).where(eq(jobs.id, id));
    await fleet.fleet.invoke('sweeper', '{}');
    expect(await endOf(fleet.api, id)).toMatchObject({ status: 'completed', attempt: 2 });
    const runs = (await traceOf(id, 2)).filter(({ name }) => name === 'process analysis-jobs');
    expect(new Set(runs.map(({ traceId, parentSpanId }) => `${traceId} ${String(parentSpanId)}`)).size).toBe(1);
    const [failed, done] = runs;
    expect(failed).toMatchObject({ status: { code: 2 }, attributes: { 'alex.job.status': 'pending' } });
    expect(String(failed?.attributes['error.type'])).toMatch(/^[A-Za-z_]+$/);
    expect(done).toMatchObject({ status: { code: 0 }, attributes: { 'alex.job.attempt': 2 } });
    await fleet.db.execute(sql.raw('drop trigger trace_fault on jobs'));
  });

  test('is counted: how it and its steps ended, how long they took, and what its models used', async () => {
    const { job } = await analyze(fleet.api, known);
    await traceOf(job.id);
    await eventually(() => {
      const lines = metricsAmong(loggedIn(dataFolder));
      const named = (name: string) => lines.filter((line) => name in line);
      const jobsEnded = named('JobsEnded').map(({ status }) => status);
      expect(jobsEnded).toContain('completed');
      expect(new Set(named('StepDuration').map(({ step }) => step))).toEqual(
        new Set(['report', 'charts', 'retirement', 'summary']),
      );
      expect(named('ModelInputTokens')[0]).toMatchObject({ ModelInputTokens: 100, ModelOutputTokens: 20 });
      expect(named('ModelInputTokens')[0]?._aws.CloudWatchMetrics[0]?.Dimensions).toEqual([
        ['service', 'agent', 'model', 'outcome'],
      ]);
    });
  });
});

describe('a collector that', () => {
  test('never answers costs an invocation a second, once a minute, and nothing fails', async () => {
    collector.answer('never');
    const before = loggedIn(dataFolder).length;
    const began = performance.now();
    const id = await fleet.api.analyze(known);
    const answered = performance.now() - began;
    const again = await analyze(fleet.api, known);
    expect([await endOf(fleet.api, id), again.job]).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
    expect(answered).toBeGreaterThan(700);
    await eventually(() => {
      const said = loggedIn(dataFolder)
        .slice(before)
        .filter((line) => line.includes('the trace could not be sent'));
      // API, planner and three agents; a planner or agent may have had a second environment.
      expect(said.length).toBeGreaterThanOrEqual(5);
      for (const line of said) expect(line).toMatch(/no answer within \d+ ms|did not take it/);
    });
    expect(collector.requests.length).toBeLessThanOrEqual(9);
    expect(collector.spans).toEqual([]);
  });
});

test('without an endpoint of the functions’ own there is no trace, whatever else the machine has set', async () => {
  collector.answer(200);
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  const silent = await startTestFleet();
  try {
    const connections = collector.connections();
    const { job } = await analyze(silent.api, known);
    expect(job.status).toBe('completed');
    const [row] = await silent.db.select({ traceparent: jobs.traceparent }).from(jobs).where(eq(jobs.id, job.id));
    expect(row).toEqual({ traceparent: null });
    expect(collector.connections()).toBe(connections);
  } finally {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    await silent.stop();
  }
}, 120_000);
