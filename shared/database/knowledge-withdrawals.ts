import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { deleteAnswer } from '../schemas/knowledge.ts';
import type { Queryable } from './client.ts';
import { meant, type ByAge } from './knowledge-documents.ts';

type Withdrawn = z.infer<typeof deleteAnswer>;

/**
 * Takes documents out of every answer because somebody wants them out, in one statement: of a note that rests on one of them what it
 * says of that page is out too, and a note that rests on nothing else is out whole. Their vectors are waste from then on.
 */
export async function withdrawDocuments(db: Queryable, which: { id: string } | ByAge): Promise<Withdrawn> {
  const { rows } = await db.execute<{ done: string }>(sql`
    with gone as (
      delete from knowledge_documents where ${meant(which)} returning id, version, url
    ), addresses as (
      select distinct split_part(url, '#', 1) as url from gone
    ), resting as (
      select d.id, d.version, (
        select jsonb_agg(
          case when split_part(s.one ->> 'url', '#', 1) in (select url from addresses)
            then s.one || cast('{"withdrawn": true}' as jsonb) else s.one end
          order by s.place)
        from jsonb_array_elements(d.sources) with ordinality as s(one, place)
      ) as sources
      from knowledge_documents d
      where d.id not in (select id from gone) and exists (
        select 1 from jsonb_array_elements(d.sources) as s(one)
        where not jsonb_exists(s.one, 'withdrawn') and split_part(s.one ->> 'url', '#', 1) in (select url from addresses))
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
    select cast(json_build_object(
      'deleted', (select count(*) from gone),
      'notes', json_build_object(
        'shortened', (select coalesce(json_agg(id order by id), '[]') from shortened),
        'deleted', (select coalesce(json_agg(id order by id), '[]') from empty))
    ) as text) as done`);
  return deleteAnswer.parse(JSON.parse(rows[0]?.done ?? '{}'));
}
