import { sql } from 'drizzle-orm';
import type { DocumentKind, DocumentSource } from '../schemas/knowledge.ts';
import type { Database, Queryable } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { listOf } from './knowledge-documents.ts';

/** A document's row; see the schema. */
export interface NewDocument {
  id: string;
  url: string;
  title: string;
  kind: DocumentKind;
  tickers: readonly string[];
  published: string | null;
  /** ISO 8601, UTC. */
  fetched: string;
  day: string;
  sources: readonly DocumentSource[];
  textHash: string;
  hash: string;
  model: string;
}

/** The words of one chunk: a tsvector as text, and how many words they are with repetitions. */
export interface ChunkTerms {
  ordinal: number;
  words: number;
  terms: string;
}

/** A version whose vectors may be in the index though it answers nothing. */
export interface Waste {
  version: string;
  chunks: number;
}

/** Whoever writes is done within a Lambda's longest run, 15 minutes. */
const GIVEN_UP_AFTER = sql.raw("interval '1 hour'");

/** A version that is being written. */
export interface BegunVersion {
  version: string;
  model: string;
  /** How many of its vectors are put. */
  done: number;
}

/** Notes that vectors of a version are about to be put, so that they are found again whatever becomes of the writer. */
export async function beginVersion(
  db: Queryable,
  { version, id, chunks, hash, model }: { version: string; id: string; chunks: number; hash: string; model: string },
): Promise<void> {
  await db.execute(sql`
    insert into knowledge_versions (version, document_id, chunks, hash, model)
    values (cast(${version} as uuid), ${id}, ${chunks}, ${hash}, ${model})`);
}

/** How far a version is. Its writer is alive. */
export async function noteProgress(db: Queryable, version: string, done: number): Promise<void> {
  await db.execute(sql`
    update knowledge_versions set done = greatest(done, ${done}), changed_at = now()
    where version = cast(${version} as uuid) and state = 'writing'`);
}

/** The version of a document that an earlier request left with a part of its vectors put, where it is of the same text; else null. */
export async function findBegun(db: Queryable, id: string, hash: string): Promise<BegunVersion | null> {
  const { rows } = await db.execute<{ version: string; model: string; done: number }>(sql`
    select cast(version as text) as version, model, done from knowledge_versions
    where document_id = ${id} and hash = ${hash} and state = 'writing' and done > 0
      and changed_at > now() - ${GIVEN_UP_AFTER}
    order by done desc limit 1`);
  return rows[0] ?? null;
}

/**
 * Lets a version answer in the place of the one before, in one transaction: whoever searches sees the one or the other. Returns
 * false, and changes nothing, where the version has been given up as waste meanwhile.
 */
export async function publishVersion(
  db: Database,
  version: string,
  document: NewDocument,
  chunks: readonly ChunkTerms[],
): Promise<boolean> {
  const words = chunks.reduce((sum, chunk) => sum + chunk.words, 0);
  const { id, url, title, kind, tickers, published, fetched, day, sources, textHash, hash, model } = document;
  return db.transaction(async (tx) => {
    // Two that store the same document wait for each other here; the later one stays.
    await tx.execute(sql`select 1 from pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
    const { rows } = await tx.execute<{ version: string }>(sql`
      update knowledge_versions set changed_at = now()
      where version = cast(${version} as uuid) and state = 'writing' returning version`);
    if (rows.length === 0) return false;
    await insertRows(
      tx,
      chunks,
      (array) => sql`
        insert into knowledge_chunks (version, ordinal, words, terms)
        select cast(${version} as uuid), ordinal, words, cast(terms as tsvector)
        from json_to_recordset(cast(${array} as json)) as row(ordinal integer, words integer, terms text)`,
    );
    await tx.execute(sql`
      update knowledge_versions set state = 'retired', changed_at = now() where document_id = ${id} and state = 'current'`);
    await tx.execute(sql`
      with current as (
        update knowledge_versions set state = 'current', changed_at = now() where version = cast(${version} as uuid)
      )
      insert into knowledge_documents (id, url, title, kind, tickers, published, fetched_at, day, sources, text_hash, hash,
        version, chunks, words, model)
      values (${id}, ${url}, ${title}, ${kind}, cast(${JSON.stringify(tickers)} as jsonb), cast(${published} as date),
        cast(${fetched} as timestamptz), cast(${day} as date), cast(${JSON.stringify(sources)} as jsonb), ${textHash}, ${hash},
        cast(${version} as uuid), ${chunks.length}, ${words}, ${model})
      on conflict (id) do update set url = excluded.url, title = excluded.title, kind = excluded.kind,
        tickers = excluded.tickers, published = excluded.published, fetched_at = excluded.fetched_at, day = excluded.day,
        sources = excluded.sources, text_hash = excluded.text_hash, hash = excluded.hash, version = excluded.version,
        chunks = excluded.chunks, words = excluded.words, model = excluded.model, stored_at = now()`);
    return true;
  });
}

/**
 * Takes up to 20 versions whose vectors are to be deleted: those replaced, of deleted documents, and those whose writer died,
 * which cannot publish any more from then on. The longest waiting first; of one document where its ID is given.
 */
export async function takeWaste(db: Queryable, documentId?: string): Promise<Waste[]> {
  const { rows } = await db.execute<{ version: string; chunks: number }>(sql`
    with waste as (
      select version from knowledge_versions
      where (state = 'retired' or state = 'writing' and changed_at < now() - ${GIVEN_UP_AFTER})
        and ${documentId === undefined ? sql`true` : sql`document_id = ${documentId}`}
      order by changed_at limit 20 for update
    )
    update knowledge_versions set state = 'retired' where version in (select version from waste)
    returning cast(version as text) as version, chunks`);
  return rows;
}

/** Forgets versions whose vectors are deleted, with the words of their chunks. */
export async function forgetVersions(db: Queryable, versions: readonly string[]): Promise<void> {
  await db.execute(sql`
    delete from knowledge_versions where cast(version as text) = any(${listOf(versions)}) and state = 'retired'`);
}
