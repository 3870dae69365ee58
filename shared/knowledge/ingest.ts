import type { Database } from '../database/client.ts';
import { findKnown, noteReading, retireDocuments } from '../database/knowledge-documents.ts';
import type { KnownDocument } from '../database/knowledge-documents.ts';
import type { IngestAnswer, IngestDocument } from '../schemas/knowledge.ts';
import { prepareDocuments } from './prepare-document.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { removeWasteOf } from './remove-waste.ts';
import { storeDocument } from './store-document.ts';

/**
 * Stores documents one after another. What is known already, word for word, is not stored again, whatever its address; one
 * that changed replaces what it said. Where one fails those before it are stored, it and those behind it are as they were,
 * and sending all of them again does the rest.
 *
 * @throws {InvalidInputError} where a document holds no text; nothing is stored then
 * @throws {UnavailableError | ConfigurationError | AlexError} of the embeddings endpoint, the vector index or the database
 */
export async function ingestDocuments(
  db: Database,
  documents: readonly IngestDocument[],
  now: Date = new Date(),
): Promise<IngestAnswer> {
  const prepared = prepareDocuments(documents);
  const known = new Map((await findKnown(db, prepared)).map((one) => [one.id, one]));
  const answers: IngestAnswer['documents'] = [];
  for (const one of prepared) answers.push(await ingest(db, one, known, now));
  return { documents: answers };
}

async function ingest(
  db: Database,
  prepared: PreparedDocument,
  known: Map<string, KnownDocument>,
  now: Date,
): Promise<IngestAnswer['documents'][number]> {
  const { id, hash, textHash, chunks, document } = prepared;
  const before = known.get(id);
  const { fetched = now.toISOString() } = document;
  const twin = [...known.values()].find((one) => one.id !== id && one.textHash === textHash);
  const same = before?.hash === hash ? before : twin;
  if (same !== undefined) {
    await noteReading(db, [same.id], fetched);
    if (before !== undefined && same !== before) {
      // It has come to say what another document says: what it said before is to answer no more.
      await retireDocuments(db, { id });
      known.delete(id);
      await removeWasteOf(db, id);
    }
    return { id: same.id, chunks: same.chunks, status: 'unchanged' };
  }
  await storeDocument(db, prepared, now);
  known.set(id, { id, textHash, hash, chunks: chunks.length });
  if (before !== undefined) await removeWasteOf(db, id);
  return { id, chunks: chunks.length, status: 'stored' };
}
