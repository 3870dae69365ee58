import { DIGITS, readNumeral, SCALE, scaleOf, WORDS } from '../grounding/numeral.ts';

/** A number in a question: an amount of money, a percentage, or a plain number (an age, a count of years). */
export interface Asked {
  kind: 'money' | 'percent' | 'number';
  value: number;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

/** Names with digits: no amounts. */
const NAMES = String.raw`\b(?:4|[Ff]our)\s?(?:%|per\s?cent)(?=\s(?:rule|withdrawal rate))|401\s?\(?k\)?|403\s?\(?b\)?|457\s?\(?b\)?|\b529(?=\splan)|S ?&? ?P ?500|Nasdaq[- ]100|(?<=\bevery\s)two(?=\sweeks\b)|Russell \d+|FTSE \d+`;
/** Parts of a whole in words, as percentages. */
const PARTS: readonly (readonly [word: string, percent: number])[] = [
  ['two[ -]thirds', 200 / 3],
  ['three[ -]quarters', 75],
  ['third', 100 / 3],
  ['quarter', 25],
  ['fifth', 20],
  ['tenth', 10],
  ['hal(?:f|ves?|ved|ving)', 50],
  ['doubl(?:e|es|ed|ing)|twice', 100],
];
/** "A quarter" is a time as well: it is a part where something falls by it, or where it is of something. */
const PART = String.raw`(?:(?<=\b(?:by|los(?:es?|t|ing)|drops?|falls?|down|up|cut) )(?:an?|one)\s(?:third|quarter|fifth|tenth)\b|\b(?:an?|one)\s(?:third|quarter|fifth|tenth)\b(?=\s(?:of (?:its|my|our|the|their)|less|more|lower|higher|fewer))|\b(?:two[ -]thirds|three[ -]quarters)\b(?!\sof an?\b)|\b[Hh]al(?:f|ves?|ved|ving)\b(?![- ](?:an?|time|year|way)\b)|\b(?:[Dd]oubl(?:e|es|ed|ing)|[Tt]wice)\b)`;
/** "A year earlier", "another year", "a couple of years"; never "$10,000 a year more". */
const FEW = String.raw`\b(?:(?<!\d(?:k|m|\s?(?:thousand|grand|dollars))?\s)an?(?=\s(?:few\s)?year\s(?:earlier|sooner|later|longer|more|early)\b)|(?<=\bwork(?:ed|ing)? )a(?=\syear\sless\b)|[Aa]nother(?=\syear\b)|an extra(?=\syear\b)|(?<=\bin )a(?=\syear\b)|a couple of(?=\s(?:more\s)?years))`;
/** What "one" may stand before without counting anything: "in one company", "one of my funds". */
const ONE_THING = String.raw`(?:single|big|large|particular|specific|compan|stock|share|fund|etf|position|holding|name|sector|industr|countr|region|place|basket|account|bank|broker|employer|currenc|asset|investment|bond|coin|issuer|manager|person|child)`;
/** No number: such a thing, and "the cheapest one". */
const NO_NUMBER = String.raw`(?:(?<=\b(?:which|this|that|no|any|each|every|\w+est)\s)one\b|one\s(?:(?:of|or|is|was|has|does|do|should|would|could|will)\b|${ONE_THING}))`;
const AND_A_HALF = String.raw`(?:\sand a half\b|\s1\/2|½|\.5)`;

const grammar = new RegExp(
  String.raw`(?<name>${NAMES})|(?<part>${PART})|(?<few>${FEW})|(?<sign>[$€£]\s?)?(?<![\w.,])(?<numeral>${DIGITS}|(?!${NO_NUMBER})\b${WORDS}\b)(?<half>${AND_A_HALF})?(?<scale>${SCALE}|\sgrand\b)?(?<unit>\s?%|\s(?:percent|per cent|dollars|usd|bucks)\b)?`,
  'giu',
);
/** A plain number of this size is no age and no count of years. */
const SMALLEST_MONEY = 1000;
/** "Save 500 a month": nothing else of this size flows so often. */
const LEAST_FLOW = 100;
const FLOWS =
  /^\s?(?:(?:a|per|each|every)\s|\/\s?)(?:month|mo|year|yr|week|(?:two|other) weeks?|fortnight|quarter|day)\b|^\s(?:bi-?weekly|weekly|fortnightly|quarterly|daily|monthly)\b/i;
/** The year of a calendar, as after "in". */
const YEAR =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|early|late|mid|in|by|end of|start of|until|till|since|from|before|after|another|like|the) $/i;

/** "Starting 2029", "as of 2029", "at the beginning of 2029", "in June of 2029". */
const OF_A_TIME =
  /\b(?:starting|beginning|commencing|(?:as|beginning|middle|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december) of|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?) $|\bmid-$/i;
/** "Around 2035", which may be an amount as well. */
const AROUND = /\b(?:inherit\w*|receive|retire|sell|buy|get)\b.{0,30}\baround $/i;

/** "From 2030 to 2035", "in 2030, 2031 or 2032": a year after another. */
const AFTER_A_YEAR =
  /\b(?:from|between|in|during|for|over|by|until|till|versus|vs\.?|or)(?: the)?(?: years?)? (?:19|20)\d\d(?:,\s(?:19|20)\d\d)*(?:\s?[-–]\s?|,?\s(?:and|or|vs\.?|versus|instead of|rather than|to|thru|through|until|till)\s(?:in\s|the end of\s)?|,\s)$/i;
/** "From 2000 to 2500 a month" are sums. */
const TO_A_FLOW = /^\s?(?:to|-|–)\s?\$?\d[\d,.]*k?\s?(?:\/|(?:a|per|each|every)\s|monthly|weekly|yearly|annually)/i;

/** "A 2008-style crash", "if 2008 happens again". */
const OF_A_YEAR =
  /^(?:-(?:style|like|type|size|scale)|\s(?:(?:stock |market |financial )*(?:crash|crisis|style)|happen|again|repeat))/i;

/** "10000 futures": how many are simulated. */
const SIMULATED =
  /^\s(?:(?:simulated|random|possible|different|monte carlo)\s)*(?:futures|simulations|scenarios|paths|runs|trials)\b/i;

/** The numbers of a question, in order; "half" is 50 percent, "double" 100, "another year" is 1. */
export function numbersIn(question: string): Asked[] {
  return [...question.matchAll(grammar)].flatMap((match): Asked[] => {
    const { name, part, few, sign, numeral = '', half, scale, unit = '' } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (name !== undefined) return [];
    if (part !== undefined) return [{ kind: 'percent', value: percentOf(part), ...place }];
    if (few !== undefined) return [{ kind: 'number', value: few.includes('couple') ? 2 : 1, ...place }];
    const plain = /^one$/i.test(numeral) ? 1 : readNumeral(numeral).value;
    const times = scale?.trim().toLowerCase() === 'grand' ? 1000 : scaleOf(scale);
    const value = Number(((plain + (half === undefined ? 0 : 0.5)) * times).toPrecision(15));
    if (/%|cent/i.test(unit)) return [{ kind: 'percent', value, ...place }];
    const around = [question.slice(0, place.start), question.slice(place.end)] as const;
    const isCount = sign === undefined && unit === '' && SIMULATED.test(around[1]);
    const isYear = /^(?:19|20)\d\d$/.test(match[0]) && ((YEAR.test(around[0]) && !TO_A_FLOW.test(around[1])) || (AFTER_A_YEAR.test(around[0]) && !FLOWS.test(around[1])) || OF_A_YEAR.test(around[1]) || (OF_A_TIME.test(around[0]) && !FLOWS.test(around[1])) || (AROUND.test(around[0]) && value > 2024 && !FLOWS.test(around[1]))); // prettier-ignore
    const money =
      sign !== undefined ||
      unit !== '' ||
      scale !== undefined ||
      value >= SMALLEST_MONEY ||
      (value >= LEAST_FLOW && FLOWS.test(around[1]));
    return [{ kind: money && !isYear && !isCount ? 'money' : 'number', value, ...place }];
  });
}

const percentOf = (part: string): number => PARTS.find(([word]) => new RegExp(word, 'i').test(part))?.[1] ?? Number.NaN;
