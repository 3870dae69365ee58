import type { IncomingHttpHeaders } from 'node:http';
import type { Guard } from '../guard/guard.ts';
import { readWebAddress } from '../guard/web-address.ts';
import type { WebAddress } from '../guard/web-address.ts';
import type { Limits } from '../limits.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { acceptEncoding } from './body.ts';
import { exchange } from './exchange.ts';
import type { Answer } from './exchange.ts';

/** What is asked of every hop before it is requested. */
export type BeforeHop = (address: WebAddress, signal: AbortSignal | undefined) => Promise<void>;

/** What a retrieval needs beside the address. */
export interface Retrieval {
  guard: Guard;
  limits: Limits;
  userAgent: string;
  authorities?: readonly string[] | undefined;
  method?: 'GET' | 'HEAD';
  headers?: Readonly<Record<string, string>>;
  /** Looks at the head of the last answer before its body is read; throws to refuse it. */
  inspect: (answer: { status: number; headers: IncomingHttpHeaders; url: URL }) => void;
  overflow?: 'refuse' | 'cut';
  beforeHop?: BeforeHop;
  signal?: AbortSignal | undefined;
}

/** The last answer of a chain of redirects, and where it came from. */
export interface Retrieved extends Answer {
  url: URL;
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Requests an address through the guard and follows redirects, each of which is an address like any other: read,
 * checked, resolved, pinned and asked of robots.txt anew.
 * @throws PageRefusedError for any reason of the guard, the exchange or `inspect`; too_many_redirects, redirect_invalid
 */
export async function retrieve(start: string | URL, retrieval: Retrieval): Promise<Retrieved> {
  const { guard, limits, signal } = retrieval;
  let address = readWebAddress(String(start));
  for (let hop = 0; ; hop += 1) {
    signal?.throwIfAborted();
    const { url } = address;
    const target = await guard.admit(address);
    await retrieval.beforeHop?.(address, signal);
    const answer = await exchange(target, {
      method: retrieval.method ?? 'GET',
      headers: {
        'accept-language': 'en, *;q=0.5',
        ...retrieval.headers,
        'user-agent': retrieval.userAgent,
        'accept-encoding': acceptEncoding,
      },
      wants: (status, headers) => {
        if (redirects.has(status)) return false;
        retrieval.inspect({ status, headers, url });
        return true;
      },
      limits,
      overflow: retrieval.overflow ?? 'refuse',
      authorities: retrieval.authorities,
      signal,
    });
    if (!redirects.has(answer.status)) return { ...answer, url };
    if (hop >= limits.redirects) {
      throw new PageRefusedError('too_many_redirects', nameOf(start), `More than ${limits.redirects} redirects.`);
    }
    address = redirected(answer.headers.location, url);
  }
}

function redirected(location: string | undefined, from: URL): WebAddress {
  if (location === undefined) {
    throw new PageRefusedError('redirect_invalid', nameOf(from), `${nameOf(from)} redirects to nowhere.`);
  }
  const next = readWebAddress(location, from);
  next.url.hash ||= from.hash;
  if (from.protocol === 'https:' && !next.tls) {
    throw new PageRefusedError('redirect_invalid', nameOf(from), `${nameOf(from)} redirects from https to http.`);
  }
  return next;
}
