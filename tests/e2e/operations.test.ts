// What whoever runs Alex types, against the packaged zips: once as on a laptop, and where it says so as on AWS, with .env in the place of
// the running fleet's variables.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetQueueUrlCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { lockFile } from '../../local/lock.ts';
import { inVariable } from '../../scripts/target/target-from.ts';
import { jobs, users } from '../../shared/database/schema.ts';
import type { PortfolioInput } from '../../shared/schemas/portfolio.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { runScript, type Ran } from '../setup/run-script.ts';

const home = mkdtempSync(join(tmpdir(), 'alex-operations-'));
const inHome = (...names: string[]): string => join(home, ...names);
const portfolio: PortfolioInput = {
  accounts: [
    {
      name: 'A',
      type: 'taxable',
      positions: [{ symbol: 'VTI', quantity: '1', price: '300', priceAsOf: '2026-09-30' }],
    },
  ],
};

let fleet: TestFleet;
/** As on a laptop: the fleet is found by its lock. */
const onLaptop = (script: string, ...args: string[]): Promise<Ran> =>
  runScript(script, [...args, '--target', 'laptop'], { ALEX_HOME: home, ALEX_ENV_FILE: inHome('no.env') });
/** As on AWS: what is there is found by .env, and who asks is a person with keys. */
const onAws = (script: string, ...args: string[]): Promise<Ran> =>
  runScript(script, [...args, '--target', 'aws'], {
    ALEX_HOME: inHome('elsewhere'),
    ALEX_ENV_FILE: inHome('aws.env'),
    AWS_ACCESS_KEY_ID: 'AKIAPERSON',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: fleet.fleet.awsUrl,
    AWS_ENDPOINT_URL_SQS: fleet.fleet.queuesUrl,
  });

const countOf = async (table: typeof users | typeof jobs): Promise<number> =>
  (await fleet.db.select({ id: table.id }).from(table)).length;

async function analysed(): Promise<string> {
  const id = await fleet.api.analyze({ portfolio });
  await eventually(async () => {
    expect((await fleet.api.job(id)).finishedAt).not.toBeNull();
  });
  return id;
}

beforeAll(async () => {
  fleet = await startTestFleet({ dataFolder: inHome('data') });
  writeFileSync(inHome('api-key.json'), JSON.stringify({ apiKey: fleet.apiKey }));
  const own = Object.entries(fleet.fleet.environmentForScripts()).filter(([name]) => !/^AWS_(?!REGION$)/.test(name));
  const functions = own.filter(([name]) => name.startsWith('FUNCTION_NAME_')).map(([, name]) => name);
  const lines = [
    ...own,
    ['HTTP_API_URL', fleet.fleet.apiUrl],
    ['DEAD_LETTER_QUEUE_ANALYSIS_JOBS', 'analysis-jobs-dlq'],
    ...functions.map((name) => [`LOG_GROUP_${inVariable(name)}`, `/aws/lambda/${name}`]),
  ];
  writeFileSync(inHome('aws.env'), lines.map(([name, value]) => `${name ?? ''}="${value ?? ''}"\n`).join(''));
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

describe.each([
  ['laptop', onLaptop],
  ['aws', onAws],
] as const)('on %s', (where, run) => {
  test('smoke: every function does its part alone, and nothing of the test is left', async () => {
    const { code, stdout, stderr } = await run('smoke.ts', '--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const parts = [
      'ingest',
      'search',
      'tagger',
      'pricer',
      'reporter',
      'charter',
      'retirement',
      'planner',
      'api',
      'sweeper',
    ];
    for (const part of parts) expect(stdout).toMatch(new RegExp(`^✓ ${part} `, 'm'));
    // This fleet has no researcher, as one that a command brings up for itself has none.
    expect(stdout).toMatch(/^– scheduler +not tried: it asks the researcher/m);
    expect(await countOf(users)).toBe(1);
  }, 120_000);

  test('test:full: from the API to the result and away again', async () => {
    const { code, stdout, stderr } = await run('test-full.ts', '--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('nothing of the test person is left');
    expect(await countOf(users)).toBe(1);
  }, 120_000);

  test('check-db, check-job and logs tell the same analysis', async () => {
    const id = await analysed();
    const checked = await run('check-db.ts');
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(/^instruments +[\d,]+ /m);
    const job = await run('check-job.ts');
    expect(job).toMatchObject({ code: 0, stderr: '' });
    expect(job.stdout).toContain(id);
    const logged = await run('logs.ts', '--job', id, '--json');
    // On AWS one day is looked through, and that is said beside the lines.
    const told = where === 'aws' ? 'The last day was looked through: --since 7d looks further back.\n' : '';
    expect(logged).toMatchObject({ code: 0, stderr: told });
    const names = logged.stdout
      .trim()
      .split('\n')
      .map((line) => z.object({ name: z.string() }).parse(JSON.parse(line)).name);
    expect(new Set(names)).toEqual(new Set(['api', 'planner', 'reporter', 'charter']));
  }, 120_000);

  test('ingest and search: what goes in is found, with its source and its date', async () => {
    writeFileSync(
      inHome(`${where}.md`),
      `---\ntitle: Wombats ${where}\ndate: 2026-09-18\n---\nA wombat index rose on ${where}.`,
    );
    const stored = await run('ingest.ts', inHome(`${where}.md`));
    expect(stored).toMatchObject({ code: 0, stderr: '' });
    expect(stored.stdout).toMatch(/^stored /);
    const found = await run('search.ts', 'wombat', where);
    expect(found.code).toBe(0);
    expect(found.stdout).toContain(`1. “Wombats ${where}”  note, 2026-09-18`);
    expect(found.stdout).toContain(`urn:alex:file:${where}.md`);
  }, 120_000);

  test('migrate and seed change nothing where all is there', async () => {
    expect((await run('migrate.ts')).stdout).toMatch(/up to date/);
    expect((await run('seed.ts')).stdout).toMatch(/, 0 of them new/);
  }, 60_000);
});

test('a function that was packaged anew after the fleet was started is told by whatever asks that fleet', async () => {
  const file = lockFile(inHome('data'));
  const held = readFileSync(file, 'utf8');
  const { runs } = z.object({ runs: z.object({ marks: z.record(z.string(), z.string()) }) }).parse(JSON.parse(held));
  // As if the fleet had been started with another one.
  writeFileSync(file, held.replace(runs.marks['lambdas/reporter'] ?? 'none', 'of another zip'));
  try {
    const changed = 'lambdas/reporter changed after Alex was started';
    expect(await onLaptop('logs.ts', 'reporter')).toMatchObject({ code: 0, stderr: expect.stringContaining(changed) });
    const { stdout } = await onLaptop('test-full.ts', '--yes');
    expect(stdout).toMatch(/\nWhat runs is well\. lambdas\/reporter changed .*\n$/);
    expect((await onLaptop('doctor.ts')).stdout).toContain('lambdas/reporter changed after it was started');
    const packaged = await runScript('package.ts', [], { ALEX_HOME: home });
    expect(packaged).toMatchObject({ code: 0, stdout: expect.stringContaining(`\n${changed}`) });
    expect((await onAws('logs.ts', 'reporter')).stderr).not.toContain(changed);
  } finally {
    writeFileSync(file, held);
  }
}, 120_000);

test('a person who has a profile for AWS has a fleet on their laptop all the same', async () => {
  const { code, stdout, stderr } = await runScript('check-db.ts', ['--target', 'laptop'], {
    ALEX_HOME: inHome('with-profile'),
    ALEX_ENV_FILE: inHome('no.env'),
    AWS_PROFILE: 'nobody',
    AWS_SESSION_TOKEN: 'of-the-person',
  });
  expect({ code, stderr: stderr.includes('CredentialsProviderError') }).toEqual({ code: 0, stderr: false });
  expect(stdout).toContain('Nothing is wrong');
}, 120_000);

test('test:accounts: many accounts of every type, and each value in its place', async () => {
  const { code, stdout, stderr } = await onLaptop('test-accounts.ts', '--positions', '120');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/5 accounts of 4 types/);
}, 120_000);

describe('redrive', () => {
  const put = async (body: string): Promise<void> => {
    const { QueueUrl } = await fleet.sqs.send(new GetQueueUrlCommand({ QueueName: 'analysis-jobs-dlq' }));
    await fleet.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
  };

  test('a job that failed is tried again only where that is asked for, and then ends', async () => {
    const id = await analysed();
    await fleet.db.update(jobs).set({ status: 'failed', error: 'It was made to fail.' }).where(eq(jobs.id, id));
    await put(JSON.stringify({ jobId: id }));
    const shown = await onLaptop('redrive.ts', '--list');
    expect(shown).toMatchObject({ code: 3, stdout: expect.stringContaining(`job ${id}, failed`) });
    // Nothing was done, and what a pipeline goes by is the code.
    expect(await onLaptop('redrive.ts', '--yes')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('would do nothing'),
    });
    // Nobody can be asked here.
    const unasked = await onLaptop('redrive.ts', '--reopen');
    expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') });
    expect((await fleet.api.job(id)).status).toBe('failed');
    expect(await onLaptop('redrive.ts', '--reopen', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 sent again'),
    });
    await eventually(async () => {
      expect((await fleet.api.job(id)).status).toBe('completed');
    });
    expect(await onLaptop('redrive.ts', '--list')).toMatchObject({ code: 0 });
  }, 120_000);
});

test('reset-db: refused without a word from the person; with it everything is gone and made anew', async () => {
  await analysed();
  const refused = await onLaptop('reset-db.ts');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('nothing was done');
  expect(await countOf(jobs)).toBeGreaterThan(0);
  const done = await onLaptop('reset-db.ts', '--yes');
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(await countOf(jobs)).toBe(0);
  expect(await onLaptop('check-db.ts')).toMatchObject({ code: 0 });
  expect(await onLaptop('search.ts', 'wombat')).toMatchObject({ code: 3 });
  // The laptop's own person has another key now, and it is good for the API.
  expect(await onLaptop('test-full.ts')).toMatchObject({ code: 0 });
}, 180_000);
