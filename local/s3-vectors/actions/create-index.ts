import { isObject } from '../../wire/json-service.ts';
import { list, oneOf, requiredWhole, type Input } from '../fields.ts';
import { DIMENSION, INDEXES, METADATA_KEY_CHARACTERS, NON_FILTERABLE_KEYS } from '../limits.ts';
import { bucketName, indexArn, newIndexName } from '../names.ts';
import { invalid, overQuota } from '../validation.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_CreateIndex.html */
export function createIndex({ store, input, allow }: ActionCall): object {
  const bucket = bucketName(input);
  const name = newIndexName(input);
  allow(`${bucket}/${name}`);
  oneOf(input, 'dataType', ['float32']);
  const definition = {
    name,
    createdAt: Date.now(),
    dimension: requiredWhole(input, 'dimension', 1, DIMENSION),
    distanceMetric: oneOf(input, 'distanceMetric', ['euclidean', 'cosine']),
    nonFilterableMetadataKeys: nonFilterableKeys(input),
  };
  if (store.indexes(bucket).length >= INDEXES) throw overQuota(`A vector bucket has at most ${INDEXES} indexes`);
  store.createIndex(bucket, definition);
  return { indexArn: indexArn(store, { bucket, index: name }) };
}

function nonFilterableKeys(input: Input): string[] {
  const { metadataConfiguration: given } = input;
  if (given === undefined || given === null) return [];
  const path = '/metadataConfiguration';
  if (!isObject(given)) throw invalid(path, 'Member must be a structure');
  const keys = list(
    { [`metadataConfiguration/nonFilterableMetadataKeys`]: given.nonFilterableMetadataKeys },
    'metadataConfiguration/nonFilterableMetadataKeys',
    NON_FILTERABLE_KEYS,
  );
  return keys.map((key, i) => {
    const at = `${path}/nonFilterableMetadataKeys/${i}`;
    if (typeof key !== 'string') throw invalid(at, 'Member must be a string');
    if (key === '' || key.length > METADATA_KEY_CHARACTERS) {
      throw invalid(at, `Member must have length between 1 and ${METADATA_KEY_CHARACTERS}, inclusive`);
    }
    if (keys.indexOf(key) !== i) throw invalid(at, 'Members must be unique');
    return key;
  });
}
