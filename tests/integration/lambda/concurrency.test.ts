import { afterEach, describe, expect, test } from '@jest/globals';
import { InvokeCommand, TooManyRequestsException } from '@aws-sdk/client-lambda';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
afterEach(() => fixture.close());

const slow = JSON.stringify({ wait: 300 });

/** Invokes over the wire; the reason where it was throttled. */
async function reasonOf(name: string): Promise<string | undefined> {
  try {
    await fixture.client.send(new InvokeCommand({ FunctionName: name, Payload: slow }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TooManyRequestsException)) throw error;
    expect(error.$metadata.httpStatusCode).toBe(429);
    return error.Reason;
  }
}

describe('invocations beyond a limit are refused with 429 and the reason', () => {
  test('of the function', async () => {
    fixture = await startFixtureHost([{ source: 'counter', config: { reservedConcurrency: 2 } }]);
    const reasons = await Promise.all([1, 2, 3].map(() => reasonOf('counter')));
    expect(reasons.sort()).toEqual(['ReservedFunctionConcurrentInvocationLimitExceeded', undefined, undefined]);
    expect(await reasonOf('counter')).toBeUndefined();
  });

  test('of the account', async () => {
    fixture = await startFixtureHost([{ source: 'counter' }, { source: 'counter', name: 'twin' }], { concurrency: 2 });
    const reasons = await Promise.all(['counter', 'twin', 'twin'].map(reasonOf));
    expect(reasons.sort()).toEqual(['ConcurrentInvocationLimitExceeded', undefined, undefined]);
  });

  test('a reserved concurrency of nought switches a function off', async () => {
    fixture = await startFixtureHost([{ source: 'counter', config: { reservedConcurrency: 0 } }]);
    expect(await reasonOf('counter')).toBe('ReservedFunctionConcurrentInvocationLimitExceeded');
  });
});

test('calls at the same time run side by side, each in its own environment', async () => {
  fixture = await startFixtureHost([{ source: 'counter' }]);
  const answers = await Promise.all([1, 2, 3].map(() => fixture.host.invoke('counter', slow)));
  expect(answers.every((answer) => answer.functionError === undefined)).toBe(true);
  expect(fixture.host.environmentCount()).toBe(3);
});

test('idle environments of other functions make room for a new one', async () => {
  fixture = await startFixtureHost([{ source: 'counter' }, { source: 'counter', name: 'twin' }], { concurrency: 1 });
  for (const name of ['counter', 'twin', 'counter', 'twin']) {
    expect((await fixture.host.invoke(name, '{}')).functionError).toBeUndefined();
    expect(fixture.host.environmentCount()).toBe(1);
  }
});

describe('stopping', () => {
  test('lets what runs end', async () => {
    fixture = await startFixtureHost([{ source: 'counter' }]);
    const running = fixture.host.invoke('counter', slow);
    await fixture.host.stop();
    expect((await running).functionError).toBeUndefined();
    await expect(fixture.host.invoke('counter', '{}')).rejects.toMatchObject({ name: 'ServiceException' });
  });

  test('cuts it after the bound', async () => {
    fixture = await startFixtureHost([{ source: 'fails' }], { stopMilliseconds: 50 });
    const running = fixture.host.invoke('fails', '{"how":"spin"}');
    await fixture.host.stop();
    expect((await running).functionError).toBe('Unhandled');
    expect(fixture.host.environmentCount()).toBe(0);
  });
});
