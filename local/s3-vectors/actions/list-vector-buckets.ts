import { bucketArn } from '../names.ts';
import { namesPage } from '../names-page.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_ListVectorBuckets.html */
export function listVectorBuckets({ store, input, allow }: ActionCall): object {
  allow('');
  const { page, nextToken } = namesPage(store.buckets(), input);
  const vectorBuckets = page.map(({ name, createdAt }) => ({
    vectorBucketName: name,
    vectorBucketArn: bucketArn(store, name),
    creationTime: createdAt / 1000,
  }));
  return { vectorBuckets, nextToken };
}
