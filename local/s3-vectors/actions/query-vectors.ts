import { flag, requiredWhole } from '../fields.ts';
import { parseFilter } from '../filter.ts';
import { TOP_K } from '../limits.ts';
import { indexName } from '../names.ts';
import { invalid } from '../validation.ts';
import { float32 } from '../vector-data.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_QueryVectors.html */
export async function queryVectors({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  const resource = `${name.bucket}/${name.index}`;
  allow(resource);
  const returnMetadata = flag(input, 'returnMetadata');
  const returnDistance = flag(input, 'returnDistance');
  const filtered = input.filter !== undefined && input.filter !== null;
  if (returnMetadata || filtered) allow(resource, 'GetVectors');
  const { dimension, distanceMetric, nonFilterableMetadataKeys } = store.index(name);
  const topK = requiredWhole(input, 'topK', 1, TOP_K);
  const query = float32(input.queryVector, dimension, {
    path: '/queryVector',
    refuse: invalid,
    zeroAllowed: distanceMetric !== 'cosine',
  });
  const filter = filtered ? parseFilter(input.filter, new Set(nonFilterableMetadataKeys)) : undefined;
  // Every answer is whole: 100 are the most, and they come at once.
  if (input.nextToken !== undefined && input.nextToken !== null) {
    throw invalid('/nextToken', 'Must be the nextToken of the page before');
  }
  const index = await store.vectors(name);
  const vectors = index.query(query, topK, filter).map(({ row, distance }) => ({
    key: index.rows.key(row),
    ...(returnDistance && { distance: Math.fround(distance) }),
    ...(returnMetadata && { metadata: index.metadata(row) }),
  }));
  return { vectors, distanceMetric };
}
