// A queue of a student's own folder: what became a dead letter there goes back to it as it was sent, whatever it means.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startQueueServer, type QueueServer } from '../../../local/queues/queue-server.ts';
import { identity, refusal, startAwsServer } from '../../setup/deployment/aws-server.ts';
import { runScript, type Ran } from '../../setup/run-script.ts';

const region = 'us-east-1';
const folder = mkdtempSync(join(tmpdir(), 'alex-own-queue-'));
const envFile = join(folder, 'deployed.env');
const credentials = { accessKeyId: 'AKIAPERSON', secretAccessKey: 'secret' };
let queues: QueueServer;
let client: SQSClient;
let aws: Awaited<ReturnType<typeof startAwsServer>>;

beforeAll(async () => {
  queues = await startQueueServer({ folder: join(folder, 'queues'), port: 0, region, onError: () => undefined });
  aws = await startAwsServer();
  aws.answer({ GetCallerIdentity: identity('arn:aws:iam::123456789012:user/ada') });
  client = new SQSClient({ endpoint: queues.url, region, credentials });
  for (const name of ['digest-jobs', 'digest-jobs-dlq', 'failed-events']) queues.declareQueue(name, {});
  const variables = {
    AWS_REGION: region,
    ALEX_ACCOUNT: '123456789012',
    FUNCTION_NAME_DIGEST: 'alex-digest',
    QUEUE_URL_DIGEST_JOBS: queues.queueUrl('digest-jobs'),
    DEAD_LETTER_QUEUE_DIGEST_JOBS: 'digest-jobs-dlq',
    DEAD_LETTER_QUEUE_FAILED_EVENTS: 'failed-events',
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(envFile, lines.join(''));
});
afterAll(async () => {
  client.destroy();
  await queues.close();
  await aws.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const redrive = (...flags: string[]): Promise<Ran> =>
  runScript('redrive.ts', ['--target', 'aws', ...flags], {
    ALEX_HOME: join(folder, 'elsewhere'),
    ALEX_ENV_FILE: envFile,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL: aws.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
  });

async function received(queue: string): Promise<Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queues.queueUrl(queue),
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
}

test('dead letters of a queue of our own are sent to it again, with what they were sent with, and --drop takes none', async () => {
  const bodies = ['{"person":"ada@example.com","week":"2026-47"}', '{"jobId":"7b1b0a52-6a3e-4f39-9c41-6c8de7a6d001"}'];
  const MessageAttributes = {
    tenant: { DataType: 'String', StringValue: 'north' },
    stamp: { DataType: 'Binary', BinaryValue: Buffer.from([0, 1, 255]) },
  };
  for (const MessageBody of bodies) {
    const QueueUrl = queues.queueUrl('digest-jobs-dlq');
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageAttributes }));
  }
  const dropped = await redrive('--drop', '--yes');
  expect(dropped).toMatchObject({ code: 0, stdout: expect.stringContaining('There are none to delete.') });
  const sent = await redrive('--yes');
  expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('2 sent again.') });
  for (const body of bodies) expect(sent.stdout).toContain(`a message: ${body.slice(0, 50)}`);
  expect(await received('digest-jobs-dlq')).toEqual([]);
  const back = await received('digest-jobs');
  expect(back.map(({ Body }) => Body).sort()).toEqual([...bodies].sort());
  for (const { MessageAttributes: of } of back) {
    expect(of?.tenant).toMatchObject(MessageAttributes.tenant);
    expect(Buffer.from(of?.stamp?.BinaryValue ?? [])).toEqual(MessageAttributes.stamp.BinaryValue);
  }
}, 60_000);

test('an invocation of a function that was taken away keeps no other letter back, and --drop takes it', async () => {
  aws.answer({
    GetCallerIdentity: identity('arn:aws:iam::123456789012:user/ada'),
    GetFunctionConfiguration: refusal('ResourceNotFoundException', 'Function not found', 404),
  });
  const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:alex-librarian:$LATEST';
  const record = { version: '1.0', requestContext: { functionArn, condition: 'RetriesExhausted' }, requestPayload: {} };
  const put = (queue: string, MessageBody: string) =>
    client.send(new SendMessageCommand({ QueueUrl: queues.queueUrl(queue), MessageBody }));
  await put('failed-events', JSON.stringify(record));
  await put('digest-jobs-dlq', '{"week":"2026-48"}');
  const sent = await redrive('--yes');
  expect(sent.stdout).toContain('an invocation of alex-librarian, which is not deployed any more');
  expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('1 sent again.') });
  const dropped = await redrive('--drop', '--yes');
  expect(dropped).toMatchObject({ code: 0, stdout: expect.stringContaining('1 deleted.') });
  expect(await received('failed-events')).toEqual([]);
}, 60_000);
