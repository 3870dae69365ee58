import type { Logger } from '../runs/logger.ts';
import type { Browsing } from '../browsing/browsing.ts';
import type { SavedPage } from '../browsing/folder/saved-page.ts';
import { NO_TEXT, type UnusedFile } from '../browsing/folder/unused-files.ts';
import type { Page } from '../browsing/page.ts';
import { PageRefusedError } from '../browsing/refusal.ts';

/** A page that may be read. */
export interface Link {
  url: string;
  title: string;
  /** YYYY-MM-DD, where it is known before the page is read. */
  published: string | null;
  /** What is known of its text, from the beginning; else empty. */
  summary: string;
}

const MOST_LINKS = 500;
const MOST_SAVED = 200;
const TOO_MANY = `beyond the first ${MOST_SAVED} pages`;
/** Why a saved page is none to read, by what its reading was refused for. */
const WHY: Readonly<Record<string, string>> = { no_text: NO_TEXT, too_large: 'too large' };
/** Characters of a saved page by which it is found: what it is about may stand below its first lines. */
const SUMMARY = 6_000;

export interface CatalogueOptions {
  startPages: readonly string[];
  signal: AbortSignal;
  logger: Logger;
  /** Told of the files of the folder that no page of it is read from. */
  onUnused?: (unused: readonly UnusedFile[]) => void;
}

/**
 * What there is to read: the pages of the folder, without the network the entries of its feeds too, and what the start pages and feeds
 * link to. A start page that cannot be read is left out and said; without any of them there is nothing to do.
 *
 * @throws {PageRefusedError} the first refusal of a start page, where no source could be read
 */
export async function openCatalogue(
  browsing: Browsing,
  { startPages, signal, logger, onUnused }: CatalogueOptions,
): Promise<Link[]> {
  const found = new Map<string, Link>();
  const refused: PageRefusedError[] = [];
  const take = (page: Page, isStart: boolean): void => {
    if (!isStart && !isList(page)) add(found, linkTo(page));
    if (isStart || isList(page)) for (const link of page.links) add(found, { summary: '', ...link, published: link.published ?? null }); // prettier-ignore
  };
  const starts = startPages.map((url) => ({ url, saved: null }));
  const all = await browsing.saved();
  const pages = all.slice(0, MOST_SAVED).map((saved) => ({ url: saved.url, saved }));
  const unused = [...browsing.unused(), ...all.slice(MOST_SAVED).map((saved) => unusedOf(saved, TOO_MANY))];
  for (const { url, saved } of [...pages, ...starts]) {
    signal.throwIfAborted();
    try {
      take(await browsing.read(url, { signal }), saved === null);
    } catch (error) {
      if (!(error instanceof PageRefusedError)) throw error;
      if (saved !== null) unused.push(unusedOf(saved, WHY[error.reason] ?? 'it cannot be read'));
      else refused.push(error);
      logger.warn('a source could not be read', { reason: error.reason, url: error.url });
    }
  }
  onUnused?.(unused);
  const [first] = refused;
  if (found.size === 0 && first !== undefined) throw first;
  return [...found.values()].slice(0, MOST_LINKS);
}

const unusedOf = ({ file, html }: SavedPage, why: string): UnusedFile =>
  html === undefined ? { file, why } : { file, why, isEntry: true };

/** A feed is a list of pages and none itself. */
const isList = ({ contentType }: Page): boolean => /xml$/i.test(contentType) && !/xhtml/i.test(contentType);

function linkTo({ finalUrl, title, published, text }: Page): Link {
  return { url: finalUrl, title, published: published ?? null, summary: text.slice(0, SUMMARY) };
}

/** What says more of a page is kept: a saved page's own words over a feed's, and whichever of them has its day. */
function add(found: Map<string, Link>, link: Link): void {
  const known = found.get(link.url);
  const [fuller, other] = known === undefined || known.summary === '' ? [link, known] : [known, link];
  found.set(link.url, { ...fuller, published: fuller.published ?? other?.published ?? null });
}
