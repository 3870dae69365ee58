// An agent that fails leaves the job partial, and everyone who reads the report is told what is missing.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../shared/report/html.ts';
import { renderMarkdown } from '../../shared/report/markdown.ts';
import type { JobResult, StepName } from '../../shared/schemas/job.ts';
import { known, withUnknown } from '../fixtures/portfolios/requests.ts';
import { refuseStep } from '../setup/database-faults.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { analyze, endOf, statuses } from '../setup/jobs.ts';

const LOST = {
  tag: 'Instruments that are not in the reference set could not be classified',
  report: 'The written report is missing',
  charts: 'The charts are missing',
  retirement: 'The retirement chapter is missing',
  summary: 'The executive summary is missing',
} as const;

/** That the job says so, the result says so, and both reports say so before anything else of substance. */
function expectMissing({ job, missing, ...result }: JobResult, step: keyof typeof LOST, reason: RegExp): void {
  expect(job.status).toBe('partial');
  expect(job.error).toContain(step);
  const failed = job.steps.find((one) => one.step === step);
  expect(failed).toMatchObject({ status: 'failed', error: expect.stringMatching(reason) });
  expect(failed?.startedAt).not.toBeNull();
  expect(failed?.finishedAt).not.toBeNull();
  const said = missing.filter((sentence) => sentence.startsWith(LOST[step]));
  expect(said).toEqual([expect.stringMatching(reason)]);
  for (const page of [renderHtml({ job, missing, ...result }), renderMarkdown({ job, missing, ...result })]) {
    const body = page.slice(Math.max(0, page.indexOf('<body')));
    expect(body.indexOf(LOST[step])).toBeGreaterThan(-1);
    expect(body.indexOf(LOST[step])).toBeLessThan(body.length / 4);
  }
}

/** No statement, no parameter, no stack: what a person reads of a failure. */
function expectForAPerson({ job, missing }: JobResult): void {
  for (const text of [job.error ?? '', ...missing, ...job.steps.map(({ error }) => error ?? '')]) {
    expect(text).not.toMatch(/Failed query|params|\bupdate "|\bat .*:\d+:\d+/);
    expect(text.length).toBeLessThan(400);
  }
}

describe('an agent whose result cannot be stored', () => {
  let fleet: TestFleet;
  let mend: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    fleet = await startTestFleet();
  }, 120_000);
  afterEach(() => mend());
  afterAll(() => fleet.stop());

  const agents: [StepName & keyof typeof LOST][] = [['report'], ['charts'], ['retirement'], ['summary']];
  test.each(agents)('%s: the others are done, the job is partial', async (step) => {
    mend = await refuseStep(fleet.db, { step, becoming: 'completed' });
    const result = await analyze(fleet.api, known);
    expectMissing(result, step, /disk that holds the database is full: free some space/);
    expectForAPerson(result);
    const others = {
      tag: 'skipped',
      price: 'completed',
      report: 'completed',
      charts: 'completed',
      retirement: 'completed',
      summary: 'completed',
    };
    expect(statuses(result.job)).toEqual({ ...others, [step]: 'failed' });
    expect(result).toMatchObject({
      summary: step === 'summary' ? null : expect.anything(),
      report: step === 'report' ? null : expect.anything(),
      charts: step === 'charts' ? null : expect.anything(),
      retirement: step === 'retirement' ? null : expect.anything(),
    });
  });

  test('tag: what nobody knows stays unclassified, counted and named, and the rest of the report is there', async () => {
    mend = await refuseStep(fleet.db, { step: 'tag', becoming: 'running' });
    const result = await analyze((await fleet.newPerson()).api, withUnknown);
    expectMissing(result, 'tag', /./);
    expectForAPerson(result);
    expect(statuses(result.job)).toMatchObject({ report: 'completed', charts: 'completed', summary: 'completed' });
    expect(result.analysis?.unclassified.map(({ symbol }) => symbol).sort()).toEqual(['ACMEX', 'PRIV-1']);
    expect(renderMarkdown(result)).toMatch(/ACMEX/);
  });

  test('an agent that could not even begin has its reason too', async () => {
    mend = await refuseStep(fleet.db, { step: 'report', becoming: 'running' });
    const result = await analyze(fleet.api, known);
    expectMissing(result, 'report', /./);
    expectForAPerson(result);
  });

  test('a planner that fails after storing the figures: the next attempt says they are there, and the job is complete', async () => {
    mend = await refuseStep(fleet.db, { step: 'price', becoming: 'completed', attempt: 1 });
    const id = await fleet.api.analyze(known);
    const job = await endOf(fleet.api, id);
    expect(job).toMatchObject({ status: 'completed', attempt: 2, error: null });
    expect((await fleet.api.result(id)).missing).toEqual([]);
  });
});

describe('agents that are deployed wrongly, each in its own way', () => {
  let fleet: TestFleet;
  let result: JobResult;
  beforeAll(async () => {
    fleet = await startTestFleet({
      overrides: {
        tagger: { environment: { AWS_ENDPOINT_URL_RDS_DATA: 'http://127.0.0.1:9' } },
        reporter: { environment: { ALEX_MODEL: 'nonsense' } },
        charter: { environment: { DATABASE_NAME: 'elsewhere' } },
        retirement: { environment: { DATABASE_CLUSTER_ARN: '' } },
      },
    });
    result = await analyze(fleet.api, withUnknown);
  }, 120_000);
  afterAll(() => fleet.stop());

  test('the job ends with its figures and its summary, and all four are named as missing', () => {
    expect(result.job).toMatchObject({ status: 'partial', attempt: 1 });
    expect(statuses(result.job)).toEqual({
      tag: 'failed',
      price: 'completed',
      report: 'failed',
      charts: 'failed',
      retirement: 'failed',
      summary: 'completed',
    });
    expect(result.missing).toHaveLength(4);
    expect(result.facts.length).toBeGreaterThan(50);
    expectForAPerson(result);
  });

  test('a model that does not exist is named, with those that do', () => {
    expectMissing(result, 'report', /ALEX_MODEL.*"nonsense".*"narrator"/);
  });

  test('a setting that is not there is named', () => {
    expectMissing(result, 'retirement', /DATABASE_CLUSTER_ARN/);
  });

  test('a database that cannot be reached, and one that is not there, are said in a sentence', () => {
    expectMissing(result, 'tag', /tagger/);
    expectMissing(result, 'charts', /charter/);
  });
});
