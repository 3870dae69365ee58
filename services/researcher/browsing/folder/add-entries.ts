import { decodeText } from '../../../../shared/knowledge/decode-text.ts';
import { charsetOf } from '../extract/content-type.ts';
import { feedPages } from '../extract/feed-pages.ts';
import type { FeedPage } from '../extract/feed-pages.ts';
import { PageRefusedError } from '../refusal.ts';
import { keyOf } from './saved-page.ts';
import type { SavedPage } from './saved-page.ts';
import { NO_LINK, NO_TEXT } from './unused-files.ts';
import type { UnusedFile } from './unused-files.ts';

/** A file that may be a feed: its entries may be pages though it does not say where it is from itself. */
export interface SavedFeed extends Pick<SavedPage, 'file' | 'contentType' | 'fetched'> {
  url: string | undefined;
  /** What the file is passed over for, unless an entry of it is read; null where it is a page of the folder. */
  why: string | null;
}

/** What is asked of the folder. */
interface Folder {
  /** @throws PageRefusedError */
  read: (feed: SavedFeed) => Promise<Buffer>;
  /** Why an address is nothing to cite, or null. */
  whyNot: (url: string) => string | null;
}

/** More than anyone reads. */
const MOST = 1_000;
/** Nobody counts those behind the first of them. */
const TOO_MANY = 'beyond the first 1,000 entries of feeds, and all behind it';

/**
 * Adds the entries of feeds that nothing was saved of, each at the address that it links to; where several feeds have one, that which
 * says the most.
 *
 * @returns what is not used, and why
 */
export async function addEntries(
  found: Map<string, SavedPage>,
  feeds: readonly SavedFeed[],
  { read, whyNot }: Folder,
): Promise<UnusedFile[]> {
  const unused: UnusedFile[] = [];
  let entries = 0;
  for (const feed of feeds) {
    const { file, fetched, why } = feed;
    const before = entries;
    for (const { url, html } of await entriesOf(feed, read)) {
      const not = url === undefined ? NO_LINK : (whyNot(url) ?? (html === undefined ? NO_TEXT : null));
      if (url === undefined || html === undefined || not !== null || entries === MOST) {
        unused.push({ file, why: not ?? TOO_MANY, isEntry: true });
        continue;
      }
      entries += 1;
      const key = keyOf(new URL(url));
      const most = found.get(key);
      const isFuller = most === undefined || (most.html !== undefined && most.html.length < html.length);
      if (isFuller) found.set(key, { file, url, fetched, contentType: 'text/html; charset=utf-8', html });
    }
    if (why !== null && entries === before) unused.push({ file, why });
  }
  return unused;
}

/** None where the file is no feed, or cannot be read, which is told of it as of a page. */
async function entriesOf(feed: SavedFeed, read: Folder['read']): Promise<readonly FeedPage[]> {
  try {
    const text = decodeText(await read(feed), charsetOf(feed.contentType));
    // One more than is read, so that it is told that there are more.
    return feedPages(text, feed.url === undefined ? undefined : new URL(feed.url), MOST + 1) ?? [];
  } catch (error) {
    if (!(error instanceof PageRefusedError)) throw error;
    return [];
  }
}
