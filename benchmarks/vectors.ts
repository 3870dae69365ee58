// The laptop's S3 Vectors against its aims: time of a query over 10,000 passages, what it finds beside a plain loop over the same
// vectors, memory of 100,000. Through the SDK, the vectors in a process of their own.
import { QueryVectorsCommand, type QueryVectorsCommandInput, type S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nearest } from '../local/s3-vectors/nearest.ts';
import { VectorMatrix } from '../local/s3-vectors/vector-matrix.ts';
import { below, type Aimed } from './fleet/aims.ts';
import { percentile, timed } from './fleet/percentile.ts';
import { nowMeasuring, soFar } from './timing/progress.ts';
import { DIMENSION, randomNumbers, randomVector } from './vectors/collection.ts';
import { fill, names, startStore } from './vectors/store.ts';

const K = 10;
const QUERIES = 200;
const RECALL_QUERIES = 50;
/** Queries before those that count, for V8 to compile. */
const WARMING = 20;

const keyOf = (i: number): string => `document-${Math.floor(i / 5)}#${i % 5}`;
const random = randomNumbers(1);
const questions = Array.from({ length: QUERIES }, () => randomVector(random));

async function timesOf(client: S3VectorsClient, more: Partial<QueryVectorsCommandInput>): Promise<number[]> {
  const ask = (float32: number[]) =>
    timed(() => client.send(new QueryVectorsCommand({ ...names, topK: K, queryVector: { float32 }, ...more })));
  for (const question of questions.slice(0, WARMING)) await ask(question);
  const times: number[] = [];
  for (const question of questions) times.push(await ask(question));
  return times;
}

/** The keys of the nearest, from the definition of the cosine: every vector, in double precision, sorted. */
function bruteForce(vectors: readonly (readonly number[])[], question: readonly number[]): Set<string> {
  const cosines = vectors.map((vector, i) => {
    let product = 0;
    for (const [at, value] of vector.entries()) product += value * (question[at] ?? 0);
    return { key: keyOf(i), cosine: product / (Math.hypot(...vector) * Math.hypot(...question)) };
  });
  return new Set(
    cosines
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, K)
      .map(({ key }) => key),
  );
}

async function recall(client: S3VectorsClient, vectors: readonly (readonly number[])[]): Promise<number> {
  let found = 0;
  for (const float32 of questions.slice(0, RECALL_QUERIES)) {
    const wanted = bruteForce(vectors, float32);
    const answer = await client.send(new QueryVectorsCommand({ ...names, topK: K, queryVector: { float32 } }));
    found += (answer.vectors ?? []).filter(({ key }) => wanted.has(key ?? '')).length;
  }
  return found / (RECALL_QUERIES * K);
}

/** Without the wire: the search alone. */
function searchTimes(vectors: readonly (readonly number[])[]): number[] {
  const matrix = new VectorMatrix(DIMENSION);
  for (const [row, vector] of vectors.entries()) matrix.set(row, Float32Array.from(vector));
  const before = (a: number, b: number): boolean => a < b;
  const search = (question: number[]): number => {
    const start = performance.now();
    nearest(matrix, Float32Array.from(question), { k: K, metric: 'cosine', before });
    return performance.now() - start;
  };
  for (const question of questions) search(question);
  return questions.map(search);
}

async function measureTenThousand(folder: string): Promise<Aimed[]> {
  const count = 10_000;
  nowMeasuring('10,000 passages: putting them, then queries');
  const vectors = Array.from({ length: count }, () => randomVector(random));
  const store = await startStore(folder);
  try {
    const putting = await timed(() =>
      fill(
        store.client,
        count,
        (i) => vectors[i] ?? [],
        () => undefined,
      ),
    );
    const before = await store.usage();
    const kinds: [string, number[]][] = [['QueryVectors, 10 nearest', await timesOf(store.client, {})]];
    const cpu = ((await store.usage()).cpu - before.cpu) / (QUERIES + WARMING);
    kinds.push(
      ['with distances and metadata', await timesOf(store.client, { returnMetadata: true, returnDistance: true })],
      [
        'with a filter that a quarter passes',
        await timesOf(store.client, { filter: { $and: [{ kind: 'note' }, { published: { $gte: 20_250_101 } }] } }),
      ],
      ['the search alone, in one process', searchTimes(vectors)],
    );
    console.log(`10,000 x ${DIMENSION}, put in ${(putting / 1000).toFixed(1)} s; milliseconds of ${QUERIES} queries:`);
    console.table(
      kinds.map(([what, times]) => ({
        what,
        p50: percentile(times, 0.5).toFixed(2),
        p95: percentile(times, 0.95).toFixed(2),
      })),
    );
    nowMeasuring('what the same queries find beside a plain loop');
    const share = await recall(store.client, vectors);
    const wire = percentile(kinds[0]?.[1] ?? [], 0.5);
    return [
      {
        what: 'query over 10,000, p50, with the wire',
        measured: `${wire.toFixed(1)} ms`,
        aim: '< 10 ms',
        met: wire < 10,
      },
      { what: 'its processor time, mean', measured: `${cpu.toFixed(1)} ms`, aim: '< 10 ms', met: cpu < 10 },
      { what: `recall@${K} of ${RECALL_QUERIES} queries`, measured: share.toFixed(3), aim: '1', met: share === 1 },
    ];
  } finally {
    await store.stop();
  }
}

async function measureHundredThousand(folder: string): Promise<Aimed[]> {
  const count = 100_000;
  nowMeasuring('100,000 passages: putting them');
  const filling = await startStore(folder);
  try {
    await fill(
      filling.client,
      count,
      () => randomVector(random),
      (done) => {
        soFar('passages put', done, count);
      },
    );
    const { now, most } = await filling.usage();
    console.log(`100,000 put through the SDK: ${Math.round(now)} MiB after it, ${Math.round(most)} at most`);
  } finally {
    await filling.stop();
  }
  nowMeasuring('100,000 passages after another start: memory, queries');
  const store = await startStore(folder);
  try {
    const empty = await store.usage();
    const [question = []] = questions;
    const query = new QueryVectorsCommand({ ...names, topK: K, queryVector: { float32: question } });
    const opening = await timed(() => store.client.send(query));
    const times = await timesOf(store.client, { returnMetadata: true });
    const { now, most } = await store.usage();
    const p50 = percentile(times, 0.5).toFixed(1);
    console.log(
      `100,000 x ${DIMENSION}: opened with the first query in ${(opening / 1000).toFixed(2)} s, then ${p50} ms a query (p50). ` +
        `RSS in MiB: ${Math.round(empty.now)} before, ${Math.round(now)} after ${QUERIES} queries, ${Math.round(most)} at most`,
    );
    return [
      below('what 100,000 add to a process', now - empty.now, 256, 'MiB'),
      below('that process in all, Node’s compiler of TypeScript with it', now, 256, 'MiB'),
    ];
  } finally {
    await store.stop();
  }
}

/** Prints what has an aim last. */
export async function run(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'alex-bench-vectors-'));
  try {
    const aimed = [
      ...(await measureTenThousand(join(parent, 'ten-thousand'))),
      ...(await measureHundredThousand(join(parent, 'hundred-thousand'))),
    ];
    const load = loadavg()[0] ?? 0;
    console.log(
      `\nNode ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${load.toFixed(1)} at the end`,
    );
    console.table(aimed);
  } finally {
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (import.meta.main) await run();
