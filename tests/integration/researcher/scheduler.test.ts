// The scheduler's function against a researcher of ours that misbehaves.
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { look } from '../../../lambdas/scheduler/look.ts';
import { research } from '../../../lambdas/scheduler/research.ts';
import { beginDeadline, endDeadline } from '../../../shared/aws/deadline.ts';

const id = '0190b6a2-3f4e-4c1d-9a55-2b1c3d4e5f60';
const scheduledFor = '2026-11-20T10:00:00.000Z';
type Answer = [status: number, body: unknown];
const completed: Answer = [200, { status: 'completed', error: null, degraded: null }];
const failed: Answer = [200, { status: 'failed', error: 'No page.', degraded: null }];

let server: Server;
let url = '';
let answers: Answer[] = [];
let asked: string[] = [];
// One server for all: the client of Secrets Manager keeps its address.
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue') {
        response.end(JSON.stringify({ SecretString: '{"key":"k-0123456789"}' }));
        return;
      }
      asked.push(`${request.method ?? ''} ${request.url ?? ''} ${body} ${String(request.headers['x-api-key'])}`);
      const [status, answer] = answers.shift() ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
    SECRET_ARN_RESEARCHER_KEY: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:researcher-key-abcdef',
    ...{ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' },
  });
});
beforeEach(() => {
  [answers, asked] = [[], []];
});
afterEach(endDeadline);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('asks with the moment and the key, tries again while nobody answers for it, and follows the run', async () => {
  answers = [[503, {}], [202, { id }], completed];
  expect(await research(url, scheduledFor)).toEqual({ id, status: 'completed' });
  expect(asked).toEqual([
    `POST /research {"scheduledFor":"${scheduledFor}"} k-0123456789`,
    `POST /research {"scheduledFor":"${scheduledFor}"} k-0123456789`,
    `GET /research/${id}  k-0123456789`,
  ]);
});

test('whoever tries the function begins no run, and learns that the key is refused', async () => {
  answers = [
    [200, { idle: false }],
    [401, { detail: 'This key is not the researcher’s.' }],
  ];
  expect(await look(url)).toEqual({ idle: false });
  await expect(look(url)).rejects.toThrow('This key is not the researcher’s.');
  expect(asked).toEqual(Array(2).fill('GET /research  k-0123456789'));
});

test('a refusal is not tried again, and says what the researcher said', async () => {
  answers = [[401, { detail: 'This key is not the researcher’s.' }]];
  await expect(research(url, scheduledFor)).rejects.toMatchObject({
    retryable: false,
    message: expect.stringContaining('This key is not the researcher’s.'),
  });
  expect(asked).toHaveLength(1);
});

test('a run that failed, with no time to begin it again, fails the invocation with its reason', async () => {
  beginDeadline(20_000);
  answers = [[202, { id }], failed];
  await expect(research(url, scheduledFor)).rejects.toThrow('No page.');
});

test('an answer that it cannot be is an error and no success', async () => {
  answers = [[202, { id: 'nonsense' }]];
  await expect(research(url, scheduledFor)).rejects.toThrow('answered what it should not');
});

test('tries end before the function’s time does, and the failure is thrown', async () => {
  beginDeadline(7_000);
  await expect(research(url, scheduledFor)).rejects.toMatchObject({ retryable: true });
  expect(asked.length).toBeLessThan(4);
});
