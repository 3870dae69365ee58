import { invokeFunction } from '../../../shared/aws/lambda.ts';
import {
  knowledgeLimits,
  ingestAnswer,
  type IngestAnswer,
  type IngestRequest,
} from '../../../shared/schemas/knowledge.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';
import type { Page } from '../browsing/page.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';

/** Characters of a page that are kept: an excerpt to cite, not a copy of a long work. */
const EXCERPT = 20_000;

export interface NoteToStore {
  note: StoredNote;
  /** The note's Markdown as it is to be found: without the list of its sources, which are stored beside it. */
  content: string;
  pages: readonly Page[];
  /** What a page can be about, to be found in its text. */
  symbols: readonly string[];
}

/**
 * Puts a note and what it rests on into the knowledge, in one request: all of it or nothing. The same run stored twice, after a
 * process died in between, is stored once, for its address is made of the run's id.
 *
 * @throws {AgentError} where the knowledge did not take it
 */
export async function storeNote(runId: string, { note, content, pages, symbols }: NoteToStore): Promise<IngestAnswer> {
  const request: IngestRequest = {
    documents: [
      {
        url: noteAddress(runId),
        title: oneLine(note.title),
        published: note.asOf,
        kind: 'note',
        tickers: note.tickers.slice(0, knowledgeLimits.tickers),
        contentType: 'text/markdown',
        content: plain(content),
        sources: note.sources.map(({ url, title, fetched, excerptHash }) => ({
          url,
          title: oneLine(title),
          fetched,
          excerptHash,
        })),
      },
      ...pages.map((page) => ({
        url: page.finalUrl,
        title: oneLine(page.title),
        ...(page.published !== undefined && { published: page.published }),
        fetched: page.fetchedAt,
        kind: 'article' as const,
        tickers: mentionedTickers(page.text, symbols).slice(0, knowledgeLimits.tickers),
        // The page's own Markdown: its headings are where it is cut into passages.
        contentType: 'text/markdown' as const,
        content: plain(page.text.slice(0, EXCERPT)),
      })),
    ],
  };
  return ingestAnswer.parse(await invokeFunction('ingest', request));
}

/** What a note is called in the knowledge: it has no address of the web. */
export function noteAddress(runId: string): string {
  return `urn:alex:research:${runId}`;
}

function oneLine(title: string): string {
  const text = title.toWellFormed().replace(/\p{Cc}+/gu, ' ').trim().slice(0, 300); // prettier-ignore
  return text === '' ? 'Without a title' : text;
}

/** Without what the knowledge refuses: control characters and halves of characters, the latter from the cut. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n]/gu, ' ');
}
