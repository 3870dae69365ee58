import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
beforeAll(async () => {
  fixture = await startFixtureHost(
    [
      { source: 'fails', config: { timeout: 20, memory: 128 } },
      { source: 'fails', name: 'short', config: { timeout: 1 } },
      { source: 'no-handler' },
      { source: 'init-throws' },
      { source: 'init-hangs' },
      { source: 'init-spins' },
      { source: 'syntax' },
      { source: 'outside-import' },
      { source: 'callback' },
    ],
    { initMilliseconds: 3000 },
  );
});
afterAll(() => fixture.close());

async function invoke(
  name: string,
  event: object = {},
): Promise<{ functionError: string | undefined; error: unknown; log: string }> {
  const { functionError, payload, logTail } = await fixture.host.invoke(name, JSON.stringify(event));
  return { functionError, error: JSON.parse(Buffer.from(payload).toString('utf8')), log: logTail };
}
/** Calls the environment has seen, counting this one. */
const callsNow = async (name = 'fails'): Promise<unknown> => (await invoke(name, { how: 'no' })).error;

describe('a handler that throws', () => {
  test('is reported with type, message and trace, and its environment lives on', async () => {
    await callsNow();
    const { functionError, error, log } = await invoke('fails', { how: 'throw' });
    expect(functionError).toBe('Unhandled');
    expect(error).toEqual({
      errorType: 'PriceMissingError',
      errorMessage: 'no price for VTI',
      trace: expect.arrayContaining([expect.stringContaining('index.mjs')]),
    });
    expect(log).toMatch(/\tERROR\tInvoke Error\t{"errorType":"PriceMissingError"/);
    expect(await callsNow()).not.toEqual({ calls: 1 });
  });

  test.each([
    ['throw-string', { errorType: 'string', errorMessage: 'just words' }],
    ['circular', { errorType: 'TypeError', errorMessage: expect.stringContaining('circular') }],
    ['function', { errorType: 'Runtime.JSONStringifyError' }],
  ])('%s', async (how, expected) => {
    const { functionError, error } = await invoke('fails', { how });
    expect([functionError, error]).toMatchObject(['Unhandled', expected]);
  });
});

describe('an environment that ends is reported, and the next call gets a new one', () => {
  const killed = expect.stringMatching(/^RequestId: \S+ Error: Runtime exited with error: signal: killed$/);
  test.each([
    ['spin', 'Sandbox.Timedout', expect.stringMatching(/^\d{4}-\S+Z \S+ Task timed out after 1\.00 seconds$/)],
    ['sleep', 'Sandbox.Timedout', expect.stringContaining('Task timed out after 1.00 seconds')],
    ['exit', 'Runtime.ExitError', expect.stringMatching(/ Error: Runtime exited with error: exit status 7$/)],
    ['exit-quietly', 'Runtime.ExitError', expect.stringMatching(/ Error: Runtime exited without providing a reason$/)],
    ['never', 'Runtime.NodeJsExit', expect.stringContaining('a Promise that was never settled')],
    ['uncaught', 'TypeError', 'thrown by a timer'],
    ['rejection', 'Runtime.UnhandledPromiseRejection', 'Error: nobody listens'],
    ['memory', 'Runtime.ExitError', killed],
    ['buffers', 'Runtime.ExitError', killed],
    ['grow', 'Runtime.ExitError', killed],
  ])('%s: %s', async (how, errorType, errorMessage) => {
    const name = errorType === 'Sandbox.Timedout' ? 'short' : 'fails';
    const { functionError, error, log } = await invoke(name, { how });
    expect([functionError, error]).toMatchObject(['Unhandled', { errorType, errorMessage }]);
    expect(log).toMatch(/\nEND RequestId: \S+\nREPORT RequestId: .*\tStatus: (timeout|error)/);
    // Who looks there sees why it died.
    if (errorMessage === killed) expect(log).toContain('\tMax Memory Used: 128 MB\t');
    expect(await callsNow(name)).toEqual({ calls: 1 });
  });
});

describe('a function that cannot be loaded', () => {
  test.each([
    ['no-handler', 'Runtime.HandlerNotFound', 'index.handler is undefined or not exported'],
    ['init-throws', 'RangeError', 'cannot start'],
    ['init-hangs', 'Runtime.NodeJsExit', expect.anything()],
    ['init-spins', 'Sandbox.Timedout', expect.stringContaining('Task timed out after 3.00 seconds')],
    ['syntax', 'Runtime.UserCodeSyntaxError', expect.stringContaining('SyntaxError')],
    ['outside-import', 'Runtime.ImportModuleError', expect.stringContaining("Cannot find package 'zod'")],
    ['callback', 'Runtime.CallbackHandlerDeprecated', expect.anything()],
  ])('%s: %s', async (name, errorType, errorMessage) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { functionError, error, log } = await invoke(name);
      expect([functionError, error]).toMatchObject(['Unhandled', { errorType, errorMessage }]);
      expect(log).toContain('REPORT RequestId');
    }
  });
});
