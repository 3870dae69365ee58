import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import type { deleteAnswer } from '../schemas/knowledge.ts';
import type { Queryable } from './client.ts';
import { meant, type ByAge } from './knowledge-documents.ts';

type Withdrawn = z.infer<typeof deleteAnswer>;

/** So many notes are told of in one answer of the Data API, which ends at 1 MiB: a row of it takes some 110 bytes. */
const NOTES_A_STATEMENT = 5000;

/**
 * Takes documents out of every answer because somebody wants them out: of a note that rests on one of them what it says of that page
 * is out too, and a note that rests on nothing else is out whole. Their vectors are waste from then on. One statement, or where more
 * notes are concerned than it can tell of, one for each 5,000: the documents go with the last, so that whoever is cut off
 * before it finds them there, and asks again.
 */
export async function withdrawDocuments(db: Queryable, which: { id: string } | ByAge): Promise<Withdrawn> {
  const notes: FatedNote[] = [];
  for (;;) {
    const { deleted, some } = await withdrawSome(db, which);
    notes.push(...some);
    if (some.length < NOTES_A_STATEMENT) return { deleted, notes: byFate(notes) };
  }
}

interface FatedNote {
  id: string;
  fate: keyof Withdrawn['notes'];
}

function byFate(notes: readonly FatedNote[]): Withdrawn['notes'] {
  const of = (wanted: FatedNote['fate']) => notes.flatMap(({ id, fate }) => (fate === wanted ? [id] : [])).sort();
  return { shortened: of('shortened'), deleted: of('deleted') };
}

/** Takes them out of as many notes as can be told of; where those are all, the documents are out as well. */
async function withdrawSome(
  db: Queryable,
  which: { id: string } | ByAge,
): Promise<{ deleted: number; some: FatedNote[] }> {
  const { rows } = await db.execute<{ deleted: number; id: string | null; fate: FatedNote['fate'] }>(sql`
    with doomed as materialized (
      select id, version, split_part(url, '#', 1) as url from knowledge_documents where ${meant(which)}
    ), resting as materialized (
      select d.id, d.version, (
        select jsonb_agg(
          case when split_part(s.one ->> 'url', '#', 1) in (select url from doomed)
            then s.one || cast('{"withdrawn": true}' as jsonb) else s.one end
          order by s.place)
        from jsonb_array_elements(d.sources) with ordinality as s(one, place)
      ) as sources
      from knowledge_documents d
      where d.id not in (select id from doomed) and exists (
        select 1 from jsonb_array_elements(d.sources) as s(one)
        where not jsonb_exists(s.one, 'withdrawn') and split_part(s.one ->> 'url', '#', 1) in (select url from doomed))
      limit ${NOTES_A_STATEMENT}
    ), gone as (
      delete from knowledge_documents
      where id in (select id from doomed) and (select count(*) from resting) < ${NOTES_A_STATEMENT}
      returning version
    ), empty as (
      delete from knowledge_documents where id in (
        select r.id from resting r where not exists (
          select 1 from jsonb_array_elements(r.sources) as s(one) where not jsonb_exists(s.one, 'withdrawn')))
      returning id, version
    ), shortened as (
      update knowledge_documents d set sources = r.sources
      from resting r where d.id = r.id and r.id not in (select id from empty)
      returning d.id
    ), retired as (
      update knowledge_versions set state = 'retired', changed_at = now()
      where version in (select version from gone union select version from empty)
    )
    select deleted, id, fate
    from (select count(*) as deleted from gone) counted
    left join (select id, 'shortened' as fate from shortened union all select id, 'deleted' from empty) notes on true`);
  return {
    deleted: rows[0]?.deleted ?? 0,
    some: rows.flatMap(({ id, fate }) => (id === null ? [] : [{ id, fate }])),
  };
}
