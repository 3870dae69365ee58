import { DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { BatchDeleteImageCommand, ECRClient, ListImagesCommand } from '@aws-sdk/client-ecr';
import { DeleteVectorsCommand, ListVectorsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { awsLimits } from '../target/aws-limits.ts';
import { attribute, type DeployedResource } from '../terraform/state.ts';

/** Something that has to be empty before it can be deleted. */
export interface Holder {
  address: string;
  /** One of what it holds: image, vector. */
  what: string;
  /** Takes out everything, a page at a time. @returns how many those were; with `dry`, only counts */
  empty: (options: { dry: boolean }) => Promise<number>;
}

/** A page of what is inside, and how to take it out. */
interface Page {
  count: number;
  remove: () => Promise<unknown>;
  next: string | undefined;
}

async function throughPages(dry: boolean, read: (next: string | undefined) => Promise<Page>): Promise<number> {
  let count = 0;
  let next: string | undefined;
  do {
    const page = await read(next);
    count += page.count;
    if (!dry && page.count > 0) await page.remove();
    next = page.next;
  } while (next !== undefined && next !== '');
  return count;
}

/** The holders among what is to be destroyed. */
export function holdersIn(resources: readonly DeployedResource[], region: string): Holder[] {
  return resources.flatMap((resource) => {
    const name = attribute(resource, 'name') ?? attribute(resource, 'bucket') ?? '';
    const { address } = resource;
    switch (resource.type) {
      case 'aws_ecr_repository':
        return [{ address, what: 'image', empty: ({ dry }) => emptyRepository(name, region, dry) }];
      case 'aws_s3_bucket':
        return [{ address, what: 'object', empty: ({ dry }) => emptyBucket(name, region, dry) }];
      case 'aws_s3vectors_index': {
        const index = {
          vectorBucketName: attribute(resource, 'vector_bucket_name'),
          indexName: attribute(resource, 'index_name'),
        };
        return [{ address, what: 'vector', empty: ({ dry }) => emptyIndex(index, region, dry) }];
      }
      default:
        return [];
    }
  });
}

function emptyRepository(repositoryName: string, region: string, dry: boolean): Promise<number> {
  const client = new ECRClient({ region, ...awsLimits() });
  return throughPages(dry, async (nextToken) => {
    const { imageIds = [], nextToken: next } = await client.send(
      new ListImagesCommand({ repositoryName, maxResults: 100, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    const remove = () => client.send(new BatchDeleteImageCommand({ repositoryName, imageIds }));
    return { count: imageIds.length, remove, next };
  });
}

function emptyIndex(
  index: { vectorBucketName: string | undefined; indexName: string | undefined },
  region: string,
  dry: boolean,
): Promise<number> {
  const client = new S3VectorsClient({ region, ...awsLimits() });
  return throughPages(dry, async (nextToken) => {
    const { vectors = [], nextToken: next } = await client.send(
      new ListVectorsCommand({ ...index, maxResults: 500, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    const keys = vectors.flatMap(({ key }) => (key === undefined ? [] : [key]));
    return { count: keys.length, remove: () => client.send(new DeleteVectorsCommand({ ...index, keys })), next };
  });
}

/** Every version of every object, and the marks of deleted ones. */
function emptyBucket(Bucket: string, region: string, dry: boolean): Promise<number> {
  const client = new S3Client({ region, ...awsLimits() });
  let version: string | undefined;
  return throughPages(dry, async (key) => {
    const page = await client.send(
      new ListObjectVersionsCommand({
        Bucket,
        ...(key === undefined ? {} : { KeyMarker: key }),
        ...(version === undefined ? {} : { VersionIdMarker: version }),
      }),
    );
    const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
      Key,
      VersionId,
    }));
    version = page.NextVersionIdMarker;
    const remove = () => client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    return { count: Objects.length, remove, next: page.IsTruncated === true ? page.NextKeyMarker : undefined };
  });
}
