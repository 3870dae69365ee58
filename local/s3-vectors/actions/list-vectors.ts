import { crc32 } from 'node:zlib';

import { flag, optionalText, optionalWhole, type Input } from '../fields.ts';
import { SEGMENTS, VECTORS_PAGE, VECTORS_PAGE_BYTES, VECTORS_PAGE_DEFAULT } from '../limits.ts';
import { indexName } from '../names.ts';
import { shownVector } from '../shown-vector.ts';
import { invalid } from '../validation.ts';
import type { VectorIndex } from '../vector-index.ts';
import type { ActionCall } from './action.ts';

/**
 * In no order that means anything. A page also ends where it went through 1 MB.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3VectorBuckets_ListVectors.html
 */
export async function listVectors({ store, input, allow }: ActionCall): Promise<object> {
  const name = indexName(input);
  const resource = `${name.bucket}/${name.index}`;
  allow(resource);
  const show = { data: flag(input, 'returnData'), metadata: flag(input, 'returnMetadata') };
  if (show.data || show.metadata) allow(resource, 'GetVectors');
  const most = optionalWhole(input, 'maxResults', 1, VECTORS_PAGE) ?? VECTORS_PAGE_DEFAULT;
  const isInSegment = segment(input);
  const index = await store.vectors(name);
  const vectors: object[] = [];
  let bytes = 0;
  let row = firstRow(index, optionalText(input, 'nextToken', 2048));
  for (; row < index.rows.limit && vectors.length < most && bytes <= VECTORS_PAGE_BYTES; row += 1) {
    const key = index.rows.key(row);
    if (key === undefined || !isInSegment(key)) continue;
    bytes += index.bytes(row);
    vectors.push(shownVector(index, row, show));
  }
  return { vectors, nextToken: row < index.rows.limit ? token(index, row) : undefined };
}

/** By key, so that a vector stays in its segment whatever happens to others. */
function segment(input: Input): (key: string) => boolean {
  const count = optionalWhole(input, 'segmentCount', 1, SEGMENTS);
  const number = optionalWhole(input, 'segmentIndex', 0, SEGMENTS - 1);
  if (count === undefined && number === undefined) return () => true;
  if (count === undefined) throw invalid('/segmentCount', 'Must be given together with segmentIndex');
  if (number === undefined) throw invalid('/segmentIndex', 'Must be given together with segmentCount');
  if (number >= count) throw invalid('/segmentIndex', 'Must be less than segmentCount');
  return (key) => crc32(key) % count === number;
}

function token(index: VectorIndex, row: number): string {
  return Buffer.from(`${index.generation} ${row}`).toString('base64url');
}

function firstRow(index: VectorIndex, given: string | undefined): number {
  if (given === undefined) return 0;
  const [, generation, row] = /^(\S+) (\d{1,15})$/.exec(Buffer.from(given, 'base64url').toString('utf8')) ?? [];
  if (generation === index.generation) return Number(row);
  throw invalid('/nextToken', 'Must be the nextToken of the page before');
}
