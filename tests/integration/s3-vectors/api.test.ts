import {
  CreateIndexCommand,
  CreateVectorBucketCommand,
  DeleteIndexCommand,
  DeleteVectorBucketCommand,
  DeleteVectorsCommand,
  GetIndexCommand,
  GetVectorBucketCommand,
  GetVectorsCommand,
  ListIndexesCommand,
  ListVectorBucketsCommand,
  ListVectorsCommand,
  paginateListVectors,
  PutVectorsCommand,
  QueryVectorsCommand,
} from '@aws-sdk/client-s3vectors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusal, testService } from './test-service.ts';

const names = { vectorBucketName: 'shelf', indexName: 'books' };
const float32 = (...values: number[]) => ({ float32: values });
let service: Awaited<ReturnType<typeof testService>>;

beforeAll(async () => {
  service = await testService();
  await service.client.send(new CreateVectorBucketCommand({ vectorBucketName: 'shelf' }));
  await service.client.send(
    new CreateIndexCommand({
      ...names,
      dataType: 'float32',
      dimension: 3,
      distanceMetric: 'cosine',
      metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
    }),
  );
  await service.client.send(
    new PutVectorsCommand({
      ...names,
      vectors: [
        { key: 'x', data: float32(1, 0, 0), metadata: { kind: 'note', year: 2024, tags: ['a', 'b'], text: 'Grüße' } },
        { key: 'y', data: float32(0, 2, 0), metadata: { kind: 'page', year: 2025, text: 'second' } },
        { key: 'xy', data: float32(1, 1, 0), metadata: { kind: 'note', year: 2026, open: true } },
        { key: 'bare', data: float32(0, 0, 0.1) },
      ],
    }),
  );
});
afterAll(() => service.stop());

describe('buckets and indexes', () => {
  test('are described with names, ARNs, times and what they were made with', async () => {
    const { vectorBucket } = await service.client.send(new GetVectorBucketCommand({ vectorBucketName: 'shelf' }));
    expect(vectorBucket).toMatchObject({
      vectorBucketName: 'shelf',
      vectorBucketArn: 'arn:aws:s3vectors:us-east-1:000000000000:bucket/shelf',
    });
    expect(Math.abs(Date.now() - Number(vectorBucket?.creationTime))).toBeLessThan(60_000);
    const indexArn = 'arn:aws:s3vectors:us-east-1:000000000000:bucket/shelf/index/books';
    for (const by of [names, { indexArn }]) {
      const { index } = await service.client.send(new GetIndexCommand(by));
      expect(index).toMatchObject({
        ...names,
        indexArn,
        dataType: 'float32',
        dimension: 3,
        distanceMetric: 'cosine',
        metadataConfiguration: { nonFilterableMetadataKeys: ['text'] },
      });
    }
  });

  test('are listed a page at a time, by prefix, and are gone when deleted; a bucket with an index is not deleted', async () => {
    for (const vectorBucketName of ['list-b', 'list-a', 'list-c']) {
      await service.client.send(new CreateVectorBucketCommand({ vectorBucketName }));
    }
    const page = (nextToken?: string) =>
      service.client.send(
        new ListVectorBucketsCommand({ prefix: 'list-', maxResults: 2, ...(nextToken && { nextToken }) }),
      );
    const first = await page();
    const second = await page(first.nextToken);
    expect(first.vectorBuckets?.map((bucket) => bucket.vectorBucketName)).toEqual(['list-a', 'list-b']);
    expect(second.vectorBuckets?.map((bucket) => bucket.vectorBucketName)).toEqual(['list-c']);
    expect(second.nextToken).toBeUndefined();
    const index = { vectorBucketName: 'list-a', indexName: 'one' };
    await service.client.send(
      new CreateIndexCommand({ ...index, dataType: 'float32', dimension: 2, distanceMetric: 'euclidean' }),
    );
    const { indexes } = await service.client.send(new ListIndexesCommand({ vectorBucketName: 'list-a' }));
    expect(indexes?.map(({ indexName }) => indexName)).toEqual(['one']);
    const deleteBucket = () => service.client.send(new DeleteVectorBucketCommand({ vectorBucketName: 'list-a' }));
    expect(await refusal(deleteBucket())).toMatchObject({ name: 'ConflictException' });
    await service.client.send(new PutVectorsCommand({ ...index, vectors: [{ key: 'k', data: float32(1, 2) }] }));
    await service.client.send(new DeleteIndexCommand(index));
    await deleteBucket();
    expect(await refusal(service.client.send(new GetIndexCommand(index)))).toMatchObject({ name: 'NotFoundException' });
    await service.restart();
    const left = await service.client.send(new ListVectorBucketsCommand({ prefix: 'list-' }));
    expect(left.vectorBuckets?.map((bucket) => bucket.vectorBucketName)).toEqual(['list-b', 'list-c']);
  });

  const index = (changes: object) =>
    ({ ...names, indexName: 'bad', dataType: 'float32', dimension: 3, distanceMetric: 'cosine', ...changes }) as const;
  test.each<[string, object, string]>([
    ['dimension 0', { dimension: 0 }, '/dimension'],
    ['dimension 4,097', { dimension: 4097 }, '/dimension'],
    ['half a dimension', { dimension: 1.5 }, '/dimension'],
    ['no metric', { distanceMetric: undefined }, '/distanceMetric'],
    ['another metric', { distanceMetric: 'dot' }, '/distanceMetric'],
    ['another type', { dataType: 'float16' }, '/dataType'],
    ['a name in capitals', { indexName: 'Bad' }, '/indexName'],
    ['a name of a folder above', { indexName: '../../bad' }, '/indexName'],
    [
      'eleven non-filterable keys',
      { metadataConfiguration: { nonFilterableMetadataKeys: Array.from({ length: 11 }, (_, i) => `k${i}`) } },
      '/metadataConfiguration/nonFilterableMetadataKeys',
    ],
    [
      'a non-filterable key twice',
      { metadataConfiguration: { nonFilterableMetadataKeys: ['a', 'a'] } },
      '/metadataConfiguration/nonFilterableMetadataKeys/1',
    ],
  ])('%s is refused with its field', async (_, changes, path) => {
    const { name, fields } = await refusal(service.client.send(new CreateIndexCommand(index(changes))));
    expect([name, fields]).toEqual(['ValidationException', [path]]);
  });

  test('of a name that is taken, or of a bucket that is not there, are refused', async () => {
    const taken = service.client.send(new CreateIndexCommand(index({ indexName: 'books' })));
    expect(await refusal(taken)).toMatchObject({ name: 'ConflictException' });
    const nowhere = service.client.send(new CreateIndexCommand(index({ vectorBucketName: 'nowhere' })));
    expect(await refusal(nowhere)).toMatchObject({ name: 'NotFoundException' });
    const twice = service.client.send(new CreateVectorBucketCommand({ vectorBucketName: 'shelf' }));
    expect(await refusal(twice)).toMatchObject({ name: 'ConflictException' });
  });
});

describe('vectors', () => {
  test('come back as the 32-bit floats they were put as, with their metadata; unknown keys are left out', async () => {
    await service.client.send(
      new PutVectorsCommand({ ...names, vectors: [{ key: 'f', data: float32(0.1, -3e-7, 12345.678) }] }),
    );
    const get = { ...names, keys: ['f', 'x', 'nobody'], returnData: true, returnMetadata: true };
    const { vectors } = await service.client.send(new GetVectorsCommand(get));
    expect(vectors).toEqual([
      { key: 'f', data: float32(Math.fround(0.1), Math.fround(-3e-7), Math.fround(12345.678)) },
      {
        key: 'x',
        data: float32(1, 0, 0),
        metadata: { kind: 'note', year: 2024, tags: ['a', 'b'], text: 'Grüße' },
      },
    ]);
    await service.client.send(new DeleteVectorsCommand({ ...names, keys: ['f', 'never'] }));
    expect((await service.client.send(new GetVectorsCommand({ ...get, keys: ['f'] }))).vectors).toEqual([]);
    const bare = await service.client.send(new GetVectorsCommand({ ...names, keys: ['x'] }));
    expect(bare.vectors).toEqual([{ key: 'x' }]);
  });

  test('put again replace what was there, metadata and all', async () => {
    const put = (metadata?: { kind: string }) =>
      service.client.send(
        new PutVectorsCommand({ ...names, vectors: [{ key: 'r', data: float32(0, 1, 1), metadata }] }),
      );
    await put({ kind: 'old' });
    await put();
    const { vectors } = await service.client.send(
      new GetVectorsCommand({ ...names, keys: ['r'], returnMetadata: true }),
    );
    expect(vectors).toEqual([{ key: 'r' }]);
    const found = await service.client.send(
      new QueryVectorsCommand({ ...names, topK: 9, queryVector: float32(1, 1, 1), filter: { kind: 'old' } }),
    );
    expect(found.vectors).toEqual([]);
    await service.client.send(new DeleteVectorsCommand({ ...names, keys: ['r'] }));
  });

  const vector = (changes: object) => [{ key: 'k', data: float32(1, 2, 3), ...changes }];
  const sixty = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, i]));
  test.each<[string, object[], string, RegExp?]>([
    ['none', [], '/vectors'],
    ['501 at once', Array.from({ length: 501 }, (_, i) => ({ key: `${i}`, data: float32(1, 2, 3) })), '/vectors'],
    ['two of one key', [...vector({}), ...vector({})], '/vectors/1/key'],
    ['one with no key', vector({ key: '' }), '/vectors/0/key'],
    ['a key of 1,025 characters', vector({ key: 'k'.repeat(1025) }), '/vectors/0/key'],
    ['another width', vector({ data: float32(1, 2) }), '/vectors/0/data/float32', /length 3, but has length 2/],
    ['zeros, which have no direction', vector({ data: float32(0, 0, 0) }), '/vectors/0/data/float32', /zero norm/],
    ['what is no number', vector({ data: float32(1, NaN, 3) }), '/vectors/0/data/float32/1'],
    ['more than 32 bits hold', vector({ data: float32(1, 1e39, 3) }), '/vectors/0/data/float32/1'],
    ['60 metadata keys', vector({ metadata: sixty }), '/vectors/0/metadata', /at most 50 keys/],
    ['2 KB to filter by', vector({ metadata: { a: 'x'.repeat(2048) } }), '/vectors/0/metadata', /at most 2048 bytes/],
    ['40 KB in all', vector({ metadata: { text: 'ä'.repeat(20_480) } }), '/vectors/0/metadata', /at most 40960 bytes/],
    ['nothing as a value', vector({ metadata: { a: null } }), '/vectors/0/metadata/a'],
    ['an object as a value', vector({ metadata: { a: { b: 1 } } }), '/vectors/0/metadata/a'],
    ['metadata that are a list', vector({ metadata: [1] }), '/vectors/0/metadata'],
  ])('%s are refused with their field, and nothing of the request is kept', async (_, vectors, path, words = /./) => {
    const good = { key: 'half', data: float32(1, 1, 1) };
    const all = vectors.length === 0 ? [] : [...vectors, good];
    const shifted = path === '/vectors' && vectors.length > 0 ? all.slice(0, 501) : all;
    const put = new PutVectorsCommand({ ...names, vectors: shifted as never });
    const { name, message, fields } = await refusal(service.client.send(put));
    expect([name, fields]).toEqual(['ValidationException', [path]]);
    expect(message).toMatch(words);
    expect((await service.client.send(new GetVectorsCommand({ ...names, keys: ['half', 'k'] }))).vectors).toEqual([]);
  });

  test('of an index that is not there are refused, as are requests that do not say which', async () => {
    const keys = ['x'];
    const missing = service.client.send(new GetVectorsCommand({ ...names, indexName: 'films', keys }));
    expect(await refusal(missing)).toMatchObject({ name: 'NotFoundException' });
    const unsaid = service.client.send(new GetVectorsCommand({ keys }));
    expect(await refusal(unsaid)).toMatchObject({ name: 'ValidationException', fields: ['/vectorBucketName'] });
    const tooMany = service.client.send(
      new GetVectorsCommand({ ...names, keys: Array.from({ length: 101 }, (_, i) => `${i}`) }),
    );
    expect(await refusal(tooMany)).toMatchObject({ name: 'ValidationException', fields: ['/keys'] });
  });
});

describe('listing', () => {
  test('shows every vector once over pages and over segments, while others are deleted', async () => {
    const pages = { ...names, indexName: 'pages' };
    await service.client.send(
      new CreateIndexCommand({ ...pages, dataType: 'float32', dimension: 1, distanceMetric: 'euclidean' }),
    );
    const keys = Array.from({ length: 50 }, (_, i) => `key-${i}`);
    const vectors = keys.map((key, i) => ({ key, data: float32(i) }));
    await service.client.send(new PutVectorsCommand({ ...pages, vectors }));
    const seen: string[] = [];
    for await (const page of paginateListVectors({ client: service.client, pageSize: 7 }, { ...pages })) {
      if (seen.length === 0)
        await service.client.send(new DeleteVectorsCommand({ ...pages, keys: ['key-3', 'key-40'] }));
      seen.push(...(page.vectors ?? []).map(({ key }) => key ?? ''));
    }
    expect(seen.sort()).toEqual(keys.filter((key) => key !== 'key-40').sort());
    const inSegments: string[] = [];
    for (const segmentIndex of [0, 1, 2]) {
      const part = await service.client.send(new ListVectorsCommand({ ...pages, segmentCount: 3, segmentIndex }));
      inSegments.push(...(part.vectors ?? []).map(({ key }) => key ?? ''));
    }
    expect(inSegments.sort()).toEqual(keys.filter((key) => key !== 'key-3' && key !== 'key-40').sort());
    await service.client.send(new DeleteIndexCommand(pages));
  });

  test.each<[string, object, string]>([
    ['a page of 1,001', { maxResults: 1001 }, '/maxResults'],
    ['a token of its own making', { nextToken: 'abc' }, '/nextToken'],
    ['a segment without their number', { segmentIndex: 1 }, '/segmentCount'],
    ['a segment beyond them', { segmentIndex: 2, segmentCount: 2 }, '/segmentIndex'],
  ])('of %s is refused with its field', async (_, changes, path) => {
    const { name, fields } = await refusal(service.client.send(new ListVectorsCommand({ ...names, ...changes })));
    expect([name, fields]).toEqual(['ValidationException', [path]]);
  });
});

describe('a query', () => {
  const query = (changes: object) =>
    service.client.send(new QueryVectorsCommand({ ...names, topK: 10, queryVector: float32(3, 0, 0), ...changes }));

  test('answers with the nearest first, their distances, and metadata if they are asked for', async () => {
    const { vectors, distanceMetric } = await query({ topK: 2, returnDistance: true, returnMetadata: true });
    expect(distanceMetric).toBe('cosine');
    expect(vectors).toEqual([
      { key: 'x', distance: 0, metadata: { kind: 'note', year: 2024, tags: ['a', 'b'], text: 'Grüße' } },
      { key: 'xy', distance: Math.fround(1 - Math.SQRT1_2), metadata: { kind: 'note', year: 2026, open: true } },
    ]);
    expect((await query({ topK: 1 })).vectors).toEqual([{ key: 'x' }]);
  });

  test.each<[string, object, string[]]>([
    ['a value', { kind: 'note' }, ['x', 'xy']],
    ['$eq on one of a list', { tags: { $eq: 'b' } }, ['x']],
    ['$ne', { kind: { $ne: 'note' } }, ['bare', 'y']],
    ['a range', { year: { $gte: 2025, $lt: 2026 } }, ['y']],
    ['$gt and $lte', { $and: [{ year: { $gt: 2024 } }, { year: { $lte: 2026 } }] }, ['xy', 'y']],
    ['$in', { year: { $in: [2024, 2026, 1] } }, ['x', 'xy']],
    ['$in on a list', { tags: { $in: ['b', 'z'] } }, ['x']],
    ['$nin', { year: { $nin: [2024, 2026] } }, ['bare', 'y']],
    ['$exists', { open: { $exists: true } }, ['xy']],
    ['$exists: false', { year: { $exists: false } }, ['bare']],
    ['$or', { $or: [{ open: true }, { $and: [{ kind: 'page' }, { year: 2025 }] }] }, ['xy', 'y']],
    ['a number as text', { year: '2024' }, []],
    ['a key that nobody has', { nobody: 1 }, []],
  ])('filters by %s', async (_, filter, keys) => {
    const { vectors } = await query({ filter });
    expect(vectors?.map(({ key }) => key).sort()).toEqual(keys);
  });

  test.each<[string, object, string]>([
    ['no neighbours', { topK: 0 }, '/topK'],
    ['a thousand neighbours', { topK: 1000 }, '/topK'],
    ['no vector', { queryVector: undefined }, '/queryVector'],
    ['a vector of another width', { queryVector: float32(1) }, '/queryVector/float32'],
    ['a vector of zeros', { queryVector: float32(0, 0, 0) }, '/queryVector/float32'],
    ['a filter of nothing', { filter: {} }, '/filter'],
    ['a filter that is text', { filter: 'kind' }, '/filter'],
    ['an unknown operator', { filter: { kind: { $regex: 'a' } } }, '/filter/kind/$regex'],
    ['an unknown operator above keys', { filter: { $not: [{ a: 1 }] } }, '/filter/$not'],
    ['a filter on what cannot be filtered by', { filter: { $and: [{ text: 'x' }] } }, '/filter/$and/0/text'],
    ['two keys in one filter', { filter: { kind: 'note', year: 2024 } }, '/filter'],
    ['an empty $or', { filter: { $or: [] } }, '/filter/$or'],
    ['an empty $in', { filter: { year: { $in: [] } } }, '/filter/year/$in'],
    ['$gt on text', { filter: { kind: { $gt: 'a' } } }, '/filter/kind/$gt'],
    ['$exists of a number', { filter: { kind: { $exists: 1 } } }, '/filter/kind/$exists'],
  ])('for %s is refused with its field', async (_, changes, path) => {
    const { name, fields } = await refusal(query(changes));
    expect([name, fields]).toEqual(['ValidationException', [path]]);
  });
});

describe('on the wire', () => {
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/s3vectors/aws4_request, Signature=x';
  const post = (path: string, body: string, headers: Record<string, string> = { authorization }) =>
    fetch(`${service.url}${path}`, { method: 'POST', headers, body });

  test('a request without a signature, for no action, or of no JSON is refused', async () => {
    expect((await post('/GetIndex', '{}', {})).status).toBe(403);
    expect((await post('/Nothing', '{}')).status).toBe(404);
    expect((await post('/GetIndex', '[1')).status).toBe(400);
  });

  test('a request of more than 20 MiB is refused, and the client can read why', async () => {
    const reply = await post('/PutVectors', ' '.repeat(20 * 1024 * 1024 + 1));
    expect([reply.status, reply.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
  });
});
