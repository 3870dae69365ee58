import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { eventually } from '../../setup/eventually.ts';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
beforeAll(async () => {
  process.env.PLANTED = 'from the parent';
  fixture = await startFixtureHost(
    [
      { source: 'inspect', environment: { COLOUR: 'green', AWS_LAMBDA_FUNCTION_NAME: 'spoofed' } },
      { source: 'counter' },
      { source: 'counter', name: 'twin' },
      { source: 'calls' },
      { source: 'counter', name: 'napping' },
    ],
    { idleMilliseconds: 60_000 },
  );
});
afterAll(async () => {
  delete process.env.PLANTED;
  await fixture.close();
});

async function invoke<T>(name: string, event: object = {}): Promise<T> {
  const { payload, functionError } = await fixture.host.invoke(name, JSON.stringify(event));
  const text = Buffer.from(payload).toString('utf8');
  if (functionError) throw new Error(text);
  return JSON.parse(text) as T;
}
interface Count {
  calls: number;
  ticks: number;
}

describe('isolation', () => {
  test('a function sees its own variables and none of the parent', async () => {
    const { env } = await invoke<{ env: Record<string, string> }>('inspect');
    expect(env).toMatchObject({
      COLOUR: 'green',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'inspect',
      _HANDLER: 'index.handler',
    });
    const known = /^(COLOUR|AWS_.*|LAMBDA_TASK_ROOT|_HANDLER|_X_AMZN_TRACE_ID|LANG|TZ)$/;
    expect(Object.keys(env).filter((name) => !known.test(name))).toEqual([]);
  });

  test("a package of the project's own node_modules is not found", async () => {
    const { imported } = await invoke<{ imported: string }>('inspect', { import: 'zod' });
    expect(imported).toContain("Cannot find package 'zod'");
  });

  test('two functions share nothing, though their code is the same', async () => {
    await invoke('twin');
    await invoke('twin');
    expect((await invoke<Count>('counter')).calls).toBe(1);
  });
});

describe('between two calls', () => {
  test('the environment is kept: module state survives', async () => {
    const { calls } = await invoke<Count>('counter');
    expect((await invoke<Count>('counter')).calls).toBe(calls + 1);
  });

  test('it is frozen: a timer of the first call does not tick', async () => {
    await invoke<Count>('napping');
    await new Promise((resolve) => setTimeout(resolve, 300)); // 60 ticks, if it ran.
    expect((await invoke<Count>('napping')).ticks).toBeLessThanOrEqual(2);
    expect((await invoke<Count>('napping', { wait: 200 })).ticks).toBeGreaterThan(5);
  });

  describe('a kept-alive connection that the other side closes meanwhile', () => {
    let server: Server;
    let port = 0;
    beforeAll(async () => {
      server = createServer((_, response) => response.end());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      port = typeof address === 'object' && address ? address.port : 0;
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    test('is noticed before the handler uses it', async () => {
      for (let i = 0; i < 10; i += 1) {
        expect(await invoke<number>('calls', { port })).toBe(200);
        server.closeAllConnections();
      }
    });
  });
});

test('an environment that nobody uses is ended', async () => {
  const short = await startFixtureHost([{ source: 'counter' }], { idleMilliseconds: 30 });
  await short.host.invoke('counter', '{}');
  expect(short.host.environmentCount()).toBe(1);
  await eventually(() => {
    expect(short.host.environmentCount()).toBe(0);
  });
  const { payload } = await short.host.invoke('counter', '{}');
  expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ calls: 1 });
  await short.close();
});
