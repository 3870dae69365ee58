import { MONTH, monthNumber } from '../grounding/calendar.ts';
import { dayOfDateline } from '../../knowledge/dateline-day.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import type { SetAside } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import { everyMatch } from '../every-match.ts';
import { withoutDateline } from './dateline.ts';
import { SELF } from './own-words.ts';
import { saysUnchecked } from './unchecked.ts';
import { hasGaps, isUnpublishedTitle, saysUnpublished } from './unpublished.ts';

const MADE_UP = '(?:made[- ]up|fictional|fictitious|invented|imaginary|fabricated|pretend|mock)';
const TALE =
  '(?:novels?|novellas?|thrillers?|short stor(?:y|ies)|fables?|parables?|screenplays?|stage plays?|works? of fiction)';
const JEST =
  "(?:satir(?:e|ical)|parod(?:y|ies)|humou?r|spoofs?|fiction|short story|fable|april fools?'?(?: day)?|jokes?)";
const LEARNERS = '(?:students?|pupils?|players?|participants?|learners?|trainees?|(?:your|the) class)';
const NEWS = '(?:news(?: item| story)?|press release|headlines?|item|card|envelope|report|story|memo|statement)';

/** A line that says what the page is: "Satire", "Humor: the week", "Our humour column". */
const JEST_LABEL = new RegExp(
  `^(?:(?:our|the|a|weekly|daily|pure) ){0,2}${JEST}(?: (?:column|page|desk|section|corner))?(?:\\s?[:.|–—].*)?$`,
  'iu',
);
const JEST_TITLE = new RegExp(
  `^${JEST}\\s?[:|–—]|[:|–—]\\s?(?:a |our )?${JEST}$|\\b(?:the|this|our) satirical (?:week|month|year|news|review)\\b|[[(]${JEST}[\\])]`,
  'iu',
);
/** What a page says of itself wherever it stands: what is told on it has not happened, or its figures are nobody's. */
const INVENTED = new RegExp(
  [
    `\\bnothing (?:(?:in|on|of|below|above|here)\\b[^.;,]{0,30} )?(?:is|was|has|really|actually|ever)? ?(?:real|true|happened)\\b`,
    `\\b${SELF} (?:is|was) (?:(?:a|an|pure|only|just|meant as|intended as|entirely|completely|written as) ){0,3}(?:piece of |work of )?(?:satire|satirical|parody|fiction|fictional|joke|spoof|humou?r|${MADE_UP})\\b`,
    `\\b(?:all|any|the) (?:[\\p{L}-]+(?:,| and|, and)? ){0,4}(?:characters|companies|persons|people|events|names|figures)\\b[^.;]{0,40}\\b(?:is|are) (?:entirely |purely |wholly )?${MADE_UP}\\b`,
    `\\b(?:all|any|every) (?:[\\p{L}-]+ ){0,3}(?:stor(?:y|ies)|articles?|posts?|content|news|headlines?)\\b[^.;]{0,40}\\b(?:is|are) (?:entirely |purely |wholly |works? of )?(?:${MADE_UP}|fiction|satire|satirical|parod(?:y|ies))\\b`,
    `\\beverything (?:(?:you (?:see|read) )?(?:on|in)) (?:this|our) (?:web)?(?:site|page|blog)\\b[^.;]{0,30}\\bis (?:\\p{L}+ ){0,2}(?:satire|satirical|fiction|parody|a joke|${MADE_UP})\\b`,
    `(?:^this is an? (?:[\\p{L}-]+ ){0,2}|\\bis an? ${MADE_UP} )(?:satir(?:e|ical)|parody|spoof|humou?r|comedy) (?:(?:and|news|comedy|humou?r) ){0,3}(?:website|site|newspaper|publication|magazine|page|blog|outlet)\\b`,
    `\\b(?:excerpt|extract|chapter|passage|adapted)\\b[^.;]{0,40}\\bfrom\\b[^.;]{0,40}\\b${TALE}\\b`,
    `\\b(?:world|setting|opening|premise|plot|hero|heroine|beginning|start) of\\b[^.;]{0,50}\\b${TALE}\\b`,
    `^(?:this|the following|our) (?:[\\p{L}-]+ )?${TALE}\\b|^an? (?:[\\p{L}-]+ )?${TALE} by\\b`,
    "^(?:the year is|imagine (?:that )?(?:it is|it's))\\b",
    "\\bapril fools?'?s?\\b[^.;]{0,60}\\b(?:article|story|joke|post|below|above)\\b",
    `\\b${LEARNERS} (?:(?:are|were|is|was|will be|each) ){0,2}(?:given|handed|shown|gets?|receives?|draws?|opens?|reads?|works? with)\\b[^.;]{0,60}\\b${NEWS}\\b`,
    `\\b(?:classroom|class|training|teaching|role-play) (?:exercise|game|material|simulation)\\b|\\bin (?:this|the) (?:board |card |trading )?(?:game|exercise), (?:each|every|you|the|${LEARNERS})\\b`,
    `\\b${MADE_UP} (?:news|press release|company|companies|article|report|headlines?)\\b[^.;]{0,60}\\b(?:exercise|lesson|class|game|demonstration|example)\\b|^quiz\\s?[:–—]`,
  ].join('|'),
  'iu',
);

const FIGURES =
  '(?:(?:figures?|numbers?|data|amounts?|returns?|results?|values?|yields?|prices?|performance|holdings|weights?|statistics)(?: and )?){1,2}';
/** All of a page's, and not some of somebody's. */
const OF_PAGE =
  '(?:(?:,? ?(?:shown|above|below|here|used|presented|given|quoted|displayed|cited))|(?:(?: (?:in|on|of|above|below))? (?:this|the|our) (?:above |following )?(?:page|article|story|text|table|example|report|site|website|post)))';
const UNREAL =
  '(?:illustrative|hypothetical|invented|made[- ]up|fictitious|fictional|simulated|back-?tested|random(?:ly generated)?|imaginary|(?:sample|dummy|placeholder|test|demo|example) (?:data|figures|numbers|values)|(?:given |meant |shown |intended |used )?(?:only |purely |solely )?for (?:illustration|demonstration|illustrative purposes|demonstration purposes)|not (?:real|actual|taken from)|(?:those |figures )?of (?:our|a|the) (?:model|paper|hypothetical|virtual|demo|sample) (?:portfolio|account|fund))';
/** Says of all figures of a page that they are nobody's. */
const NO_FIGURES = new RegExp(
  [
    `^(?:(?:please )?note(?: that)?:? |disclaimer: |disclosure: |important: )?(?:(?:all|any|the|these|our|its) ){0,2}${FIGURES}${OF_PAGE}{0,2},? (?:is|are|was|were) (?:(?:all|purely|only|entirely|merely|solely|just|wholly) ){0,2}${UNREAL}\\b`,
    `^(?:the |this )?(?:example|table|page|article|calculation|text|illustration)(?: above| below| here)? (?:uses?|is based on|has|shows?|contains?) (?:\\p{L}+ )?(?:invented|hypothetical|made[- ]up|fictitious|sample|simulated|random|illustrative|imaginary) (?:figures|numbers|data|yields|returns|prices|values|amounts)\\b`,
    '\\b(?:its|the) (?:figures|numbers|data) are (?:random|invented|made[- ]up|fictitious)\\b',
    `\\bmade by a (?:program|machine|model) for a demonstration\\b`,
  ].join('|'),
  'iu',
);

const DOLLARS = '(?:canadian|australian|hong kong|new zealand|singapore|taiwan(?:ese)?)';
const CURRENCY = `(?:${DOLLARS} dollars?|(?:C|CA|CAD|A|AU|HK|NZ|S|NT)\\$|CAD|AUD|HKD|NZD|SGD|TWD|euros?|EUR|pounds?(?: sterling)?|sterling|GBP|(?:japanese )?yen|JPY|(?:chinese )?yuan|renminbi|RMB|CNY|(?:indian )?rupees?|INR|swiss francs?|CHF|(?:swedish |danish |norwegian )?kron(?:a|or|e|er)|SEK|DKK|NOK|(?:korean )?won|KRW|pesos?|MXN|reais|BRL|rand|ZAR)`;
const MONEY =
  '(?:amounts?|figures?|values?|numbers|sums?|prices|dollars?|dollar signs?|currency|financials?|results|statements?)';
/** Says of all amounts of a page in which currency they are. */
const IN_CURRENCY = new RegExp(
  [
    `^(?:(?:please )?note(?: that)?:? )?(?:(?:unless|except where|if not|where not) [^,;:]{3,40}, )?(?:(?:all|the|our|these|any|monetary|dollar|financial|reported|currency) ){0,3}${MONEY}(?: (?:in|on|of|shown|given|stated|quoted|throughout|used|above|below|here|this|the|our|page|article|report|release|story|text|table)){0,5},? (?:(?:is|are|was|were|refer|in|expressed|stated|reported|quoted|shown|given|denominated|presented|to|both|all|unless otherwise (?:noted|stated|indicated),?|thousands|millions|billions|of) ){1,6}(?:the )?(?:${CURRENCY}|canadian|australian)(?![\\p{L}\\d])`,
    `(?<![\\p{L}\\d])${CURRENCY} throughout\\b`,
    `^(?:all )?(?:amounts )?in (?:(?:thousands|millions|billions) of )?${CURRENCY}[).]?$|^${CURRENCY},? (?:thousands|millions|billions)[).]?$`,
  ].join('|'),
  'iu',
);
const US_DOLLARS = /\b(?:U\.?\s?S\.?|United States|American) dollars?|\bUS\$|\bUSD\b/iu;
/** An amount that is read as one in US dollars: it has their sign, or none. */
const AS_DOLLARS = new RegExp(
  `(?<![\\p{L}$])\\$\\s?\\d|(?<![\\p{L}$€£¥\\d.,]|[€£¥$] )\\d[\\d.,]*\\s?(?:million|billion|trillion|bn)\\b(?!\\s(?:${CURRENCY}))`,
  'iu',
);

/** Says when a text was published before. */
const BEFORE =
  /\b(?:(?:first|originally|previously|initially) (?:published|appeared|printed|ran|posted|aired|written|issued)|(?:published|appeared|printed|ran) (?:first|originally)|reprint(?:ed)? from|reposted from|republished from)\b(.*)/iu;
const OF_SELF = new RegExp(`^(?:(?:from|in) (?:our|the) (?:archives?|vaults?)\\b.{0,20})?(?:it |(?:a )?version of )?(?:${SELF}|this|the (?:article|column|story|post|piece)|(?:was )?(?:first|originally|previously|initially|reprinted|reposted|republished))\\b`, 'iu'); // prettier-ignore
const ARCHIVE =
  /^(?:(?:from|out of) (?:our|the) (?:archives?|vaults?)|(?:our|the) archives? (?:article|story|piece)|archive (?:article|story|piece)|(?:an? )?(?:archived|encore|reprinted) (?:article|story|column|post|piece))\b(?:\s?[:.,|–—].*)?$/iu;
const TIME = new RegExp(`(?<!\\p{L})(?:(${MONTH}) )?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?((?:19|20)\\d\\d)\\b`, 'gu');
/** Days after which a text that is sent out once more is old. */
const STALE = 45;
const DAY_MS = 86_400_000;
/** Days that a dateline may be ahead of its page: it is tomorrow already where somebody is. */
const AHEAD = 2;
const YEARLESS = new RegExp(`(?<!\\p{L})(${MONTH}) (\\d{1,2})\\b`, 'u');
/** Within so many lines from the beginning of a page, and not below its first paragraph, a label is its own. */
const EDGE = 5;
const PROSE = /^(?:\S+\s+){7,}\S*[.!?]["”’)]*$/u;
const ITEM = /^\s*(?:[-*+•]|\d+[.)])\s/u;

/** A page as it tells of itself. */
export interface SelfTold {
  title: string;
  /** Lines of Markdown. */
  text: string;
  /** The day that it is of, where it is known: ISO. */
  published?: string | null | undefined;
  /** When it was read, ISO: an embargo that ended before that is none. */
  readAt?: string | undefined;
  /** Its address, where it is known: Alex's own invented samples are told as such wherever they are shown. */
  url?: string;
  sources?: readonly { url: string }[];
}

/**
 * Why a page is no news, by what it says of itself: it is satire, fiction, a game or an exercise, or its figures are nobody's (`invented`);
 * it is a test, a draft or not for release (`unpublished`); nobody has checked it (`unchecked`); it is an old text under a new day (`reprint`);
 * its amounts are not in dollars of the United States, and nothing at each says so (`currency`). Null where it says none of this.
 */
export function whyNoNews({ title, text, published, readAt, url = '', sources }: SelfTold): SetAside | null {
  if (isSample({ url, ...(sources !== undefined && { sources }) })) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => PROSE.test(line));
  const labels = lines.slice(0, first === -1 ? EDGE : Math.min(first + 1, EDGE)).filter((line) => !ITEM.test(line)).map(plain); // prettier-ignore
  const sentences = lines.flatMap((line) => sentencesIn(line).map(plain));
  if (JEST_TITLE.test(plain(title)) || labels.some((line) => JEST_LABEL.test(line))) return 'invented';
  if (sentences.some((one) => saysInvented(one) || NO_FIGURES.test(one))) return 'invented';
  const isUnpublished =
    isUnpublishedTitle(title) ||
    sentences.some((one, at) => saysUnpublished(one, { published, readAt }, sentences.slice(at + 1, at + 4)));
  if (isUnpublished || hasGaps(`${title}\n${text}`)) return 'unpublished';
  if (saysUnchecked(sentences)) return 'unchecked';
  if (labels.some((line) => ARCHIVE.test(line)) || sentences.some((one) => isOlder(one, published))) return 'reprint';
  if (isDatedLongBefore(lines, published)) return 'reprint';
  const isForeign = sentences.some((one) => IN_CURRENCY.test(one) && !US_DOLLARS.test(one));
  return isForeign && AS_DOLLARS.test(`${title}\n${text}`) ? 'currency' : null;
}

/** Whether a sentence says that what its page tells has not happened. */
export const saysInvented = (sentence: string): boolean => INVENTED.test(sentence);

/** Whether a sentence says that its page was published long before its day. */
function isOlder(sentence: string, published: SelfTold['published']): boolean {
  const [, told] = (OF_SELF.test(sentence) ? BEFORE.exec(sentence) : null) ?? [];
  if (told === undefined || typeof published !== 'string') return false;
  return everyMatch(TIME, told).some(([, month, year = '']) => {
    // The first day after it: a year without a month may be its last.
    const ended = Date.UTC(Number(year), Number(month === undefined ? 12 : monthNumber(month)), 1);
    return ended + STALE * DAY_MS < Date.parse(published);
  });
}

/** Whether the first dateline of a page is of long before its day: a release of years ago that a site shows as of today. */
function isDatedLongBefore(lines: readonly string[], published: SelfTold['published']): boolean {
  if (typeof published !== 'string') return false;
  const told = lines.map(unmarked).map((line) => dayOfDateline(line) ?? dayBefore(line, published)).find((day) => day !== undefined); // prettier-ignore
  return told !== undefined && Date.parse(told) + STALE * DAY_MS < Date.parse(published);
}

/** The day of a dateline that names no year, "ATLANTA, March 3 (Reuters) -": the last one before the day of its page, or tomorrow's. */
function dayBefore(line: string, published: string): string | undefined {
  const head = line.slice(0, line.length - withoutDateline(line).length);
  const [, month, day = ''] = YEARLESS.exec(head) ?? [];
  if (month === undefined) return undefined;
  const rest = `${monthNumber(month) ?? ''}-${day.padStart(2, '0')}`;
  const year = Number(published.slice(0, 4));
  const latest = new Date(Date.parse(published) + AHEAD * DAY_MS).toISOString().slice(0, 10);
  return [year + 1, year, year - 1].map((one) => `${one}-${rest}`).find((one) => one <= latest);
}

/** Without the marks of Markdown and the brackets around it, with straight apostrophes. */
const plain = (line: string): string =>
  unmarked(line)
    .replaceAll('’', "'")
    .replace(/^[[("“]/u, '')
    .trim();

const unmarked = (line: string): string =>
  line
    .replace(/^\s*(?:#{1,6}|[-+>*]|\d+[.)])\s+/u, '')
    .replace(/[\\`*_]+/gu, '')
    .trim();
