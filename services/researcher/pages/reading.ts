import type { Browsing } from '../browsing/browsing.ts';
import type { Page } from '../browsing/page.ts';
import { WHY_SET_ASIDE } from '../../../shared/agents/research/passage-aside.ts';
import { withoutProgramSummary } from '../../../shared/agents/research/summary-box.ts';
import { whySetAside } from '../../../shared/agents/research/set-aside.ts';
import type { SetAside } from '../../../shared/schemas/knowledge.ts';
import { PageRefusedError } from '../browsing/refusal.ts';
import type { Link } from './catalogue.ts';
import { wordsOf } from './screen-pages.ts';
import { whyNotPublic } from '../../../shared/knowledge/public-address/why-not-public.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import { saysTheSame } from '../../../shared/knowledge/same-words.ts';

/** Fewer characters than this say nothing that a note could rest on. */
const LEAST_TEXT = 200;

/** Why a page is not among those read, in our own words. */
export class NotReadError extends Error {
  override readonly name = 'NotReadError';
}

/** It was looked into, in case that it is about the topic: no refusal. */
class OtherSubjectError extends NotReadError {}

/** A page that is believed in nothing, as it is written, and why. */
export interface SetAsidePage {
  page: Page;
  why: SetAside;
}

/** A page that was tried and refused. */
export interface Unread {
  url: string;
  /** What its link calls it; empty where it says nothing. */
  title: string;
  /** A sentence of ours. */
  why: string;
  isSetAside: boolean;
  /** What was thrown, where that is no refusal but a fault of the code that reads. */
  fault?: unknown;
}

/**
 * The pages of one run: at most so many, each once, and only those that a source or a page already read links to. An address
 * that a model makes up, or that a page has it make up to carry something out, is not asked for.
 */
export class Reading {
  readonly pages: Page[] = [];
  /** Pages that are believed in nothing: no note is written from them, and others take their places. */
  readonly setAside: SetAsidePage[] = [];
  /** What was asked for and refused; not what only turned out to be about something else. */
  readonly unread: Unread[] = [];
  /** Pages that are too old to be news, and otherwise could be among those read. */
  readonly old: Page[] = [];
  readonly #browsing: Browsing;
  readonly #most: number;
  /** What links say of the addresses that may be read. */
  readonly #known: Map<string, Pick<Link, 'title' | 'published'>>;
  readonly #tried = new Set<string>();
  readonly #since: string;
  readonly #until: string;
  readonly #distrust: (page: Page) => Promise<SetAside | null>;
  readonly #onRead: (page: Page) => Promise<void>;
  readonly #onUnread: (unread: Unread, count: number) => Promise<void>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(options: {
    browsing: Browsing;
    most: number;
    links: readonly Link[];
    /** The first day of what is news; a page that dates itself before it is put among the old ones. */
    since?: string;
    /** The last day that may be one of publication; a page that dates itself after it is refused. */
    until?: string;
    /** What else a page about the topic may be set aside for than its own words, such as what Alex knows. */
    distrust?: (page: Page) => Promise<SetAside | null>;
    onRead: (page: Page) => Promise<void>;
    /** Told of each page that was refused, and which it is of those, from 1 on. */
    onUnread?: (unread: Unread, count: number) => Promise<void>;
  }) {
    this.#browsing = options.browsing;
    this.#most = options.most;
    this.#known = new Map(options.links.map((link) => [link.url, link]));
    this.#since = options.since ?? '';
    this.#until = options.until ?? '9999-12-31';
    this.#distrust = options.distrust ?? (() => Promise.resolve(null));
    this.#onRead = options.onRead;
    this.#onUnread = options.onUnread ?? (() => Promise.resolve());
  }

  get isFull(): boolean {
    return this.pages.length >= this.#most;
  }

  /**
   * Reads a page; one at a time, also where a model asks for several at once.
   *
   * @param fits what the page has to be to count as one of those read
   * @throws {NotReadError} with the reason
   */
  read(url: string, signal: AbortSignal, fits: (page: Page) => boolean = () => true): Promise<Page> {
    const reading = this.#underWay.then(() => this.#read(url, signal, fits));
    this.#underWay = reading.catch(() => undefined);
    return reading;
  }

  async #read(url: string, signal: AbortSignal, fits: (page: Page) => boolean): Promise<Page> {
    signal.throwIfAborted();
    if (this.isFull) throw new NotReadError(`${this.#most} pages are read, which is as many as may be.`);
    const link = this.#known.get(url);
    if (link === undefined) throw new NotReadError('No source and no page that was read links to this address.');
    if (this.#tried.has(url)) throw new NotReadError('This page was asked for already.');
    this.#tried.add(url);
    const page = await this.#judged(link, url, signal, fits);
    await this.#take(page);
    return page;
  }

  /** A page that may be taken. Whatever is thrown over one is a reason to leave that one out, and ends nothing else. */
  async #judged(
    link: Pick<Link, 'published'>,
    url: string,
    signal: AbortSignal,
    fits: (page: Page) => boolean,
  ): Promise<Page> {
    try {
      const page = withoutSummary(datedBy(link, await this.#browsing.read(url, { signal })));
      const inside = whyNotPublic(page.finalUrl);
      if (inside !== null) throw new NotReadError(`Nobody else could look the page up: ${inside}.`);
      if (!saysAnything(page)) throw new NotReadError('The page has hardly any text.');
      this.#setAside(page, whySetAside({ ...page, readAt: page.fetchedAt }));
      if (!fits(page)) throw new OtherSubjectError('The page says nothing of the topic.');
      if (page.published !== undefined && page.published > this.#until) {
        throw new NotReadError(`The page is of a day to come (published: ${page.published}).`);
      }
      this.#setAside(page, await this.#distrust(page));
      const same = this.pages.findIndex((other) => isTheSame(other, page));
      const other = this.pages[same];
      if (other !== undefined && !isEarlier(page, other)) throw new NotReadError(SAID);
      if (page.published !== undefined && page.published < this.#since) {
        this.old.push(page);
        throw new NotReadError(`The page is of ${page.published}: what is older than a year is no news.`);
      }
      if (other !== undefined) {
        // Who said it first is the source; who said it after that is not told to have said it.
        this.pages.splice(same, 1);
        await this.#tellUnread(other.url, SAID);
      }
      return page;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OtherSubjectError) throw error;
      const isRefusal = error instanceof PageRefusedError || error instanceof NotReadError;
      await this.#tellUnread(url, isRefusal ? error.message : FAULT, isRefusal ? undefined : error);
      throw error instanceof NotReadError ? error : new NotReadError(isRefusal ? error.message : FAULT);
    }
  }

  /** Takes a page back that a note could not be written from, for the fault that was thrown over it. */
  async leaveOut(page: Page, fault: unknown): Promise<void> {
    this.pages.splice(this.pages.indexOf(page), 1);
    await this.#tellUnread(page.url, FAULT, fault);
  }

  /** Reads the old pages, the youngest first, as far as there is room: for a topic that nothing newer is about. */
  async takeOld(): Promise<void> {
    const taken = this.old.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
    for (const page of taken) {
      if (this.isFull) break;
      if (this.pages.some(({ text }) => saysTheSame(text, page.text))) continue;
      const at = this.unread.findIndex(({ url }) => url === page.url);
      if (at >= 0) this.unread.splice(at, 1);
      await this.#take(page);
    }
  }

  async #tellUnread(url: string, why: string, fault?: unknown): Promise<void> {
    const isSetAside = this.setAside.some(({ page }) => page.url === url);
    const unread = {
      url,
      title: this.#known.get(url)?.title ?? '',
      why,
      isSetAside,
      ...(fault !== undefined && { fault }),
    };
    await this.#onUnread(unread, this.unread.push(unread));
  }

  async #take(page: Page): Promise<void> {
    this.pages.push(page);
    for (const link of page.links) {
      if (!this.#known.has(link.url))
        this.#known.set(link.url, { title: link.title, published: link.published ?? null });
    }
    await this.#onRead(page);
  }

  #setAside(page: Page, why: SetAside | null): void {
    if (why === null) return;
    this.setAside.push({ page, why });
    throw new NotReadError(`The page was set aside: ${WHY_SET_ASIDE[why][0]}.`);
  }
}

/** A page's few words are what is left of a text that was lost; an entry of a feed is whole with one sentence. */
const saysAnything = ({ text, isEntry }: Page): boolean =>
  isEntry === true
    ? text
        .split('\n')
        .flatMap((line) => sentencesIn(line))
        .some((one) => /\S+ \S+.*[.!?]["”’)]?$/u.test(one.trim()))
    : text.trim().length >= LEAST_TEXT;

const FAULT = 'Alex failed at this page, by a fault of its own that the log tells.';
const SAID = 'The page says word for word what another one does.';

const isTheSame = (one: Page, other: Page): boolean =>
  one.excerptHash === other.excerptHash || saysTheSame(one.text, other.text);

/** Whether a page was published before another, by the day and, where both say it, by the time. */
function isEarlier(one: Page, other: Page): boolean {
  if (one.published === undefined || other.published === undefined) return false;
  if (one.publishedAt !== undefined && other.publishedAt !== undefined) return one.publishedAt < other.publishedAt;
  return one.published < other.published;
}

/** What a program summed up of a page is no part of what its people wrote; the hash stays that of all that was read. */
const withoutSummary = (page: Page): Page => {
  const lines = withoutProgramSummary(page.text.split('\n'), (line) => {
    const isItem = /^\s*(?:[-*+•]|\d+[.)])\s/u.test(line);
    return {
      words: wordsOf(line)
        .replace(/^\s*(?:[-+•]|\d+[.)])\s/u, '')
        .trim(),
      isHeading: line.startsWith('#'),
      isItem,
    };
  });
  return { ...page, text: lines.join('\n') };
};

/** A page that does not date itself is of the day that the feed gives it. */
const datedBy = ({ published }: Pick<Link, 'published'>, page: Page): Page =>
  page.published === undefined && published !== null ? { ...page, published } : page;
