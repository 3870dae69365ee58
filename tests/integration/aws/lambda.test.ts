// Invoking another function: a connection that ends before any answer, on a loopback server.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invokeFunction } from '../../../shared/aws/lambda.ts';

// One server for all: the client is made once, and finds its endpoint then.
let server: Server;
let asked = 0;
const before = { ...process.env };
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    // The first is answered, and its connection kept; the next one on it finds it cut.
    if (asked === 2) {
      request.socket.destroy();
      return;
    }
    request.resume();
    response.end('{"done":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    FUNCTION_NAME_TAGGER: 'tagger',
  });
});
afterAll(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a kept connection that was closed meanwhile loses a step for good', async () => {
  expect(await invokeFunction('tagger', {})).toEqual({ done: true });
  await expect(invokeFunction('tagger', {})).rejects.toMatchObject({ name: 'AgentError', retryable: true });
  expect(asked).toBe(2);
  expect(await invokeFunction('tagger', {})).toEqual({ done: true });
});
