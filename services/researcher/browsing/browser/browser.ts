import type { Retrieved } from '../fetch/retrieve.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { findChromium } from './chromium.ts';
import { launchChromium } from './launch.ts';
import type { Launched } from './launch.ts';
import { render } from './render.ts';
import type { Rendered, Rendering } from './render.ts';

/** Settings of the browser. */
export interface BrowserSettings {
  /** Path of a Chromium; undefined: the usual places. */
  executable?: string | undefined;
  /** Chromium's own sandbox; default true. See launch.ts for when it may be off. */
  sandbox?: boolean;
  /** Milliseconds after which a browser that shows nothing is ended, for its memory. */
  idleMs?: number;
}

/** One Chromium, started when a page needs it and ended when none has for a while; one page at a time. */
export class GuardedBrowser {
  readonly #settings: BrowserSettings;
  #launched: Promise<Launched> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: BrowserSettings) {
    this.#settings = settings;
  }

  /** Whether there is a Chromium to start. */
  async available(): Promise<boolean> {
    return (await findChromium(this.#settings.executable)) !== undefined;
  }

  /**
   * The page after its scripts ran; see render.ts.
   * @throws PageRefusedError browser_unavailable, and those of render.ts
   */
  async show(first: Retrieved, rendering: Rendering): Promise<Rendered> {
    const turn = this.#queue.then(async () => {
      rendering.signal?.throwIfAborted();
      clearTimeout(this.#timer);
      const launched = await this.#running(first.url);
      try {
        return await render(launched, first, rendering);
      } catch (error) {
        // A browser that ran out of time or broke is not trusted with the next page.
        const spent = error instanceof PageRefusedError && ['timed_out', 'browser_failed'].includes(error.reason);
        if (spent) await this.close();
        throw error;
      } finally {
        this.#timer = setTimeout(() => void this.close(), this.#settings.idleMs ?? 60_000);
        this.#timer.unref();
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Ends Chromium; the next page starts it anew. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const launched = this.#launched;
    this.#launched = undefined;
    await launched?.then(
      ({ close }) => close(),
      () => undefined,
    );
  }

  async #running(url: URL): Promise<Launched> {
    const known = await this.#launched?.catch(() => undefined);
    if (known?.browser.isConnected() === true) return known;
    await known?.close();
    const executable = await findChromium(this.#settings.executable);
    if (executable === undefined) {
      throw new PageRefusedError('browser_unavailable', nameOf(url), 'There is no Chromium on this machine.');
    }
    try {
      return await (this.#launched = launchChromium({ executable, sandbox: this.#settings.sandbox ?? true }));
    } catch (error) {
      this.#launched = undefined;
      const why = error instanceof Error ? error.message : 'Chromium does not start.';
      throw new PageRefusedError('browser_unavailable', nameOf(url), why, { cause: error });
    }
  }
}
