import { DeleteVectorsCommand, ListVectorsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { awsLimits } from '../target/aws-limits.ts';
import type { Target } from '../target/target.ts';

/** As many as one call lists and deletes. */
const AT_ONCE = 500;

/** Deletes every vector of the index. @returns how many; 0 where there is no index */
export async function emptyIndex({ vectors }: Pick<Target, 'vectors'>): Promise<number> {
  if (vectors === undefined) return 0;
  const place = { vectorBucketName: vectors.bucket, indexName: vectors.index };
  const client = new S3VectorsClient(awsLimits({ maxAttempts: 5 }));
  let deleted = 0;
  try {
    for (;;) {
      // From the beginning each time: what was listed is gone.
      const { vectors: listed = [] } = await client.send(new ListVectorsCommand({ ...place, maxResults: AT_ONCE }));
      const keys = listed.flatMap(({ key }) => key ?? []);
      if (keys.length === 0) return deleted;
      await client.send(new DeleteVectorsCommand({ ...place, keys }));
      deleted += keys.length;
    }
  } finally {
    client.destroy();
  }
}
