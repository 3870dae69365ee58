import * as z from 'zod';
import { remainingMilliseconds } from '../aws/deadline.ts';
import { deleteVectors, putVectors, vectorMetadata } from '../aws/s3-vectors.ts';
import type { Queryable } from '../database/client.ts';
import { findOtherwiseEmbedded, noteModel } from '../database/knowledge-models.ts';
import type { EmbeddedDocument } from '../database/knowledge-models.ts';
import { textToEmbed } from './chunk-context.ts';
import { embedAs } from './embedding-model.ts';
import { keysOf } from './vector-keys.ts';

/** Time that the last document may take, and what comes after it. */
const RESERVE = 60_000;

/**
 * Embeds again what another model has embedded than the one that answers now, with the text that S3 Vectors has of it; until a
 * document's turn searches find it by its words alone. A document's vectors are put under their own keys, and count when the row
 * says their model; what is cut off in between is done again. Ends early where the time does: the rest is for the next day.
 *
 * @returns how many documents; `lost`: of how many the texts are not there any more, so that only sending them again helps
 */
export async function reembedDocuments(db: Queryable): Promise<{ reembedded: number; lost: number }> {
  const { model } = await embedAs([]);
  const done = { reembedded: 0, lost: 0 };
  let after = '';
  while (remainingMilliseconds() > RESERVE) {
    const one = await findOtherwiseEmbedded(db, model, after);
    if (one === null) break;
    after = one.id;
    if (await reembed(db, one)) done.reembedded += 1;
    else done.lost += 1;
  }
  return done;
}

const stored = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

async function reembed(db: Queryable, document: EmbeddedDocument): Promise<boolean> {
  const keys = keysOf(document);
  const found = await vectorMetadata(keys);
  const chunks = keys.flatMap((key) => {
    const metadata = stored.safeParse(found.get(key)).data;
    return typeof metadata?.text === 'string' ? [{ key, metadata, text: metadata.text }] : [];
  });
  if (chunks.length < keys.length) return false;
  // Headings are not kept: the title stands for them.
  const { model, vectors } = await embedAs(
    chunks.map(({ text }) => textToEmbed(document.title, { heading: '', text })),
  );
  await putVectors(chunks.map(({ key, metadata }, at) => ({ key, metadata, vector: vectors[at] ?? [] })));
  // Replaced meanwhile: its vectors may have been deleted before these were put.
  if (!(await noteModel(db, document, model))) await deleteVectors(keys);
  return true;
}
