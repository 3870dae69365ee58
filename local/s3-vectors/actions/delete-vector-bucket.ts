import { bucketName } from '../names.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_DeleteVectorBucket.html */
export function deleteVectorBucket({ store, input, allow }: ActionCall): object {
  const name = bucketName(input);
  allow(name);
  store.deleteBucket(name);
  return {};
}
