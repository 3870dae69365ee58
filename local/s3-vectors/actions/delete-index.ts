import { indexName } from '../names.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_DeleteIndex.html */
export async function deleteIndex({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  allow(`${name.bucket}/${name.index}`);
  await store.deleteIndex(name);
  return {};
}
