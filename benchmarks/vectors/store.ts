import {
  CreateIndexCommand,
  CreateVectorBucketCommand,
  PutVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';
import { heapArguments } from '../../scripts/setup/lean-heap.mjs';
import { DIMENSION, passageMetadata } from './collection.ts';

export const names = { vectorBucketName: 'bench', indexName: 'passages' };

const usage = z.object({ now: z.number(), most: z.number(), cpu: z.number() });

export interface Store {
  readonly client: S3VectorsClient;
  /** Of the process that holds the vectors: MiB now and at most, and processor time until now, milliseconds. */
  usage(): Promise<z.infer<typeof usage>>;
  stop(): Promise<void>;
}

export async function startStore(folder: string): Promise<Store> {
  // As `npm start` runs the fleet that S3 Vectors is a part of (scripts/setup/run.mjs).
  const child = fork(join(import.meta.dirname, 'store-process.ts'), [folder], {
    execArgv: heapArguments('start.ts'),
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  const { url } = z.object({ url: z.string() }).parse(await message(child));
  const client = new S3VectorsClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  return {
    client,
    usage: async () => {
      child.send('usage');
      return usage.parse(await message(child));
    },
    stop: async () => {
      client.destroy();
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function message(child: ChildProcess): Promise<unknown> {
  const answers: unknown[] = await once(child, 'message');
  return answers[0];
}

/** Makes the index with `count` vectors, 200 a call: 2 MB of JSON each. */
export async function fill(
  client: S3VectorsClient,
  count: number,
  vectorOf: (i: number) => number[],
  tell: (done: number) => void,
): Promise<void> {
  await client.send(new CreateVectorBucketCommand({ vectorBucketName: names.vectorBucketName }));
  await client.send(
    new CreateIndexCommand({
      ...names,
      dataType: 'float32',
      dimension: DIMENSION,
      distanceMetric: 'cosine',
      metadataConfiguration: { nonFilterableMetadataKeys: ['text', 'title', 'url'] },
    }),
  );
  const BATCH = 200;
  for (let first = 0; first < count; first += BATCH) {
    const vectors = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => ({
      key: `document-${Math.floor((first + i) / 5)}#${(first + i) % 5}`,
      data: { float32: vectorOf(first + i) },
      metadata: passageMetadata(first + i),
    }));
    await client.send(new PutVectorsCommand({ ...names, vectors }));
    if (first % 10_000 === 0) tell(first);
  }
}
