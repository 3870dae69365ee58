import { flag, list } from '../fields.ts';
import { GET } from '../limits.ts';
import { indexName } from '../names.ts';
import { shownVector } from '../shown-vector.ts';
import { vectorKey } from '../vector-key.ts';
import type { ActionCall } from './action.ts';

/** Keys that are not there are left out. https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_GetVectors.html */
export async function getVectors({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  allow(`${name.bucket}/${name.index}`);
  const keys = new Set(list(input, 'keys', GET).map((key, i) => vectorKey(key, `/keys/${i}`)));
  const show = { data: flag(input, 'returnData'), metadata: flag(input, 'returnMetadata') };
  const index = await store.vectors(name);
  const vectors = [...keys].flatMap((key) => {
    const row = index.rows.row(key);
    return row === undefined ? [] : [shownVector(index, row, show)];
  });
  return { vectors };
}
