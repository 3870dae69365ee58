import { Parser } from 'htmlparser2';
import type { Block } from './block.ts';
import { cleanText } from './clean-text.ts';
import { isConsentBanner } from './consent-banner.ts';
import { noticesBeside } from './own-notices.ts';
import { ANY_MARK } from './raised/marks.ts';
import { SIGNED, Signatures } from './signatures.ts';
import { Teasers } from './teasers/teasers.ts';
import { NO_TEXT, ReaderView } from './unseen/reader-view.ts';

/** What is no text of the page. */
const SKIPPED: ReadonlySet<string> = new Set([...NO_TEXT, 'head', 'nav', 'header', 'footer', 'aside']);
/** The same where the day of a page is looked for: an article's own header has it. */
export const BESIDE_THE_HEADLINE: ReadonlySet<string> = new Set([...SKIPPED].filter((name) => name !== 'header'));
/** What starts, and ends, a paragraph. */
const BLOCKS = new Set(
  'address article blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody thead tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);

/**
 * The headings, paragraphs, list entries and table rows of a page, without its navigation, without what it hides, and without what only leads to
 * other pages; of a page that does nothing else all of that. What a page says of itself stays, wherever it stands.
 *
 * @param without names of elements that are no text of it
 */
export function htmlBlocks(html: string, without: ReadonlySet<string> = SKIPPED): Block[] {
  const blocks = blocksOf(html, without, new Teasers());
  const kept = blocks.some(({ kind }) => kind === 'text') ? blocks : blocksOf(html, without);
  const said = kept.map(({ text }) => text).join('\n');
  return [...kept, ...noticesBeside(said, html).map((text) => ({ kind: 'text' as const, text }))];
}

function blocksOf(html: string, without: ReadonlySet<string>, teasers?: Teasers): Block[] {
  const blocks: Block[] = [];
  /** For each open element how many blocks stand before it. */
  const before: number[] = [];
  let words = '';
  let level = 0;
  /** How deep inside of something skipped. */
  let skipped = 0;
  const end = () => {
    const text = cleanText(words).replace(/(?: \|)+$/, '');
    words = '';
    if (text === '') return;
    blocks.push(level > 0 ? { kind: 'heading', level, text } : { kind: 'text', text });
  };
  const view = new ReaderView(html);
  const signatures = new Signatures();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isHidden = view.open(name, attributes);
      const isLeft = without.has(name) && !(name === 'footer' && signatures.isIn);
      if (skipped > 0 || isLeft || isHidden || isConsentBanner(name, attributes)) skipped += 1;
      if (skipped > 0) return;
      const signs = signatures.open(name);
      if (BLOCKS.has(name) || signs) end();
      if (signs) words = SIGNED;
      teasers?.open(name, attributes);
      before.push(blocks.length);
      if (/^h[1-6]$/.test(name)) level = Number(name[1]);
      words += name === 'br' ? ' ' : view.beginning;
    },
    ontext: (text) => {
      if (skipped > 0 || !view.isSeen) return;
      words += text.replace(ANY_MARK, '');
      signatures.text(text);
      teasers?.text(text);
    },
    onclosetag: (name) => {
      const ending = view.close();
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      signatures.close(name);
      words += ending;
      if (CELLS.has(name)) words += ' | ';
      if (BLOCKS.has(name)) end();
      const first = before.pop();
      if (teasers?.close() === true) blocks.length = first ?? 0;
      if (/^h[1-6]$/.test(name)) level = 0;
    },
  });
  parser.write(html);
  parser.end();
  end();
  return blocks;
}
