import { knowledgeLimits } from '../../shared/schemas/knowledge.ts';
import type { Document } from './document-of.ts';

/** Bytes of JSON that an invocation takes, 6 MB, less some for what is around the documents. */
const BYTES = 5_500_000;

/** Documents in as few requests as they fit into, in their order. */
export function batches(documents: readonly Document[]): Document[][] {
  const all: Document[][] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    const last = all.at(-1);
    if (last === undefined || last.length === knowledgeLimits.documents || bytes + size > BYTES) {
      all.push([document]);
      bytes = size;
    } else {
      last.push(document);
      bytes += size;
    }
  }
  return all;
}
