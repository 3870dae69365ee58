import { randomUUID } from 'node:crypto';
import { putVectors } from '../aws/s3-vectors.ts';
import type { StoredVector, VectorMetadata } from '../aws/s3-vectors.ts';
import type { Database } from '../database/client.ts';
import { beginVersion, publishVersion } from '../database/knowledge-versions.ts';
import type { NewDocument } from '../database/knowledge-versions.ts';
import { UnavailableError } from '../errors.ts';
import { textToEmbed, textToFind } from './chunk-context.ts';
import { chunkTerms } from './chunk-terms.ts';
import { embedAs } from './embedding-model.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { vectorKey } from './vector-keys.ts';

/**
 * Stores a document, in the place of what it said before. Its vectors are put under keys of a new version, which no search looks
 * at until one transaction makes that version the document's: until then the old one answers, from then on the new one. What
 * fails before leaves the old one, and vectors that `removeWaste` finds.
 *
 * @param now for what does not say when it was read
 */
export async function storeDocument(db: Database, prepared: PreparedDocument, now: Date): Promise<void> {
  const { document, chunks, id } = prepared;
  const { model, vectors } = await embedAs(chunks.map((chunk) => textToEmbed(document.title, chunk)));
  const version = randomUUID();
  const row = rowOf(prepared, model, now);
  await beginVersion(db, version, id, chunks.length);
  await putVectors(
    chunks.map(({ text }, ordinal): StoredVector => {
      return { key: vectorKey(version, ordinal), vector: vectors[ordinal] ?? [], metadata: metadataOf(row, text) };
    }),
  );
  const terms = chunks.map((chunk, ordinal) =>
    chunkTerms(ordinal, textToFind(document.title, chunk, document.tickers)),
  );
  const published = await publishVersion(db, version, row, terms);
  if (!published) throw new UnavailableError('Storing the document took so long that it was given up; send it again.');
}

function rowOf({ document, id, textHash, hash }: PreparedDocument, model: string, now: Date): NewDocument {
  const { url, title, kind, tickers, sources, published = null, fetched = now.toISOString() } = document;
  return {
    ...{ id, url, title, kind, tickers, published, fetched, sources, textHash, hash, model },
    day: published ?? fetched.slice(0, 10),
  };
}

/**
 * What S3 Vectors keeps beside a vector. It can filter by all but `text`, `title` and `url`, which the index is made with as
 * not filterable. Dates are numbers, for it compares no texts: days as YYYYMMDD, the time of reading in seconds since 1970.
 */
export function metadataOf(row: NewDocument, text: string): VectorMetadata {
  const { id, url, title, kind, tickers, published, fetched, day } = row;
  return {
    ...{ text, title, url, kind, document: id },
    day: dayNumber(day),
    fetched: Math.floor(Date.parse(fetched) / 1000),
    // An empty list is no value there.
    ...(tickers.length > 0 && { tickers: [...tickers] }),
    ...(published !== null && { published: dayNumber(published) }),
  };
}

/** "2026-03-31" as 20260331. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));
