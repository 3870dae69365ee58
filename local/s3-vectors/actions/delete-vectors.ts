import { list } from '../fields.ts';
import { DELETE } from '../limits.ts';
import { indexName } from '../names.ts';
import { vectorKey } from '../vector-key.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_DeleteVectors.html */
export async function deleteVectors({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  allow(`${name.bucket}/${name.index}`);
  const keys = new Set(list(input, 'keys', DELETE).map((key, i) => vectorKey(key, `/keys/${i}`)));
  await (await store.vectors(name)).delete([...keys]);
  return {};
}
