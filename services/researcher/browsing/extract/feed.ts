import { DomUtils, parseDocument } from 'htmlparser2';
import type { PageLink } from '../page.ts';
import type { Extract } from './extract.ts';
import { markdownOf } from './markdown.ts';
import { cut, oneLine } from './plain-text.ts';
import { publishedDay } from './published.ts';
import { webLink } from './web-link.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const mostEntries = 100;
const longestSummary = 300;

/**
 * A feed (RSS 2.0, RSS 1.0, Atom) as a list of links, in the feed's own order; undefined where the XML is none. The parser
 * knows XML's five entities and character references only: a document type's own are never expanded.
 */
export function extractFeed(xml: string, url: URL, now: Date): Extract | undefined {
  const document = parseDocument(xml, { xmlMode: true, decodeEntities: true });
  const root = document.children.find(isElement);
  if (root === undefined || !['rss', 'rdf:rdf', 'feed'].includes(root.name.toLowerCase())) return undefined;
  const channel = DomUtils.getElementsByTagName('channel', root, true, 1)[0] ?? root;
  const entries = DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', root, true, mostEntries);
  const links: PageLink[] = [];
  const lines: string[] = [];
  for (const entry of entries) {
    const link = webLink(linkOf(entry), url);
    if (link === undefined) continue;
    const title = wordsOf(entry, ['title']) || link;
    const written = ['pubDate', 'published', 'dc:date', 'updated'].map((name) => textOf(child(entry, name)));
    const published = written.map((date) => publishedDay(date, now)).find((day) => day !== undefined);
    const summary = cut(wordsOf(entry, ['description', 'summary', 'content']), longestSummary);
    links.push({ title, url: link, ...(published === undefined ? {} : { published }) });
    const rest = summary.text === '' ? '' : `: ${summary.text}${summary.truncated ? '…' : ''}`;
    lines.push(`- [${title}](${link})${published === undefined ? '' : ` (${published})`}${rest}`);
  }
  const title = wordsOf(channel, ['title']);
  return { title, text: [`# ${title || url.host}`, '', ...lines].join('\n'), links };
}

/** Atom has several links with a `rel`, RSS one with its text, and some RSS only a permanent `guid`. */
function linkOf(entry: Element): string | undefined {
  const links = entry.children.filter((node): node is Element => isElement(node) && node.name === 'link');
  const main = links.find(({ attribs }) => attribs.href !== undefined && (attribs.rel ?? 'alternate') === 'alternate');
  const text = links.map((link) => textOf(link)).find((found) => found !== '');
  const id = child(entry, 'guid');
  const permanent = id?.attribs.isPermaLink === 'false' ? undefined : textOf(id);
  return main?.attribs.href ?? text ?? (permanent === '' ? undefined : permanent);
}

function isElement(node: Element['children'][number]): node is Element {
  return 'attribs' in node;
}

function child(parent: Element, name: string): Element | undefined {
  return parent.children.find((node): node is Element => isElement(node) && node.name === name);
}

function textOf(element: Element | undefined): string {
  return element === undefined ? '' : DomUtils.textContent(element).trim();
}

/** The first of these children with words in it; feeds put HTML there, escaped, in CDATA, or as it is. */
function wordsOf(parent: Element, names: readonly string[]): string {
  return names.map((name) => oneLine(markdownOf(textOf(child(parent, name))))).find((words) => words !== '') ?? '';
}
