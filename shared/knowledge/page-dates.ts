import { Parser } from 'htmlparser2';
import { NO_TEXT, ReaderView } from './unseen/reader-view.ts';

const LONGEST_LD = 200_000;
const NAMES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'dc.date.issued',
  'citation_publication_date',
  'publish-date',
  'publish_date',
  'pubdate',
  'sailthru.date',
  'date',
];

/** What a page says of its day in its head, in JSON-LD and in `<time>`, and of its language; collected while its tags go by. */
export class PageDates {
  /** As the page names it: "en-US". */
  language = '';
  readonly #named = new Map<string, string>();
  #time: string | undefined;
  #ldDate: string | undefined;
  #ld: string | undefined;

  /** @param isUnseen whether no reader sees what stands in it */
  open(name: string, attributes: Readonly<Record<string, string>>, isUnseen: boolean): void {
    if (name === 'html') this.language = (attributes.lang ?? '').slice(0, 20);
    else if (name === 'meta') this.#readMeta(attributes);
    else if (name === 'time' && !isUnseen) this.#time ??= attributes.datetime;
    else if (name === 'script' && attributes.type === 'application/ld+json') this.#ld = '';
  }

  text(text: string): void {
    if (this.#ld !== undefined && this.#ld.length < LONGEST_LD) this.#ld += text;
  }

  close(name: string): void {
    if (name !== 'script' || this.#ld === undefined) return;
    this.#ldDate ??= /"datePublished"\s{0,20}:\s{0,20}"([^"]{4,60})"/.exec(this.#ld)?.[1];
    this.#ld = undefined;
  }

  /** The most telling first, as written. */
  get all(): string[] {
    const named = NAMES.map((name) => this.#named.get(name));
    return [this.#ldDate, ...named, this.#time].filter((date) => date !== undefined);
  }

  #readMeta({ property, name, itemprop, content }: Readonly<Record<string, string>>): void {
    const key = (property ?? name ?? itemprop ?? '').trim().toLowerCase();
    if (content !== undefined && NAMES.includes(key) && !this.#named.has(key)) {
      this.#named.set(key, content.slice(0, 1_000));
    }
  }
}

/** The same of a page that nobody else reads tag by tag. */
export function pageDates(html: string): PageDates {
  const dates = new PageDates();
  const view = new ReaderView(html);
  let skipped = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isHidden = view.open(name, attributes);
      dates.open(name, attributes, skipped > 0 || isHidden);
      if (skipped > 0 || isHidden || NO_TEXT.has(name)) skipped += 1;
    },
    ontext: (text) => {
      dates.text(text);
    },
    onclosetag: (name) => {
      view.close();
      dates.close(name);
      if (skipped > 0) skipped -= 1;
    },
  });
  parser.write(html);
  parser.end();
  return dates;
}
