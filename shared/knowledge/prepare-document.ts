import type { FieldProblem } from '../errors.ts';
import { InvalidInputError } from '../errors.ts';
import type { IngestDocument } from '../schemas/knowledge.ts';
import { whySetAside } from '../agents/research/set-aside.ts';
import type { SetAside } from '../schemas/knowledge.ts';
import { isSample } from '../schemas/sample-pages.ts';
import { chunkBlocks } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { extractBlocks } from './extract-blocks.ts';
import { identify } from './identity.ts';
import type { Identity } from './identity.ts';

/** A document that has been read: what is to be stored of it, and what it is known by. */
export interface PreparedDocument extends Identity {
  document: IngestDocument;
  chunks: Chunk[];
  /** Why nothing of it is quoted, or null: told by all of its text, and kept beside each of its passages. */
  setAside: SetAside | null;
}

/** Milliseconds that a day of publication may be ahead: it is tomorrow already where somebody is. */
const AHEAD = 86_400_000;

/**
 * Reads documents, all of them before any is stored. An invented sample page, and what was written from one, is a `sample` and
 * nothing else, so that no search for research finds it unawares.
 *
 * @throws {InvalidInputError} naming each that holds no text, such as a page of pictures, or is of a day to come
 */
export function prepareDocuments(documents: readonly IngestDocument[], now = new Date()): PreparedDocument[] {
  const problems: FieldProblem[] = [];
  const latest = new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
  const prepared = documents.map((sent, at) => {
    const document = isSample(sent) ? { ...sent, kind: 'sample' as const } : sent;
    const chunks = chunkBlocks(extractBlocks(document.contentType, document.content));
    if (chunks.length === 0) {
      problems.push({ path: `documents[${at}].content`, message: 'holds no text that could be read' });
    }
    if (document.published !== undefined && document.published > latest) {
      problems.push({ path: `documents[${at}].published`, message: 'must not be a day to come' });
    }
    const text = chunks.map((chunk) => `${chunk.heading}\n${chunk.text}`).join('\n');
    return { document, chunks, setAside: whySetAside({ title: document.title, text }), ...identify(document, chunks) };
  });
  if (problems.length > 0) throw new InvalidInputError('Some documents cannot be stored, so none is.', problems);
  return prepared;
}
