import { PLACED_ROLE, ROLE_HEAD } from './company-roles.ts';
import { companiesIn } from './strangers/company-names.ts';
import { KINDS, PUBLIC, SUBJECTS } from './strangers/public-names.ts';

/** What every company or fund has, and only a name tells whose it is. */
const MEASURE =
  /\b(?:revenues?|sales|turnover|earnings|ebitda|eps|profits?|income|loss(?:es)?|margins?|cash flow|bookings|backlog|guidance|capex|capital (?:expenditures?|spending)|operating (?:costs|expenses)|dividend|buybacks?|results|deliveries|shipments|expense ratio|net asset value|assets under management)\b/iu;
/** Say which part of it or which time of it, and nothing of whose: "Data center revenue", "third-quarter net income". */
const PARTS = new Set(
  'the this that data center centre cloud net gross operating total quarterly annual yearly monthly first second third fourth full fiscal half quarter year adjusted diluted basic core comparable same-store organic underlying pretax pre-tax after-tax free capital record overall segment division unit services service product products software hardware advertising subscription subscriptions gaming automotive licensing hosting networking memory interest premium trading fee and or its their per share strong weak higher lower better worse new latest last next q1 q2 q3 q4 h1 h2 special interim final regular total reported expected preliminary gaap non-gaap domestic international overseas group company firm company-wide'.split(
    ' ',
  ),
);
const TIMES = /^(?:\p{L}+-(?:quarter|year|half|month)|\d{4}|(?:nine|six|three|twelve)-month)$/iu;
/** Behind it: the measure of something that is told ("sales of new homes", "profits at banks"), or no measure at all. */
const TOLD_OF =
  /^\s*(?:(?:of|at|among|per)\s+[\p{P}\p{S}]?(?!(?:about|nearly|over|more|less|almost|some|up|just|only|around|roughly|the (?:quarter|year|month|total)|least|most|share)\b)\p{L}|(?:season|tax|taxes|stocks?|shares|funds?|investors?|securities|yields?|calls?|estimates?|payers?|growers?|payments? of)\b)/iu;
/** "In the third quarter, ", "On Wednesday ": when, before what. */
export const WHEN =
  /^["“‘'(]*(?:in|for|during|over|by|at|on|since|after|as of|through|within|meanwhile|last|this)\b[^,.;:]{0,60}?(?:,\s+|(?:quarter|year|month|week|\p{L}+day|20\d\d)\s+)/iu;
/** Whoever leads or owns what is not named. */
const PEOPLE =
  /^["“‘'(]*(?:management|executives|directors|shareholders|(?:its|the) (?:management|board|chief executive|ceo|cfo))\b/iu;
/** One of many: a title may say which, and a quotation has to say it itself. */
const ROLE = new RegExp(`\\b(?:the|this|that) ${ROLE_HEAD}(?:['’]s)?(?=\\s|[,.;:!?)]|$)`, 'iu');
/** Of one company, where a market would be told of as one: "the stock fell", "shares rose in after-hours trading". */
const ITS_STOCK =
  /\bthe (?:stock|shares)(?=[,.]| (?:is|are|was|were|has|have|had|also|\p{Ll}+ed|rose|fell|lost|slid|sank|shed|hit|trades?|closes?|climbs?|falls?|rises?|pays?)\b)|^["“‘'(]*(?:shares|the stock|stock)\b.*\b(?:(?:after-hours|extended|pre-?market|aftermarket) (?:trading|trade)|(?:after|before) the (?:bell|close|open)|premarket|after hours)\b/iu;
/** The whole of what was said before: "90% of the total". */
const TOTAL =
  /\bthe (?:total|remainder|rest|balance)(?=\s*(?:[,.;:!?)]|$)|\s+(?:is|are|was|were|came|went|comes|goes|in|for|from)\b)/iu;
/** Indices have earnings. */
export const INDEX = /\b(?:S&P|Nasdaq|Dow|Russell|MSCI|Stoxx|FTSE|Nikkei|Topix|DAX)\b/u;

/**
 * Whether a sentence gives a figure or a saying of a company or a fund without naming it: "Revenue was $5 billion", "the company
 * expects", "90% of the total". A name is a word with a capital that is no place, time or authority.
 */
export function isWithoutName(sentence: string): boolean {
  if (TOTAL.test(sentence) || beginsWithPlaced(sentence)) return true;
  if (namesIn(sentence).length > 0 || INDEX.test(sentence)) return false;
  if (PEOPLE.test(sentence) || ITS_STOCK.test(sentence) || (ROLE.test(sentence) && !mayBeginWithName(sentence)))
    return true;
  return [sentence, sentence.replace(WHEN, '')].some(opensWithMeasure);
}

/** "The Austin, Texas, company said": where it is does not say who it is. */
function beginsWithPlaced(sentence: string): boolean {
  return [sentence, sentence.replace(WHEN, '')].some((text) => {
    const [, placed = ''] =
      PLACED_ROLE.exec(
        text.slice(0, 120).replace(/^["“‘'(]*(?:(?:shares|stock|profit|revenue|sales|earnings) (?:of|at) )?/iu, ''),
      ) ?? [];
    return placed !== '' && companiesIn(placed).length === 0;
  });
}

/** Whether a sentence names somebody whose figure the sentence behind it may be. `title`: of the page, for names at its beginning. */
export function namesSomebody(sentence: string, title: string): boolean {
  if (namesIn(sentence).length > 0 || INDEX.test(sentence)) return true;
  const [first = ''] = wordsOf(sentence);
  return isName(first) && (wordsOf(title).includes(first) || REPORTS.test(sentence));
}

/** "Nvidia reported", "Broadcom’s revenue", "Apple Inc": what stands first has a capital anyway. */
const REPORTS =
  /^["“‘'(]*\p{Lu}[\p{L}\p{N}.&-]*(?:['’]s\b|,? (?:inc|corp|co|ltd|plc)\b|\s+(?:reported|posted|said|says|earned|made|makes|sold|sells|raised|cut|lost|announced|expects?|expected|grew|beat|missed|paid|pays|bought|opened|shipped|delivered|forecast|holds|owns|tracks|charges|invests)\b)/iu;

function opensWithMeasure(sentence: string): boolean {
  const found = MEASURE.exec(sentence);
  if (found === null || TOLD_OF.test(sentence.slice(found.index + found[0].length))) return false;
  return wordsOf(sentence.slice(0, found.index)).every((word) => {
    const lower = word.toLowerCase();
    return PARTS.has(lower) || TIMES.test(lower);
  });
}

/** "Tesla shares jumped after the carmaker …": no plural, such as "Analysts", and no word that sentences begin with. */
function mayBeginWithName(sentence: string): boolean {
  const [first = ''] = wordsOf(sentence);
  return isName(first) && !first.endsWith('s');
}

/** Names behind the first word, which has a capital whatever it is, or at the first where it shows that it is one. */
export function namesIn(sentence: string): string[] {
  const words = wordsOf(sentence);
  const first = words.slice(0, 1).filter((word) => isName(word) && REPORTS.test(sentence));
  return [...first, ...words.slice(1).filter(isName)];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}.&-]*(?<![.-])/gu) ?? [];

function isName(word: string): boolean {
  if (!/^\p{Lu}/u.test(word) || word.length < 2 || /^(?:[QH]\d|FY\d*|GAAP|Non-GAAP|AI|EPS|EBITDA|CEO|CFO|US|U\.S|UK|EU|USA|GDP|CPI|ETFs?|REITs?)$/u.test(word)) return false;
  const lower = word.toLowerCase();
  return ![PUBLIC, KINDS, SUBJECTS, PARTS].some((words) => words.has(lower)) && !/^(?:analysts?|executives|quarter|year|street)$/.test(lower);
} // prettier-ignore
