import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import type { Retrieved } from '../fetch/retrieve.ts';
import { withDeadline } from '../fetch/deadline.ts';
import type { Limits } from '../limits.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { RequestAnswers } from './answer-requests.ts';
import type { Ask } from './answer-requests.ts';
import type { Launched } from './launch.ts';

const closeMs = 5_000;

/** A page after its scripts ran. */
export interface Rendered {
  html: string;
  url: URL;
  /** What the page asked for and did not get, "reason address". */
  refused: string[];
}

/** What a rendering needs beside the page. */
export interface Rendering {
  ask: Ask;
  limits: Limits;
  userAgent: string;
  signal?: AbortSignal | undefined;
}

/** Runs in the page before its own scripts: means to talk to others that are not requests. The dead end is behind it. */
const withoutChannels = `for (const name of ['Worker', 'SharedWorker', 'WebSocket', 'WebSocketStream', 'WebTransport',
  'RTCPeerConnection', 'webkitRTCPeerConnection', 'EventSource', 'open']) {
  try { Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false }); } catch {}
}`;

/**
 * Shows a page that was fetched already in a context of its own (no cookies, no storage, no service workers, no
 * downloads, no permissions) and takes its HTML once it is quiet. All that it asks for is answered by us.
 * @throws PageRefusedError timed_out, too_large, too_many_requests, browser_failed, or why its document was refused
 */
export async function render(launched: Launched, first: Retrieved, rendering: Rendering): Promise<Rendered> {
  const { limits } = rendering;
  const past = launched.deadEnd.refused.length;
  let context: BrowserContext | undefined;
  try {
    return await withDeadline(first.url, limits.browserMs, rendering.signal, async (signal) => {
      context = await launched.browser.newContext({
        acceptDownloads: false,
        serviceWorkers: 'block',
        userAgent: rendering.userAgent,
        locale: 'en-US',
        permissions: [],
      });
      signal.throwIfAborted();
      const { promise: stopped, reject } = Promise.withResolvers<never>();
      // Told by the race below; a failure before it has been told otherwise.
      stopped.catch(() => undefined);
      const answers = new RequestAnswers(first, { ask: rendering.ask, limits, signal, onFatal: reject });
      const page = await prepared(context, answers);
      page.on('crash', () => {
        reject(new PageRefusedError('browser_failed', nameOf(first.url), `${nameOf(first.url)} broke the browser.`));
      });
      const html = await Promise.race([shown(page, first, limits), stopped]);
      if (answers.fatal !== undefined) throw answers.fatal;
      const around = launched.deadEnd.refused.slice(past).map((line) => `dead_end ${line}`);
      return {
        html,
        url: new URL(answers.documentUrl),
        refused: [...answers.refused.map(({ reason, url }) => `${reason} ${url}`), ...around],
      };
    });
  } catch (error) {
    if (error instanceof PageRefusedError || rendering.signal?.aborted === true) throw error;
    throw new PageRefusedError('browser_failed', nameOf(first.url), `${nameOf(first.url)} could not be shown.`, {
      cause: error,
    });
  } finally {
    // A page that is busy for ever cannot hold the next one up: the browser is ended after a time-out anyway.
    await Promise.race([context?.close().catch(() => undefined), wait(closeMs, undefined, { ref: false })]);
  }
}

async function prepared(context: BrowserContext, answers: RequestAnswers): Promise<Page> {
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  await context.addInitScript(withoutChannels);
  const page = await context.newPage();
  await context.route('**/*', (route) => answers.answer(route, page));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  // A window that a page opens would be one more page to watch.
  page.on('popup', (popup) => void popup.close().catch(() => undefined));
  return page;
}

async function shown(page: Page, first: Retrieved, limits: Limits): Promise<string> {
  await page.goto(first.url.href, { waitUntil: 'domcontentloaded', timeout: 0 });
  // Quiet for half a second, or as quiet as it gets in a third of its time.
  await page.waitForLoadState('networkidle', { timeout: limits.browserMs / 3 }).catch(() => undefined);
  await drawn(page, limits);
  const length = await page.evaluate('document.documentElement.outerHTML.length');
  if (typeof length !== 'number' || length > limits.bodyBytes) {
    const why = `${nameOf(first.url)} grew past ${limits.bodyBytes} characters.`;
    throw new PageRefusedError('too_large', nameOf(first.url), why);
  }
  const html: unknown = await page.evaluate('document.documentElement.outerHTML');
  return typeof html === 'string' ? html : '';
}

/** Milliseconds between two looks at a page. */
const LOOK = 100;

/** Gives a page that is quiet and has little to read so far some time to draw more: timers make no requests. */
async function drawn(page: Page, { littleText, drawMs }: Limits): Promise<void> {
  const until = performance.now() + drawMs;
  while (performance.now() < until) {
    const length: unknown = await page.evaluate('document.body?.innerText.length ?? 0');
    if (typeof length !== 'number' || length >= littleText) return;
    await wait(LOOK);
  }
}
