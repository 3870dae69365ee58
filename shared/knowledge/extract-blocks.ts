import { withoutProgramSummary } from '../agents/research/summary-box.ts';
import type { ContentType } from '../schemas/knowledge.ts';
import type { Block } from './block.ts';
import { cleanText } from './clean-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { htmlBlocks } from './html-blocks.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { withoutTeaserLines } from './teasers/teaser-lines.ts';

/**
 * What a document says, in order, without what it is written in, what only leads elsewhere and what a program summed up of it. Empty where it says
 * nothing.
 */
export function extractBlocks(contentType: ContentType, content: string): Block[] {
  const blocks = blocksIn(contentType, content);
  const kept = blocks.map((block) => ({ ...block, text: withoutTeaserLines(block.text) })).filter(({ text }) => text !== '');
  return withoutProgramSummary(kept.some(({ kind }) => kind === 'text') ? kept : blocks, ({ kind, text }) => {
    return { words: text, isHeading: kind === 'heading', isItem: false };
  });
} // prettier-ignore

function blocksIn(contentType: ContentType, content: string): Block[] {
  switch (contentType) {
    case 'text/html':
      return htmlBlocks(content);
    case 'text/markdown':
      return markdownBlocks(readFrontMatter(content).rest);
    case 'text/plain':
      return plainBlocks(readFrontMatter(content).rest);
  }
}

/** Paragraphs end at an empty line or a page break. */
function plainBlocks(text: string): Block[] {
  return text
    .split(/\r?\n[\t ]*(?:\r?\n[\t ]*)+|\f/)
    .map((paragraph) => ({ kind: 'text' as const, text: cleanText(paragraph) }))
    .filter((block) => block.text !== '');
}
