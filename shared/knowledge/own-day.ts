import type { IngestDocument } from '../schemas/knowledge.ts';
import { extractBlocks } from './extract-blocks.ts';
import { isFiling, signedDay } from './filing-day.ts';
import { dayOfFields, readFrontMatter } from './front-matter.ts';
import { BESIDE_THE_HEADLINE, htmlBlocks } from './html-blocks.ts';
import { pageDates } from './page-dates.ts';
import { printedDay } from './printed-day.ts';
import { dayInAddress, publishedOf } from './published.ts';
import type { Block } from './block.ts';

/** Characters of a document in which its day is looked for; heads of pages are long. */
const START = 50_000;
const HTML_START = 200_000;
/** Of a company's report to the SEC its cover, and its signatures and exhibits' list. */
const COVER = 20_000;
const END = 40_000;
/** Lines of a text that are looked at as they stand. */
const LINES = 200;

/**
 * The day that a document says it is of, where whoever sends it does not: by its metadata or front matter, by its address, else as it
 * prints it beside its headline. One rule for whichever way a document comes in.
 *
 * @returns YYYY-MM-DD, which may be a day to come, or undefined
 */
export function ownDay({
  url,
  contentType,
  content,
}: Pick<IngestDocument, 'url' | 'contentType' | 'content'>): string | undefined {
  const lines = (part: string): string[] => linesOf(extractBlocks(contentType, part)).map((line) => line.trim());
  // Of a report to the SEC the day of its signature counts, at its end, and of its cover none.
  if (isFiling(lines(content.slice(0, COVER)))) return signedDay(lines(content.slice(-END)));
  return contentType === 'text/html'
    ? htmlDay(content.slice(0, HTML_START), new URL(url))
    : textDay(content.slice(0, START), contentType, new URL(url));
}

function htmlDay(html: string, url: URL): string | undefined {
  const { all, language } = pageDates(html);
  return publishedOf(all, url).published ?? printedDay(linesOf(htmlBlocks(html, BESIDE_THE_HEADLINE)), language);
}

function textDay(text: string, contentType: IngestDocument['contentType'], url: URL): string | undefined {
  const { fields, rest } = readFrontMatter(text);
  return (
    dayOfFields(fields) ??
    dayInAddress(url) ??
    printedDay(rest.split(/\r?\n/u, LINES)) ??
    // A day may be torn by the end of a line.
    printedDay(linesOf(extractBlocks(contentType, rest)))
  );
}

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text));
