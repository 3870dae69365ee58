import * as z from 'zod';
import { readFrontMatter } from '../../../../shared/knowledge/front-matter.ts';

/** One page in a folder: which file it is, where it came from and when. */
export interface SavedPage {
  /** Relative to the folder, with "/" between names. */
  file: string;
  url: string;
  /** ISO 8601 in UTC. */
  fetched: string;
  /** With its charset, where the file does not say it itself. */
  contentType: string;
  /** The page itself, where it is an entry of the feed that the file is. */
  html?: string;
}

/** One address however it was written: without fragment and trailing slash. */
export function keyOf(url: URL): string {
  const copy = new URL(url);
  copy.hash = '';
  return copy.href.replace(/\/(?=$|\?)/, '');
}

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** index.json of a folder of saved pages. */
export const savedIndex = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        file: z.string().min(1).max(500),
        url: z.url({ protocol: /^https?$/ }).max(2_048),
        /** Where it is absent, its file's time counts. */
        fetched: instant.optional(),
        contentType: z.string().max(200).optional(),
      }),
    )
    .max(10_000),
});

const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'application/xhtml+xml'],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['xml', 'application/xml'],
  ['rss', 'application/rss+xml'],
  ['atom', 'application/atom+xml'],
]);

/** The media type that a file's name stands for; undefined for files that are no pages. */
export function typeOfFile(file: string): string | undefined {
  return types.get(/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '');
}

/**
 * What a file says of where it came from in its first characters: the "saved from url" comment that browsers write, the
 * lines that SingleFile writes, a feed's link to itself, front matter ("url: …", "source: …"), and, where there is none of these, the address that a page calls its own
 * (RFC 6596: rel="canonical"); beside them an optional comment "fetched: ISO 8601".
 */
export function originInside(start: string): { url: string; fetched: string | undefined } | undefined {
  const url =
    /<!--\s{0,9}saved from url=\(\d+\)(\S{1,2048})\s{0,9}-->/i.exec(start)?.[1] ??
    /Page saved with SingleFile\s{1,9}url:\s{1,9}(\S{1,2048})/i.exec(start)?.[1] ??
    selfLink(start) ??
    frontAddress(start) ??
    canonicalLink(start);
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const written =
    /<!--\s{0,9}fetched:\s{0,9}([^\s>]{10,40})\s{0,9}-->/i.exec(start)?.[1] ??
    /\ssaved date:\s{1,9}([^\n(]{10,60})/i.exec(start)?.[1];
  const time = Date.parse(written ?? '');
  return { url, fetched: Number.isNaN(time) ? undefined : new Date(time).toISOString() };
}

const selfLink = (start: string): string | undefined =>
  addressIn(/<(?:atom:)?link\s[^>]{0,500}?rel=["']self["'][^>]{0,500}>/i.exec(start)?.[0]);

/** What tools that clip pages write above a text. */
function frontAddress(start: string): string | undefined {
  const { url, source } = readFrontMatter(start).fields;
  return url ?? source;
}

/** Only in a page's head: what stands further down may be somebody else's words. */
function canonicalLink(start: string): string | undefined {
  const [head = ''] = start.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '').split(/<body\b|<\/head\b/i, 1);
  return addressIn(/<link\s[^>]{0,2500}?\brel=["']?canonical\b[^>]{0,2500}>/i.exec(head)?.[0]);
}

function addressIn(link: string | undefined): string | undefined {
  return /\shref=["']([^"']{1,2048})["']/i.exec(link ?? '')?.[1]?.replaceAll('&amp;', '&');
}
