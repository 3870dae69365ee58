// Sending a message: what a queue answers that cannot take it, on a loopback server of its wire.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendMessage } from '../../../shared/aws/sqs.ts';
import { UnavailableError } from '../../../shared/errors.ts';

// One server for all: the client is made once, and finds its endpoint then.
let server: Server;
let answer = { status: 500, body: {} };
const before = { ...process.env };
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    QUEUE_URL_ANALYSIS_JOBS: `http://127.0.0.1:${port}/123456789012/analysis-jobs`,
  });
});
afterAll(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a queue on a full disk is an unexpected error that nobody can do anything about', async () => {
  answer = { status: 500, body: { code: 'ERR_SQLITE_ERROR', message: 'database or disk is full' } };
  const sending = sendMessage('analysis-jobs', { jobId: '1' });
  await expect(sending).rejects.toThrow(UnavailableError);
  await expect(sending).rejects.toThrow('The queue analysis-jobs took no message: database or disk is full');
});

test('a message that may not be sent is said to be for a later time', async () => {
  answer = { status: 403, body: { __type: 'com.amazonaws.sqs#AccessDeniedException', message: 'not allowed' } };
  const sending = sendMessage('analysis-jobs', { jobId: '1' });
  await expect(sending).rejects.not.toThrow(UnavailableError);
  await expect(sending).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
