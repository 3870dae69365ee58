import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { plainLines, plainText } from '../charts/plain-text.ts';
import { raw } from './markup.ts';
import type { Markup } from './markup.ts';

/**
 * Agents' Markdown: paragraphs, lists, emphasis and tables. Raw HTML is text; links, images and headings are left as they were
 * typed, since a name that a person gave may look like one and the report loads nothing.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'link',
  'image',
  'autolink',
  'reference',
  'heading',
  'lheading',
  'code',
  'fence',
  'hr',
]);

// Tables scroll by themselves on a phone and stay whole on paper; heads of columns say so to a screen reader; figures,
// which Markdown marks by setting them to the right, line up as in the report's own tables.
const { rules } = markdown.renderer;
rules.table_open = () => '<div class="scroll keep" tabindex="0"><table>\n';
rules.table_close = () => '</table></div>\n';
rules.th_open = (tokens, index) => `<th scope="col"${figuresClass(tokens[index])}>`;
rules.td_open = (tokens, index) => `<td${figuresClass(tokens[index])}>`;

function figuresClass(token: Token | undefined): string {
  return token?.attrGet('style') === 'text-align:right' ? ' class="n"' : '';
}

/** An agent's Markdown as HTML. */
export const prose = (body: string): Markup => raw(markdown.render(plainLines(body)));

/** One line of Markdown as HTML, without a paragraph around it. */
export const proseLine = (line: string): Markup => raw(markdown.renderInline(plainText(line)));
