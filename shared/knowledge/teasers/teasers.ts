import { isAdvertisement } from './advertisement.ts';
import { isBesideText, isNamedTeaser } from './named-teaser.ts';
import { beginsAsTeaser, isTeaserHeading } from './teaser-lines.ts';

type Attributes = Readonly<Record<string, string>>;

const BLOCKS = new Set('p div li ul ol section figure dl dd blockquote aside form'.split(' '));
const HEADING = /^h[1-6]$/u;
/** All of a page's text, whatever it is called. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);
/** A box that is only called so holds no more text of its own. Characters. */
const LARGEST = 2_000;
/** What stands around the links of a block that leads elsewhere: a day, a section. Characters, and the part of it that is links. */
const PLAIN = { around: 30, linked: 0.8 } as const;
/** Of a line that begins with "Read also". */
const LABELLED = { around: 60, linked: 0.4 } as const;
/** Shorter links name something and tell nothing. Words. */
const TELLING = 5;
/** Characters of a block that tell how it begins. */
const START = 60;
/** What a page says of itself is never left out for standing in such a box. */
const OF_THE_PAGE = /^\W*(?:correct|clarif|retract|erratum|editor|update|sponsored|paid|advert)/iu;

/** What an advertisement is no longer than where it only says that the page is one. Characters. */
const LABEL = 60;

interface Open {
  name: string;
  isAd: boolean;
  isNamed: boolean;
  isBeside: boolean;
  isLink: boolean;
  /** Characters of text that is not left out, and those of them in links. */
  characters: number;
  linked: number;
  /** The most words of one link. */
  words: number;
  /** Whether it has a link that tells something, left out or not. */
  leads: boolean;
  /** Whether it begins with a heading such as "Related stories". */
  isHeaded: boolean;
  start: string;
}

/**
 * Follows the elements of a page and tells which of them lead to other pages and say nothing of this one: blocks most of whose text is links that
 * tell something, lines such as "Read also: …", and boxes that are called related, recommended, promoted, a newsletter or an advertisement. What stands in a table or is a heading
 * is none.
 */
export class Teasers {
  readonly #open: Open[] = [];
  #links = 0;
  #tables = 0;

  open(name: string, attributes: Attributes): void {
    const isLink = name === 'a' && /^(?!#|javascript:|mailto:)\S/iu.test((attributes.href ?? '').trim());
    const isBox = BLOCKS.has(name);
    const isAd = (isBox || name === 'ins') && isAdvertisement(attributes);
    if (isLink) this.#links += 1;
    if (name === 'table') this.#tables += 1;
    this.#open.push({
      ...{ name, isLink, isAd, isNamed: isAd || (isBox && isNamedTeaser(attributes)), isBeside: !WHOLE.has(name) && isBesideText(attributes) },
      ...{ characters: 0, linked: 0, words: 0, leads: false, isHeaded: false, start: '' },
    });
  } // prettier-ignore

  text(text: string): void {
    const one = this.#open.at(-1);
    if (one === undefined) return;
    const length = text.replace(/\s+/gu, ' ').length;
    one.characters += length;
    if (this.#links > 0) one.linked += length;
    if (one.start.length < START) one.start = (one.start + text).trimStart().slice(0, START);
    if (this.#links > 0) one.words += text.split(/\s+/u).filter((word) => word !== '').length;
  }

  /** @returns whether the element is to be left out */
  close(): boolean {
    const one = this.#open.pop();
    if (one === undefined) return false;
    if (one.isLink) this.#links -= 1;
    if (one.name === 'table') this.#tables -= 1;
    one.leads ||= one.words >= TELLING;
    const isLeftOut = this.#isTeaser(one);
    const around = this.#open.at(-1);
    if (around !== undefined) {
      around.leads ||= one.leads;
      around.isHeaded ||= HEADING.test(one.name) && around.characters === 0 && isTeaserHeading(one.start);
    }
    if (around !== undefined && !isLeftOut) {
      around.characters += one.characters;
      around.linked += one.linked;
      // Within a link the words are of one.
      around.words = this.#links > 0 ? around.words + one.words : Math.max(around.words, one.words);
      if (around.start.length < START) around.start = (around.start + one.start).slice(0, START);
    }
    return isLeftOut;
  }

  #isTeaser(one: Open): boolean {
    const { name, characters, linked, words, start } = one;
    if (characters === 0 || (OF_THE_PAGE.test(start) && !(one.isAd && characters > LABEL))) return false;
    if (one.isBeside) return true;
    if (!(BLOCKS.has(name) || one.isAd) || this.#tables > 0) return false;
    const isBox = one.isNamed || (one.isHeaded && one.leads);
    if (isBox && (characters <= LARGEST || linked > characters / 2)) return true;
    const most = beginsAsTeaser(start) ? LABELLED : PLAIN;
    return words >= TELLING && characters - linked <= most.around && linked >= characters * most.linked;
  }
}
