// The clients of S3 Vectors and SageMaker Runtime against servers that fail: what is tried again, what is not, and for how long.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { beginDeadline, endDeadline } from '../../../shared/aws/deadline.ts';
import { deleteVectors, nearestVectors, putVectors, vectorMetadata } from '../../../shared/aws/s3-vectors.ts';
import { askEmbeddings } from '../../../shared/aws/sagemaker-runtime.ts';

let server: Server;
let asked = 0;
/** What is answered, in order; the last one stays. */
let script: { status: number; body: string; type?: string; hangs?: boolean; leaves?: number }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const answer = script[Math.min(asked, script.length - 1)];
      asked += 1;
      // The invocation's time runs from here, however long it took until the server was asked.
      if (answer?.leaves !== undefined) beginDeadline(answer.leaves);
      if (answer === undefined || answer.hangs === true) return;
      response.writeHead(answer.status, {
        'content-type': 'application/json',
        ...(answer.type !== undefined && { 'x-amzn-errortype': answer.type }),
      });
      response.end(answer.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_S3VECTORS: `http://127.0.0.1:${port}`,
    AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: `http://127.0.0.1:${port}`,
    VECTOR_BUCKET_NAME: 'alex-vectors',
    VECTOR_INDEX_NAME: 'knowledge',
    EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = 0;
  endDeadline();
});

const fine = { status: 200, body: '{"vectors":[],"distanceMetric":"cosine"}' };
const failing = (status: number, type: string) => ({ status, type, body: '{"message":"no"}' });
const vector = Array.from({ length: 384 }, () => 0.1);
const calls: [string, () => Promise<unknown>][] = [
  ['PutVectors', () => putVectors([{ key: 'a', vector, metadata: { text: 'x' } }])],
  ['QueryVectors', () => nearestVectors(vector, { count: 5 })],
  ['GetVectors', () => vectorMetadata(['a'])],
  ['DeleteVectors', () => deleteVectors(['a'])],
  ['InvokeEndpoint', () => askEmbeddings({ inputs: ['x'] })],
];

describe.each(calls)('%s', (_, call) => {
  test.each([
    ['throttling', failing(429, 'TooManyRequestsException')],
    ['throttling that comes as a 400', failing(400, 'ThrottlingException')],
    ['a service that is down', failing(503, 'ServiceUnavailableException')],
    ['an internal error', failing(500, 'InternalServerException')],
  ])('tries again after %s', async (__, failure) => {
    script = [failure, failure, fine];
    await call();
    expect(asked).toBe(3);
  });

  test('gives up after four tries, with an error that may be retried later', async () => {
    script = [failing(503, 'ServiceUnavailableException')];
    await expect(call()).rejects.toMatchObject({ code: 'unavailable', status: 503, retryable: true });
    expect(asked).toBe(4);
  });

  test.each([
    ['what is refused', failing(400, 'ValidationException'), 'refused_by_service'],
    ['what may not be used', failing(403, 'AccessDeniedException'), 'configuration'],
    ['what is not there', failing(404, 'NotFoundException'), 'configuration'],
  ])('does not try again %s', async (__, failure, code) => {
    script = [failure];
    await expect(call()).rejects.toMatchObject({ code, retryable: false });
    expect(asked).toBe(1);
  });

  test('that gets no answer ends with the deadline of the invocation, and is not made twice', async () => {
    script = [{ status: 200, body: '', hangs: true }];
    beginDeadline(3000);
    const began = performance.now();
    await expect(call()).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(asked).toBe(1);
  });

  test('does not wait for a further try that the deadline leaves no time for', async () => {
    script = [{ ...failing(503, 'ServiceUnavailableException'), leaves: 1 }];
    await expect(call()).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toBe(1);
  });
});

describe('a search that is answered in pages', () => {
  const pageOf = (keys: readonly string[], nextToken?: string) => ({
    status: 200,
    body: JSON.stringify({
      vectors: keys.map((key, at) => ({ key, distance: at / 10 })),
      distanceMetric: 'cosine',
      nextToken,
    }),
  });

  test('does not lose what is on the later ones, nor brings more than was asked for', async () => {
    script = [pageOf(['a', 'b'], 'more'), pageOf([], 'still'), pageOf(['c', 'd', 'e'], 'on')];
    const found = await nearestVectors(vector, { count: 4 });
    expect(found.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
    expect(asked).toBe(3);
  });

  test('ends where pages are empty without end', async () => {
    script = [pageOf([], 'more')];
    expect(await nearestVectors(vector, { count: 5 })).toEqual([]);
    expect(asked).toBe(10);
  });
});

test('an answer of the embeddings endpoint that is no JSON is an error that says so', async () => {
  script = [{ status: 200, body: '<html>' }];
  await expect(askEmbeddings({})).rejects.toMatchObject({ code: 'embeddings_unusable', retryable: false });
});

test('a function without the need is told which variable is missing', async () => {
  const before = process.env.VECTOR_INDEX_NAME;
  delete process.env.VECTOR_INDEX_NAME;
  await expect(nearestVectors(vector, { count: 1 })).rejects.toMatchObject({ code: 'configuration' });
  process.env.VECTOR_INDEX_NAME = before;
});
