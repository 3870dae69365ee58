import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/** A document as far as it takes to embed it again. */
export interface EmbeddedDocument {
  id: string;
  title: string;
  version: string;
  chunks: number;
}

/** The first document behind `after`, by ID, whose vectors are not of `model`; null where there is none. */
export async function findOtherwiseEmbedded(
  db: Queryable,
  model: string,
  after: string,
): Promise<EmbeddedDocument | null> {
  const { rows } = await db.execute<{ id: string; title: string; version: string; chunks: number }>(sql`
    select id, title, cast(version as text) as version, chunks from knowledge_documents
    where model <> ${model} and id > ${after} order by id limit 1`);
  return rows[0] ?? null;
}

/** Notes which model a version's vectors are of now; false where that version answers no more. */
export async function noteModel(
  db: Queryable,
  { id, version }: { id: string; version: string },
  model: string,
): Promise<boolean> {
  const { rows } = await db.execute<{ id: string }>(sql`
    update knowledge_documents set model = ${model}
    where id = ${id} and version = cast(${version} as uuid) returning id`);
  return rows.length > 0;
}
