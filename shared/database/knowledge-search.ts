import { sql, type SQL } from 'drizzle-orm';
import type { DocumentKind, StoredSource } from '../schemas/knowledge.ts';
import type { Queryable } from './client.ts';
import { listOf, packedDocument } from './knowledge-documents.ts';
import { toIso } from './moment.ts';
import { readPacked } from './packed-rows.ts';

export interface KnowledgeFilters {
  kinds?: readonly DocumentKind[] | undefined;
  tickers?: readonly string[] | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
}

/** A document that may answer, with its version that does and its chunks that have words of the question. */
export interface Candidate {
  id: string;
  version: string;
  url: string;
  title: string;
  kind: DocumentKind;
  tickers: string[];
  published: string | null;
  fetched: string;
  /** What its age counts from. */
  day: string;
  sources: StoredSource[];
  /** Of its words: copies at other addresses have the same. */
  textHash: string;
  /** What its vectors are of. */
  model: string;
  /** Ordinal and BM25 score. */
  hits: [number, number][];
}

/** BM25's usual constants: how soon repetition stops to count, and how much long texts pay. */
const K1 = sql.raw('1.2');
const B = sql.raw('0.75');

/**
 * The chunks that have the words of a question, ranked by Okapi BM25 (with the logarithm's argument raised by one, so that no word
 * counts against a text), and the documents of `versions`, as far as these answer now. All of it in one statement, so that it
 * is of one moment.
 * Robertson, Zaragoza: The Probabilistic Relevance Framework, BM25 and Beyond (2009), 3.1.
 */
export async function findCandidates(
  db: Queryable,
  wanted: { terms: readonly string[]; versions: readonly string[]; most: number; filters: KnowledgeFilters },
): Promise<Candidate[]> {
  const { terms, versions, most, filters } = wanted;
  const rows = await readPacked<Candidate>(
    db,
    (read) => sql`
      with visible as materialized (
        select d.* from knowledge_documents d where ${fits(filters)}
      ), corpus as (
        select greatest(sum(chunks), 1) as chunks, greatest(sum(words), 1) / greatest(sum(chunks), 1.0) as words from visible
      ), found as materialized (
        select d.id, c.version, c.ordinal, c.words, one.lexeme, cardinality(one.positions) as times
        from knowledge_chunks c
        join visible d on d.version = c.version
        cross join lateral unnest(c.terms) as one
        where c.terms @@ cast(${queryOf(terms)} as tsquery) and one.lexeme = any(${listOf(terms)})
      ), rarity as (
        select lexeme, ln(1 + (corpus.chunks - count(*) + 0.5) / (count(*) + 0.5)) as weight
        from found cross join corpus group by lexeme, corpus.chunks
      ), ranked as (
        select version, ordinal,
          sum(weight * times * (${K1} + 1) / (times + ${K1} * (1 - ${B} + ${B} * found.words / corpus.words))) as score
        from found join rarity using (lexeme) cross join corpus
        group by id, version, ordinal
        order by score desc, id, ordinal limit ${most}
      )
      select d.id as key, cast(json_build_object(${packedDocument}, 'version', d.version, 'model', d.model, 'textHash', d.text_hash,
          'hits', coalesce((
            select json_agg(json_build_array(ordinal, round(cast(score as numeric), 6)) order by score desc)
            from ranked where ranked.version = d.version
          ), '[]')) as text) as packed
      from visible d
      where (d.version in (select version from ranked) or cast(d.version as text) = any(${listOf(versions)}))
        and d.id > ${read.at(-1)?.id ?? ''}`,
  );
  return rows.map((row) => ({ ...row, fetched: toIso(row.fetched) }));
}

function fits({ kinds, tickers, publishedFrom, publishedTo }: KnowledgeFilters): SQL {
  const conditions = [
    kinds === undefined ? undefined : sql`d.kind = any(${listOf(kinds)})`,
    tickers === undefined ? undefined : sql`jsonb_exists_any(d.tickers, ${listOf(tickers)})`,
    publishedFrom === undefined ? undefined : sql`d.day >= cast(${publishedFrom} as date)`,
    publishedTo === undefined ? undefined : sql`d.day <= cast(${publishedTo} as date)`,
  ].filter((one) => one !== undefined);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Any of the terms, as PostgreSQL's query language writes them; no term at all finds nothing. */
const queryOf = (terms: readonly string[]): string => terms.map(quoteLexeme).join(' | ');

/** A term as a lexeme of a tsvector or a tsquery, whatever signs it has. */
export const quoteLexeme = (term: string): string => `'${term.replace(/['\\]/g, '$&$&')}'`;
