import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../../../shared/report/markup.ts';

/**
 * An element's children's texts by name, the first of each; of links, what their attributes say. What a feed has as elements of a
 * text (XHTML in Atom, HTML that nobody escaped) is HTML in it, as is what it has escaped or in CDATA.
 */
export interface FeedPart {
  texts: Map<string, string>;
  links: { href: string; rel: string }[];
  /** RSS: whether the `guid` is an address, too. */
  permanent: boolean;
}

/** A feed taken apart, nothing of it understood yet. */
export interface FeedParts {
  channel: FeedPart;
  entries: FeedPart[];
}

const roots = new Set(['rss', 'rdf:rdf', 'feed']);
const deepest = 50;
/** Characters of one child's text: a whole article with its markup. */
const longest = 1_500_000;

/**
 * Reads RSS 2.0, RSS 1.0 and Atom in one pass; undefined where the XML is none of them. The parser knows XML's five
 * entities and character references only: a document type's own are never expanded. It stops after so many entries, and at a
 * depth that no feed has.
 */
export function readFeed(xml: string, mostEntries = 100): FeedParts | undefined {
  const channel = emptyPart();
  const entries: FeedPart[] = [];
  const open: string[] = [];
  let root: string | undefined;
  let part = channel;
  /** The child that text is being collected for, and how deep it is. */
  let field: { name: string; depth: number; text: string; isText: boolean } | undefined;
  const add = (text: string): void => {
    if (field !== undefined && field.text.length < longest) field.text += text;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        open.push(name);
        const entry = field === undefined && (name === 'item' || name === 'entry');
        if (!roots.has(root) || open.length > deepest || (entry && entries.length === mostEntries)) parser.pause();
        else if (entry) entries.push((part = emptyPart()));
        else if (field !== undefined) add(tagOf(name, attributes));
        else if (name !== 'channel' && isChild(open)) {
          const { href, rel = 'alternate', isPermaLink, type } = attributes;
          field = { name, depth: open.length, text: '', isText: isText(type) };
          if (name === 'link' && href !== undefined) part.links.push({ href, rel });
          if (name === 'guid' && isPermaLink === 'false') part.permanent = false;
        }
      },
      ontext(text) {
        // What is escaped in a child itself is its HTML; within elements of a child it is text.
        if (field !== undefined) add(field.depth === open.length ? text : escapeHtml(text));
      },
      onclosetag(name) {
        if (field?.depth === open.length) {
          const text = field.text.trim();
          if (text !== '' && field.isText && !part.texts.has(field.name)) part.texts.set(field.name, text);
          field = undefined;
        } else if (field !== undefined) add(`</${localName(name)}>`);
        open.pop();
        if (field === undefined && (name === 'item' || name === 'entry')) part = channel;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  if (open.length === 0) parser.end();
  return root !== undefined && roots.has(root) ? { channel, entries } : undefined;
}

/** Whether the innermost element is a child of the feed, its channel or an entry. */
function isChild(open: readonly string[]): boolean {
  const parent = open.at(-2)?.toLowerCase();
  return parent !== undefined && (roots.has(parent) || ['channel', 'item', 'entry'].includes(parent));
}

/** Atom puts pictures and sound in a child as well, in base64, by a media type of theirs. */
const isText = (type = 'text'): boolean => !type.includes('/') || /^text\/|xhtml/i.test(type);

const localName = (name: string): string => name.replace(/^.*:/u, '');

const tagOf = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${localName(name)}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('')}>`;

function emptyPart(): FeedPart {
  return { texts: new Map(), links: [], permanent: true };
}
