/** What a page may be. */
export type PageKind = 'html' | 'text' | 'xml';

const kinds: ReadonlyMap<string, PageKind> = new Map<string, PageKind>([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
  ['application/rss+xml', 'xml'],
  ['application/atom+xml', 'xml'],
  ['application/rdf+xml', 'xml'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
]);

/** What pages are asked for as. */
export const acceptPages =
  'text/html, application/xhtml+xml;q=0.9, application/atom+xml;q=0.8, application/rss+xml;q=0.8, text/plain;q=0.7, */*;q=0.1';

/** The media type of a Content-Type header in lower case, without parameters; "" where there is none. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The charset of a Content-Type header. */
export function charsetOf(header: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(header ?? '')?.[1];
}

/** How a media type is read; undefined where it is not. */
export function pageKind(type: string): PageKind | undefined {
  return kinds.get(type);
}
