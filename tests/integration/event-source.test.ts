import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SQSEvent } from 'aws-lambda';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InvokeResult, Invoker } from '../../local/invoker.ts';
import { startEventSource, type EventSource } from '../../local/queues/event-source.ts';
import { startQueueServer, type QueueServer } from '../../local/queues/queue-server.ts';
import { eventually } from '../setup/eventually.ts';

const region = 'eu-central-1';
let folder: string;
let queues: QueueServer;
let client: SQSClient;
let source: EventSource | undefined;
let problems: string[];

async function open(): Promise<void> {
  queues = await startQueueServer({ folder, port: 0, region, onError: (error) => problems.push(String(error)) });
  client = new SQSClient({
    endpoint: queues.url,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

async function close(): Promise<void> {
  await source?.stop(100);
  source = undefined;
  client.destroy();
  await queues.close();
}

function declare(options: { visibility?: number; maxReceives?: number } = {}): void {
  queues.declareQueue('work-dlq', {});
  queues.declareQueue('work', {
    VisibilityTimeout: String(options.visibility ?? 30),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: queues.queueArn('work-dlq'),
      maxReceiveCount: options.maxReceives ?? 3,
    }),
  });
}

/** Starts the mapping over a function given as code; what it returns is its answer, what it throws its error. */
function map(
  handler: (event: SQSEvent) => unknown,
  options: { batchSize?: number; maximumConcurrency?: number } = {},
): void {
  const invoker: Invoker = {
    invoke: async (_name, payload): Promise<InvokeResult> => {
      try {
        const value: unknown = await handler(JSON.parse(String(payload)) as SQSEvent);
        return { status: 200, payload: JSON.stringify(value ?? null) };
      } catch (error) {
        return { status: 200, functionError: 'Unhandled', payload: JSON.stringify({ errorMessage: String(error) }) };
      }
    },
  };
  source = startEventSource({
    client,
    invoker,
    functionName: 'worker',
    queueUrl: queues.queueUrl('work'),
    queueArn: queues.queueArn('work'),
    region,
    batchSize: options.batchSize ?? 1,
    maximumConcurrency: options.maximumConcurrency ?? 2,
    releasePolls: queues.releasePolls,
    onProblem: (problem) => problems.push(problem),
  });
}

const send = (MessageBody: string) =>
  client.send(new SendMessageCommand({ QueueUrl: queues.queueUrl('work'), MessageBody }));

async function sendTogether(bodies: string[]): Promise<Map<string, string>> {
  const { Successful } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queues.queueUrl('work'),
      Entries: bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody })),
    }),
  );
  return new Map(Successful?.map((entry) => [bodies[Number(entry.Id)] ?? '', entry.MessageId ?? '']));
}

/** Messages waiting and in flight. */
async function counts(queue = 'work'): Promise<[visible: number, inFlight: number]> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queues.queueUrl(queue), AttributeNames: ['All'] }),
  );
  return [Number(Attributes?.ApproximateNumberOfMessages), Number(Attributes?.ApproximateNumberOfMessagesNotVisible)];
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alex-queues-'));
  problems = [];
  await open();
  declare();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

describe('delivery', () => {
  test('a sent message reaches the function as a whole SQS event, soon, and is deleted', async () => {
    const events: [SQSEvent, number][] = [];
    map((event) => void events.push([event, performance.now()]));
    await send('warm');
    await eventually(() => {
      expect(events).toHaveLength(1);
    });
    const sentAt = performance.now();
    const { MessageId, MD5OfMessageBody } = await client.send(
      new SendMessageCommand({
        QueueUrl: queues.queueUrl('work'),
        MessageBody: '{"jobId":"j"}',
        MessageAttributes: {
          trace: { DataType: 'String', StringValue: 'abc' },
          bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 255]) },
        },
      }),
    );
    await eventually(() => {
      expect(events).toHaveLength(2);
    });
    const [event, receivedAt] = events[1] ?? [];
    const record = event?.Records[0];
    expect(record).toMatchObject({
      messageId: MessageId,
      body: '{"jobId":"j"}',
      md5OfBody: MD5OfMessageBody,
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:000000000000:work`,
      awsRegion: region,
      messageAttributes: {
        trace: { dataType: 'String', stringValue: 'abc', stringListValues: [], binaryListValues: [] },
        bytes: { dataType: 'Binary', binaryValue: 'AQL/' },
      },
    });
    expect(record?.attributes.ApproximateReceiveCount).toBe('1');
    expect(Number(record?.attributes.SentTimestamp)).toBeGreaterThan(1.7e12);
    expect(record?.receiptHandle).not.toBe('');
    // A long poll is waiting: a message that had to wait for the next one would come seconds later, however busy the machine.
    expect((receivedAt ?? Infinity) - sentAt).toBeLessThan(10_000);
    await eventually(async () => {
      expect(await counts()).toEqual([0, 0]);
    });
  });

  test('never more invocations than the maximum, and every message in the end', async () => {
    let running = 0;
    let most = 0;
    const seen = new Set<string>();
    const three = Promise.withResolvers<undefined>();
    map(
      async (event) => {
        most = Math.max(most, ++running);
        // The first ones stay until three run side by side: how fast they come does not matter.
        if (running === 3) three.resolve(undefined);
        await three.promise;
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        for (const record of event.Records) seen.add(record.body);
      },
      { maximumConcurrency: 3 },
    );
    await sendTogether(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    await eventually(() => {
      expect(seen.size).toBe(9);
    });
    expect(most).toBe(3);
  });

  test('a batch is at most its size', async () => {
    await sendTogether(['1', '2', '3', '4', '5']);
    const sizes: number[] = [];
    map((event) => void sizes.push(event.Records.length), { batchSize: 2, maximumConcurrency: 2 });
    await eventually(() => {
      expect(sizes.reduce((a, b) => a + b, 0)).toBe(5);
    });
    expect(Math.max(...sizes)).toBe(2);
  });
});

describe('an answer that names failures', () => {
  test('keeps those messages and deletes the others', async () => {
    const ids = await sendTogether(['good', 'bad', 'fine']);
    const batches: string[][] = [];
    map(
      (event) => {
        batches.push(event.Records.map((record) => record.body));
        return { batchItemFailures: [{ itemIdentifier: ids.get('bad') }] };
      },
      { batchSize: 10 },
    );
    await eventually(async () => {
      expect(batches).toHaveLength(1);
      expect(await counts()).toEqual([0, 1]);
    });
  });

  test.each([
    ['null', null],
    ['no list', {}],
    ['an empty list', { batchItemFailures: [] }],
    ['a null list', { batchItemFailures: null }],
  ])('%s: all are done', async (_what, response) => {
    map(() => response);
    await send('x');
    await eventually(async () => {
      expect(await counts()).toEqual([0, 0]);
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ['an unknown id', { batchItemFailures: [{ itemIdentifier: 'nobody' }] }],
    ['an empty id', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a misspelt name', { batchItemFailures: [{ itemIdentifer: 'x' }] }],
    ['no list', { batchItemFailures: 'x' }],
    ['text', 'done'],
  ])('%s: none is done, and the log says so', async (_what, response) => {
    map(() => response, { batchSize: 2 });
    await sendTogether(['1', '2']);
    await eventually(() => {
      expect(problems.join()).toMatch(/stays in the queue/);
    });
    expect((await counts())[1]).toBe(2);
  });
});

describe('a function that fails', () => {
  test('gets the message again after the visibility timeout, counted', async () => {
    declare({ visibility: 1 });
    const received: string[] = [];
    map((event) => {
      received.push(event.Records[0]?.attributes.ApproximateReceiveCount ?? '');
      if (received.length === 1) throw new Error('not yet');
    });
    await send('x');
    await eventually(async () => {
      expect(received).toEqual(['1', '2']);
      expect(await counts()).toEqual([0, 0]);
    });
  });

  test('again and again: the message ends in the dead-letter queue, untouched', async () => {
    declare({ visibility: 1, maxReceives: 2 });
    let receives = 0;
    map(() => {
      receives += 1;
      throw new Error('poison');
    });
    await send('poison');
    await eventually(async () => {
      expect(await counts('work-dlq')).toEqual([1, 0]);
    });
    expect(receives).toBe(2);
    expect(await counts()).toEqual([0, 0]);
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl: queues.queueUrl('work-dlq') }));
    expect(Messages?.[0]?.Body).toBe('poison');
  });
});

describe('a restart', () => {
  test('keeps messages, answers with the new port, and gives back what was in flight', async () => {
    let taken = 0;
    map(() => {
      taken += 1;
      return new Promise(() => undefined);
    });
    await sendTogether(['in flight', 'too', 'waiting']);
    await eventually(async () => {
      expect(taken).toBe(2);
      expect(await counts()).toEqual([1, 2]);
    });
    const before = queues.url;
    await close();

    await open();
    expect(queues.url).not.toBe(before);
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    expect(QueueUrl).toBe(`${queues.url}/000000000000/work`);
    declare();
    const received = new Map<string, string>();
    map((event) => {
      for (const { body, attributes } of event.Records) received.set(body, attributes.ApproximateReceiveCount);
    });
    await eventually(() => {
      expect(Object.fromEntries(received)).toEqual({ 'in flight': '2', too: '2', waiting: '1' });
    });
  });

  test('in another region keeps them too', async () => {
    await send('x');
    await close();
    queues = await startQueueServer({ folder, port: 0, region: 'us-west-2', onError: () => undefined });
    client = new SQSClient({
      endpoint: queues.url,
      region: 'us-west-2',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    declare();
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'work' }));
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.[0]?.Body).toBe('x');
    expect(queues.queueArn('work')).toBe('arn:aws:sqs:us-west-2:000000000000:work');
  });
});

test('stopping lets the running invocation end and its message go', async () => {
  let ended = false;
  let started = false;
  map(async () => {
    started = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    ended = true;
  });
  await send('x');
  await eventually(() => {
    expect(started).toBe(true);
  });
  await source?.stop(5_000);
  expect(ended).toBe(true);
  expect(await counts()).toEqual([0, 0]);
  await send('later');
  expect(await counts()).toEqual([1, 0]);
});

test('what is ended because it outlasted the stop is no problem that anyone is told of', async () => {
  const end = Promise.withResolvers<never>();
  let started = false;
  map(() => {
    started = true;
    return end.promise;
  });
  await send('x');
  await eventually(() => {
    expect(started).toBe(true);
  });
  await source?.stop(10);
  end.reject(new Error('exit status 1'));
  expect(await counts()).toEqual([0, 1]);
  expect(problems).toEqual([]);
});

test('a long poll whose client has gone takes no message', async () => {
  const abort = new AbortController();
  const command = new ReceiveMessageCommand({ QueueUrl: queues.queueUrl('work'), WaitTimeSeconds: 20 });
  const poll = client.send(command, { abortSignal: abort.signal }).catch((error: unknown) => error);
  await counts();
  abort.abort();
  await poll;
  await counts();
  await send('x');
  await eventually(async () => {
    expect(await counts()).toEqual([1, 0]);
  }, 1_000);
});

test('a message made visible at once is there at once, and after a restart', async () => {
  await send('x');
  const QueueUrl = queues.queueUrl('work');
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  const { ReceiptHandle } = Messages?.[0] ?? {};
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  expect(await counts()).toEqual([1, 0]);
  await close();
  await open();
  expect((await client.send(new ReceiveMessageCommand({ QueueUrl: queues.queueUrl('work') }))).Messages).toHaveLength(
    1,
  );
});

test('a message over 1 MiB is refused as on AWS', async () => {
  await expect(send('x'.repeat(1_048_577))).rejects.toThrow(/1048576/);
});

test('a page of another origin cannot send: a request without a signature is refused', async () => {
  const reply = await fetch(queues.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
    body: JSON.stringify({ QueueUrl: queues.queueUrl('work'), MessageBody: 'x' }),
  });
  expect(reply.status).toBe(403);
  expect(await counts()).toEqual([0, 0]);
});

test('a damaged store says so and names the folder', async () => {
  const damaged = join(folder, 'damaged');
  rmSync(damaged, { recursive: true, force: true });
  const other = await startQueueServer({ folder: damaged, port: 0, region, onError: () => undefined });
  await other.close();
  writeFileSync(join(damaged, 'fauxqs.db'), 'not a database at all, but long enough to be read as one'.repeat(100));
  const starting = startQueueServer({ folder: damaged, port: 0, region, onError: () => undefined });
  await expect(starting).rejects.toMatchObject({
    code: 'data_folder_corrupt',
    message: expect.stringContaining(damaged),
  });
});
