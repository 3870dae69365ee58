// Aurora that is paused: the API says when to come back, in time for the gateway, and does not call it an error of its own.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { startTestFleet } from '../../setup/fleet.ts';
import { call } from './client.ts';

test('a database that is waking up: 503 with Retry-After', async () => {
  const asleep = createServer((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json', 'x-amzn-errortype': 'DatabaseResumingException' });
    response.end(JSON.stringify({ message: 'The Aurora DB instance is resuming after being auto-paused.' }));
  }).listen(0, '127.0.0.1');
  await once(asleep, 'listening');
  const { port } = asleep.address() as AddressInfo;
  // The less time it has, the sooner it gives up waiting.
  const api = { timeout: 3, environment: { AWS_ENDPOINT_URL_RDS_DATA: `http://127.0.0.1:${port}` } };
  const { fleet, apiKey, stop } = await startTestFleet({ overrides: { api } });
  try {
    const answer = await call(fleet.apiUrl, 'GET /user', { key: apiKey });
    expect(answer).toMatchObject({
      status: 503,
      type: 'application/problem+json',
      body: { type: 'urn:alex:problem:unavailable', detail: 'The database is waking up.' },
    });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await stop();
    asleep.close();
  }
}, 60_000);
