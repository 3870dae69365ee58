import type { Database } from '../database/client.ts';
import { findKnown, noteReading } from '../database/knowledge-documents.ts';
import type { KnownDocument } from '../database/knowledge-documents.ts';
import type { IngestAnswer, IngestDocument } from '../schemas/knowledge.ts';
import { UnavailableError } from '../errors.ts';
import { identify, isOfWords } from './identity.ts';
import { withoutVectors } from './missing-vectors.ts';
import { latestDay, prepareDocuments } from './prepare-document.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { removeWasteOf } from './remove-waste.ts';
import { storeDocument } from './store-document.ts';
import { tellSetAside } from './tell-set-aside.ts';

/**
 * Stores documents one after another. What is known already at its address, word for word, is not stored again; one
 * that changed replaces what it said. What the vector index has lost is put there again. The words of another address are stored with a standing of their own: they are found by their own tickers
 * and address, and stay when the other changes or goes. Where one fails those before it are stored, it and those behind it are as they were,
 * and sending all of them again does the rest.
 *
 * @throws {InvalidInputError} where a document cannot be stored (`prepareDocuments`); nothing is stored then
 * @param until when to stop, in milliseconds since 1970: what is sent again then goes on from there
 * @throws {UnavailableError} where it stopped
 * @throws {UnavailableError | ConfigurationError | AlexError} of the embeddings endpoint, the vector index or the database
 */
export async function ingestDocuments(
  db: Database,
  documents: readonly IngestDocument[],
  { now = new Date(), until = Infinity }: { now?: Date; until?: number } = {},
): Promise<IngestAnswer> {
  const prepared = prepareDocuments(documents, now);
  const known = new Map((await findKnown(db, prepared, latestDay(now))).map((one) => [one.id, one]));
  const answers: IngestAnswer['documents'] = [];
  for (const one of prepared) {
    if (answers.length > 0 && Date.now() > until) {
      const message = `${answers.length} of the ${prepared.length} documents are stored, which took the time of one request. Send the same request again; it does the rest.`;
      throw new UnavailableError(message, { retryAfter: 1 });
    }
    answers.push({ ...(await ingest(db, one, known, { now, until })), ...told(one, known.values()) });
  }
  return { documents: answers };
}

/** Whoever sent it learns it here, and not by missing it in a report. */
function told({ id, textHash, setAside }: PreparedDocument, known: Iterable<KnownDocument>): Told {
  if (setAside !== null) return { setAside, detail: tellSetAside(setAside) };
  const twin = [...known].find((one) => one.id !== id && one.textHash === textHash);
  return twin === undefined ? {} : { detail: tellCopy(twin.id) };
}

type Told = Pick<IngestAnswer['documents'][number], 'setAside' | 'detail'>;

const tellCopy = (id: string): string =>
  `Has the words of ${id}, word for word. Both are kept, each with its own address and tickers; a search gives a passage of them once.`;

async function ingest(
  db: Database,
  prepared: PreparedDocument,
  known: Map<string, KnownDocument>,
  times: { now: Date; until: number },
): Promise<IngestAnswer['documents'][number]> {
  const before = known.get(prepared.id);
  const kept = withStanding(prepared, before);
  const { id, hash, textHash, chunks, document } = kept;
  const { fetched = times.now.toISOString() } = document;
  // One that is of a day to come is stored anew, with the day that it is of; one that the vector index lost, because its text was there.
  if (before?.hash === hash && !before.ahead && (await withoutVectors([before])).length === 0) {
    await noteReading(db, [id], fetched);
    return { id, chunks: before.chunks, status: 'unchanged' };
  }
  const version = await storeDocument(db, kept, times);
  const { kind, tickers } = document;
  known.set(id, { id, textHash, hash, version, kind, tickers, chunks: chunks.length, ahead: false });
  if (before !== undefined) await removeWasteOf(db, id);
  // The same words with another title or day take nobody's place.
  const isAnother = before !== undefined && !isOfWords(before.textHash, chunks);
  return { id, chunks: chunks.length, status: isAnother ? 'replaced' : 'stored' };
}

/**
 * A page of the web sent again by somebody who does not say what it is about, or only that it is a page, keeps what is known of it: the
 * researcher has told its tickers and its kind.
 */
function withStanding(prepared: PreparedDocument, before: KnownDocument | undefined): PreparedDocument {
  const { document, chunks, setAside } = prepared;
  if (before === undefined || !/^https?:/iu.test(document.url)) return prepared;
  const tickers = document.tickers.length === 0 ? before.tickers : document.tickers;
  const kind = document.kind === 'page' ? before.kind : document.kind;
  if (tickers === document.tickers && kind === document.kind) return prepared;
  const kept = { ...document, kind, tickers };
  return { ...prepared, document: kept, ...identify(kept, chunks, setAside) };
}
