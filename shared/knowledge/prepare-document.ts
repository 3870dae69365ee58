import type { FieldProblem } from '../errors.ts';
import { InvalidInputError } from '../errors.ts';
import type { IngestDocument } from '../schemas/knowledge.ts';
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
}

/**
 * Reads documents, all of them before any is stored. An invented sample page, and what was written from one, is a `sample` and
 * nothing else, so that no search for research finds it unawares.
 *
 * @throws {InvalidInputError} naming each that holds no text, such as a page of pictures
 */
export function prepareDocuments(documents: readonly IngestDocument[]): PreparedDocument[] {
  const problems: FieldProblem[] = [];
  const prepared = documents.map((sent, at) => {
    const document = isSample(sent) ? { ...sent, kind: 'sample' as const } : sent;
    const chunks = chunkBlocks(extractBlocks(document.contentType, document.content));
    if (chunks.length === 0) {
      problems.push({ path: `documents[${at}].content`, message: 'holds no text that could be read' });
    }
    return { document, chunks, ...identify(document, chunks) };
  });
  if (problems.length > 0) throw new InvalidInputError('Documents without text cannot be stored.', problems);
  return prepared;
}
