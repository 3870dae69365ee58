import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startFleet, type Fleet } from '../../local/fleet.ts';
import { findRunningFleet } from '../../local/lock.ts';
import { eventually } from '../setup/eventually.ts';
import { fleetFixtures } from '../fixtures/fleet/functions.ts';
import { packageFixtures } from '../setup/package-fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'alex-fleet-'));
const dist = join(root, 'dist');
const dataFolder = join(root, 'data');
const problems: string[] = [];
let fleet: Fleet;
const client = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

const prepared: string[] = [];

beforeAll(async () => {
  await packageFixtures(dist, fleetFixtures);
  fleet = await startFleet({
    dist,
    dataFolder,
    overrides: { worker: { timeout: 1, environment: { EXTRA: 'yes' } } },
    prepare: async (environment) => {
      const data = new RDSDataClient({ ...client, endpoint: environment.AWS_ENDPOINT_URL_RDS_DATA ?? '' });
      await data.send(
        new ExecuteStatementCommand({
          resourceArn: environment.DATABASE_CLUSTER_ARN,
          secretArn: environment.DATABASE_SECRET_ARN,
          database: environment.DATABASE_NAME,
          sql: 'CREATE TABLE seen (body text, receives int)',
        }),
      );
      prepared.push('table made');
    },
    onProblem: ({ message, cause }) => problems.push(`${message} ${cause instanceof Error ? cause.message : ''}`),
  });
}, 60_000);
afterAll(async () => {
  await fleet.stop();
  rmSync(root, { recursive: true, force: true });
});

async function rows(): Promise<string[]> {
  const data = new RDSDataClient({ ...client, endpoint: fleet.endpoints.RDS_DATA });
  const environment = fleet.environmentForScripts();
  const { records } = await data.send(
    new ExecuteStatementCommand({
      resourceArn: environment.DATABASE_CLUSTER_ARN,
      secretArn: environment.DATABASE_SECRET_ARN,
      database: environment.DATABASE_NAME,
      sql: 'SELECT body FROM seen ORDER BY body',
    }),
  );
  return (records ?? []).map((record) => record[0]?.stringValue ?? '');
}

test('from a request over a queue to a function and its row, with the SDK on every leg', async () => {
  expect(prepared).toEqual(['table made']);
  const reply = await fetch(`${fleet.apiUrl}/jobs/42`, { method: 'POST' });
  expect([reply.status, await reply.json()]).toEqual([202, { sent: '42' }]);
  await eventually(async () => {
    expect(await rows()).toContain('42');
  });
});

describe('a function’s surroundings', () => {
  test('are what its needs give, and nothing of the other services', async () => {
    const { payload } = await fleet.invoke('worker', JSON.stringify({ environment: true }));
    const environment = JSON.parse(new TextDecoder().decode(Buffer.from(payload))) as Record<string, string>;
    expect(environment).toMatchObject({
      DATABASE_NAME: 'alex',
      DATABASE_CLUSTER_ARN: 'arn:aws:rds:us-east-1:000000000000:cluster:alex',
      AWS_ENDPOINT_URL_RDS_DATA: fleet.awsUrl,
      AWS_REGION: 'us-east-1',
      SETTING: 'plain',
      EXTRA: 'yes',
    });
    for (const name of [
      'AWS_ENDPOINT_URL_SQS',
      'AWS_ENDPOINT_URL_LAMBDA',
      'QUEUE_URL_WORK',
      'ALEX_MODEL',
      'PATH',
      'HOME',
    ]) {
      expect(environment).not.toHaveProperty(name);
    }
  });

  test.each([
    ['invoke', 'reporter', 200],
    ['invoke', 'worker', 403],
    ['send', 'work', 200],
    ['send', 'work-dlq', 403],
  ])('let api %s %s: %d', async (what, target, status) => {
    const reply = await fetch(`${fleet.apiUrl}/${what}/${target}`);
    expect(await reply.json()).toMatchObject({ status });
  });

  test('do not let a function without the need read the database, even if it knows where it is', async () => {
    const { DATABASE_CLUSTER_ARN, DATABASE_SECRET_ARN } = fleet.environmentForScripts();
    const query = new URLSearchParams({
      url: fleet.awsUrl,
      cluster: DATABASE_CLUSTER_ARN ?? '',
      secret: DATABASE_SECRET_ARN ?? '',
    });
    const reply = await fetch(`${fleet.apiUrl}/database?${query.toString()}`);
    expect(await reply.json()).toEqual({
      status: 403,
      name: 'AccessDeniedException',
      message: expect.stringMatching(/assumed-role\/api\/api is not authorized to perform: rds-data:ExecuteStatement/),
    });
  });
});

test('a poison message goes to the dead-letter queue after its receives; the visibility is six timeouts', async () => {
  const sqs = new SQSClient({ ...client, endpoint: fleet.queuesUrl });
  const attributes = async (queue: string) => {
    const QueueUrl = `${fleet.queuesUrl}/000000000000/${queue}`;
    return (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes ?? {};
  };
  const work = await attributes('work');
  expect(work.VisibilityTimeout).toBe('6');
  expect(JSON.parse(work.RedrivePolicy ?? '')).toEqual({
    deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:work-dlq',
    maxReceiveCount: 1,
  });
  await sqs.send(new SendMessageCommand({ QueueUrl: fleet.queueUrl('work'), MessageBody: 'poison' }));
  await eventually(async () => {
    expect((await attributes('work-dlq')).ApproximateNumberOfMessages).toBe('1');
  }, 15_000);
  expect(problems.join('\n')).toMatch(/worker: message .* stays in the queue: poison/);
});

test('a schedule runs once soon after the start, and what functions log can be found', async () => {
  const logs = new CloudWatchLogsClient({ ...client, endpoint: fleet.endpoints.CLOUDWATCH_LOGS });
  await eventually(async () => {
    const { events } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/sweeper', filterPattern: 'swept' }),
    );
    expect(events?.map((event) => event.message).join()).toMatch(/swept.*aws.scheduler/);
  });
});

test('scripts and tests have what they need in the variables alone, S3 too', async () => {
  const environment = fleet.environmentForScripts();
  expect(environment).toMatchObject({
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_LAMBDA: fleet.awsUrl,
    AWS_ENDPOINT_URL_S3: fleet.queuesUrl,
    QUEUE_URL_WORK: fleet.queueUrl('work'),
    FUNCTION_NAME_WORKER: 'worker',
  });
  const lambda = new LambdaClient({ ...client, endpoint: environment.AWS_ENDPOINT_URL_LAMBDA ?? '' });
  const { StatusCode, Payload } = await lambda.send(new InvokeCommand({ FunctionName: 'reporter' }));
  expect([StatusCode, Payload?.transformToString()]).toEqual([200, '"a report"']);
  const s3 = new S3Client({ ...client, endpoint: environment.AWS_ENDPOINT_URL_S3 ?? '' });
  await s3.send(new CreateBucketCommand({ Bucket: 'files' }));
  await s3.send(new PutObjectCommand({ Bucket: 'files', Key: 'a/b.txt', Body: 'content' }));
  const object = await s3.send(new GetObjectCommand({ Bucket: 'files', Key: 'a/b.txt' }));
  expect(await object.Body?.transformToString()).toBe('content');
});

describe('the endpoint of the AWS services', () => {
  const call = (headers: Record<string, string>) => fetch(fleet.awsUrl, { method: 'POST', headers, body: '{}' });
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/bedrock/aws4_request, Signature=x';

  test('answers an unknown service as AWS does, not with a crash', async () => {
    const reply = await call({ authorization, 'x-amz-target': 'Something.Else' });
    expect([reply.status, await reply.json()]).toEqual([
      404,
      { __type: 'UnknownOperationException', message: expect.stringMatching(/Something\.Else \(service bedrock\)/) },
    ]);
  });

  test('wants a signature, which a web page cannot send', async () => {
    expect((await call({ 'x-amz-target': 'Logs_20140328.DescribeLogGroups' })).status).toBe(403);
  });
});

test('a second fleet on the same data says where the first is', async () => {
  const second = startFleet({ dist, dataFolder });
  await expect(second).rejects.toMatchObject({
    name: 'FleetRunningError',
    code: 'fleet_running',
    pid: process.pid,
    apiUrl: fleet.apiUrl,
    message: expect.stringContaining(fleet.apiUrl),
    remedy: expect.stringContaining('fleet.lock'),
  });
  expect(findRunningFleet(dataFolder)).toMatchObject({
    pid: process.pid,
    urls: { api: fleet.apiUrl, aws: fleet.awsUrl, queues: fleet.queuesUrl },
    environment: fleet.environmentForScripts(),
  });
});
