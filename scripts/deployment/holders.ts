import { DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { BatchDeleteImageCommand, ECRClient, ListImagesCommand, type ImageIdentifier } from '@aws-sdk/client-ecr';
import { DeleteVectorsCommand, ListVectorsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { awsLimits } from '../target/aws-limits.ts';
import { attribute, type DeployedResource } from '../terraform/state.ts';

/** Something that has to be empty before it can be deleted. */
export interface Holder {
  address: string;
  /** One of what it holds: image, vector. */
  what: string;
  /** Takes out everything, a page at a time; with `dry`, only counts. */
  empty: (options: { dry: boolean }) => Promise<Emptied>;
}

export interface Emptied {
  /** Those that were there; without `dry`, those that were taken out. */
  count: number;
  /** What AWS answered of each that it did not take out. */
  refused: readonly string[];
}

/** A page of what is inside, and how to take it out. */
interface Page {
  count: number;
  /** @returns what AWS answered of each that it did not take out, with the answer that all went well */
  remove: () => Promise<readonly string[]>;
  next: string | undefined;
}

async function throughPages(dry: boolean, read: (next: string | undefined) => Promise<Page>): Promise<Emptied> {
  let count = 0;
  const refused: string[] = [];
  let next: string | undefined;
  do {
    const page = await read(next);
    const left = dry || page.count === 0 ? [] : await page.remove();
    refused.push(...left);
    count += page.count - left.length;
    next = page.next;
  } while (next !== undefined && next !== '');
  return { count, refused };
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

function emptyRepository(repositoryName: string, region: string, dry: boolean): Promise<Emptied> {
  const client = new ECRClient({ region, ...awsLimits() });
  return throughPages(dry, async (nextToken) => {
    const { imageIds = [], nextToken: next } = await client.send(
      new ListImagesCommand({ repositoryName, maxResults: 100, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    return { count: imageIds.length, remove: () => removeImages(client, repositoryName, imageIds), next };
  });
}

/** An image of several, as Docker pushes them, has to be gone before those that it is of: what went with the others goes after them. */
async function removeImages(
  client: ECRClient,
  repositoryName: string,
  imageIds: ImageIdentifier[],
): Promise<readonly string[]> {
  const { failures = [] } = await client.send(new BatchDeleteImageCommand({ repositoryName, imageIds }));
  const there = failures.filter(({ failureCode }) => failureCode !== 'ImageNotFound');
  const held = there.flatMap(({ failureCode, imageId }) =>
    failureCode === 'ImageReferencedByManifestList' && imageId !== undefined ? [imageId] : [],
  );
  const others = there.filter(({ imageId }) => imageId === undefined || !held.includes(imageId));
  const refused = others.map(({ failureCode, failureReason }) => failureReason ?? failureCode ?? '');
  if (held.length === 0) return refused;
  // Only where one went that may have held them: else the same answer comes again.
  const again = held.length < imageIds.length ? await removeImages(client, repositoryName, held) : undefined;
  return [...refused, ...(again ?? held.map(() => 'an image that is made of several is made of it'))];
}

function emptyIndex(
  index: { vectorBucketName: string | undefined; indexName: string | undefined },
  region: string,
  dry: boolean,
): Promise<Emptied> {
  const client = new S3VectorsClient({ region, ...awsLimits() });
  return throughPages(dry, async (nextToken) => {
    const { vectors = [], nextToken: next } = await client.send(
      new ListVectorsCommand({ ...index, maxResults: 500, ...(nextToken === undefined ? {} : { nextToken }) }),
    );
    const keys = vectors.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const remove = async () => {
      await client.send(new DeleteVectorsCommand({ ...index, keys }));
      return [];
    };
    return { count: keys.length, remove, next };
  });
}

/** Every version of every object, and the marks of deleted ones. */
function emptyBucket(Bucket: string, region: string, dry: boolean): Promise<Emptied> {
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
    const remove = async () => {
      const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
      return Errors.map(({ Code, Message }) => Message ?? Code ?? '');
    };
    return { count: Objects.length, remove, next: page.IsTruncated === true ? page.NextKeyMarker : undefined };
  });
}
