import { isObject } from '../../wire/json-service.ts';
import type { IndexDefinition } from '../definitions.ts';
import { list } from '../fields.ts';
import { PUT } from '../limits.ts';
import { splitMetadata } from '../metadata.ts';
import { indexName } from '../names.ts';
import type { StoredVector } from '../record.ts';
import { invalid, invalidRecord } from '../validation.ts';
import { float32 } from '../vector-data.ts';
import { vectorKey } from '../vector-key.ts';
import type { ActionCall } from './action.ts';

/** All of the vectors or none. https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_PutVectors.html */
export async function putVectors({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  allow(`${name.bucket}/${name.index}`);
  const definition = store.index(name);
  const nonFilterable = new Set(definition.nonFilterableMetadataKeys);
  const seen = new Set<string>();
  const vectors = list(input, 'vectors', PUT).map((given, i) => {
    const vector = storedVector(given, `/vectors/${i}`, definition, nonFilterable);
    if (seen.has(vector.key)) throw invalidRecord(`/vectors/${i}/key`, vector.key, 'it is in the request twice');
    seen.add(vector.key);
    return vector;
  });
  await (await store.vectors(name)).put(vectors);
  return {};
}

function storedVector(
  given: unknown,
  path: string,
  { dimension, distanceMetric }: IndexDefinition,
  nonFilterable: ReadonlySet<string>,
): StoredVector {
  if (!isObject(given)) throw invalid(path, 'Member must be a structure');
  const key = vectorKey(given.key, `${path}/key`);
  const data = float32(given.data, dimension, {
    path: `${path}/data`,
    refuse: (at, message) => invalidRecord(at, key, message),
    zeroAllowed: distanceMetric !== 'cosine',
  });
  const { filterableJson, otherJson } = splitMetadata(given.metadata, nonFilterable, { path: `${path}/metadata`, key });
  return { key, data, filterableJson, otherJson };
}
