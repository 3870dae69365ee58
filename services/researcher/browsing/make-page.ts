import { extract } from './extract/extract.ts';
import type { Extract } from './extract/extract.ts';
import { mediaType } from './extract/content-type.ts';
import { cut, oneLine } from './extract/plain-text.ts';
import { excerptHash } from './page.ts';
import type { Page } from './page.ts';
import { PageRefusedError, nameOf } from './refusal.ts';

const longestTitle = 300;

/** A document as it came, and from where. */
export interface PageSource {
  /** As asked for. */
  asked: string;
  url: URL;
  body: Uint8Array;
  /** The Content-Type header. */
  contentType: string | undefined;
  fetchedAt: Date;
  via: Page['via'];
  textCharacters: number;
}

/**
 * The page that a document is.
 * @throws PageRefusedError content_type_not_allowed
 */
export function makePage(source: PageSource): Page {
  const found: Extract = extract(source.body, source.contentType, source.url);
  const { text, truncated } = cut(found.text, source.textCharacters);
  const byline = cut(found.byline ?? '', longestTitle).text;
  return {
    url: source.asked,
    finalUrl: source.url.href,
    title: cut(oneLine(found.title), longestTitle).text || nameOf(source.url),
    ...(byline === '' ? {} : { byline }),
    ...(found.published === undefined ? {} : { published: found.published }),
    ...(found.publishedAt === undefined ? {} : { publishedAt: found.publishedAt }),
    text,
    truncated,
    excerptHash: excerptHash(text),
    fetchedAt: source.fetchedAt.toISOString(),
    contentType: mediaType(source.contentType),
    via: source.via,
    links: found.links,
  };
}

/** @throws PageRefusedError no_text where nothing is left to read */
export function withText(page: Page): Page {
  if (page.text !== '') return page;
  throw new PageRefusedError('no_text', page.url, `${nameOf(page.finalUrl)} has no text.`);
}
