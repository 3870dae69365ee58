import type { PageLink } from '../page.ts';
import { boundHtml } from './bounded-html.ts';
import type { Extract } from './extract.ts';
import { readFeed } from './feed-entries.ts';
import type { FeedPart } from './feed-entries.ts';
import { markdownOf } from './markdown.ts';
import { cut, oneLine } from './plain-text.ts';
import { firstPublished, publishedDay } from '../../../../shared/knowledge/published.ts';
import type { Published } from '../../../../shared/knowledge/published.ts';
import { webLink } from './web-link.ts';

const longestTitle = 300;
const longestSummary = 300;
/** Characters of a child, its markup counted, that a line of words is made from. */
const longestLine = 20_000;
/** Nothing is relative to it. */
const nowhere = new URL('about:blank');
const dates = ['pubDate', 'published', 'dc:date', 'updated'];

/** A feed as a list of links, in the feed's own order; undefined where the XML is none. */
export function extractFeed(xml: string, url: URL): Extract | undefined {
  const feed = readFeed(xml);
  if (feed === undefined) return undefined;
  const links: PageLink[] = [];
  const lines: string[] = [];
  for (const entry of feed.entries) {
    const link = webLink(linkOf(entry), url);
    if (link === undefined) continue;
    const title = titleOf(entry) || link;
    const { published } = dateOf(entry);
    const summary = cut(wordsOf(entry, ['description', 'summary', 'content']), longestSummary);
    links.push({ title, url: link, ...(published === undefined ? {} : { published }) });
    const rest = summary.text === '' ? '' : `: ${summary.text}${summary.truncated ? '…' : ''}`;
    lines.push(`- [${title}](${link})${published === undefined ? '' : ` (${published})`}${rest}`);
  }
  const title = titleOf(feed.channel) || url.host;
  return { title, text: [`# ${title}`, '', ...lines].join('\n').trim(), links };
}

/** Atom has several links with a `rel`, RSS one with its text, and some RSS only a permanent `guid`. */
export function linkOf(entry: FeedPart): string | undefined {
  const main = entry.links.find(({ rel }) => rel === 'alternate');
  return main?.href ?? entry.texts.get('link') ?? (entry.permanent ? entry.texts.get('guid') : undefined);
}

const dateOf = (entry: FeedPart): Published => firstPublished(dates.map((name) => entry.texts.get(name)));

/** The same as it is written there. */
export const dateTextOf = (entry: FeedPart): string | undefined =>
  dates.map((name) => entry.texts.get(name)).find((text) => publishedDay(text) !== undefined);

/** Empty where it has none. */
export const titleOf = (part: FeedPart): string => cut(wordsOf(part, ['title']), longestTitle).text;

/** Its HTML read as that of a page is. */
const lineOf = (text: string): string => oneLine(markdownOf(boundHtml(text.slice(0, longestLine), nowhere).html));

/** The first of these children with words in it; feeds put HTML there, escaped, in CDATA, or as it is. */
function wordsOf(part: FeedPart, names: readonly string[]): string {
  const lines = names.map((name) => lineOf(part.texts.get(name) ?? ''));
  return lines.find((words) => words !== '') ?? '';
}
