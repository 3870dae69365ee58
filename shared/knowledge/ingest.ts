import type { Database } from '../database/client.ts';
import { findKnown, noteReading, retireDocuments } from '../database/knowledge-documents.ts';
import type { KnownDocument } from '../database/knowledge-documents.ts';
import type { IngestAnswer, IngestDocument } from '../schemas/knowledge.ts';
import { UnavailableError } from '../errors.ts';
import { isOfWords } from './identity.ts';
import { latestDay, prepareDocuments } from './prepare-document.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { removeWasteOf } from './remove-waste.ts';
import { storeDocument } from './store-document.ts';
import { tellSetAside } from './tell-set-aside.ts';

/**
 * Stores documents one after another. What is known already, word for word, is not stored again, whatever its address; one
 * that changed replaces what it said. Where one fails those before it are stored, it and those behind it are as they were,
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
    answers.push({ ...(await ingest(db, one, known, { now, until })), ...told(one) });
  }
  return { documents: answers };
}

/** Whoever sent it learns it here, and not by missing it in a report. */
const told = ({ setAside }: PreparedDocument): Pick<IngestAnswer['documents'][number], 'setAside' | 'detail'> =>
  setAside === null ? {} : { setAside, detail: tellSetAside(setAside) };

async function ingest(
  db: Database,
  prepared: PreparedDocument,
  known: Map<string, KnownDocument>,
  times: { now: Date; until: number },
): Promise<IngestAnswer['documents'][number]> {
  const { id, hash, textHash, chunks, document } = prepared;
  const before = known.get(id);
  const { fetched = times.now.toISOString() } = document;
  const twin = [...known.values()].find((one) => one.id !== id && one.textHash === textHash);
  // One that is of a day to come is stored anew, with the day that it is of.
  const same = before?.hash === hash && !before.ahead ? before : twin;
  if (same !== undefined) {
    // What was read at another address says nothing of when this one was.
    if (same === before) await noteReading(db, [same.id], fetched);
    if (before !== undefined && same !== before) {
      // It has come to say what another document says: what it said before is to answer no more.
      await retireDocuments(db, { id });
      known.delete(id);
      await removeWasteOf(db, id);
    }
    return { id: same.id, chunks: same.chunks, status: 'unchanged' };
  }
  await storeDocument(db, prepared, times);
  known.set(id, { id, textHash, hash, chunks: chunks.length, ahead: false });
  if (before !== undefined) await removeWasteOf(db, id);
  // The same words with another title or day take nobody's place.
  const isAnother = before !== undefined && !isOfWords(before.textHash, chunks);
  return { id, chunks: chunks.length, status: isAnother ? 'replaced' : 'stored' };
}
