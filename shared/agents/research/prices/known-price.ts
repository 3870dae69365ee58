import { isPlausible } from '../../../market/plausible.ts';
import { KNOWN_COMPANIES } from '../strangers/known-securities.ts';
import { unheldNames } from '../strangers/names-in.ts';
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
/** ", a rival of AMD,": who it is, and whose price none is. */
const ASIDE = /, (?:an?|the|which|whose|like|unlike|with|along with) [^,;]*,(?=\s)/giu;
const SHARES = /^(?:['’]s?)? (?:shares|stock)\b/u;
const WORDS = /[\p{L}\p{N}]+(?:[-&'’.][\p{L}\p{N}]+)*/gu;
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
    .filter(({ before }) => !isWhoseElse(before, meant))
    .some(({ usd, of }) => !meant.some((one) => fits(usd, one, of === 'now' ? written : null)));
}

/** Whether whoever is named last before a price is somebody else: "Bank of America gained as Citigroup rose to $112"; where none of them is named, anybody is. */
function isWhoseElse(before: string, meant: readonly KnownPrice[]): boolean {
  const told = before.replace(ASIDE, ' ');
  const isNamed = meant.some((one) => names(told, one));
  const others = unheldNames(told, ownWords(meant)).filter(
    ({ known, form, end }) => !isNamed || known || form === 'symbol' || SHARES.test(told.slice(end)),
  );
  const last = others.at(-1);
  return last !== undefined && !meant.some((one) => names(told.slice(last.end), one));
}

/**
 * Whether what sentences say without a name may be of a security: whoever they name first, as their title does, and whoever they name last is that, as far as
 * they name any that is known.
 */
export function areAbout(sentences: readonly string[], one: KnownPrice): boolean {
  const own = ownWords([one]);
  const named = sentences.flatMap((sentence) =>
    names(sentence, one) ? [true] : unheldNames(sentence, own).some(({ known }) => known) ? [false] : [],
  );
  return named[0] !== false && named.at(-1) !== false;
}

const ownWords = (some: readonly KnownPrice[]): ReadonlySet<string> =>
  new Set(some.flatMap(({ symbol, name }) => `${symbol} ${name}`.toLowerCase().match(WORDS) ?? []));

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
