import { isPlausible } from '../../../market/plausible.ts';
import { KNOWN_COMPANIES } from '../strangers/known-securities.ts';
import { saidPrices } from './said-prices.ts';

/** What Alex itself knows a security to cost, in US dollars. */
export interface KnownPrice {
  symbol: string;
  name: string;
  usd: number;
  /** ISO date. */
  day: string;
}

/** Days between a text and a price that can be set beside it closely. */
const SAME_TIME = 60;
const DAY = 86_400_000;
/** Stands for what the whole page is about. */
const ITSELF = /^(?:it|now|today)\b/iu;
/** Another paper of the same name: another class of its shares, a bond, an option to buy some. */
const OTHER_PAPER =
  /\bclass [A-Z]\b|\b[A-Z]-shares?\b|\b(?:bonds?|notes?|debentures?|convertibles?|preferred|preference|warrants?|depositary|ADRs?|futures|tender)\b/iu;
const MARKED = /(?:\(|\$|\b(?:NYSE|NASDAQ|Nasdaq)\s?:\s?)([A-Z]{1,5}(?:[.-][A-Z])?)(?![\p{L}\p{N}])/u;
/** Years from any price. */
const FAR = '9999-12-31';

/**
 * Whether a sentence says a price of a security that Alex knows to be far from it: by the bounds within which prices are taken for
 * one security's (`plausible.ts`). A price of years ago, or before a split, is not judged.
 *
 * @param written the day of the text, ISO
 * @param about the one security that the whole text is about, where it is one: "The fund closed at $3"
 */
export function isContradicted(
  sentence: string,
  known: readonly KnownPrice[],
  { written, about }: { written: string; about?: string | undefined },
): boolean {
  if (known.length === 0 || !/\d|\ba (?:cent|penny)\b/u.test(sentence)) return false;
  const named = known.filter((one) => names(sentence, one) && !isOfAnother(sentence, one));
  if (named.length === 0 && known.some((one) => names(sentence, one))) return false;
  const meant = named.length > 0 ? named : known.filter(({ symbol }) => symbol === about);
  if (meant.length === 0) return false;
  return saidPrices(sentence, Number(written.slice(0, 4)))
    .filter(({ of, isTold }) => of !== 'before' && (named.length > 0 || isTold || ITSELF.test(sentence)))
    .some(({ usd, of }) => !meant.some((one) => fits(usd, one, of === 'now' ? written : null)));
}

/** @param day null: a high, a low or a target, which may be further off */
function fits(usd: number, { symbol, usd: price, day: priced }: KnownPrice, day: string | null): boolean {
  const near = day !== null && Math.abs(Date.parse(day) - Date.parse(priced)) <= SAME_TIME * DAY;
  // Further off the bounds for more than a year.
  const said = { symbol, currency: 'USD', price: String(usd), day: near ? priced : FAR };
  return isPlausible(said, { price, asOf: priced });
}

/** Whether a sentence that names a security may say the price of another of its name: only its symbol says then that it does not. */
function isOfAnother(sentence: string, { symbol, name }: KnownPrice): boolean {
  if (hasWord(sentence, symbol)) return false;
  return MARKED.test(sentence) || (OTHER_PAPER.test(sentence) && !OTHER_PAPER.test(name));
}

/** By its symbol, its name or, of a company that everybody knows, the first word of that. */
function names(sentence: string, { symbol, name }: KnownPrice): boolean {
  const own = name
    .replace(/^The /u, '')
    .replace(/,? (?:ETF|Fund|Trust|Inc|Corp|Corporation|Company|Co|plc|Ltd|S\.?A)\.?$/iu, '');
  const [first = ''] = own.split(/[\s,.]+/u);
  const words = [symbol, own, ...(KNOWN_COMPANIES.has(first.toLowerCase()) ? [first] : [])];
  return words.some((word) => word.length > 1 && hasWord(sentence, word, word === symbol ? 'u' : 'iu'));
}

const hasWord = (sentence: string, word: string, flags = 'u'): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, flags).test(sentence);

const escaped = (word: string): string => word.replace(/[.^$*+?()[\]{}|\\/]/gu, '\\$&');
