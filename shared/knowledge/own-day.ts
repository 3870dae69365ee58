import type { IngestDocument } from '../schemas/knowledge.ts';
import { extractBlocks } from './extract-blocks.ts';
import { BESIDE_THE_HEADLINE, htmlBlocks } from './html-blocks.ts';
import { printedDay } from './printed-day.ts';
import { dayInAddress } from './published.ts';

/** Characters of a document in which its day is looked for. */
const START = 50_000;
const LANGUAGE = /<html\b[^>]*\blang\s*=\s*["']?([\w-]{2,20})/iu;

/**
 * The day that a document says it is of, where whoever sends it does not: by its address, else as it prints it beside its headline.
 *
 * @returns YYYY-MM-DD, which may be a day to come, or undefined
 */
export function ownDay({
  url,
  contentType,
  content,
}: Pick<IngestDocument, 'url' | 'contentType' | 'content'>): string | undefined {
  const start = content.slice(0, START);
  const isHtml = contentType === 'text/html';
  const blocks = isHtml ? htmlBlocks(start, BESIDE_THE_HEADLINE) : extractBlocks(contentType, start);
  const lines = blocks.map((block) =>
    block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text,
  );
  const [, language] = (isHtml ? LANGUAGE.exec(start) : null) ?? [];
  return dayInAddress(new URL(url)) ?? printedDay(lines, language);
}
