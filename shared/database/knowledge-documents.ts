import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type {
  DocumentKind,
  DocumentsQuery,
  KnowledgeStatistics,
  StoredDocument,
  StoredSource,
} from '../schemas/knowledge.ts';
import type { Queryable } from './client.ts';
import { toIso } from './moment.ts';
import { readPacked } from './packed-rows.ts';

/** A document as far as it takes to see whether it is known already. */
export interface KnownDocument {
  id: string;
  textHash: string;
  hash: string;
  version: string;
  chunks: number;
  kind: DocumentKind;
  tickers: string[];
  /** Whether its day or its reading is one to come, of a clock that was wrong: it is to be stored anew. */
  ahead: boolean;
}

/** The documents that have one of these IDs or one of these texts. One statement. */
export async function findKnown(
  db: Queryable,
  wanted: readonly { id: string; textHash: string }[],
  latest: string,
): Promise<KnownDocument[]> {
  const { rows } = await db.execute<{
    id: string;
    text_hash: string;
    hash: string;
    version: string;
    chunks: number;
    kind: DocumentKind;
    tickers: string;
    ahead: boolean;
  }>(sql`
    select id, text_hash, hash, cast(version as text) as version, chunks, kind, cast(tickers as text) as tickers, ${isAhead(latest)} as ahead from knowledge_documents
    where id = any(${listOf(wanted.map(({ id }) => id))}) or text_hash = any(${listOf(wanted.map((one) => one.textHash))})`);
  return rows.map(({ text_hash: textHash, tickers, ...row }) => {
    return { ...row, textHash, tickers: z.array(z.string()).parse(JSON.parse(tickers)) };
  });
}

/** Of a day after the latest that there can be. */
const isAhead = (latest: string): SQL =>
  sql`(day > cast(${latest} as date) or fetched_at >= cast(${latest} as date) + 1)`;

/**
 * Dates what says that it is of a day to come by the day on which it was stored, so that it grows old as all else does.
 *
 * @param latest the last ISO date that a document may be of
 */
export async function dateAhead(db: Queryable, latest: string): Promise<void> {
  await db.execute(sql`
    update knowledge_documents
    set published = case when published > cast(${latest} as date) then null else published end,
      fetched_at = least(fetched_at, stored_at),
      day = coalesce(
        case when published > cast(${latest} as date) then null else published end,
        cast(least(fetched_at, stored_at) at time zone 'UTC' as date))
    where ${isAhead(latest)}`);
}

/** Notes that a document was read again and said the same: its age counts from then, where it does not say when it was published. */
export async function noteReading(db: Queryable, ids: readonly string[], fetched: string): Promise<void> {
  await db.execute(sql`
    update knowledge_documents
    set fetched_at = cast(${fetched} as timestamptz),
      day = coalesce(published, cast(cast(${fetched} as timestamptz) at time zone 'UTC' as date))
    where id = any(${listOf(ids)}) and fetched_at < cast(${fetched} as timestamptz)`);
}

interface PackedDocument {
  id: string;
  url: string;
  title: string;
  kind: DocumentKind;
  tickers: string[];
  published: string | null;
  fetched: string;
  stored: string;
  day: string;
  version: string;
  chunks: number;
  sources: StoredSource[];
}

/** Columns of a document as one JSON text, its moments as PostgreSQL writes them. */
export const packedDocument: SQL = sql`
  'id', d.id, 'url', d.url, 'title', d.title, 'kind', d.kind, 'tickers', d.tickers, 'published', d.published,
  'fetched', cast(d.fetched_at at time zone 'UTC' as text), 'day', d.day, 'chunks', d.chunks, 'sources', d.sources`;

/** One page of documents, the youngest first, with the version of each that answers; `next` is null where it is the last. */
export async function listDocuments(
  db: Queryable,
  { kind, ticker, limit, after }: DocumentsQuery,
): Promise<{ documents: (StoredDocument & { version: string })[]; next: string | null }> {
  const [day, id] = (after ?? '').split('~');
  const from = day && id ? sql`(d.day, d.id) < (cast(${day} as date), ${id})` : sql`true`;
  const rows = await readPacked<PackedDocument>(
    db,
    (read) => sql`
      select row_number() over (order by d.day desc, d.id desc) as key,
        cast(json_build_object(${packedDocument}, 'version', d.version, 'stored', cast(d.stored_at at time zone 'UTC' as text)) as text) as packed
      from (
        select * from knowledge_documents d
        where ${from} and ${kind === undefined ? sql`true` : sql`d.kind = ${kind}`}
          and ${ticker === undefined ? sql`true` : sql`jsonb_exists(d.tickers, ${ticker})`}
        order by d.day desc, d.id desc limit ${limit} offset ${read.length}
      ) d limit ${limit - read.length}`,
  );
  const last = rows.at(-1);
  return {
    documents: rows.map(({ day: _day, stored, ...row }) => ({
      ...row,
      fetched: toIso(row.fetched),
      storedAt: toIso(stored),
    })),
    next: rows.length === limit && last !== undefined ? `${last.day}~${last.id}` : null,
  };
}

/** Which documents are meant by their age: those whose day is before `before`. */
export interface ByAge {
  before: string;
  kind?: DocumentKind | undefined;
}

/** The rows that are meant. */
export const meant = (which: { id: string } | ByAge): SQL =>
  'id' in which
    ? sql`id = ${which.id}`
    : sql`day < cast(${which.before} as date) and ${which.kind === undefined ? sql`true` : sql`kind = ${which.kind}`}`;

/**
 * Takes documents out of every answer, in one statement, because they are old or say something else now; returns how many they were.
 * Their vectors are waste from then on (`takeWaste`). What somebody wants out is `withdrawDocuments`.
 */
export async function retireDocuments(db: Queryable, which: { id: string } | ByAge): Promise<number> {
  const { rows } = await db.execute<{ gone: number }>(sql`
    with gone as (
      delete from knowledge_documents where ${meant(which)} returning version
    ), retired as (
      update knowledge_versions set state = 'retired', changed_at = now()
      where version in (select version from gone)
    )
    select count(*) as gone from gone`);
  return rows[0]?.gone ?? 0;
}

/**
 * What is known, in numbers. One statement.
 *
 * @param form how hashes of documents begin that are stored as they would be now
 */
export async function countKnowledge(db: Queryable, form: string): Promise<KnowledgeStatistics> {
  const { rows } = await db.execute<{ counted: string }>(sql`
    select cast(json_build_object(
      'documents', count(*), 'chunks', coalesce(sum(chunks), 0), 'oldest', min(day), 'newest', max(day),
      'kinds', (
        select coalesce(json_agg(by_kind order by by_kind.kind), '[]')
        from (
          select kind, count(*) as documents, sum(chunks) as chunks from knowledge_documents group by kind
        ) by_kind
      ),
      'outdated', count(*) filter (where not starts_with(hash, ${form})),
      'waste', (select count(*) from knowledge_versions where state <> 'current')
    ) as text) as counted
    from knowledge_documents`);
  return JSON.parse(rows[0]?.counted ?? '{}') as KnowledgeStatistics;
}

/** The Data API takes no list as a parameter, so that one travels as JSON. */
export const listOf = (values: readonly string[]): SQL =>
  sql`array(select json_array_elements_text(cast(${JSON.stringify(values)} as json)))`;
