import { afterEach, expect, test } from '@jest/globals';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { eventually } from '../../setup/eventually.ts';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
afterEach(() => fixture.close());

/** Waits for a line in a function's log. */
async function logged(name: string, text: string): Promise<string[]> {
  let messages: string[] = [];
  await eventually(() => {
    messages = [...fixture.logs.group(`/aws/lambda/${name}`).events()].map((event) => event.message);
    expect(messages).toContainEqual(expect.stringContaining(text));
  });
  return messages;
}
const send = async (name: string, event: object): Promise<string | undefined> => {
  const command = new InvokeCommand({ FunctionName: name, InvocationType: 'Event', Payload: JSON.stringify(event) });
  const { StatusCode, $metadata } = await fixture.client.send(command);
  expect(StatusCode).toBe(202);
  return $metadata.requestId;
};

test('an event is accepted before it runs, and then runs once', async () => {
  fixture = await startFixtureHost([{ source: 'counter' }]);
  const id = await send('counter', { wait: 1000 });
  const atOnce = [...fixture.logs.group('/aws/lambda/counter').events()].map((event) => event.message);
  expect(atOnce.filter((message) => message.startsWith('REPORT'))).toEqual([]);
  const messages = await logged('counter', `REPORT RequestId: ${id ?? ''}`);
  expect(messages.filter((message) => message.startsWith('START'))).toHaveLength(1);
});

test('a failing event runs three times under one id, and is then dropped and logged', async () => {
  fixture = await startFixtureHost([{ source: 'fails' }], { retryDelays: [10, 20] });
  const id = await send('fails', { how: 'throw' });
  const messages = await logged('fails', 'is dropped after 3 failed attempts');
  expect(messages.filter((message) => message === `START RequestId: ${id ?? ''} Version: $LATEST`)).toHaveLength(3);
});

test('a throttled event waits, and is not counted as failed', async () => {
  fixture = await startFixtureHost([{ source: 'counter', config: { reservedConcurrency: 1 } }], { retryDelays: [] });
  const [, second] = [await send('counter', { wait: 200 }), await send('counter', {})];
  await logged('counter', `REPORT RequestId: ${second ?? ''}`);
});

test('what waits for its retry does not keep a stopping host', async () => {
  fixture = await startFixtureHost([{ source: 'fails' }], { retryDelays: [60_000] });
  await send('fails', { how: 'throw' });
  await logged('fails', 'REPORT');
  const begun = performance.now();
  await fixture.host.stop();
  expect(performance.now() - begun).toBeLessThan(5000);
});
