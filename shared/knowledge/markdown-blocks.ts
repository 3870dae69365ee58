import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Block } from './block.ts';
import { cleanText } from './clean-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { MARK } from './raised/marks.ts';

const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table', 'strikethrough']);

markdown.renderer.rules.image = (tokens, at) => markdown.utils.escapeHtml(tokens[at]?.content ?? '');

/**
 * The headings, paragraphs, list entries and table rows of a Markdown text; links are their words, pictures their captions. With
 * HTML in it, which may open an element around paragraphs of Markdown, it is read as the page that it makes.
 */
export function markdownBlocks(source: string): Block[] {
  const tokens = markdown.parse(source, {});
  if (tokens.some(hasHtml)) return htmlBlocks(markdown.renderer.render(tokens, markdown.options, {}));
  const blocks: Block[] = [];
  let level = 0;
  let row: string[] | null = null;
  for (const token of tokens) {
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
    } else if (token.type === 'fence' || token.type === 'code_block') add(blocks, 0, cleanText(token.content));
  }
  return blocks;
}

const hasHtml = ({ type, children }: Token): boolean =>
  type === 'html_block' || (children ?? []).some((child) => child.type === 'html_inline');

function add(blocks: Block[], level: number, text: string): void {
  if (text !== '') blocks.push(level > 0 ? { kind: 'heading', level, text } : { kind: 'text', text });
}

/** Without what is struck out, as a page is read. */
function wordsOf({ children }: Token): string {
  let struck = 0;
  return (children ?? [])
    .map((child) => {
      if (child.type === 's_open') struck += 1;
      else if (child.type === 's_close') struck -= 1;
      if (struck > 0) return '';
      if (child.type === 'link_open') return MARK.link;
      if (child.type === 'link_close') return MARK.end;
      if (child.type === 'text' || child.type === 'code_inline' || child.type === 'image') return child.content;
      return child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : '';
    })
    .join('');
}
