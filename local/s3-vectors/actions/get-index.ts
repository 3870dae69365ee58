import { indexArn, indexName } from '../names.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_GetIndex.html */
export function getIndex({ store, input, allow }: ActionCall): object {
  const name = indexName(input);
  allow(`${name.bucket}/${name.index}`);
  const { createdAt, dimension, distanceMetric, nonFilterableMetadataKeys } = store.index(name);
  return {
    index: {
      vectorBucketName: name.bucket,
      indexName: name.index,
      indexArn: indexArn(store, name),
      creationTime: createdAt / 1000,
      dataType: 'float32',
      dimension,
      distanceMetric,
      encryptionConfiguration: { sseType: 'AES256' },
      ...(nonFilterableMetadataKeys.length > 0 && { metadataConfiguration: { nonFilterableMetadataKeys } }),
    },
  };
}
