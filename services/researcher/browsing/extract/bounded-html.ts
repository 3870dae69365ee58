import { Parser } from 'htmlparser2';
import { isConsentBanner } from '../../../../shared/knowledge/consent-banner.ts';
import { ANY_MARK } from '../../../../shared/knowledge/raised/marks.ts';
import { SIGNED, Signatures } from '../../../../shared/knowledge/signatures.ts';
import { NO_TEXT, ReaderView } from '../../../../shared/knowledge/unseen/reader-view.ts';
import { Teasers } from '../../../../shared/knowledge/teasers/teasers.ts';
import { escapeHtml } from '../../../../shared/report/markup.ts';
import { PageFacts } from './page-facts.ts';

/** HTML made small enough to be parsed into a tree, and what its head says. */
export interface BoundedHtml {
  html: string;
  /** How many elements are in it. */
  elements: number;
  facts: PageFacts;
}

const dropped: ReadonlySet<string> = new Set([...NO_TEXT, 'link', 'base']);
const empty = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
/** What the search for the main text goes by; event handlers and the rest stay behind. */
const kept = new Set('class id href alt title role rel itemprop property name content datetime lang dir'.split(' '));

/** The frame is ours, so that there always is one, whole. */
const frame = new Set(['html', 'head', 'body']);

/** Bounds of what is made into a tree: about a second of work. Long filings have some ten thousand elements. */
const mostElements = 20_000;
const mostCharacters = 1_500_000;
/** "&", "<" and ">" in text: the tree writes them escaped, and each is a node of its own where that is read again. */
const mostEscapes = 20_000;
/** Browsers nest no deeper than 512; a tree is walked by recursion later, which has to end before the stack does. */
const deepest = 200;
/** Around the text of a page, or above it. */
const aroundText = new Set('h1 h2 h3 h4 h5 h6 header nav aside menu footer'.split(' '));
const longestAttribute = 2_048;

/**
 * One pass over the document, linear in its length: without scripts, styles, forms and what is hidden from a reader
 * (where instructions to models like to be), without what only leads to other pages unless the document does nothing else, and bounded in depth and number of elements, so that what follows is bounded.
 */
export function boundHtml(source: string, base: URL): BoundedHtml {
  const bounded = bound(source, base, new Teasers());
  return bounded.hasText ? bounded : bound(source, base);
}

/** @param teasers where what only leads to other pages is left out; its links are kept all the same */
function bound(source: string, base: URL, teasers?: Teasers): BoundedHtml & { hasText: boolean } {
  const facts = new PageFacts(base);
  const view = new ReaderView(source);
  const signatures = new Signatures();
  const out: string[] = [];
  /** One entry for each open element: whether it was written. */
  const open: { name: string; isAround: boolean; written: boolean; at: number; told: number }[] = [];
  /** Characters of text that were not left out, without those around the text. */
  let told = 0;
  let around = 0;
  let elements = 0;
  let written = 0;
  let skipping = 0;
  let count = 0;
  let characters = 0;
  let escapes = 0;
  /** Elements left out since the last text. */
  let skipped = 0;
  /** Where in `out` the text is that nothing but pictures and what is left out has come after. */
  let textAt = -1;

  /** Text as HTML, until there is too much of it. */
  function add(text: string): void {
    if (characters >= mostCharacters) return;
    const part = text.slice(0, mostCharacters - characters);
    characters += part.length;
    escapes += part.match(/[&<>]/g)?.length ?? 0;
    // What was taken out of a sentence leaves its spaces: "bonds ." had a picture, and has none.
    const before = out[textAt];
    if (before !== undefined && textAt < out.length - 1 + skipped && /^[.,;:!?](?=\s|$)/.test(part)) {
      out[textAt] = before.trimEnd();
    }
    textAt = out.length;
    skipped = 0;
    if (around === 0) told += part.trim().length;
    out.push(escapes > mostEscapes ? part.replace(/[&<>]/g, ' ') : escapedText(part));
  }

  /** What raised words and links begin and end with: text of no length, in titles too. */
  function mark(sign: string): void {
    if (sign === '') return;
    facts.text(sign, true);
    if (elements <= mostElements) out.push(sign);
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isHidden = view.open(name, attributes);
        facts.open(name, attributes, skipping > 0 || isHidden);
        elements += 1;
        if (elements > mostElements) {
          parser.pause();
          return;
        }
        const skip = skipping > 0 || dropped.has(name) || isHidden || isConsentBanner(name, attributes);
        if (empty.has(name)) {
          if (skip) {
            skipped += 1;
            return;
          }
          if (name !== 'img') textAt = -1;
          count += 1;
          out.push(tag(name, attributes));
          return;
        }
        if (skip) {
          skipping += 1;
          skipped += 1;
        }
        const write = !skip && written < deepest && !frame.has(name);
        const at = out.length;
        if (!skip) teasers?.open(name, attributes);
        const signs = !skip && signatures.open(name);
        const isAround = !signs && aroundText.has(name);
        if (!skip && isAround) around += 1;
        if (write) {
          textAt = -1;
          written += 1;
          count += 1;
          // The search for the main text takes a footer for the page's own.
          out.push(signs ? `<br>${SIGNED}<span>` : tag(name, attributes));
        }
        open.push({ name: signs ? 'span' : name, isAround, written: write, at, told });
        if (!skip) mark(view.beginning);
      },
      ontext(decoded) {
        const text = decoded.replace(ANY_MARK, '');
        const isSeen = skipping === 0 && view.isSeen;
        facts.text(text, isSeen);
        if (!isSeen) skipped += 1;
        else if (elements <= mostElements) {
          add(text);
          signatures.text(text);
          teasers?.text(text);
        }
      },
      onclosetag(name) {
        const ending = view.close();
        if (skipping === 0) mark(ending);
        facts.close(name);
        if (empty.has(name) || elements > mostElements) return;
        const last = open.pop();
        if (last === undefined) return;
        if (skipping > 0) {
          skipping -= 1;
          return;
        }
        signatures.close(name);
        if (last.isAround) around -= 1;
        const isTeaser = teasers?.close() === true;
        if (isTeaser) {
          out.length = last.at;
          ({ told } = last);
        }
        if (!last.written) return;
        written -= 1;
        textAt = -1;
        if (!isTeaser) out.push(`</${last.name}>`);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(source);
  if (elements <= mostElements) parser.end();
  for (const { name, written: was } of open.reverse()) if (was) out.push(`</${name}>`);
  return { html: out.join(''), elements: count, facts, hasText: told > 0 };
}

function tag(name: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes)
    .filter(([key, value]) => kept.has(key) && value.length <= longestAttribute)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** Quotation marks stay as they are: escaped, each would be a node as well, and they are on every page. */
const escapedText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
