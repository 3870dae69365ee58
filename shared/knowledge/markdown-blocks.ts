import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Block } from './block.ts';
import { cleanText } from './clean-text.ts';
import { htmlBlocks } from './html-blocks.ts';

const markdown = new MarkdownIt('commonmark', { html: true }).enable('table');

/** The headings, paragraphs, list entries and table rows of a Markdown text; links are their words, pictures their captions. */
export function markdownBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let level = 0;
  let row: string[] | null = null;
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'heading_open') level = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') level = 0;
    else if (token.type === 'tr_open') row = [];
    else if (token.type === 'tr_close') {
      add(blocks, 0, (row ?? []).join(' | '));
      row = null;
    } else if (token.type === 'inline') {
      const text = cleanText(wordsOf(token));
      if (row !== null) row.push(text);
      else add(blocks, level, text);
    } else if (token.type === 'html_block') blocks.push(...htmlBlocks(token.content));
    else if (token.type === 'fence' || token.type === 'code_block') add(blocks, 0, cleanText(token.content));
  }
  return blocks;
}

function add(blocks: Block[], level: number, text: string): void {
  if (text !== '') blocks.push(level > 0 ? { kind: 'heading', level, text } : { kind: 'text', text });
}

function wordsOf({ children }: Token): string {
  return (children ?? [])
    .map((child) => {
      if (child.type === 'text' || child.type === 'code_inline' || child.type === 'image') return child.content;
      return child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : '';
    })
    .join('');
}
