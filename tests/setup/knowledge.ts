import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateIndexCommand, CreateVectorBucketCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { startVectorsServer } from '../../local/s3-vectors/server.ts';
import { VectorStore } from '../../local/s3-vectors/vector-store.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export interface TestKnowledge extends TestDatabase {
  /** Calls of the vector index since the last look, by action. */
  vectorCalls: () => string[];
  /** Answers this many calls of an action with an error of AWS's, from now on. */
  failVectors: (action: string, times: number, status?: number) => void;
  /** Texts that the embeddings endpoint was asked for since the last look. */
  embedded: () => string[];
  failEmbeddings: (times: number, status?: number) => void;
  /** Another model of the same width answers from now on: its vectors are those of the first, turned by so many places. */
  turnEmbeddings: (places: number) => void;
  /** No faults any more, and nothing counted. */
  reset: () => void;
  /** Runs once, when the action has been answered and before the answer is sent. */
  after: (action: string, run: () => Promise<void>) => void;
}

/**
 * The database, S3 Vectors with an empty index, and an embeddings endpoint that knows words apart, or the one at `embeddings`; all
 * on loopback.
 */
export async function openTestKnowledge({ embeddings }: { embeddings?: string } = {}): Promise<TestKnowledge> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'alex-vectors-'));
  const store = new VectorStore({
    folder,
    region: 'us-east-1',
    accountId: '123456789012',
    onTornTail: () => undefined,
  });
  const vectors = await startVectorsServer(store);
  const calls: string[] = [];
  const texts: string[] = [];
  const failing = new Map<string, { times: number; status: number }>();
  let turn = 0;
  const hooks = new Map<string, () => Promise<void>>();
  const fails = (name: string): number | null => {
    const rule = failing.get(name);
    if (rule === undefined || rule.times === 0) return null;
    rule.times -= 1;
    return rule.status;
  };
  const proxy = await listen(async (path, body, headers) => {
    const action = path.slice(1);
    calls.push(action);
    const status = fails(action);
    if (status !== null) return { status, text: JSON.stringify({ message: 'a fault of the test' }) };
    const response = await fetch(`${vectors.url}${path}`, { method: 'POST', body, headers });
    const text = await response.text();
    const hook = hooks.get(action);
    hooks.delete(action);
    await hook?.();
    return { status: response.status, text, type: response.headers.get('x-amzn-errortype') };
  });
  const endpoint = await listen((_, body) => {
    const status = fails('embeddings');
    if (status !== null) return { status, text: JSON.stringify({ Message: 'a fault of the test' }) };
    const { inputs } = JSON.parse(body) as { inputs: string[] };
    texts.push(...inputs);
    return {
      status: 200,
      text: JSON.stringify(
        inputs.map((text) => [tokenVectors(text).map((one) => [...one.slice(turn), ...one.slice(0, turn)])]),
      ),
    };
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3VECTORS: proxy.url,
    AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: embeddings ?? endpoint.url,
    VECTOR_BUCKET_NAME: 'alex-vectors',
    VECTOR_INDEX_NAME: 'knowledge',
    EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings',
  });
  await createIndex(vectors.url);
  return {
    ...database,
    vectorCalls: () => calls.splice(0),
    failVectors: (action, times, status = 503) => failing.set(action, { times, status }),
    embedded: () => texts.splice(0),
    failEmbeddings: (times, status = 503) => failing.set('embeddings', { times, status }),
    turnEmbeddings: (places) => {
      turn = places;
    },
    reset: () => {
      turn = 0;
      failing.clear();
      hooks.clear();
      calls.length = 0;
      texts.length = 0;
    },
    after: (action, run) => hooks.set(action, run),
    close: async () => {
      await Promise.all([proxy.close(), endpoint.close(), vectors.close()]);
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createIndex(endpoint: string): Promise<void> {
  const client = new S3VectorsClient({ endpoint });
  await client.send(new CreateVectorBucketCommand({ vectorBucketName: 'alex-vectors' }));
  await client.send(
    new CreateIndexCommand({
      vectorBucketName: 'alex-vectors',
      indexName: 'knowledge',
      dataType: 'float32',
      dimension: 384,
      distanceMetric: 'cosine',
      metadataConfiguration: { nonFilterableMetadataKeys: ['text', 'title', 'url'] },
    }),
  );
  client.destroy();
}

interface Reply {
  status: number;
  text: string;
  type?: string | null;
}

async function listen(answer: (path: string, body: string, headers: Record<string, string>) => Reply | Promise<Reply>) {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void Promise.resolve(answer(request.url ?? '', Buffer.concat(chunks).toString(), kept(request.headers))).then(
        ({ status, text, type }) => {
          response.writeHead(status, { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) });
          response.end(text);
        },
      );
    });
  });
  // Longer than a busy machine keeps this process from using a connection: closed under a request it would be a fault of nobody's.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => {
        done();
      });
    });
  return { url: `http://127.0.0.1:${address.port}`, close };
}

/** One token a text, the mean of a vector a word, which is the same for the same word: a real answer would be a megabyte. */
export function tokenVectors(text: string): number[][] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']).map(direction);
  return [words.reduce((sum, word) => sum.map((value, at) => value + (word[at] ?? 0)))];
}

function direction(word: string): number[] {
  let state = Array.from(word).reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) | 0, 7);
  return Array.from({ length: 384 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state >>> 8) % 1001) - 500;
  });
}

/** What says what is sent and who sends it. */
const kept = ({ authorization = '', 'content-type': type = '', ...headers }: IncomingHttpHeaders) => ({
  authorization,
  'content-type': type,
  'x-amz-date': String(headers['x-amz-date'] ?? ''),
});
