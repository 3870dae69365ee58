// analyze and report against a fleet on AWS: another address and a key of the person's, and nothing else.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'alex-target-'));
const keys: (string | undefined)[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    keys.push(request.headers['x-api-key']?.toString());
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ items: [], next: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(folder, '.env'),
    `AWS_REGION=us-east-1\nFUNCTION_NAME_API=alex-api\nHTTP_API_URL=http://127.0.0.1:${port}\n`,
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function report(env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  const script = join(import.meta.dirname, '../../../scripts/report.ts');
  const { ALEX_API_KEY: _, ...rest } = process.env;
  return new Promise((resolve) => {
    const args = [script, '--target', 'aws', '--out', join(folder, 'out')];
    const child = execFile(process.execPath, args, { env: { ...rest, ...env } }, (_error, _stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stderr });
    });
  });
}

describe('npm run report -- --target aws', () => {
  test('asks the API of the deployment, with the person’s key', async () => {
    const { code, stderr } = await report({ ALEX_ENV_FILE: join(folder, '.env'), ALEX_API_KEY: 'alex_mine' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no analysis yet.')]);
    expect(keys).toEqual(['alex_mine']);
  });

  test('without a key says how to come by one, and asks nobody', async () => {
    const { code, stderr } = await report({ ALEX_ENV_FILE: join(folder, '.env') });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/ALEX_API_KEY is not set[^]*npm run seed -- --person/)]);
    expect(keys).toHaveLength(1);
  });

  test('without a deployment says so', async () => {
    const { code, stderr } = await report({ ALEX_ENV_FILE: join(folder, 'none'), ALEX_API_KEY: 'alex_mine' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('npm run env')]);
  });
});
