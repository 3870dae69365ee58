import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { nextEvent } from '../../../../local/lambda/worker/freeze.mjs';

let channel: MessageChannel;
let signal: Int32Array<SharedArrayBuffer>;
beforeEach(() => {
  channel = new MessageChannel();
  signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
});
afterEach(() => {
  channel.port1.close();
});

const event = {
  requestId: 'r1',
  payload: '{}',
  deadline: 0,
  invokedFunctionArn: 'arn',
  traceId: 't1',
  clientContext: undefined,
};
function send(): void {
  channel.port1.postMessage(event);
  Atomics.add(signal, 0, 1);
}

test('an event that is there already does not wait for a collection', () => {
  let collections = 0;
  send();
  expect(nextEvent(channel.port2, signal, { after: 0, collect: () => (collections += 1) })).toEqual(event);
  expect(collections).toBe(0);
});

test('an event that comes while memory is collected is not slept through', () => {
  expect(nextEvent(channel.port2, signal, { after: 0, collect: send })).toEqual(event);
});

/** Sends the event, from another thread, once the gate is open. */
const sender = `
const { port, signal, gate } = require('node:worker_threads').workerData;
require('node:worker_threads').parentPort.postMessage('ready');
Atomics.wait(gate, 0, 0);
port.postMessage(${JSON.stringify(event)});
Atomics.add(signal, 0, 1);
Atomics.notify(signal, 0);
`;

test('however long a freeze lasts, it collects once', async () => {
  const gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = channel;
  const worker = new Worker(sender, { eval: true, workerData: { port: port1, signal, gate }, transferList: [port1] });
  await once(worker, 'message');
  let collections = 0;
  const collect = (): void => {
    collections += 1;
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  expect(nextEvent(port2, signal, { after: 0, collect })).toMatchObject({ requestId: 'r1' });
  expect(collections).toBe(1);
  await worker.terminate();
});
