import type { Guard } from '../guard/guard.ts';
import type { WebAddress } from '../guard/web-address.ts';
import type { Limits } from '../limits.ts';
import { nameOf, PageRefusedError, type RefusalReason } from '../refusal.ts';
import { retrieve } from './retrieve.ts';
import { readRobots } from './robots-rules.ts';

/** What a site's robots.txt says, or why there is nothing that it says. */
interface Wishes {
  allows: (url: URL) => boolean;
  crawlDelayMs: number;
  until: number;
}

/** RFC 9309, 2.4: not kept longer than a day; one that could not be had is asked for again much sooner. */
const keepMs = 24 * 3_600_000;
const keepFailureMs = 10 * 60_000;
const mostSites = 500;

/**
 * Robots Exclusion Protocol (RFC 9309), one robots.txt a site (scheme, host, port), fetched through the same guard and
 * limits as any page. None (any 4xx) allows all; a site whose robots.txt cannot be had just now (5xx, 429, no
 * connection) is not read.
 */
export class Robots {
  readonly #sites = new Map<string, Promise<Wishes>>();
  readonly #options: RobotsOptions;

  constructor(options: RobotsOptions) {
    this.#options = options;
  }

  /**
   * Milliseconds that the site wants between two pages: 0 where it says nothing.
   * @throws PageRefusedError robots_disallowed, robots_unreachable
   */
  async ask({ url }: WebAddress, signal?: AbortSignal): Promise<number> {
    const wishes = await this.#wishesOf(url, signal);
    if (!wishes.allows(url)) {
      throw new PageRefusedError('robots_disallowed', nameOf(url), `The robots.txt of ${url.host} keeps this page.`);
    }
    return wishes.crawlDelayMs;
  }

  async #wishesOf(url: URL, signal: AbortSignal | undefined): Promise<Wishes> {
    const pending = this.#sites.get(url.origin);
    if (pending !== undefined) {
      // Whoever asked for it may have given up; then it is asked for again, in this reader's own time.
      const known = await pending.catch(() => undefined);
      if (known !== undefined && known.until > this.#options.now()) return known;
      const newer = this.#sites.get(url.origin);
      if (newer !== undefined && newer !== pending) return this.#wishesOf(url, signal);
    }
    const asked = this.#fetch(url, signal);
    this.#sites.delete(url.origin);
    this.#sites.set(url.origin, asked);
    if (this.#sites.size > mostSites) this.#sites.delete(this.#sites.keys().next().value ?? '');
    try {
      return await asked;
    } catch (error) {
      // A caller who gave up, or a refusal of the guard, says nothing of the site that is worth keeping.
      if (this.#sites.get(url.origin) === asked) this.#sites.delete(url.origin);
      throw error;
    }
  }

  async #fetch(url: URL, signal: AbortSignal | undefined): Promise<Wishes> {
    const { guard, limits, userAgent, product, authorities, now } = this.#options;
    const address = new URL('/robots.txt', url);
    try {
      const { status, body } = await retrieve(address, {
        guard,
        limits: { ...limits, bodyBytes: limits.robotsBytes },
        userAgent,
        authorities,
        headers: { accept: 'text/plain, */*;q=0.1' },
        inspect: () => undefined,
        overflow: 'cut',
        signal,
      });
      if (status >= 500 || status === 429) return this.#unreachable(url);
      const text = status >= 200 && status < 300 ? body.toString('utf8').replace(/^\uFEFF/, '') : '';
      const rules = readRobots(text, product);
      return {
        // The rules are of this site, wherever its robots.txt was redirected to.
        allows: ({ pathname, search }) => pathname === '/robots.txt' || rules.allows(`${pathname}${search}`),
        crawlDelayMs: Math.min((rules.crawlDelay ?? 0) * 1000, limits.crawlDelayMs),
        until: now() + keepMs,
      };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof PageRefusedError && error.retryable) return this.#unreachable(url, error);
      throw error;
    }
  }

  #unreachable(site: URL, cause?: unknown): Wishes {
    const until = this.#options.now() + keepFailureMs;
    const isSilent = cause instanceof PageRefusedError && SILENT.has(cause.reason);
    const why = isSilent
      ? `${site.host} does not answer, so none of its pages is read: ${cause.message}`
      : `The robots.txt of ${site.host} could not be read, so its pages are not.`;
    const refuse = (page: URL): never => {
      throw new PageRefusedError('robots_unreachable', nameOf(page), why, { cause });
    };
    return { allows: refuse, crawlDelayMs: 0, until };
  }
}

/** Nobody is there, or nobody answers. */
const SILENT: ReadonlySet<RefusalReason> = new Set<RefusalReason>(['connection_failed', 'timed_out', 'name_not_found']);

/** What asking for robots.txt needs. */
export interface RobotsOptions {
  guard: Guard;
  limits: Limits;
  userAgent: string;
  /** The name that robots.txt knows this reader by, e.g. "AlexResearcher". */
  product: string;
  authorities?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}
