import { createHash } from 'node:crypto';
import { setAside as reasons, type IngestDocument, type SetAside } from '../schemas/knowledge.ts';
import type { Chunk } from './chunk.ts';

/** What a document is known by. */
export interface Identity {
  /** Of its address, without the part behind #. */
  id: string;
  /**
   * Of its text as it is read, whatever it is written in, and of why nothing of it is quoted: what is set aside is no copy of what
   * is believed, nor the other way round.
   */
  textHash: string;
  /** Of that and all that is stored with it but the time of reading, behind its form: what changes with it is replaced. */
  hash: string;
}

export function identify(
  document: IngestDocument,
  chunks: readonly Chunk[],
  setAside: SetAside | null = null,
): Identity {
  const { url, title, published, kind, tickers, sources } = document;
  const textHash = hashOf(chunks, setAside);
  const told = sources.map(({ fetched: _fetched, ...source }) => source);
  return {
    id: documentIdOf(url),
    textHash,
    hash: `${FORM}${sha256([textHash, url, title, published, kind, [...tickers].sort(), told])}`,
  };
}

/** Whether a hash is of these words, set aside or not. */
export function isOfWords(textHash: string, chunks: readonly Chunk[]): boolean {
  return [null, ...reasons.options].some((reason) => hashOf(chunks, reason) === textHash);
}

const hashOf = (chunks: readonly Chunk[], setAside: SetAside | null): string =>
  sha256(setAside === null ? chunks : [chunks, setAside]);

/**
 * How hashes of documents begin. Its number is raised where chunks, terms or embeddings are made differently: documents sent again are then stored
 * anew, and until then counted as outdated (`countKnowledge`).
 */
export const FORM = 'form 6: ';

/** The ID of whatever is read from an address. */
export function documentIdOf(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return `doc_${sha256(address.href).slice(0, 32)}`;
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
