import { everyMatch } from '../../every-match.ts';
import { escaped } from '../../grounding/names.ts';
import { ACRONYMS } from './public-names.ts';

/** A company that somebody holds or asks about. */
export interface Company {
  symbol: string;
  /** As it is registered: "Apple Inc.", "The Coca-Cola Company". */
  name: string;
}

/** What a page says of itself, as far as it tells whom it means. */
export interface Read {
  title: string;
  text: string;
}

/** How companies are called in speech, and what else of a name is its own. */
interface Called {
  short: string;
  /** Stands behind the short name in the whole one: "Motor", "& Co". */
  rest: readonly string[];
}

const FUND = /\b(?:ETFs?|Fund|Trust|Shares|Portfolio|Index)\b/u;
const FORM = /^(?:&|inc|incorporated|corp|corporation|co|company|plc|ltd|limited|ag|se|sa|nv|class|[a-c]|adr)$/iu;
/** Says what kind of business it is, and is left out in speech. */
const BUSINESS =
  /^(?:motors?|platforms|wholesale|systems|holdings?|group|technolog(?:y|ies)|airlines|air|lines|aerospace|pacific|international|global|communications|networks|com)$/iu;
/** Short names that are words, places or letters as well: a page has to say that it means the company. */
const EVERYDAY = new Set(
  'apple amazon target visa ford gap oracle meta union intel shell ally block square match snap progressive discover delta united best ball dollar booking carnival caterpillar coach crown dover duke edison fox lucid mosaic news pool southern strategy unity workday zoom key align chase'.split(
    ' ',
  ),
);
/** Stands behind the name of a company in the name of another, of an endowment or of a place; no part or product of it is called so. */
const ANOTHER =
  /^(?:REIT|Hospitality|Foundation|KGaA|AG|GmbH|SpA|LLC|Holdings?|Trust|Bancorp|Bancshares|Bank|University|College|Institute|Museum|Hospitals?|Consolidated|Bottling|Bottlers?|HBC|Europacific|FEMSA|Andina|Exploration|Electronics|Minerals|Mining|Petroleum|Partners|Midstream|Vernova|HealthCare|Healthcare|Enterprise|Association|Society|Church|County|Materials|Industries|Rainforest|Basin|River|Properties|Realty|Controls|Rentals|de)$/u;
/** What only a company does, has or is told with: "Target said", "Ford’s", "Visa shares". */
export const OF_COMPANY =
  /^(?:['’]s?(?= )|,? (?:the|which|whose|an?) [\p{L}-]+|,? (?:also |now |has |had |still |already |again )?(?:said|says|reported|reports|posted|posts|announced|announces|expects?|expected|raised|raises|paid|pays|sold|sells|makes|made|earned|earns|owns|bought|buys|acquired|launched|launches|opened|plans|hired|agreed|warned|warns|forecast|told|disclosed|invested|spent|reaffirmed|delivered|unveiled|lowered|reiterated|named|employs|rose|fell|gained|lost|jumped|climbed|dropped|slid|rallied|will (?:pay|open|close|sell|cut|build|buy|spend|report|raise|hire|invest|launch)|shares|stock|chief|CEO|CFO|executives|investors|shareholders|revenue|earnings|profit|results|dividends?|stores|management)(?![\p{L}\p{N}-]))/u;
/** Behind a name in the middle of a sentence that nothing else goes with. */
const BY_ITSELF =
  /^(?:[.,;:)!?]|$| (?:and|or|in|on|at|for|to|by|with|from|as|than|after|while|because|is|was|has|had)(?! of)\b)/u;
const IN_SENTENCE = /(?:[\p{Ll},;] |[\p{Ll}] \()$/u;
const THE = /\b(?:the|an?|this|that|no|any|us|u\.s\.)\s$/iu;

const called = new Map<string, Called | null>();

/** What a company is called, or null where its name has no single word that people say for it. */
function calledOf({ name }: Company): Called | null {
  const known = called.get(name);
  if (known !== undefined) return known;
  const words = name.replace(/^The\s/iu, '').replace(/\.com\b/iu, '').split(/[\s,.()]+/u).filter((word) => word !== ''); // prettier-ignore
  const [first = '', ...rest] = words;
  const others = rest.filter((word) => !FORM.test(word));
  const isSaid = others.every((word) => BUSINESS.test(word)) && first.length > 1 && !FUND.test(name);
  // Files of brokers write names in capitals, pages never do.
  const short = /^\p{Lu}{4,}$/u.test(first.replace(/[^\p{L}]/gu, '')) ? first.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase()) : first; // prettier-ignore
  const one = isSaid ? { short, rest: others } : null;
  called.set(name, one);
  return one;
}

const nameOf = (short: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(short).replaceAll(/['’]/gu, "['’]")}(?![\\p{L}\\p{N}])`, flags);

/** Its symbol as such, or behind an exchange. */
const symbolOf = (symbol: string): RegExp =>
  new RegExp(
    `(?:[($]|(?:NYSE|NASDAQ|Nasdaq|ARCA|AMEX|BATS)\\s?:\\s?)${escaped(symbol)}(?![\\p{L}\\p{N}])${symbol.length > 2 ? `|(?<![\\p{L}\\p{N}.:])${escaped(symbol)}(?![\\p{L}\\p{N}])` : ''}`,
    'u',
  );

/** Whether a text has the symbol of a company, or its name with its form or the rest of it: "Ford Motor", "Apple Inc". */
export function tellsOf(text: string, company: Company): boolean {
  if (symbolOf(company.symbol).test(text)) return true;
  const known = calledOf(company);
  return known !== null && everyMatch(nameOf(known.short, 'gu'), text).some(({ 0: name, index }) => isWhole(text.slice(index + name.length), known)); // prettier-ignore
}

const isWhole = (after: string, { rest }: Called): boolean => {
  const [next = ''] = /^(?:\.com\b|,? [\p{L}&]+)/u.exec(after) ?? [];
  const word = next.replace(/^,? |^\./u, '');
  if (rest.includes(word)) return true;
  const form = /^(?:com|Inc|Incorporated|Corp|Corporation|Company|Co|PLC|plc)$/u.test(word);
  return form || /^ & Co\b/u.test(after);
};

/** Whether a text has the short name of a company; `anyCase`: also as a word ("the trade gap"). */
export function hasShortName(text: string, company: Company, anyCase = false): boolean {
  const known = calledOf(company);
  return known !== null && nameOf(known.short, anyCase ? 'iu' : 'u').test(text);
}

/** Whether what people call a company is a word, a place or letters as well. */
export const isEveryday = (company: Company): boolean => EVERYDAY.has(calledOf(company)?.short.toLowerCase() ?? '');

type Meaning = 'own' | 'another' | 'bare';

/** Whom each naming of a company in a text means. */
function namingsIn(text: string, company: Company, known: Called): Meaning[] {
  return everyMatch(nameOf(known.short, 'gu'), text).map(({ 0: name, index }): Meaning => {
    const after = text.slice(index + name.length);
    const [tail = ''] = /^(?: (?:\p{Lu}[\p{L}\p{N}&.’'-]*|de(?= \p{Lu})|of(?= \p{Lu})|&))+/u.exec(after) ?? [];
    const [, symbol] = /^,?\s?\((?:[^():]{1,30}:\s?)?([A-Z]{2,5}(?:\.[A-Z]{1,2})?)\)/u.exec(after.slice(tail.length)) ?? []; // prettier-ignore
    if (symbol === company.symbol) return 'own';
    const words = tail.split(/[\s.]+/u).filter((word) => word !== '');
    const isOwn = (word: string): boolean => known.rest.includes(word) || FORM.test(word);
    const longer = words.filter((word) => !isOwn(word) || (FORM.test(word) && ANOTHER.test(word) && !company.name.includes(word))); // prettier-ignore
    if (symbol !== undefined && isAnotherSymbol(symbol, company.symbol, [name, ...words])) return 'another';
    if (longer.some((word) => ANOTHER.test(word))) return 'another';
    return isWhole(after, known) ? 'own' : 'bare';
  });
}

/** Not a class of the same shares, no short form that is no symbol, and none of the words before it ("Amazon Web Services (AWS)"). */
function isAnotherSymbol(symbol: string, own: string, words: readonly string[]): boolean {
  const initials = words.map((word) => word.charAt(0)).join('');
  const isClass =
    symbol.startsWith(`${own}.`) || (own.length > 2 && (symbol.startsWith(own) || own.startsWith(symbol)));
  return !isClass && !ACRONYMS.has(symbol) && (words.length === 1 || symbol !== initials);
}

/** Whether a text names a company as one: by what it does or has, or in the middle of a sentence by itself. */
function isUsedAsCompany(text: string, { short }: Called): boolean {
  return everyMatch(nameOf(short, 'gu'), text).some(({ 0: name, index }) => {
    const [before, after] = [text.slice(Math.max(0, index - 12), index), text.slice(index + name.length)];
    if (THE.test(before)) return false;
    return OF_COMPANY.test(after) || (IN_SENTENCE.test(before) && BY_ITSELF.test(after));
  });
}

const withoutHeadings = (text: string): string => text.replace(/^#.*$/gmu, '');

/**
 * Whether a page means somebody or something else by the name of a company: its title or its first naming is a longer name ("Apple Hospitality
 * REIT", "Ford Foundation") or has another symbol beside it, or the name is an everyday word and nothing says that it is the company's ("Target prices").
 *
 * @param isPart the text is a piece of a page that is known to name the company: what the title says counts alone
 */
export function isNamesake({ title, text }: Read, company: Company, isPart = false): boolean {
  const known = calledOf(company);
  if (known === null || !nameOf(known.short, 'iu').test(`${title}\n${text}`)) return false;
  const inTitle = namingsIn(title, company, known);
  if (inTitle.includes('own') || symbolOf(company.symbol).test(title)) return false;
  if (inTitle[0] === 'another') return true;
  if (isPart) return false;
  const body = withoutHeadings(text);
  if (namingsIn(body, company, known)[0] === 'another') return true;
  if (!EVERYDAY.has(known.short.toLowerCase()) || tellsOf(text, company)) return false;
  return !isUsedAsCompany(`${title}\n${body}`, known);
}
