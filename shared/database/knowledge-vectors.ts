import { sql, type SQL } from 'drizzle-orm';
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
}

/** One page of the documents in the order of their IDs, from `from` on and then those before it, without the first `skip`. */
export async function listVersions(
  db: Queryable,
  { from = '', skip }: { from?: string; skip: number },
): Promise<DocumentVersion[]> {
  const { rows } = await db.execute<Pick<DocumentVersion, keyof DocumentVersion>>(sql`
    select id, url, title, cast(version as text) as version, chunks from knowledge_documents
    order by id < ${from}, id limit ${DOCUMENTS_A_PAGE} offset ${skip}`);
  return rows;
}

/** Whoever has the text of a document has so long to send it again. */
const FORGOTTEN_AFTER = sql.raw("interval '7 days'");

/**
 * Notes that passages of these versions are gone: their documents count as outdated from then on, and are stored anew when they are
 * sent again. One that was noted before keeps the time of that; one that was replaced meanwhile is left alone. Nothing is deleted.
 *
 * @returns how many were not noted before
 */
export async function noteGone(db: Queryable, versions: readonly { version: string }[]): Promise<number> {
  const { rows } = await db.execute<{ noted: number }>(sql`
    with noted as (
      update knowledge_documents set hash = '' where ${isOneOf(versions)} and hash <> '' returning version
    ), since as (
      update knowledge_versions set changed_at = now() where version in (select version from noted)
    )
    select count(*) as noted from noted`);
  return rows[0]?.noted ?? 0;
}

/**
 * Forgets those of the documents that were noted as gone a week ago (`noteGone`); what is left of their vectors is waste from then on.
 *
 * @returns how many
 */
export async function forgetGone(db: Queryable, versions: readonly { version: string }[]): Promise<number> {
  const { rows } = await db.execute<{ forgotten: number }>(sql`
    with forgotten as (
      delete from knowledge_documents where ${isOneOf(versions)} and hash = '' and version in (
        select version from knowledge_versions where changed_at < now() - ${FORGOTTEN_AFTER})
      returning version
    ), retired as (
      update knowledge_versions set state = 'retired', changed_at = now()
      where version in (select version from forgotten)
    )
    select count(*) as forgotten from forgotten`);
  return rows[0]?.forgotten ?? 0;
}

const isOneOf = (versions: readonly { version: string }[]): SQL =>
  sql`cast(version as text) = any(${listOf(versions.map(({ version }) => version))})`;
