import { bucketName, indexArn } from '../names.ts';
import { namesPage } from '../names-page.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_ListIndexes.html */
export function listIndexes({ store, input, allow }: ActionCall): object {
  const bucket = bucketName(input);
  allow(bucket);
  const { page, nextToken } = namesPage(store.indexes(bucket), input);
  const indexes = page.map(({ name, createdAt }) => ({
    vectorBucketName: bucket,
    indexName: name,
    indexArn: indexArn(store, { bucket, index: name }),
    creationTime: createdAt / 1000,
  }));
  return { indexes, nextToken };
}
