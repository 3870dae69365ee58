import { randomUUID } from 'node:crypto';
import { putVectors } from '../aws/s3-vectors.ts';
import type { StoredVector, VectorMetadata } from '../aws/s3-vectors.ts';
import type { Database } from '../database/client.ts';
import { beginVersion, findBegun, noteProgress, publishVersion } from '../database/knowledge-versions.ts';
import type { BegunVersion, NewDocument } from '../database/knowledge-versions.ts';
import { UnavailableError } from '../errors.ts';
import type { SetAside } from '../schemas/knowledge.ts';
import type { Chunk } from './chunk.ts';
import { textToEmbed, textToFind } from './chunk-context.ts';
import { chunkTerms } from './chunk-terms.ts';
import { framedText } from './framed-text.ts';
import { embedAs } from './embedding-model.ts';
import { withoutVectors } from './missing-vectors.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { vectorKey } from './vector-keys.ts';

/** Chunks that are embedded and put together: some 25,000 tokens, a few seconds. */
const PART = 100;

/**
 * Stores a document, in the place of what it said before. Its vectors are put under keys of a new version, which no search looks
 * at until one transaction makes that version the document's: until then the old one answers, from then on the new one. What
 * fails before leaves the old one, and vectors that `removeWaste` finds.
 *
 * A large document is stored part by part. Where `until` comes first, what is put stays, and the same document sent again goes on
 * behind it.
 *
 * @param now for what does not say when it was read
 * @param until when to stop, in milliseconds since 1970
 * @returns the version
 * @throws {UnavailableError} where it stopped, with how far it is
 */
export async function storeDocument(
  db: Database,
  prepared: PreparedDocument,
  { now, until = Infinity }: { now: Date; until?: number | undefined },
): Promise<string> {
  const { document, chunks } = prepared;
  const { version, model } = await putChunks(db, prepared, { now, until });
  const terms = chunks.map((chunk, ordinal) =>
    chunkTerms(ordinal, textToFind(document.title, chunk, document.tickers)),
  );
  const published = await publishVersion(db, version, rowOf(prepared, model, now), terms);
  if (!published) throw new UnavailableError('Storing the document took so long that it was given up; send it again.');
  return version;
}

async function putChunks(
  db: Database,
  prepared: PreparedDocument,
  { now, until }: { now: Date; until: number },
): Promise<BegunVersion> {
  const { document, chunks, id, hash } = prepared;
  let begun = chunks.length > PART ? await findBegun(db, id, hash) : null;
  // The index may have been emptied since.
  if (begun !== null && (await withoutVectors([{ ...begun, chunks: begun.done }])).length > 0) begun = null;
  const first = begun?.done ?? 0;
  for (let at = first; at < chunks.length; at += PART) {
    if (at > first && Date.now() > until) throw notYet(at, chunks.length);
    const part = chunks.slice(at, at + PART);
    const { model, vectors } = await embedAs(part.map((chunk) => textToEmbed(document.title, chunk)));
    if (begun !== null && begun.model !== model) {
      throw new UnavailableError('Another model embeds since the document was begun; send it again in an hour.', {
        retryAfter: 3600,
      });
    }
    if (begun === null) {
      begun = { version: randomUUID(), model, done: 0 };
      await beginVersion(db, { ...begun, id, chunks: chunks.length, hash });
    }
    const { version } = begun;
    const row = rowOf(prepared, model, now);
    await putVectors(
      part.map((chunk, i): StoredVector => {
        return {
          key: vectorKey(version, at + i),
          vector: vectors[i] ?? [],
          metadata: metadataOf(row, chunk, prepared.setAside),
        };
      }),
    );
    if (at + PART < chunks.length) await noteProgress(db, version, at + PART);
  }
  if (begun === null) throw new RangeError('a document without chunks');
  return begun;
}

function notYet(done: number, all: number): UnavailableError {
  const message = `The document is too large for one request: ${done} of its ${all} passages are stored. Send the same request again; it goes on from there.`;
  return new UnavailableError(message, { retryAfter: 1 });
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
 * not filterable; `framed` is how many characters of the text are its frame. Dates are numbers, for it compares no texts: days as YYYYMMDD, the time of reading in seconds since 1970.
 */
export function metadataOf(
  row: NewDocument,
  chunk: Pick<Chunk, 'frame' | 'text'>,
  setAside: SetAside | null = null,
): VectorMetadata {
  const text = framedText(chunk);
  const framed = text.length - chunk.text.length;
  const { id, url, title, kind, tickers, published, fetched, day } = row;
  return {
    ...{ text, title, url, kind, document: id },
    day: dayNumber(day),
    fetched: Math.floor(Date.parse(fetched) / 1000),
    ...(framed > 0 && { framed }),
    ...(setAside !== null && { setAside }),
    // An empty list is no value there.
    ...(tickers.length > 0 && { tickers: [...tickers] }),
    ...(published !== null && { published: dayNumber(published) }),
  };
}

/** "2026-03-31" as 20260331. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));
