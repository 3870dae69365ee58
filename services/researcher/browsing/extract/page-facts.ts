import { PageDates } from '../../../../shared/knowledge/page-dates.ts';
import type { PageLink } from '../page.ts';
import { oneLine } from './plain-text.ts';
import { webLink } from './web-link.ts';

const mostLinks = 200;
/** What a page says of itself in its head, in JSON-LD, and by its links; collected while its tags go by. */
export class PageFacts {
  readonly links: PageLink[] = [];
  readonly #base: URL;
  readonly #meta = new Map<string, string>();
  #title = '';
  #heading = '';
  readonly #dates = new PageDates();
  #inside: 'title' | 'h1' | undefined;
  #link: { url: string; title: string } | undefined;

  constructor(base: URL) {
    this.#base = base;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, skipped: boolean): void {
    this.#dates.open(name, attributes, skipped);
    if (name === 'meta') this.#readMeta(attributes);
    else if (name === 'title' && this.#title === '' && !skipped) this.#inside = 'title';
    else if (name === 'h1' && this.#heading === '' && !skipped) this.#inside = 'h1';
    else if (name === 'a' && !skipped && this.links.length < mostLinks) {
      const url = webLink(attributes.href, this.#base);
      if (url !== undefined) this.#link = { url, title: '' };
    }
  }

  /** @param isSeen whether whoever looks at the page sees it: no link or heading is called by anything else */
  text(text: string, isSeen: boolean): void {
    if (isSeen && this.#link !== undefined && this.#link.title.length < 300) this.#link.title += text;
    if (this.#inside === 'title' && this.#title.length < 1_000) this.#title += text;
    if (isSeen && this.#inside === 'h1' && this.#heading.length < 1_000) this.#heading += text;
    this.#dates.text(text);
  }

  close(name: string): void {
    if (name === 'a' && this.#link !== undefined) {
      const title = oneLine(this.#link.title);
      const { url } = this.#link;
      this.#link = undefined;
      if (title !== '' && !this.links.some((link) => link.url === url)) this.links.push({ title, url });
    }
    this.#dates.close(name);
    if ((name === 'title' && this.#inside === 'title') || (name === 'h1' && this.#inside === 'h1')) {
      this.#inside = undefined;
    }
  }

  /** The best title but the extractor's: og:title, the first heading, the title element. */
  get title(): string {
    return (
      [this.#meta.get('og:title') ?? '', this.#heading, this.#title].map(oneLine).find((text) => text !== '') ?? ''
    );
  }

  get byline(): string | undefined {
    const named = oneLine(this.#meta.get('author') ?? this.#meta.get('parsely-author') ?? '');
    return named === '' ? undefined : named;
  }

  /** Dates that the page gives for itself, the most telling first, as written. */
  get dates(): string[] {
    return this.#dates.all;
  }

  /** As the page names it: "en-US". */
  get language(): string {
    return this.#dates.language;
  }

  #readMeta(attributes: Readonly<Record<string, string>>): void {
    const name = attributes.property ?? attributes.name ?? attributes.itemprop;
    const { content } = attributes;
    if (name === undefined || content === undefined || this.#meta.size > 500) return;
    const key = name.trim().toLowerCase();
    if (!this.#meta.has(key)) this.#meta.set(key, content.slice(0, 1_000));
  }
}
