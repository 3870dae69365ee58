import {
  DeleteVectorsCommand,
  GetVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';
import { callService } from './call-service.ts';
import { requireEnvironment } from './environment.ts';

/** Limits of S3 Vectors. https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-limitations.html */
export const vectorLimits = {
  putAtOnce: 500,
  deleteAtOnce: 500,
  getAtOnce: 100,
  nearest: 100,
  /** Bytes of a vector's metadata in all, and of what may be filtered by. */
  metadataBytes: 40_960,
  filterableBytes: 2048,
} as const;

/** What can be kept beside a vector. */
export type VectorMetadata = Record<string, string | number | boolean | string[]>;
/** S3 Vectors' own filter language, a part of MongoDB's: `{ kind: { $in: ['note'] } }`. */
export interface VectorFilter {
  [key: string]: FilterValue;
}
type FilterValue = string | number | boolean | FilterValue[] | VectorFilter;

export interface StoredVector {
  key: string;
  vector: readonly number[];
  metadata: VectorMetadata;
}

/** Of one search: more than any hundred vectors come in, so that empty pages without end end. */
const MOST_PAGES = 10;

let client: S3VectorsClient | undefined;
const s3Vectors = (): S3VectorsClient =>
  (client ??= new S3VectorsClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 20_000 },
  }));

const call = { what: 'The vector index', answerWithin: 10_000 };

/** The index that `vectors:read` or `vectors:write` gives access to. */
const place = () => ({
  vectorBucketName: requireEnvironment('VECTOR_BUCKET_NAME'),
  indexName: requireEnvironment('VECTOR_INDEX_NAME'),
});

/** Stores vectors under their keys, in calls of 500; each call is stored whole or not at all. Errors: see `callService`. */
export async function putVectors(vectors: readonly StoredVector[]): Promise<void> {
  for (const some of partsOf(vectors, vectorLimits.putAtOnce)) {
    const items = some.map(({ key, vector, metadata }) => ({ key, data: { float32: [...vector] }, metadata }));
    const command = new PutVectorsCommand({ ...place(), vectors: items });
    await callService({ ...call, answerWithin: 20_000 }, (abortSignal) => s3Vectors().send(command, { abortSignal }));
  }
}

/** Deletes the vectors of these keys, in calls of 500; a key that is not there is no error. Errors: see `callService`. */
export async function deleteVectors(keys: readonly string[]): Promise<void> {
  for (const some of partsOf(keys, vectorLimits.deleteAtOnce)) {
    const command = new DeleteVectorsCommand({ ...place(), keys: some });
    await callService(call, (abortSignal) => s3Vectors().send(command, { abortSignal }));
  }
}

/** The keys nearest to a vector, the nearest first: at most 100. The service may answer in pages. Errors: see `callService`. */
export async function nearestVectors(
  vector: readonly number[],
  { count, filter }: { count: number; filter?: VectorFilter | undefined },
): Promise<{ key: string; distance: number }[]> {
  const topK = Math.min(count, vectorLimits.nearest);
  const found: { key: string; distance: number }[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES && found.length < topK; page++) {
    const command = new QueryVectorsCommand({
      ...place(),
      topK,
      queryVector: { float32: [...vector] },
      returnDistance: true,
      ...(filter !== undefined && { filter }),
      ...(nextToken !== undefined && { nextToken }),
    });
    const answer = await callService(call, (abortSignal) => s3Vectors().send(command, { abortSignal }));
    for (const { key, distance } of answer.vectors ?? [])
      if (key !== undefined) found.push({ key, distance: distance ?? 0 });
    ({ nextToken } = answer);
    if (nextToken === undefined || nextToken === '') break;
  }
  return found.slice(0, topK);
}

/** The metadata of vectors by key; a key that is not there is absent. Errors: see `callService`. */
export const vectorMetadata = (keys: readonly string[]): Promise<Map<string, unknown>> =>
  getVectors(keys, { returnMetadata: true });

/** Those of the keys that have a vector, in calls of 100. Errors: see `callService`. */
export const storedKeys = async (keys: readonly string[]): Promise<Set<string>> =>
  new Set((await getVectors(keys, { returnMetadata: false })).keys());

async function getVectors(keys: readonly string[], show: { returnMetadata: boolean }): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const some of partsOf(keys, vectorLimits.getAtOnce)) {
    const command = new GetVectorsCommand({ ...place(), keys: some, ...show });
    const { vectors = [] } = await callService(call, (abortSignal) => s3Vectors().send(command, { abortSignal }));
    for (const { key, metadata } of vectors) if (key !== undefined) found.set(key, metadata);
  }
  return found;
}

function* partsOf<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
