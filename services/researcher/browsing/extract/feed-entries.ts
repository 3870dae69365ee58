import { Parser } from 'htmlparser2';

/** An element's children's texts by name, the first of each; of links, what their attributes say. */
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
const mostEntries = 100;
const deepest = 50;
const longest = 20_000;

/**
 * Reads RSS 2.0, RSS 1.0 and Atom in one pass; undefined where the XML is none of them. The parser knows XML's five
 * entities and character references only: a document type's own are never expanded. It stops after 100 entries, and at a
 * depth that no feed has.
 */
export function readFeed(xml: string): FeedParts | undefined {
  const channel = emptyPart();
  const entries: FeedPart[] = [];
  const open: string[] = [];
  let root: string | undefined;
  let part = channel;
  /** The child that text is being collected for, and how deep it is. */
  let field: { name: string; depth: number; text: string } | undefined;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        open.push(name);
        const entry = name === 'item' || name === 'entry';
        if (!roots.has(root) || open.length > deepest || (entry && entries.length === mostEntries)) parser.pause();
        else if (entry) entries.push((part = emptyPart()));
        else if (field === undefined && name !== 'channel' && isChild(open)) {
          field = { name, depth: open.length, text: '' };
          const { href, rel = 'alternate', isPermaLink } = attributes;
          if (name === 'link' && href !== undefined) part.links.push({ href, rel });
          if (name === 'guid' && isPermaLink === 'false') part.permanent = false;
        }
      },
      ontext(text) {
        if (field !== undefined && field.text.length < longest) field.text += text;
      },
      onclosetag(name) {
        if (field?.depth === open.length) {
          const text = field.text.trim();
          if (text !== '' && !part.texts.has(field.name)) part.texts.set(field.name, text);
          field = undefined;
        }
        open.pop();
        if (name === 'item' || name === 'entry') part = channel;
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

function emptyPart(): FeedPart {
  return { texts: new Map(), links: [], permanent: true };
}
