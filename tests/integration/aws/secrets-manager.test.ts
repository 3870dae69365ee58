// Reading a secret: what Secrets Manager answers, refuses, or does not answer at all, on a loopback server of its wire.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginDeadline, endDeadline } from '../../../shared/aws/deadline.ts';
import { readSecret } from '../../../shared/aws/secrets-manager.ts';
import { ConfigurationError, UnavailableError } from '../../../shared/errors.ts';

type Answer = { status: number; body: unknown } | 'hang';

// One server for all: the client is made once, and finds its endpoint then.
let server: Server;
let answers: Answer[] = [];
let asked = 0;
let number = 0;
const before = { ...process.env };
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 'hang';
    asked += 1;
    if (answer === 'hang') return;
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
beforeEach(() => {
  asked = 0;
  number += 1;
  process.env.SECRET_ARN_MARKET_KEYS = `arn:aws:secretsmanager:us-east-1:123456789012:secret:market-keys-${number}`;
});
afterEach(endDeadline);
afterAll(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const secret = (SecretString: string): Answer => ({ status: 200, body: { Name: 'market-keys', SecretString } });
const refusal = (status: number, kind: string): Answer => ({ status, body: { __type: kind, message: kind } });

describe('a secret', () => {
  test('is read once and kept, and read again after five minutes, for it may have been rotated', async () => {
    answers = [secret('{"massive":"one"}'), secret('{"massive":"two"}')];
    expect(await readSecret('market-keys', 0)).toEqual({ massive: 'one' });
    expect(await readSecret('market-keys', 299_000)).toEqual({ massive: 'one' });
    expect(await readSecret('market-keys', 301_000)).toEqual({ massive: 'two' });
    expect(asked).toBe(2);
  });

  test('that is not JSON is refused without being quoted', async () => {
    answers = [secret('pk-secret-123')];
    const failure = await readSecret('market-keys').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigurationError);
    expect(String(failure)).not.toContain('pk-secret');
  });

  test.each(['ResourceNotFoundException', 'AccessDeniedException'])('%s is for good, and asked once', async (kind) => {
    answers = [refusal(400, kind)];
    await expect(readSecret('market-keys')).rejects.toMatchObject({ name: 'ConfigurationError', retryable: false });
    expect(asked).toBe(1);
  });

  test('that was never written, or not as JSON, names itself and the command that writes it', async () => {
    answers = [refusal(400, 'ResourceNotFoundException')];
    await expect(readSecret('market-keys')).rejects.toThrow(
      'The secret market-keys has no value: npm run secrets -- market-keys',
    );
    asked = 0;
    answers = [secret('no JSON')];
    await expect(readSecret('market-keys')).rejects.toThrow('npm run secrets -- market-keys --replace');
  });

  test('is asked for again when the service throttles or fails, and three times at most', async () => {
    answers = [refusal(500, 'InternalServiceError'), secret('{"ok":true}')];
    expect(await readSecret('market-keys')).toEqual({ ok: true });
    asked = 0;
    number += 1;
    process.env.SECRET_ARN_MARKET_KEYS = `arn:aws:secretsmanager:us-east-1:123456789012:secret:other-${number}`;
    answers = [refusal(500, 'InternalServiceError')];
    await expect(readSecret('market-keys')).rejects.toBeInstanceOf(UnavailableError);
    expect(asked).toBe(3);
  });

  test('whose service hangs ends with the invocation’s time, not after it', async () => {
    answers = ['hang'];
    beginDeadline(1400);
    const started = Date.now();
    await expect(readSecret('market-keys')).rejects.toBeInstanceOf(UnavailableError);
    expect(Date.now() - started).toBeLessThan(1400);
  });
});
