import { bucketArn, bucketName } from '../names.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_GetVectorBucket.html */
export function getVectorBucket({ store, input, allow }: ActionCall): object {
  const vectorBucketName = bucketName(input);
  allow(vectorBucketName);
  const { createdAt } = store.bucket(vectorBucketName);
  return {
    vectorBucket: {
      vectorBucketName,
      vectorBucketArn: bucketArn(store, vectorBucketName),
      creationTime: createdAt / 1000,
      encryptionConfiguration: { sseType: 'AES256' },
    },
  };
}
