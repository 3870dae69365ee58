import {
  CreateIndexCommand,
  CreateVectorBucketCommand,
  DeleteVectorsCommand,
  GetVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
} from '@aws-sdk/client-s3vectors';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal, testService } from './test-service.ts';

const names = { vectorBucketName: 'shelf', indexName: 'books' };
let service: Awaited<ReturnType<typeof testService>>;
let log: string;

beforeEach(async () => {
  service = await testService();
  log = join(service.folder, 'bucket-shelf', 'index-books', 'vectors.log');
  await service.client.send(new CreateVectorBucketCommand({ vectorBucketName: 'shelf' }));
  await service.client.send(
    new CreateIndexCommand({ ...names, dataType: 'float32', dimension: 2, distanceMetric: 'euclidean' }),
  );
});
afterEach(() => service.stop());

const put = (...keys: string[]) =>
  service.client.send(
    new PutVectorsCommand({
      ...names,
      vectors: keys.map((key) => ({ key, data: { float32: [key.length, 1] }, metadata: { key } })),
    }),
  );
const get = async (...keys: string[]) => {
  const { vectors } = await service.client.send(new GetVectorsCommand({ ...names, keys, returnMetadata: true }));
  return vectors?.map(({ key }) => key);
};

describe('after another start', () => {
  test('vectors, their metadata and what was deleted are as they were', async () => {
    await put('a', 'b', 'c');
    await service.client.send(new DeleteVectorsCommand({ ...names, keys: ['b'] }));
    await put('d');
    await service.restart();
    expect(await get('a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
    const { vectors } = await service.client.send(
      new QueryVectorsCommand({
        ...names,
        topK: 5,
        queryVector: { float32: [1, 2] },
        returnDistance: true,
        returnMetadata: true,
        filter: { key: { $in: ['a', 'b', 'd'] } },
      }),
    );
    expect(vectors).toEqual([
      { key: 'a', distance: 1, metadata: { key: 'a' } },
      { key: 'd', distance: 1, metadata: { key: 'd' } },
    ]);
    expect(service.torn).toEqual([]);
  });

  // Every length that a write may have got to when the process was killed.
  test('a write that was cut off anywhere is gone, is told, and takes nothing else with it', async () => {
    await put('whole');
    const whole = statSync(log).size;
    await put('cut-off');
    const full = readFileSync(log);
    for (let size = whole; size < full.length; size += 1) {
      service.torn.length = 0;
      await service.restart(() => {
        writeFileSync(log, full.subarray(0, size));
      });
      expect(await get('whole', 'cut-off')).toEqual(['whole']);
      expect(service.torn).toEqual(size === whole ? [] : [{ path: log, bytes: size - whole }]);
    }
    await put('next');
    await service.restart();
    expect(await get('whole', 'next')).toEqual(['whole', 'next']);
  });

  test.each<[string, (size: number) => void]>([
    [
      'zeros where a power cut left only the length',
      () => {
        appendFileSync(log, Buffer.alloc(5000));
      },
    ],
    [
      'a last record whose content never came',
      (size) => {
        truncateSync(log, size - 3);
        appendFileSync(log, Buffer.alloc(3, 1));
      },
    ],
  ])('%s are cut off and told', async (_, damage) => {
    await put('whole');
    await put('last');
    const { size } = statSync(log);
    await service.restart(() => {
      damage(size);
    });
    expect(await get('whole')).toEqual(['whole']);
    expect(service.torn).toHaveLength(1);
  });

  test('damage before the end is no torn write: it is told, and nothing is cut', async () => {
    await put('first');
    const { size } = statSync(log);
    await put('second');
    const damaged = readFileSync(log);
    damaged[size - 4] = (damaged[size - 4] ?? 0) ^ 0xff;
    await service.restart(() => {
      writeFileSync(log, damaged);
    });
    expect(await refusal(get('second'))).toMatchObject({
      name: 'InternalServerException',
      message: expect.stringContaining(log),
    });
    expect(readFileSync(log)).toEqual(damaged);
  });

  test('a log of mostly old versions is written anew, also when that was interrupted before', async () => {
    const text = 'x'.repeat(30_000);
    await service.client.send(
      new CreateIndexCommand({
        ...names,
        indexName: 'films',
        dataType: 'float32',
        dimension: 2,
        distanceMetric: 'euclidean',
        metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
      }),
    );
    const film = join(service.folder, 'bucket-shelf', 'index-films', 'vectors.log');
    for (let round = 0; round < 6; round += 1) {
      const vectors = Array.from({ length: 100 }, (_, i) => ({
        key: `${i}`,
        data: { float32: [i, round] },
        metadata: { text: `${round}${text}`, i },
      }));
      await service.client.send(new PutVectorsCommand({ ...names, indexName: 'films', vectors }));
    }
    const keys = Array.from({ length: 90 }, (_, i) => `${i}`);
    await service.client.send(new DeleteVectorsCommand({ ...names, indexName: 'films', keys }));
    const before = statSync(film).size;
    await service.restart(() => {
      writeFileSync(`${film}.new`, 'half of one');
    });
    const { vectors } = await service.client.send(
      new GetVectorsCommand({
        ...names,
        indexName: 'films',
        keys: ['5', '95'],
        returnData: true,
        returnMetadata: true,
      }),
    );
    expect(vectors).toEqual([{ key: '95', data: { float32: [95, 5] }, metadata: { text: `5${text}`, i: 95 } }]);
    expect(statSync(film).size).toBeLessThan(before / 20);
    expect(existsSync(`${film}.new`)).toBe(false);
  });

  test('a bucket or an index that was half made or half deleted is not there', async () => {
    const draft = join(service.folder, 'bucket-shelf', 'new-index-half');
    await service.restart(() => {
      mkdirSync(draft);
      mkdirSync(join(service.folder, 'old-bucket-gone', 'index-x'), { recursive: true });
    });
    expect(existsSync(draft)).toBe(false);
    expect(existsSync(join(service.folder, 'old-bucket-gone'))).toBe(false);
    await put('still works');
  });
});

test('a kill in the middle of writing loses nothing that was acknowledged', async () => {
  const folder = join(service.folder, 'killed');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'putting-process.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const chunk of child.stdout) {
    acknowledged = Number(String(chunk).trim().split('\n').at(-1));
    if (acknowledged >= 20) child.kill('SIGKILL');
  }
  const { VectorStore } = await import('../../../local/s3-vectors/vector-store.ts');
  const store = new VectorStore({ folder, region: 'r', accountId: '1', onTornTail: () => undefined });
  const index = await store.vectors({ bucket: 'shelf', index: 'books' });
  const keys = Array.from({ length: acknowledged * 10 }, (_, i) => `${i}`);
  expect(acknowledged).toBeGreaterThanOrEqual(20);
  expect(keys.filter((key) => index.rows.row(key) === undefined)).toEqual([]);
  expect(index.rows.count % 10).toBe(0);
  await store.close();
});
