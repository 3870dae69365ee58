// A lost answer, a database that wakes up or a gateway that is busy ended an analysis on AWS, with advice for a laptop.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { apiClient } from '../../../scripts/analysis/api-client.ts';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { NoAnswerError } from '../../../scripts/analysis/no-answer-error.ts';
import { performAnalysis, reportCommand, resultOf } from '../../../scripts/analysis/perform.ts';
import { silentProgress } from '../../../scripts/analysis/progress.ts';
import { known } from '../../fixtures/portfolios/requests.ts';

const ID = '0190b6a2-3f4e-7c1d-9a55-2b1c3d4e5f60';
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
/** What is answered, one call after another; the last to all that follow. */
let answers: Answer[];
let calls: { method: string; key: string | undefined }[];
let waits: number[];
let told: string[];

beforeEach(async () => {
  [answers, calls, waits, told] = [[], [], [], []];
  server = createServer((request, response) => {
    calls.push({ method: request.method ?? '', key: request.headers['idempotency-key']?.toString() });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    request.resume().on('end', () => answer?.(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
});

const lost: Answer = ({ socket }) => socket.destroy();
const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
const asleep = says(
  503,
  { title: 'Not available right now', detail: 'The database is waking up.' },
  { 'retry-after': '15' },
);
const client = (target: 'laptop' | 'aws') =>
  apiClient(url, 'alex_mine', {
    target,
    tell: (text) => told.push(text),
    pause: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
  });
const failing = async (work: Promise<unknown>): Promise<CommandError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof CommandError)) throw new Error('it did not fail as a command does', { cause: error });
  return error;
};

test('a call that is lost is made again, and asks for no second analysis', async () => {
  answers = [lost, says(202, { jobId: ID })];
  expect(await client('aws').analyze(known)).toBe(ID);
  expect(waits).toEqual([1_000]);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
  expect(calls[0]?.key).toMatch(/^[\da-f-]{36}$/);
});

test('a database that is waking up is waited for as long as it asks, which is told', async () => {
  answers = [asleep, asleep, says(200, { items: [] })];
  expect(await client('aws').jobs()).toEqual([]);
  expect(waits).toEqual([15_000, 15_000]);
  expect(told[0]).toBe(`The API at ${url} does not answer (The database is waking up). Trying again in 15 s …`);
});

test.each([429, 500, 502, 503, 504])('an answer of the gateway of status %d passes', async (status) => {
  answers = [says(status, { message: 'Service Unavailable' }), says(200, { items: [] })];
  expect(await client('aws').jobs()).toEqual([]);
});

test('what does not pass ends after a minute and a half, with what to do on AWS and nothing of a laptop', async () => {
  answers = [says(503, { message: 'Service Unavailable' })];
  const error = await failing(client('aws').jobs());
  expect(waits.reduce((sum, one) => sum + one, 0)).toBe(90_000);
  expect(error.message).toBe(`The API at ${url} does not answer (status 503).`);
  expect(error.lines.join('\n')).toMatch(/npm run doctor -- --target aws[^]*npm run logs -- --target aws/);
  expect(error.lines.join('\n')).not.toContain('npm start');
});

test('an address at which nobody has answered yet is not waited for long', async () => {
  server.close();
  const error = await failing(client('aws').jobs());
  expect(waits).toEqual([1_000, 2_000]);
  expect(error).toBeInstanceOf(NoAnswerError);
  expect(error.lines.join('\n')).not.toContain('npm start');
});

test('a refusal is no reason to ask again, and one that is not Alex’s says where to look', async () => {
  answers = [says(403, { message: 'Forbidden' })];
  const error = await failing(client('aws').jobs());
  expect([error.message, error.lines.join()]).toEqual([
    'The API answered GET /jobs with status 403.',
    expect.stringContaining('npm run env'),
  ]);
  answers = [says(401, { title: 'Who is calling is not known', detail: 'The key is not known.' })];
  expect((await failing(client('aws').jobs())).message).toBe('The key is not known.');
  expect([calls.length, waits]).toEqual([2, []]);
});

test('a fleet on this machine is there or is not', async () => {
  answers = [lost];
  const error = await failing(client('laptop').jobs());
  expect([error.lines, waits, calls.length]).toEqual([['Start it with: npm start'], [], 1]);
});

test('a job on AWS that can be asked for no more is said to go on there, with the command for its report', async () => {
  answers = [lost];
  const error = await failing(resultOf(client('aws'), ID, silentProgress, 'aws'));
  expect(error.message).toContain(`It works on without this command, on job ${ID}.`);
  expect(error.lines[0]).toContain(`npm run report -- ${ID} --target aws`);
  expect(`${error.message}${error.lines.join('')}`).not.toContain('npm start');
  expect([reportCommand(ID), reportCommand(undefined), reportCommand(undefined, 'aws')]).toEqual([
    `npm run report -- ${ID}`,
    'npm run report',
    'npm run report -- --target aws',
  ]);
});

test('an analysis whose every answer was lost may have been taken: where it is to be had is said', async () => {
  answers = [lost];
  const error = await failing(performAnalysis(client('aws'), known, silentProgress, undefined, 'aws'));
  expect(error.lines.at(-1)).toBe(
    'It may have taken the analysis all the same: npm run report -- --target aws has the newest.',
  );
});

test.each(['laptop', 'aws'] as const)(
  'a job that failed on %s refers to a log, and not to how it is read',
  async (target) => {
    const times = { createdAt: '2026-11-20T10:00:00.000Z', startedAt: null, finishedAt: '2026-11-20T10:01:00.000Z' };
    const why = 'The analysis stopped 3 times without an end. Its log says more; ask for it again.';
    answers = [
      says(200, { id: ID, status: 'failed', asOf: '2026-11-20', seed: 1, attempt: 3, error: why, steps: [], ...times }),
    ];
    const error = await failing(resultOf(client(target), ID, silentProgress, target));
    expect(error.message).toBe(why);
    expect(error.lines).toContain(`What was logged: npm run logs -- --job ${ID} --target ${target} --since 1d`);
  },
);
