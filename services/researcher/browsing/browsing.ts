import { GuardedBrowser } from './browser/browser.ts';
import type { BrowserSettings } from './browser/browser.ts';
import { mediaType, pageKind } from './extract/content-type.ts';
import { withDeadline } from './fetch/deadline.ts';
import { PageFetcher } from './fetch/page-fetcher.ts';
import type { Retrieved } from './fetch/retrieve.ts';
import { FolderSource } from './folder/folder-source.ts';
import { Guard } from './guard/guard.ts';
import { systemResolve } from './guard/resolve.ts';
import type { Resolve } from './guard/resolve.ts';
import { readWebAddress } from './guard/web-address.ts';
import type { WebAddress } from './guard/web-address.ts';
import { defaultLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { makePage, withText } from './make-page.ts';
import type { Page } from './page.ts';
import { PageRefusedError, nameOf } from './refusal.ts';
import type { SavedPage } from './folder/saved-page.ts';
import type { UnusedFile } from './folder/unused-files.ts';

/** The name in robots.txt that a site can keep this reader out by. */
export const product = 'AlexResearcher';

/** What may be read, from where and at what cost; every one has a safe default. */
export interface BrowsingOptions {
  /** Hosts that may be read, with their subdomains; undefined or empty: every public host. */
  allowedHosts?: readonly string[] | undefined;
  /** Default 80 and 443. */
  allowedPorts?: readonly number[] | undefined;
  /** "name:port" pairs that may, and must, be at a loopback address: for tests and feeds of the same machine. Default none. */
  admitLoopback?: readonly string[] | undefined;
  /** A folder of saved pages, looked in first. */
  folder?: string | undefined;
  /** Whether the network may be used; false: only the folder. Default true. */
  network?: boolean | undefined;
  /** false: no browser. Default: the Chromium of the machine, where there is one. */
  browser?: BrowserSettings | false | undefined;
  limits?: Partial<Limits> | undefined;
  /** Sent as it is; has to name `product`, and should say how to reach who runs it. */
  userAgent?: string | undefined;
  /** Certificate authorities in PEM beside the system's. */
  authorities?: readonly string[] | undefined;
  resolve?: Resolve | undefined;
  now?: (() => Date) | undefined;
  /** Told what a page in the browser asked for and did not get. */
  onRefused?: ((page: string, refused: readonly string[]) => void) | undefined;
}

/** The guarded reading of pages. */
export interface Browsing {
  /**
   * Reads one page: from the folder, else fetched, else, where that gives an HTML page with little text, shown in
   * the browser.
   * @throws PageRefusedError with its reason; the signal's reason where it was aborted; ConfigurationError where the
   * folder or its index cannot be read
   */
  read: (url: string, options?: { signal?: AbortSignal | undefined }) => Promise<Page>;
  /** The pages of the folder, without the network the entries of its feeds too: what can be read without one. */
  saved: () => Promise<readonly SavedPage[]>;
  /** The files of the folder, and entries of its feeds, that are no page of it, when `saved` was last asked for, and why. */
  unused: () => readonly UnusedFile[];
  close: () => Promise<void>;
}

/** @example const page = await createBrowsing({ allowedHosts: ['sec.gov'] }).read('https://www.sec.gov/news'); */
export function createBrowsing(options: BrowsingOptions = {}): Browsing {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const now = options.now ?? (() => new Date());
  const userAgent = options.userAgent ?? `Mozilla/5.0 (compatible; ${product}/1.0)`;
  const guard = new Guard(options, options.resolve ?? systemResolve);
  const fetcher = new PageFetcher({
    ...{ guard, limits, userAgent, product, authorities: options.authorities },
    now: () => now().getTime(),
  });
  const feedBytes = options.network === false ? limits.bodyBytes : undefined;
  const folder =
    options.folder === undefined ? undefined : new FolderSource({ folder: options.folder, guard, feedBytes, now });
  const browser = options.browser === false ? undefined : new GuardedBrowser(options.browser ?? {});

  async function fromFolder({ url }: WebAddress, asked: string): Promise<Page | undefined> {
    const saved = await folder?.find(url);
    if (folder === undefined || saved === undefined) return undefined;
    const body = await folder.read(saved, limits.bodyBytes);
    const { contentType } = saved;
    const fetchedAt = new Date(saved.fetched);
    const { textCharacters } = limits;
    const page = makePage({ asked, url: new URL(saved.url), body, contentType, fetchedAt, via: 'folder', textCharacters }); // prettier-ignore
    return withText(saved.html === undefined ? page : { ...page, isEntry: true });
  }

  function pageOf(asked: string, url: URL, body: Uint8Array, contentType: string | undefined, via: Page['via']): Page {
    return makePage({ asked, url, body, contentType, fetchedAt: now(), via, textCharacters: limits.textCharacters });
  }

  async function shown(asked: string, first: Retrieved, plain: Page, signal: AbortSignal | undefined): Promise<Page> {
    if (browser === undefined || !(await browser.available())) return withText(plain);
    try {
      const { html, url, refused } = await browser.show(first, {
        ask: (part, how) => (how.document ? fetcher.page(part, how.signal) : fetcher.part(part, how)),
        ...{ limits, userAgent, signal },
      });
      if (refused.length > 0) options.onRefused?.(asked, refused);
      const page = pageOf(asked, url, Buffer.from(html, 'utf8'), 'text/html; charset=utf-8', 'browser');
      return withText(page.text === '' ? plain : { ...page, contentType: plain.contentType });
    } catch (error) {
      const without = error instanceof PageRefusedError && error.reason === 'browser_unavailable' && plain.text !== '';
      if (without) return plain;
      throw error;
    }
  }

  return {
    read: async (asked, { signal } = {}) => {
      const address = readWebAddress(asked);
      const saved = await fromFolder(address, asked);
      if (saved !== undefined) return saved;
      if (options.network === false) {
        guard.examinePlace(address);
        const why = `${nameOf(address.url)} is not among the saved pages, and the network is not used.`;
        throw new PageRefusedError('not_in_folder', nameOf(address.url), why);
      }
      const first = await withDeadline(address.url, limits.readMs, signal, (within) =>
        fetcher.page(address.url, within),
      );
      const contentType = first.headers['content-type'];
      const plain = pageOf(asked, first.url, first.body, contentType, 'fetch');
      const html = pageKind(mediaType(contentType)) === 'html';
      return html && plain.text.length < limits.littleText ? shown(asked, first, plain, signal) : withText(plain);
    },
    saved: async () => (await folder?.pages()) ?? [],
    unused: () => folder?.unused ?? [],
    close: async () => browser?.close(),
  };
}
