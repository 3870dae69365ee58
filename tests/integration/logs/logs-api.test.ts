import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { createLogStore } from '../../../local/logs/log-store.ts';
import { startLogsServer } from '../../../local/logs/server.ts';

const times = [1000, 1000, 2000, 3000, 4000];
let now = 0;
const store = createLogStore({ now: () => now });
let server: Awaited<ReturnType<typeof startLogsServer>>;
let client: CloudWatchLogsClient;

beforeAll(async () => {
  server = await startLogsServer(store);
  client = new CloudWatchLogsClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  for (const [index, time] of times.entries()) {
    now = time;
    store.append(
      '/aws/lambda/api',
      index % 2 === 0 ? 'one' : 'two',
      `{"level":"${index > 2 ? 'ERROR' : 'INFO'}","n":${index}}`,
    );
  }
  store.createGroup('/aws/lambda/planner');
  store.createGroup('/other');
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

const messages = async (input: Partial<ConstructorParameters<typeof FilterLogEventsCommand>[0]>): Promise<string[]> => {
  const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName: '/aws/lambda/api', ...input }));
  return events.map((event) => event.message?.match(/\d+(?=}$)/)?.[0] ?? '');
};

describe('FilterLogEvents', () => {
  test('gives whole events, oldest first, from every stream', async () => {
    const { events } = await client.send(new FilterLogEventsCommand({ logGroupName: '/aws/lambda/api' }));
    expect(events).toHaveLength(5);
    expect(events?.[1]).toEqual({
      eventId: expect.stringMatching(/^\d{56}$/),
      timestamp: 1000,
      ingestionTime: 1000,
      logStreamName: 'two',
      message: '{"level":"INFO","n":1}',
    });
  });

  test.each([
    [{ startTime: 2000 }, ['2', '3', '4']],
    [{ endTime: 2000 }, ['0', '1', '2']],
    [{ startTime: 1500, endTime: 3500 }, ['2', '3']],
    [{ logStreamNames: ['two'] }, ['1', '3']],
    [{ logStreamNamePrefix: 'o' }, ['0', '2', '4']],
    [{ filterPattern: '{ $.level = "ERROR" }' }, ['3', '4']],
    [{ filterPattern: 'INFO', startTime: 1001 }, ['2']],
    [{ limit: 2 }, ['0', '1']],
    [
      { logGroupName: undefined, logGroupIdentifier: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api' },
      ['0', '1', '2', '3', '4'],
    ],
  ])('%j', async (input, expected) => {
    expect(await messages(input)).toEqual(expected);
  });

  test('pages lose and repeat nothing, though two events have the same time', async () => {
    const seen: (string | undefined)[] = [];
    const pages = paginateFilterLogEvents({ client, pageSize: 1 }, { logGroupName: '/aws/lambda/api', limit: 1 });
    for await (const page of pages) seen.push(...(page.events ?? []).map((event) => event.eventId));
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test('a page ends at a megabyte', async () => {
    for (let i = 0; i < 5; i += 1) store.append('/large', 's', String(i).repeat(400_000));
    const first = await client.send(new FilterLogEventsCommand({ logGroupName: '/large' }));
    expect(first.events).toHaveLength(2);
    const second = await client.send(
      new FilterLogEventsCommand({ logGroupName: '/large', nextToken: first.nextToken }),
    );
    expect(second.events?.[0]?.message?.[0]).toBe('2');
  });

  test.each([
    [{ logGroupName: '/absent' }, 'ResourceNotFoundException'],
    [{ logStreamNames: ['absent'] }, 'ResourceNotFoundException'],
    [{ filterPattern: '{ $.level = ' }, 'InvalidParameterException'],
    [{ nextToken: 'made-up' }, 'InvalidParameterException'],
    [{ limit: 0 }, 'InvalidParameterException'],
    [{ logGroupName: undefined }, 'InvalidParameterException'],
    [{ logStreamNames: ['one'], logStreamNamePrefix: 'o' }, 'InvalidParameterException'],
  ])('%j is refused with %s', async (input, name) => {
    await expect(messages(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });
});

describe('DescribeLogGroups', () => {
  const names = async (input: object): Promise<(string | undefined)[]> => {
    const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand(input));
    return logGroups.map((group) => group.logGroupName);
  };

  test('lists groups by name, also those without events', async () => {
    expect(await names({ logGroupNamePrefix: '/aws/lambda/' })).toEqual(['/aws/lambda/api', '/aws/lambda/planner']);
    expect(await names({ logGroupNamePattern: 'PLAN' })).toEqual(['/aws/lambda/planner']);
    expect(await names({ logGroupNamePrefix: '/none' })).toEqual([]);
  });

  test('says what a group holds', async () => {
    const { logGroups } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/api' }));
    expect(logGroups?.[0]).toMatchObject({
      arn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/api:*',
      storedBytes: expect.any(Number),
      creationTime: 1000,
    });
  });

  test('pages', async () => {
    const seen: (string | undefined)[] = [];
    for await (const page of paginateDescribeLogGroups({ client }, { limit: 1, logGroupNamePrefix: '/aws' })) {
      seen.push(...(page.logGroups ?? []).map((group) => group.logGroupName));
    }
    expect(seen).toEqual(['/aws/lambda/api', '/aws/lambda/planner']);
  });
});

describe('DescribeLogStreams', () => {
  test('orders by name, or by last event', async () => {
    const byName = await client.send(new DescribeLogStreamsCommand({ logGroupName: '/aws/lambda/api' }));
    expect(byName.logStreams?.map((stream) => stream.logStreamName)).toEqual(['one', 'two']);
    const newest = await client.send(
      new DescribeLogStreamsCommand({
        logGroupName: '/aws/lambda/api',
        orderBy: 'LastEventTime',
        descending: true,
        limit: 1,
      }),
    );
    expect(newest.logStreams).toMatchObject([
      { logStreamName: 'one', firstEventTimestamp: 1000, lastEventTimestamp: 4000 },
    ]);
    const rest = await client.send(
      new DescribeLogStreamsCommand({
        logGroupName: '/aws/lambda/api',
        orderBy: 'LastEventTime',
        descending: true,
        nextToken: newest.nextToken,
      }),
    );
    expect(rest.logStreams?.map((stream) => stream.logStreamName)).toEqual(['two']);
  });

  test('an unknown group is ResourceNotFoundException', async () => {
    await expect(client.send(new DescribeLogStreamsCommand({ logGroupName: '/absent' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('what the service does not do is answered, not crashed over', () => {
  test('an action that is not here', async () => {
    const command = new PutRetentionPolicyCommand({ logGroupName: '/other', retentionInDays: 7 });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  test('a body that is not JSON, and a request without a signature', async () => {
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(server.url, {
        method: 'POST',
        body: '{',
        headers: { 'x-amz-target': 'Logs_20140328.FilterLogEvents', ...headers },
      });
    const torn = await post({ authorization: 'AWS4-HMAC-SHA256 Credential=local' });
    expect([torn.status, await torn.json()]).toEqual([
      400,
      expect.objectContaining({ __type: 'SerializationException' }),
    ]);
    expect((await post({})).status).toBe(403);
  });
});
