import * as z from 'zod';
import { vectorMetadata } from '../aws/s3-vectors.ts';
import type { Queryable } from '../database/client.ts';
import { listDocuments } from '../database/knowledge-documents.ts';
import { setAside, type DocumentList, type DocumentsQuery } from '../schemas/knowledge.ts';
import { vectorKey } from './vector-keys.ts';

const kept = z.object({ setAside: setAside });

/**
 * One page of documents, the youngest first, each with why it is set aside, where it is: that stands beside its first passage. One
 * statement and one call of the vector index.
 *
 * @throws {UnavailableError | ConfigurationError | AlexError} of the vector index or the database
 */
export async function listKnowledge(db: Queryable, query: DocumentsQuery): Promise<DocumentList> {
  const { documents, next } = await listDocuments(db, query);
  const beside = await vectorMetadata(documents.map(({ version }) => vectorKey(version, 0)));
  return {
    documents: documents.map(({ version, ...document }) => {
      // One that was replaced in between has nothing there; the next list tells of the new one.
      const found = kept.safeParse(beside.get(vectorKey(version, 0)));
      return { ...document, ...(found.success && { setAside: found.data.setAside }) };
    }),
    next,
  };
}
