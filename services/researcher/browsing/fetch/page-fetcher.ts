import type { IncomingHttpHeaders } from 'node:http';
import { acceptPages, mediaType, pageKind } from '../extract/content-type.ts';
import type { Guard } from '../guard/guard.ts';
import type { WebAddress } from '../guard/web-address.ts';
import type { Limits } from '../limits.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { Politeness } from './politeness.ts';
import { retrieve } from './retrieve.ts';
import type { Retrieved } from './retrieve.ts';
import { Robots } from './robots.ts';

/** What fetching pages needs. */
export interface PageFetcherOptions {
  guard: Guard;
  limits: Limits;
  userAgent: string;
  /** The name that robots.txt knows this reader by. */
  product: string;
  authorities?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Fetches pages, and what a page in the browser asks for, by one set of rules: guard, robots.txt, limits. */
export class PageFetcher {
  readonly #options: PageFetcherOptions;
  readonly #robots: Robots;
  readonly #politeness = new Politeness();

  constructor(options: PageFetcherOptions) {
    this.#options = options;
    this.#robots = new Robots(options);
  }

  /**
   * A page: status 200 and of a media type that can be read, politely apart from others of its host.
   * @throws PageRefusedError for any reason of the guard, robots.txt, or what came back
   */
  async page(url: string | URL, signal: AbortSignal): Promise<Retrieved> {
    return this.#retrieve(url, {
      headers: { accept: acceptPages },
      inspect: isPage,
      beforeHop: async (address) => {
        const asked = await this.#robots.ask(address, signal);
        await this.#politeness.turn(address.url.host, Math.max(asked, this.#options.limits.hostDelayMs), signal);
      },
      signal,
    });
  }

  /** A part of a page that the browser shows: any status and type, without polite waiting, which no page would survive. */
  async part(
    url: string,
    how: { method: 'GET' | 'HEAD'; headers: Readonly<Record<string, string>>; signal: AbortSignal },
  ): Promise<Retrieved> {
    return this.#retrieve(url, {
      ...how,
      inspect: () => undefined,
      beforeHop: (address) => this.#mayRead(address, how.signal),
    });
  }

  async #mayRead(address: WebAddress, signal: AbortSignal): Promise<void> {
    await this.#robots.ask(address, signal);
  }

  async #retrieve(
    url: string | URL,
    how: Omit<Parameters<typeof retrieve>[1], 'guard' | 'limits' | 'userAgent' | 'authorities'>,
  ): Promise<Retrieved> {
    const { guard, limits, userAgent, authorities } = this.#options;
    return retrieve(url, { guard, limits, userAgent, authorities, ...how });
  }
}

function isPage({ status, headers, url }: { status: number; headers: IncomingHttpHeaders; url: URL }): void {
  if (status !== 200) {
    throw new PageRefusedError('http_status', nameOf(url), `${nameOf(url)} answered ${status}.`, {
      httpStatus: status,
    });
  }
  const type = mediaType(headers['content-type']);
  if (pageKind(type) === undefined) {
    const what = type === '' ? 'does not say what it is' : `is ${type.slice(0, 80)}`;
    throw new PageRefusedError('content_type_not_allowed', nameOf(url), `${nameOf(url)} ${what}; it is not read.`);
  }
}
