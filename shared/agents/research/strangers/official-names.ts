import { everyMatch } from '../../every-match.ts';
import { ACRONYMS, KINDS, PUBLIC } from './public-names.ts';

/** Where in a text something stands. */
interface Span {
  start: number;
  end: number;
}

/** Of what agencies name nobody can buy: their own bodies, what they ask and what they are told to do by law. */
const BODIES =
  /(?<![\p{L}\p{N}.’'-])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)? (?:(?:of|and|on|for|the|&) ){0,2}){1,8}(?:Committee|Commission|Bureau|Administration|Survey|Act|Ministry|Projections|Census)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:Bureau|Department|Ministry|Office) of (?:the )?\p{Lu}\p{Ll}+(?: (?:(?:and|&) )?(?!Funds?\b|Trusts?\b|Shares\b)\p{Lu}\p{Ll}+){0,3}/gu;
/** Words of what can be had or joined: in them no body is called. */
const HAD =
  /\b(?:funds?|trusts?|coins?|tokens?|shares?|stocks?|etfs?|clubs?|wealth|capital|exchanges?|portfolios?|strateg(?:y|ies)|notes?|newsletters?|apps?|platforms?|systems?|certificates?|accounts?|holdings?|partners)\b/iu;
/** Indices, exchanges, benchmarks and who publishes figures, by names that no rule tells. */
const KNOWN =
  /(?<![\p{L}\p{N}])(?:(?:Nasdaq|NYSE|Shanghai|Shenzhen|Toronto|Jakarta|Manila|Kospi|S&P|S&P\/TSX|TSX) Composite(?: 1500)?|Philadelphia Semiconductor|Wilshire 5000|Nifty(?: 50)?|Sensex|Bovespa|Ibovespa|Merval|Kosdaq|Topix|Stoxx(?: Europe)? \d+|Straits Times Index|(?:Euro )?Stoxx|Magnificent (?:Seven|7)|MidCap 400|SmallCap 600|Comex|Nymex|(?:New York|Chicago|Minneapolis) Mercantile Exchange|(?:Chicago|New York) Board of Trade|(?:London|Shanghai|Dubai|Johannesburg|Toronto) (?:Metal|Futures|Stock|Mercantile|Bullion Market) (?:Exchange|Association)|Intercontinental Exchange|ICE Futures(?: Europe| U\.S\.)?|Chicago Board Options Exchange|Henry Hub|West Texas Intermediate|Conference Board|Institute for Supply Management|Mortgage Bankers Association|National Association of (?:Realtors|Home Builders|Manufacturers)|National Federation of Independent Business|Centers for Medicare (?:&|and) Medicaid Services|American Automobile Association|Job Openings|Empire State|Cotality|Advance (?:Monthly )?Retail (?:Trade|Sales)|Summary of Economic Projections|Internal Revenue (?:Service|Code)|World Gold Council|Trustees Report|Thrift Savings Plan|Coin Metrics|Dot Plot|Jackson Hole|All Urban Consumers|Urban Wage Earners and Clerical Workers|Consumer Prices|FHFA HPI|Supplemental Security Income|Old-Age and Survivors Insurance|(?:Disability|Hospital|Supplementary Medical) Insurance|Medicare Advantage|MMBtu|[kMG]Wh|Secured Overnight Financing Rate|Federal Funds Rate|Prime Rate|SECURE (?:2\.0 )?Act|ICE BofA|ICE(?= (?:U\.S\.|US|Brent)))(?![\p{L}\p{N}])/gu;
/** "Series I", "Part B", "Form 1099-K": one of several of a kind. */
const NUMBERED =
  /(?<![\p{L}\p{N}])(?:Series|Part|Parts|Form|Forms|Schedule|Title|Section|Tier|Chapter|Phase|Class) (?:[A-Z]{1,2}|[IVX]{1,4}|\d{1,4}(?:-[A-Z]{1,4})?)(?:(?:, | and | or )[A-Z]{1,2}(?![\p{L}\p{N}]))?(?![\p{L}\p{N}-])/gu;
/** Words with capitals, and what joins them, in front of what measures something. */
const MEASURES =
  /(?<![\p{L}\p{N}.’'-])(?:[\p{Lu}\d][\p{L}\p{N}.&/-]* (?:(?:of|and|for|the) ){0,2}){1,9}(?:Index|Indexes|Indices|Report|Tracker|Indicators?|Outlook|Statement|Summary|Release)(?![\p{L}\p{N}])/gu;
/** Words of the names of measures. */
const OF_MEASURES = new Set(
  'home house price prices cost costs wage wages expectations activity confidence sentiment optimism manufacturing services composite purchasing managers leading economic economy pending existing sales conditions financial producer import export small business volatility dollar situation job jobs openings turnover employment unemployment labor household wholesale durable goods orders housing starts permits personal consumption expenditures flash non-manufacturing monetary policy world short-term weekly petroleum status affordability rent rental gross domestic product freight spot sa nsa urban consumers summary statement report'.split(
    ' ',
  ),
);
/** "(COLA)": letters in parentheses. */
const IN_PARENTHESES = / \(((?:\p{Lu}-?){2,7}\p{Lu}?)s?\)/gu;
/** What a name ends with whose letters are no symbol. */
const NO_SECURITY =
  /^(?:Index|Indices|Survey|Report|Rates?|Adjustments?|Distributions?|Income|Insurance|Expenditures?|Projections|Product|Facility|Agreements?|Amount|Measure|Program|Program(?:me)?s|Policy|Average|Tax|Credit|Deduction|Benefits?|Age|Committee|Commission|Bureau|Administration|Agency|Act|Association|Authority|Service|Services|Office|Statistics|Analysis|Department|Union|Organi[sz]ation)$/u;
const SMALL = /^(?:of|and|for|the|on|in|to|a|by|with|or|&)$/iu;
/** So many words may stand behind the letters. */
const LONGEST = 12;

/**
 * Where a text names what nobody can buy, join or hold, by its own name: agencies, committees, laws, surveys, indices, exchanges, one
 * of several of a kind ("Part B") and the letters for any of them ("(PMMS)").
 */
export function officialNames(text: string): Span[] {
  const bodies = everyMatch(BODIES, text).filter(([name]) => !HAD.test(name));
  const measures = everyMatch(MEASURES, text).flatMap(({ 0: name, index }) => {
    const measure = measureIn(name).length;
    return measure === 0 ? [] : [{ start: index + name.length - measure, end: index + name.length }];
  });
  const plain = [...bodies, ...everyMatch(KNOWN, text), ...everyMatch(NUMBERED, text)];
  return [
    ...measures,
    ...plain.map(({ 0: name, index }) => ({ start: index, end: index + name.length })),
    ...everyMatch(IN_PARENTHESES, text).flatMap(({ 0: whole, 1: letters = '', index }) =>
      stands(letters, text.slice(0, index)) ? [{ start: index, end: index + whole.length }] : [],
    ),
  ];
}

/** The end of a name in which no word is anybody's own: "National Home Price NSA Index" of "S&P Cotality … Index". */
function measureIn(name: string): string {
  const words = name.split(/(?<=[ /])/u);
  const own = words.findLastIndex((word, at) => at < words.length - 1 && !isPlain(word.replace(/[ /]$/u, '')));
  const measure = words.slice(own + 1);
  return measure.length > 1 ? measure.join('') : '';
}

function isPlain(word: string): boolean {
  const lower = word.toLowerCase();
  const isKnown = PUBLIC.has(lower) || KINDS.has(lower) || OF_MEASURES.has(lower);
  return isKnown || ACRONYMS.has(word) || SMALL.test(word) || /^[\d.]+$/u.test(word);
}

/** Whether letters are the first ones of the words in front, which name no security: "cost-of-living adjustment (COLA". */
function stands(letters: string, before: string): boolean {
  const words = before.split(/[\s-]+/u).slice(-LONGEST);
  const last = words.at(-1) ?? '';
  if (!(NO_SECURITY.test(last) || (/^\p{Ll}{3,}$/u.test(last) && !HAD.test(last)))) return false;
  const telling = words.filter((word) => !SMALL.test(word));
  const wanted = letters.replaceAll('-', '').toLowerCase();
  const initials = (from: readonly string[]): string[] => from.map((word) => word.charAt(0).toLowerCase());
  const same = (from: readonly string[]): boolean =>
    from.length >= wanted.length && initials(from.slice(-wanted.length)).join('') === wanted;
  return wanted.length > 1 && (same(telling) || same(words));
}
