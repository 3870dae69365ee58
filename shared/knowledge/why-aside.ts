import { whySetAside } from '../agents/research/set-aside.ts';
import type { IngestDocument, SetAside } from '../schemas/knowledge.ts';
import { chunkBlocks } from './chunk.ts';
import { extractBlocks } from './extract-blocks.ts';
import { htmlTitle } from './html-title.ts';
import { sentencesIn } from './sentences-in.ts';

type Told = Pick<IngestDocument, 'url' | 'title' | 'contentType' | 'content' | 'published' | 'sources'>;

/**
 * Why nothing of a document is to be quoted, or null: by its title, its text, and the title that a page gives itself, which whoever
 * sent it may have replaced.
 *
 * @param text its text as it is read
 * @param now when that is: an embargo that has ended by then is none
 */
export function whyAside(document: Told, text: string, now: Date): SetAside | null {
  const own = ownTitle(document);
  return (
    whySetAside({ ...document, text, readAt: now.toISOString() }) ??
    (own === '' ? null : whySetAside({ title: own, text: '' }))
  );
}

/** What a document is set aside for. */
export interface Aside {
  why: SetAside;
  /** The first sentence of it, or its title, that is the reason; its own words, whatever is in them. */
  sentence: string | undefined;
}

/** The same of a document that is still to be sent, for the person who sends it; null where it is believed. */
export function asideOf(document: Told, now = new Date()): Aside | null {
  const text = chunkBlocks(extractBlocks(document.contentType, document.content))
    .map((chunk) => `${chunk.heading}\n${chunk.text}`)
    .join('\n');
  const why = whyAside(document, text, now);
  if (why === null) return null;
  const title = [document.title, ownTitle(document)].find((one) => whySetAside({ title: one, text: '' }) === why);
  const sentences = text.split('\n').flatMap((line) => sentencesIn(line.trim()));
  // One sentence that sells is no reason in a text, and is one in a title.
  const judged = (one: string) =>
    whySetAside(
      why === 'advertising'
        ? { title: one, text: '' }
        : { ...document, title: '', text: one, readAt: now.toISOString() },
    );
  return { why, sentence: title ?? sentences.find((one) => judged(one) === why) };
}

const ownTitle = ({ contentType, content }: Told): string => (contentType === 'text/html' ? htmlTitle(content) : '');
