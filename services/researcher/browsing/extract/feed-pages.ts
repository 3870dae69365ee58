import { escapeHtml } from '../../../../shared/report/markup.ts';
import { readFeed } from './feed-entries.ts';
import type { FeedPart } from './feed-entries.ts';
import { dateTextOf, linkOf, titleOf } from './feed.ts';
import { markdownOf } from './markdown.ts';
import { webLink } from './web-link.ts';

/** Where feeds put what an entry says, all of it first and its beginning last. */
const texts = ['content:encoded', 'content', 'description', 'summary'];

/** What WordPress puts behind each entry of its feeds: "The post … appeared first on …". It is of the feed, and on no page. */
const trailer =
  /<p>\s{0,99}The post <a\b[^>]{0,2048}>[^<]{0,999}<\/a> (?:first appeared|appeared first) on <a\b[^>]{0,2048}>[^<]{0,999}<\/a>\.?\s{0,99}<\/p>\s{0,99}$/i;

/** An entry of a feed as the page that it links to: what can be read of that page where there is no network. */
export interface FeedPage {
  /** Of http or https, without its fragment; undefined where the entry links to no page. */
  url: string | undefined;
  /** With the entry's title and date in its head; undefined where the entry has no text. */
  html: string | undefined;
}

/**
 * A feed's first so many entries, in the feed's own order; undefined where the XML is no feed. Relative links are relative to where the
 * feed is from, else to the site that it names as its own, else to nothing.
 */
export function feedPages(xml: string, from: URL | undefined, most: number): FeedPage[] | undefined {
  const feed = readFeed(xml, most);
  if (feed === undefined) return undefined;
  const base = from ?? URL.parse(linkOf(feed.channel) ?? '') ?? nowhere;
  return feed.entries.map((entry) => ({ url: webLink(linkOf(entry), base), html: htmlOf(entry) }));
}

/** Nothing is relative to it. */
const nowhere = new URL('about:blank');

function htmlOf(entry: FeedPart): string | undefined {
  const text = texts
    .map((name) => (entry.texts.get(name) ?? '').replace(trailer, ''))
    .find((one) => markdownOf(one) !== '');
  if (text === undefined) return undefined;
  const head = [
    ['og:title', titleOf(entry)],
    ['article:published_time', dateTextOf(entry) ?? ''],
  ]
    .filter(([, content]) => content !== '')
    .map(([property = '', content = '']) => `<meta property="${property}" content="${escapeHtml(content)}">`);
  return `<html><head>${head.join('')}</head><body><article>${paragraphs(text)}</article></body></html>`;
}

/** Text without markup has its paragraphs by empty lines. */
function paragraphs(text: string): string {
  if (/<[a-z!/]/i.test(text)) return text;
  return text
    .split(/\n\s*\n/)
    .map((one) => `<p>${escapeHtml(one)}</p>`)
    .join('');
}
