import { BUCKETS } from '../limits.ts';
import { bucketArn, newBucketName } from '../names.ts';
import { overQuota } from '../validation.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_CreateVectorBucket.html */
export function createVectorBucket({ store, input, allow }: ActionCall): object {
  const name = newBucketName(input);
  allow(name);
  if (store.buckets().length >= BUCKETS) throw overQuota(`An account has at most ${BUCKETS} vector buckets`);
  store.createBucket({ name, createdAt: Date.now() });
  return { vectorBucketArn: bucketArn(store, name) };
}
