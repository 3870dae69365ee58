import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lexicalEmbedder } from '../../../local/sagemaker/lexical/lexical-embedder.ts';
import { startEndpointServer } from '../../../local/sagemaker/server.ts';

let server: Awaited<ReturnType<typeof startEndpointServer>>;
let client: SageMakerRuntimeClient;
const problems: unknown[] = [];

beforeAll(async () => {
  server = await startEndpointServer({
    name: 'alex-embeddings',
    embedder: () => Promise.resolve(lexicalEmbedder),
    onError: (error) => problems.push(error),
  });
  client = new SageMakerRuntimeClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await server.close(0);
});

async function invoke(body: unknown, EndpointName = 'alex-embeddings'): Promise<unknown> {
  const Body = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await client.send(
    new InvokeEndpointCommand({ EndpointName, Body, ContentType: 'application/json', Accept: 'application/json' }),
  );
  return JSON.parse(Buffer.from(answer.Body).toString('utf8'));
}

/** How deep lists lie in each other, by their lengths. */
const shape = (value: unknown): number[] => (Array.isArray(value) ? [value.length, ...shape(value[0])] : []);

test('a text is answered with 1 x tokens x 384 numbers, and a list of texts with a list of these', async () => {
  const one = await invoke({ inputs: 'two words' });
  expect(shape(one)).toEqual([1, 4, 384]);
  const several = await invoke({ inputs: ['two words', 'and three more words'] });
  expect(Array.isArray(several) && several.map(shape)).toEqual([
    [1, 4, 384],
    [1, 6, 384],
  ]);
  expect(Array.isArray(several) && several[0]).toEqual(one);
});

test.each<[string, unknown, number]>([
  ['no JSON', '{', 400],
  ['no inputs', { texts: ['a'] }, 400],
  ['a number among the texts', { inputs: ['a', 1] }, 400],
  ['no texts', { inputs: [] }, 400],
  ['more tokens than the model has positions', { inputs: 'word '.repeat(511) }, 400],
  ['texts whose vectors would be more than 4 MB', { inputs: Array(6).fill('word '.repeat(100)) }, 413],
])('%s is a ModelError with the container’s own status', async (_, body, OriginalStatusCode) => {
  await expect(invoke(body)).rejects.toMatchObject({
    name: 'ModelError',
    OriginalStatusCode,
    $metadata: { httpStatusCode: 424 },
  });
  expect(problems).toEqual([]);
});

test('a model that cannot be loaded is a ModelError of the container, and no fault with a stack trace each time', async () => {
  const faults: unknown[] = [];
  const broken = await startEndpointServer({
    name: 'alex-embeddings',
    embedder: () => Promise.reject(new Error('tokenizer.json is no tokenizer')),
    onError: (error) => faults.push(error),
  });
  const response = await fetch(`${broken.url}/endpoints/alex-embeddings/invocations`, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=a/20261120/us-east-1/sagemaker/aws4_request',
      'x-amz-date': '20261120T000000Z',
    },
    body: '{"inputs":"a"}',
  });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([424, 'ModelError']);
  expect(await response.json()).toMatchObject({
    OriginalStatusCode: 500,
    message: expect.stringMatching(/^Received server error \(500\).*no tokenizer/),
  });
  expect(faults).toEqual([]);
  await broken.close();
});

test('a long text is cut if the request says so', async () => {
  expect(shape(await invoke({ inputs: 'word '.repeat(600), parameters: { truncation: true } }))).toEqual([1, 512, 384]);
});

test('another endpoint is not there, and a request over 4 MB is refused', async () => {
  await expect(invoke({ inputs: 'a' }, 'other')).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Endpoint other of account 000000000000 not found.',
  });
  await expect(invoke({ inputs: 'a'.repeat(4 * 1024 * 1024) })).rejects.toMatchObject({ name: 'ValidationError' });
});
