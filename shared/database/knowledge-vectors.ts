import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';
import { listOf } from './knowledge-documents.ts';

/** So many documents a statement: an answer of the Data API ends at 1 MiB, and an address may take 2 KB. */
export const DOCUMENTS_A_PAGE = 200;

/** A document with the version whose vectors answer for it. */
export interface DocumentVersion {
  id: string;
  url: string;
  title: string;
  version: string;
  chunks: number;
  /** Whether it is noted already that passages of it are gone. */
  noted: boolean;
}

/** One page of the documents in the order of their IDs, from `from` on and then those before it, without the first `skip`. */
export async function listVersions(
  db: Queryable,
  { from = '', skip }: { from?: string; skip: number },
): Promise<DocumentVersion[]> {
  const { rows } = await db.execute<Pick<DocumentVersion, keyof DocumentVersion>>(sql`
    select id, url, title, cast(version as text) as version, chunks, hash = '' as noted from knowledge_documents
    order by id < ${from}, id limit ${DOCUMENTS_A_PAGE} offset ${skip}`);
  return rows;
}

/**
 * Notes that passages of these versions are gone: their documents count as outdated from then on, and are stored anew when they are
 * sent again. A version that was replaced meanwhile is left alone. Nothing is deleted.
 *
 * @returns how many
 */
export async function noteGone(db: Queryable, versions: readonly { version: string }[]): Promise<number> {
  const { rows } = await db.execute<{ id: string }>(sql`
    update knowledge_documents set hash = ''
    where cast(version as text) = any(${listOf(versions.map(({ version }) => version))}) returning id`);
  return rows.length;
}
