import { invokeFunction } from '../../../shared/aws/lambda.ts';
import { AgentError } from '../../../shared/errors.ts';
import { documentSource, knowledgeLimits, ingestAnswer, type IngestAnswer } from '../../../shared/schemas/knowledge.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';
import type { Page } from '../browsing/page.ts';
import type { SetAsidePage } from '../pages/reading.ts';
import { oneLine, pageDocument, plain, whyNotStored, type Document } from './page-document.ts';

export interface NoteToStore {
  /** Null where an earlier one says the same: its pages are stored alone. */
  note: StoredNote | null;
  /** The note's Markdown as it is to be found: without the list of its sources, which are stored beside it. */
  content: string;
  pages: readonly Page[];
  /** Pages that no note is written from: stored with the reason, which their excerpt or the title that they get here may not show. */
  setAside?: readonly SetAsidePage[];
  /** What a page can be about, to be found in its text. */
  symbols: readonly string[];
}

export interface StoredWithPages extends IngestAnswer {
  /** A sentence for each page that could not be stored, with its address and the field at fault. */
  leftOut: string[];
}

/**
 * Puts a note and what it rests on into the knowledge, in one request: all of it or nothing. A page that cannot be stored is left
 * out and named, and takes neither the note nor the other pages with it. The same run stored twice, after a process died in
 * between, is stored once, for its address is made of the run's id.
 *
 * @throws {AgentError} where the knowledge did not take it
 */
export async function storeNote(
  runId: string,
  { note, content, pages, setAside = [], symbols }: NoteToStore,
): Promise<StoredWithPages> {
  const leftOut: string[] = [];
  const documents = [
    ...pages.map((page) => pageDocument(page, symbols)),
    ...setAside.map(({ page, why }) => ({ ...pageDocument(page, symbols), setAside: why })),
  ].filter((document) => {
    const why = whyNotStored(document);
    if (why !== null) leftOut.push(notStored(document, why));
    return why === null;
  });
  const first = note === null ? [] : [noteDocument(runId, note, content)];
  try {
    return { ...(await ingest([...first, ...documents])), leftOut };
  } catch (error) {
    // Its clock or its version may be another than here: what it names is left out, once.
    const refused = namedIn(error);
    if (refused.size === 0 || (note !== null && refused.has(0))) throw error;
    const kept = documents.filter((document, at) => {
      const why = refused.get(at + first.length);
      if (why !== undefined) leftOut.push(notStored(document, why));
      return why === undefined;
    });
    return { ...(await ingest([...first, ...kept])), leftOut };
  }
}

/** What a note is called in the knowledge: it has no address of the web. */
export function noteAddress(runId: string): string {
  return `urn:alex:research:${runId}`;
}

function noteDocument(runId: string, note: StoredNote, content: string): Document {
  return {
    url: noteAddress(runId),
    title: oneLine(note.title),
    published: note.asOf,
    kind: 'note',
    tickers: note.tickers.slice(0, knowledgeLimits.tickers),
    contentType: 'text/markdown',
    content: plain(content),
    // One that cannot be stored stands in the run's own note still.
    sources: note.sources
      .map(({ url, title, fetched, excerptHash }) => ({ url, title: oneLine(title), fetched, excerptHash }))
      .filter((source) => documentSource.safeParse(source).success),
  };
}

const ingest = async (documents: readonly Document[]): Promise<IngestAnswer> =>
  documents.length === 0 ? { documents: [] } : ingestAnswer.parse(await invokeFunction('ingest', { documents }));

const notStored = ({ url }: Document, why: string): string => `The page ${url} was not stored: ${why}.`;

/** The documents that ingest refused, by their place, and what it said of each. */
function namedIn(error: unknown): Map<number, string> {
  const named = new Map<number, string>();
  if (!(error instanceof AgentError) || error.cause !== 'InvalidInputError') return named;
  for (const [, at = '', field = '', why = ''] of error.message.matchAll(/documents\[(\d+)\]\.(\S+): ([^;]+)/gu)) {
    named.set(Number(at), `${field} ${why}`);
  }
  return named;
}
