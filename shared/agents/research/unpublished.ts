import { MONTH, monthNumber } from '../grounding/calendar.ts';
import { SELF } from './own-words.ts';

const COPY = '(?:article|story|text|copy|page|post|content|headline|item)';
/** A title that is none yet: "[TEST] Apple", "DRAFT - not for publication", "Apple reports (draft 2)". "Test:" is said of cars. */
const TITLES = [
  /^[[({]\s*(?:test|draft|sample|dummy|placeholder|template|embargo(?:ed)?|do not publish|hold)\b[^\])}]{0,20}[\])}]/iu,
  /^TEST(?:\s*[:|–—]|\s+-\s)/u,
  /^(?:(?:first|rough|working) )?draft(?:\s*[:|–—]|\s+-\s)/iu,
  /[[(|:–—-]\s*(?:(?:first|second|rough|final|working) )?draft(?: (?:copy|version|only)| v?\d+)?[\])]?$/iu,
];
/** A line or a sentence that says what the page is, and nothing else. */
const LABEL = new RegExp(
  [
    `^(?:test|dummy|placeholder|sample|filler) ${COPY}(?=\\s*[.,:;!–—-]|$|\\s(?:for|of) (?:the|our) (?:[\\p{L}-]+ )?(?:site|system|server|feed))`,
    '^(?:staging|test|demo) (?:environment|site|server|system)(?=\\s*[.,:;!–—-]|$)',
    '^testing[,.:]? (?:testing|one|1)\\b',
    '^(?:(?:first|rough|early|working|unedited|internal) )?draft(?: (?:copy|version|only)| v?\\d+)?\\s?(?:[:;,–—-]\\s?(?:not|do not|for|please)\\b.{0,60})?[.!]?$',
    `^(?:please )?(?:ignore|disregard)(?: (?:this|the)(?: ${COPY}| message| test)?)?[.!]?$`,
    '^(?:strictly )?(?:confidential[:,.–—-]* )?for internal use(?: only)?\\b',
    '^template\\s?[:–—]',
  ].join('|'),
  'iu',
);
/** The same until a day. */
const HOLD = /^hold (?:for|until|from|till) (?:[^.]{0,30}\b)?(?:release|publication)\b/iu;
/** What a page says of itself wherever it stands. */
const SAYS = new RegExp(
  [
    `^this is (?:(?:only|just|merely|still|a|an|our) ){1,3}(?:[\\p{L}-]+ )?(?:test|draft)(?: (?:${COPY}|message|version)\\b|(?: of (?:our|the|this) [^.]{0,40}(?:system|site|feed|template|publish\\w*|${COPY}))?[.,;!]?$)`,
    `\\b${SELF} (?:is|was) (?:(?:still|only|just|merely|a|an) ){1,3}(?:(?:first|rough|early|unedited|working) )?(?:test|draft)\\b(?![- ](?:for|case|of the (?:law|rule|bill)))`,
    `\\b(?:this|the (?:text|article|story|copy) (?:above|below|here)|${SELF}) (?:is|was) (?:(?:a|an|only|just|still) )*(?:placeholder|dummy|filler)\\b`,
    `\\b(?:figures?|numbers?|amounts?|values?|prices?|data|names?|quotes?)(?: (?:above|below|here|shown|given|used|(?:in|on|of) (?:this|the) (?:${COPY}|table|chart|draft)))* (?:is|are) (?:(?:all|still|only|just|mere|merely|currently|for now) ){0,3}(?:placeholders?|dummies|stand-ins?|dummy (?:data|figures|numbers|values)|to be (?:confirmed|checked|replaced|filled in|supplied)(?! by\\b)|(?:tbc|tbd))\\b`,
    '^(?:internal )?notes? to (?:the )?(?:reviewers?|approvers?|(?:copy ?)?desk|legal|compliance|self|team|designers?)\\s?[:–—]',
    '\\b(?:until|before|pending) (?:legal|compliance|the lawyers|counsel) (?:signs?|has signed|have signed|approves?|has approved|sign-?off|approval)\\b',
    '\\blorem ipsum\\b',
    '\\bfinal (?:copy|text) to come\\b',
    '\\b(?:replace|fill in|insert)\\b[^.]{0,80}\\bbefore (?:sending|publishing|publication|release|posting)\\b',
    `\\b${SELF} (?:was|is|has been) (?:pre-?written|(?:prepared|written) (?:in advance|ahead of time|beforehand)(?! of\\b))`,
    '^if you (?:can (?:read|see)|are (?:reading|seeing)) this, (?:our|the|this|your)\\b[^.]{0,60}\\bwork(?:s|ing)?\\b',
  ].join('|'),
  'iu',
);
/** Where a text still has gaps: "[COMPANY NAME]", "[insert date]", "{{figure}}", "$XX million"; no link of Markdown, no "[Kroger] is well". */
const GAP =
  /\[(?:(?:COMPANY|NAME|DATE|FIGURE|NUMBER|AMOUNT|CITY|TICKER|HEADLINE|QUOTE|TITLE|TBD|TK+|X{1,4})(?: NAME| HERE)?|[Ii](?:nsert|NSERT) [^\]]{1,40}|[Yy]our [^\]]{1,30} here|[Cc]ompany [Nn]ame)\](?!\()|\{\{\s*[\w.]{1,40}\s*\}\}|(?<![\p{L}\d])\$X{1,3}(?:[.,]X+)?(?![\p{L}\d])|(?<![\p{L}\d])X{2,3}(?:\.X+)?(?:%| (?:million|billion)\b)|(?<!\p{L})(?:TKTK|(?:Headline|Body|Copy|Text|Caption|Quote|Figure|Number) TK)\b/u;

/** Not to be known yet: said at the beginning of a line or a sentence, where documents that somebody found are told of within one. */
const HELD_BACK =
  /^(?:(?:draft|confidential|internal|private|strictly|embargoed|urgent|attention|note)\b[\s:,;.–—-]*)*(?:not for (?:(?:immediate|general) )?(?:release|publication|broadcast|distribution)\b|do not (?:publish|release|distribute|print|broadcast|(?:share|circulate|forward)\b[^.]{0,40}\b(?:before|until))\b)|[,;–—-]\s?(?:please )?do not publish\b/iu;
/** To whom a release may not be sent by law is no secret. */
const BY_LAW = /\b(?:united (?:states|kingdom)|u\.?[sk]\.?|jurisdictions?|canada|australia|japan|europe(?:an)?|south africa|new ?zealand|newswires?|retail|law)\b/iu; // prettier-ignore
const EMBARGO =
  /^(?:strictly |under |media )*embargo(?:ed)?(?=\s*[:.,;!–—-]|\s(?:until|till|to|for|release)\b|$)|\b(?:is|are|remains?) (?:strictly )?(?:embargoed|under embargo)\b(?=\s*[.,;!]|\s(?:until|till|for)\b|$)|^for release (?:on|after|not before|at)\b/iu;
/** "Embargoed until 8:30 a.m.", without a day: of the day that the page is of. */
const OF_THE_DAY =
  /\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
/** The day of it stands in the next line, or behind what looks like the end of a sentence: "until 8:30 a.m. (ET) Friday". */
const OPEN = /\b(?:until|till|for|to|before)\b[^.!?]*(?:\d\s?[ap]\.?m\.?)?$/iu;
const REST = /^(?:\S+\s+){0,9}\S*[^\s.!?]$|[ap]\.m\.$/iu;
const DAY = new RegExp(
  `(?<!\\p{L})(?:(${MONTH})\\.? (\\d{1,2})|(\\d{1,2}) (${MONTH}))\\b(?:,? ((?:19|20)\\d\\d))?`,
  'iu',
);

/** Whether a title says that its page is a test, a draft or not for release. */
export const isUnpublishedTitle = (title: string): boolean =>
  TITLES.some((words) => words.test(title)) || isHeldBack(title);

/** Whether a text has gaps that somebody was to fill in. */
export const hasGaps = (text: string): boolean => GAP.test(text);

/** When a page is of, and when it was read, as far as either is known; ISO. */
export interface Told {
  published?: string | null | undefined;
  readAt?: string | undefined;
}

/**
 * Whether a sentence says that its page is a test, a draft, a template, or not to be known before a day and an hour that are after those that
 * the page is of, and those at which it was read.
 *
 * @param behind the sentences behind it: a release sets its number, or the end of the line, between "until" and the day
 */
export function saysUnpublished(sentence: string, told: Told, behind: readonly string[] = []): boolean {
  const isDraft = SAYS.test(sentence) || LABEL.test(sentence);
  if (isDraft || HOLD.test(sentence) || isHeldBack(sentence)) {
    const until = dayIn(sentence, told);
    return until === undefined || isBefore(told, until, isDraft ? '' : sentence);
  }
  if (!EMBARGO.test(sentence)) return false;
  const until = dayIn(sentence, told);
  if (until !== undefined) return isBefore(told, until, sentence);
  const [next = '', ...others] = behind;
  if (OPEN.test(sentence) && REST.test(next)) return saysUnpublished(`${sentence} ${next}`, told, others);
  return !OF_THE_DAY.test(sentence) && !/^for release/iu.test(sentence);
}

const isHeldBack = (words: string): boolean => HELD_BACK.test(words) && !BY_LAW.test(words);

/** The day that a sentence names, ISO; without a year it is of that of the page, or else the one nearest to when it was read. */
function dayIn(sentence: string, { published, readAt }: Told): string | undefined {
  const [, month, day, dayFirst, monthLast, year = published?.slice(0, 4)] = DAY.exec(sentence) ?? [];
  const name = month ?? monthLast;
  const number = name === undefined ? undefined : monthNumber(name);
  if (number === undefined) return undefined;
  const rest = `${number}-${(day ?? dayFirst ?? '').padStart(2, '0')}`;
  if (year !== undefined) return `${year}-${rest}`;
  if (readAt === undefined) return undefined;
  const away = (one: string) => Math.abs(Date.parse(one) - Date.parse(readAt));
  return [-1, 0, 1]
    .map((later) => `${Number(readAt.slice(0, 4)) + later}-${rest}`)
    .toSorted((one, other) => away(one) - away(other))[0];
}

const HOUR = /\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b|\b(\d{1,2}):(\d\d)\b/iu;
const OF_EUROPE = /\b(?:GMT|BST|UTC|CES?T|London|Frankfurt|Brussels)\b/u;
const OF_PACIFIC = /\bP[SD]?T\b|\bPacific\b/u;

/** Where nobody knows of which day a page is or when it was read, any day may be to come. */
function isBefore({ published, readAt }: Told, day: string, sentence: string): boolean {
  // A page that gives itself the day of its embargo may be read before it.
  if (typeof published === 'string' && published >= day && !(readAt !== undefined && readAt < day)) return false;
  return readAt === undefined || sentence === '' || !(Date.parse(readAt) >= endOf(day, sentence));
}

/** When an embargo ends at the latest: what does not say whose hour it is, is of New York. */
function endOf(day: string, sentence: string): number {
  const [, hour = '0', minutes = '0', half, hours = hour, past = minutes] = HOUR.exec(sentence) ?? [];
  const told = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const behind = OF_EUROPE.test(sentence) ? 0 : OF_PACIFIC.test(sentence) ? 8 : 5;
  return Date.parse(`${day}T00:00:00Z`) + ((told + behind) * 60 + Number(past)) * 60_000;
}
