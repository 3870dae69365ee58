import { GetIndexCommand, PutVectorsCommand, QueryVectorsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsEndpoint } from '../../local/aws-endpoint.ts';
import { knowledgeNames, secretNamesOf } from '../../local/fleet-knowledge.ts';
import { startKnowledgeServices } from '../../local/knowledge-services.ts';
import { listenOnLoopback, type HttpHandler, type LoopbackServer } from '../../local/loopback-server.ts';
import { accessKeyOf, authorizer } from '../../local/permissions.ts';

const root = mkdtempSync(join(tmpdir(), 'alex-knowledge-'));
const folders = { vectors: join(root, 'vectors'), secrets: join(root, 'secrets') };
const functions = [
  { name: 'search', config: { needs: ['vectors:read', 'embeddings'] } },
  { name: 'ingest', config: { needs: ['vectors:write'] } },
  { name: 'pricer', config: { needs: ['secret:market-keys'] } },
  { name: 'scheduler', config: { needs: ['secret:researcher-key'] } },
  { name: 'librarian', config: { needs: ['secret:news-key'] } },
];
const authorize = authorizer(functions);
const secretNames = secretNamesOf(functions);
const absent: HttpHandler = (_, response) => {
  response.writeHead(501).end();
};
const region = 'us-east-1';
const { secretArns } = knowledgeNames(region, secretNames);
const index = { vectorBucketName: 'alex-vectors', indexName: 'knowledge' };
const float32 = Array.from({ length: 384 }, (_, i) => i + 1);

let services: ReturnType<typeof startKnowledgeServices>;
let server: LoopbackServer;
async function start(secrets: Record<string, string>): Promise<void> {
  const onProblem = () => undefined;
  services = startKnowledgeServices({
    region,
    folders,
    modelFolder: undefined,
    secretNames,
    secrets,
    authorize,
    onProblem,
  });
  const handlers = { lambda: absent, rdsData: absent, logs: absent, ...services.handlers };
  const options = { port: 0, service: 'AWS', onError: console.error };
  server = await listenOnLoopback(awsEndpoint(handlers, [], authorize), options);
}
async function stop(): Promise<void> {
  await server.close(0);
  await services.close();
}
beforeAll(() => start({ 'market-keys': '{"massive":"planted"}' }));
afterAll(async () => {
  await stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Somebody's SDK settings: a function's own key, or the key of the machine's owner. */
const as = (name: string) => ({
  endpoint: server.url,
  region,
  maxAttempts: 1,
  credentials: { accessKeyId: name === 'owner' ? 'owner' : accessKeyOf(name), secretAccessKey: 'x' },
});
const secretOf = async (who: string, SecretId: string): Promise<string | undefined> =>
  (await new SecretsManagerClient(as(who)).send(new GetSecretValueCommand({ SecretId }))).SecretString;
const put = (who: string) =>
  new S3VectorsClient(as(who)).send(new PutVectorsCommand({ ...index, vectors: [{ key: 'k', data: { float32 } }] }));
const query = (who: string) =>
  new S3VectorsClient(as(who)).send(
    new QueryVectorsCommand({
      ...index,
      topK: 1,
      queryVector: { float32 },
      returnMetadata: true,
      filter: { kind: 'x' },
    }),
  );
const embed = (who: string) =>
  new SageMakerRuntimeClient(as(who)).send(
    new InvokeEndpointCommand({
      EndpointName: 'alex-embeddings',
      Body: '{"inputs":"text"}',
      ContentType: 'application/json',
    }),
  );

test('the index is there as the product wants it', async () => {
  const { index: found } = await new S3VectorsClient(as('owner')).send(new GetIndexCommand(index));
  expect(found).toMatchObject({
    dimension: 384,
    distanceMetric: 'cosine',
    metadataConfiguration: { nonFilterableMetadataKeys: ['text', 'title', 'url'] },
  });
});

describe('each function does what it needs and no more', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['search queries', () => query('search')],
    ['search embeds', () => embed('search')],
    ['ingest puts', () => put('ingest')],
    ['ingest queries', () => query('ingest')],
    ['the pricer reads its keys', () => secretOf('pricer', secretArns['market-keys'] ?? '')],
  ])('%s', async (_, call) => {
    await expect(call()).resolves.toBeDefined();
  });

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['search cannot put', () => put('search'), /search is not authorized to perform: s3vectors:PutVectors on/],
    ['the pricer cannot query', () => query('pricer'), /s3vectors:QueryVectors on resource: alex-vectors\/knowledge/],
    ['ingest cannot embed', () => embed('ingest'), /sagemaker:InvokeEndpoint on resource: alex-embeddings/],
    ['search reads no secret', () => secretOf('search', 'market-keys'), /secretsmanager:GetSecretValue/],
    [
      'the pricer reads no other secret',
      () => secretOf('pricer', secretArns['researcher-key'] ?? ''),
      /researcher-key/,
    ],
    [
      'the pricer reads no secret of another’s folder',
      () => secretOf('pricer', secretArns['news-key'] ?? ''),
      /news-key/,
    ],
    [
      'the pricer changes no secret',
      () =>
        new SecretsManagerClient(as('pricer')).send(
          new PutSecretValueCommand({ SecretId: 'market-keys', SecretString: 'x' }),
        ),
      /secretsmanager:PutSecretValue/,
    ],
  ])('%s', async (_, call, words) => {
    await expect(call()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(words),
    });
  });
});

test('the researcher’s key is drawn once; keys of price sources are those of this start', async () => {
  const key = await secretOf('owner', 'researcher-key');
  expect(key).toMatch(/^\{"key":"[\w-]{43}"\}$/);
  expect(await secretOf('owner', 'market-keys')).toBe('{"massive":"planted"}');
  await stop();
  await start({});
  expect(await secretOf('owner', 'researcher-key')).toBe(key);
  await expect(secretOf('owner', 'market-keys')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect((await query('owner')).vectors).toEqual([]);
});

test('a secret of somebody’s own folder is empty until it is written, and keeps its value when Alex starts again', async () => {
  const arn = secretArns['news-key'] ?? '';
  await expect(secretOf('librarian', arn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const write = (SecretString: string) =>
    new SecretsManagerClient(as('owner')).send(new PutSecretValueCommand({ SecretId: arn, SecretString }));
  await write('{"key":"planted"}');
  await stop();
  await start({});
  expect(await secretOf('librarian', arn)).toBe('{"key":"planted"}');
  await stop();
  await start({ 'news-key': '{"key":"of this start"}', nobodys: 'x' });
  expect(await secretOf('librarian', arn)).toBe('{"key":"of this start"}');
  await expect(secretOf('owner', 'nobodys')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
