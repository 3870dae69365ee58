import type { IncomingHttpHeaders } from 'node:http';
import type { Page, Request, Route } from 'playwright-core';
import { escapeHtml } from '../../../../shared/report/markup.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import type { RefusalReason } from '../refusal.ts';
import { readWebAddress } from '../guard/web-address.ts';
import type { Retrieved } from '../fetch/retrieve.ts';
import type { Limits } from '../limits.ts';

/** Asks for one address through the guard; `document` for pages, which have to be of a page's media type. */
export type Ask = (
  url: string,
  how: { document: boolean; method: 'GET' | 'HEAD'; headers: Record<string, string>; signal: AbortSignal },
) => Promise<Retrieved>;

/** What a page may ask for: its own text, what writes it, and what that writes it from. */
const answered = new Set(['document', 'script', 'xhr', 'fetch']);

/** Ours to say, or of no use to a page that is read once: cookies, and what names the browser or the way to it. */
const withheld =
  /^(?:host|cookie|user-agent|accept-encoding|connection|content-length|transfer-encoding|upgrade.*|sec-.*|proxy-.*|if-.*|range|te|trailer|expect|:.*)$/;
const notPassedBack =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|set-cookie2?|link|refresh|report-to|reporting-endpoints|nel|alt-svc|trailer|upgrade|proxy-.*|clear-site-data|service-worker-allowed|speculation-rules)$/;

/** Answers all that one page asks for, and keeps its budget. */
export class RequestAnswers {
  /** What was refused, for the log: the page goes on without it, unless it is the page itself. */
  readonly refused: { url: string; reason: RefusalReason }[] = [];
  /** Why the page itself cannot be shown. */
  fatal: PageRefusedError | undefined;
  /** Where the document that is shown came from. */
  documentUrl: string;
  readonly #ask: Ask;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #onFatal: (error: PageRefusedError) => void;
  readonly #ready = new Map<string, Retrieved>();
  #requests = 0;
  #bytes = 0;

  constructor(first: Retrieved, options: RequestAnswersOptions) {
    this.documentUrl = first.url.href;
    this.#ready.set(withoutHash(first.url), first);
    this.#ask = options.ask;
    this.#limits = options.limits;
    this.#signal = options.signal;
    this.#onFatal = options.onFatal;
  }

  /** Playwright's handler of every request of the page. */
  async answer(route: Route, page: Page): Promise<void> {
    const request = route.request();
    const type = request.resourceType();
    const mainDocument = type === 'document' && isMainDocument(request, page);
    try {
      // An empty style sheet, for pages that wait until theirs are there.
      if (type === 'stylesheet') {
        await route.fulfill({ status: 200, contentType: 'text/css', body: '' });
        return;
      }
      if (!answered.has(type) || (type === 'document' && !mainDocument)) {
        await route.abort('blockedbyclient');
        return;
      }
      const found = await this.#retrieve(route, mainDocument);
      if (mainDocument && found.url.href !== request.url() && withoutHash(found.url) !== withoutHash(request.url())) {
        // The browser has to know where the document is from; the answer waits for it under that address.
        this.#ready.set(withoutHash(found.url), found);
        await route.fulfill({ status: 200, contentType: 'text/html', body: forward(found.url) });
        return;
      }
      if (mainDocument) this.documentUrl = found.url.href;
      const headers = passedBack(found.headers);
      await route.fulfill({ status: found.status, headers, body: found.body });
    } catch (error) {
      await this.#refuse(route, error, mainDocument);
    }
  }

  async #retrieve(route: Route, document: boolean): Promise<Retrieved> {
    const request = route.request();
    const url = request.url();
    this.#requests += 1;
    if (this.#requests > this.#limits.browserRequests) {
      const why = `${nameOf(url)} would be more than ${this.#limits.browserRequests} requests of one page.`;
      // The page goes on without it; one that sends itself on for ever ends here, since a document that is refused is fatal.
      throw new PageRefusedError('too_many_requests', nameOf(this.documentUrl), why);
    }
    const address = readWebAddress(url);
    const method = request.method();
    if (method !== 'GET' && method !== 'HEAD') {
      throw new PageRefusedError('method_not_allowed', nameOf(url), `Pages are read: ${method} is not sent.`);
    }
    const key = withoutHash(address.url);
    const ready = this.#ready.get(key);
    this.#ready.delete(key);
    const headers = Object.fromEntries(Object.entries(request.headers()).filter(([name]) => !withheld.test(name)));
    const found = ready ?? (await this.#ask(url, { document, method, headers, signal: this.#signal }));
    this.#bytes += found.body.length;
    if (this.#bytes > this.#limits.browserBytes) {
      const why = `${nameOf(this.documentUrl)} loads more than ${this.#limits.browserBytes} bytes.`;
      throw this.#stop(new PageRefusedError('too_large', nameOf(this.documentUrl), why));
    }
    return found;
  }

  #stop(error: PageRefusedError): PageRefusedError {
    if (this.fatal === undefined) {
      this.fatal = error;
      this.#onFatal(error);
    }
    return error;
  }

  async #refuse(route: Route, error: unknown, mainDocument: boolean): Promise<void> {
    if (error instanceof PageRefusedError) {
      if (this.refused.length < 100) this.refused.push({ url: nameOf(route.request().url()), reason: error.reason });
      if (mainDocument) this.#stop(error);
    }
    // The page may be closed by now, and the request gone with it.
    await route.abort('blockedbyclient').catch(() => undefined);
  }
}

/** What answering needs. */
export interface RequestAnswersOptions {
  ask: Ask;
  limits: Limits;
  signal: AbortSignal;
  onFatal: (error: PageRefusedError) => void;
}

/** Whether it is for the page itself: neither for a frame inside it nor for a window that it opens. */
function isMainDocument(request: Request, page: Page): boolean {
  try {
    return request.frame() === page.mainFrame();
  } catch {
    // Playwright knows no frame yet for the first request of a new window.
    return false;
  }
}

function passedBack(headers: IncomingHttpHeaders): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries<string | string[] | undefined>(headers)) {
    if (value !== undefined && !notPassedBack.test(name))
      passed[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return passed;
}

function withoutHash(url: URL | string): string {
  const copy = new URL(url);
  copy.hash = '';
  return copy.href;
}

function forward(url: URL): string {
  return `<!doctype html><meta http-equiv="refresh" content="0;url=${escapeHtml(url.href)}">`;
}
