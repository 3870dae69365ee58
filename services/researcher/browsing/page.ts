import { createHash } from 'node:crypto';

/** Another page that this one names. */
export interface PageLink {
  title: string;
  /** Absolute, http or https. */
  url: string;
  /** YYYY-MM-DD, where a feed says it. */
  published?: string;
}

/** A page as read: its text is data of its author's, whatever it says, and to be fenced before a model sees it. */
export interface Page {
  /** As asked for. */
  url: string;
  /** After redirects: what to cite. */
  finalUrl: string;
  title: string;
  byline?: string;
  /** YYYY-MM-DD, as the page dates itself, or the feed that links to it. It may be a day to come, and is refused then (`Reading`). */
  published?: string;
  /** ISO 8601 in UTC, where the page says the time, too. */
  publishedAt?: string;
  /** It is an entry of a feed, as long as the feed has it: a sentence is all of it, and no page whose text was lost. */
  isEntry?: true;
  /** The main text in Markdown, without invisible characters. */
  text: string;
  /** Whether the text was cut at the limit. */
  truncated: boolean;
  /** SHA-256 of `text` in UTF-8, lower-case hexadecimal. */
  excerptHash: string;
  /** When it was fetched, ISO 8601 in UTC; of a saved page, when it was saved. */
  fetchedAt: string;
  /** Media type without parameters, as the server gave it. */
  contentType: string;
  via: 'fetch' | 'browser' | 'folder';
  /** At most 200: a feed's entries, newest as the feed has them, or a page's links. */
  links: readonly PageLink[];
}

/** SHA-256 of the text in UTF-8, lower-case hexadecimal. */
export function excerptHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
