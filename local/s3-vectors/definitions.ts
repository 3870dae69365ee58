import * as z from 'zod';

/** bucket.json */
export const bucketDefinition = z.object({
  name: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
});
export type BucketDefinition = z.infer<typeof bucketDefinition>;

/** index.json */
export const indexDefinition = z.object({
  name: z.string(),
  createdAt: z.number(),
  dimension: z.number().int().min(1),
  distanceMetric: z.enum(['cosine', 'euclidean']),
  nonFilterableMetadataKeys: z.array(z.string()),
});
export type IndexDefinition = z.infer<typeof indexDefinition>;
