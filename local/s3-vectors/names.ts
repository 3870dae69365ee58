import { optionalText, requiredText, type Input } from './fields.ts';
import { invalid } from './validation.ts';

/** Where vectors are: an index of a bucket. */
export interface IndexName {
  readonly bucket: string;
  readonly index: string;
}

const bucketPattern = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const indexPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const arnPattern = /^arn:aws:s3vectors:[a-z0-9-]+:\d{12}:bucket\/([^/]+)(?:\/index\/([^/]+))?$/;

/** A name that is to be made: 3 to 63 lower-case letters, digits and hyphens. */
export function newBucketName(input: Input): string {
  const name = requiredText(input, 'vectorBucketName');
  if (!bucketPattern.test(name)) throw badName('/vectorBucketName', bucketPattern);
  return name;
}

/** As a bucket's, and dots. */
export function newIndexName(input: Input): string {
  const name = requiredText(input, 'indexName');
  if (!indexPattern.test(name)) throw badName('/indexName', indexPattern);
  return name;
}

/** The bucket that a request names, by its name or its ARN. */
export function bucketName(input: Input): string {
  const arn = optionalText(input, 'vectorBucketArn');
  const name = optionalText(input, 'vectorBucketName');
  if (arn === undefined) {
    if (name === undefined)
      throw invalid('/vectorBucketName', 'Must specify either vectorBucketName or vectorBucketArn');
    return name;
  }
  if (name !== undefined)
    throw invalid('/vectorBucketArn', 'Must not specify both vectorBucketName and vectorBucketArn');
  const [, bucket, index] = arnPattern.exec(arn) ?? [];
  if (bucket === undefined || index !== undefined) throw invalid('/vectorBucketArn', "Must be a vector bucket's ARN");
  return bucket;
}

/** The index that a request names, by the names of both or its ARN. */
export function indexName(input: Input): IndexName {
  const arn = optionalText(input, 'indexArn');
  const index = optionalText(input, 'indexName');
  const bucket = optionalText(input, 'vectorBucketName');
  if (arn === undefined) {
    if (bucket === undefined) throw invalid('/vectorBucketName', 'Must specify either indexArn or both names');
    if (index === undefined) throw invalid('/indexName', 'Must specify either indexArn or both names');
    return { bucket, index };
  }
  if (index !== undefined || bucket !== undefined)
    throw invalid('/indexArn', 'Must not specify both indexArn and names');
  const [, arnBucket, arnIndex] = arnPattern.exec(arn) ?? [];
  if (arnBucket === undefined || arnIndex === undefined) throw invalid('/indexArn', "Must be a vector index's ARN");
  return { bucket: arnBucket, index: arnIndex };
}

export function bucketArn(place: { region: string; accountId: string }, bucket: string): string {
  return `arn:aws:s3vectors:${place.region}:${place.accountId}:bucket/${bucket}`;
}

export function indexArn(place: { region: string; accountId: string }, { bucket, index }: IndexName): string {
  return `${bucketArn(place, bucket)}/index/${index}`;
}

function badName(path: string, pattern: RegExp): Error {
  return invalid(path, `Member must satisfy regular expression pattern: ${pattern.source}`);
}
