import { everyMatch } from '../every-match.ts';
import { wordsOf, type Word } from './antecedents.ts';
import { companiesIn } from './strangers/company-names.ts';
import { KNOWN_COMPANIES } from './strangers/known-securities.ts';
import { ACRONYMS, PUBLIC } from './strangers/public-names.ts';
import { INDEX } from './whose-figure.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Say who told a figure, how sure, when and how large it is, and nothing of what it measures. */
const NO_MEASURE = set(
  `a an the of in on at for to from with by than as about around near nearly almost over under above below between and or but plus minus up down versus vs
only just least most more less some roughly its their his this that these those last next previous prior same another against all total totals overall combined
altogether compared it they who which also still again already now currently then there not no so far too either each other
quarter quarters year years year's month months week weeks day days period periods half first second third fourth full fiscal calendar earlier ago later
before since until through during within holiday summer winter spring autumn season time today yesterday tomorrow morning afternoon current coming past following year-ago
year-earlier annual quarterly monthly weekly recent end ending ended start beginning one two three four five six seven eight nine ten twelve dozen
thousand hundred million billion trillion mn bn percent pct percentage point points basis bps cent cents dollars euros pounds yen
range midpoint increase decrease decline drop rise gain growth fall jump improvement reduction change slowdown figure number level rate low high upper lower top bottom pace
record mark flat unchanged higher better worse stronger weaker better-than-expected digit digits single double low-single mid-single constant currency adjusted reported underlying
comparable worldwide globally abroad overseas nationwide
company company's firm firm's group unit units division divisions segment segments business businesses analysts analyst economists economist strategists forecasters experts executives management
chief executive finance financial officer consensus estimate estimates estimated expectation expectations guidance outlook projection projections prediction predictions average mean median view polled
surveyed according data wall street
had have has having been be being was were is are would will could may might should can did does do said says saying told saw see sees seeing
guide guides guided guiding report reports reporting post posts posted posting book books booked record records recorded log logged register registered notch notched forecast forecasts
forecasting forecasted expect expects expected expecting project projects projected projecting predict predicts predicted anticipate anticipates anticipated target targets targeted targeting
aim aims aimed aiming call calls called calling look looks looking looked hope hopes hoped hoping plan plans planned show shows showed deliver delivers delivered delivering ship ships shipped
sell sells sold produce produces produced make makes made build builds built open opens opened add adds added lose lost gain gains gained hire hires hired spend spends spent pay pays paid
generate generates generated generating reach reaches reached hit hits came come comes stood stands totaled totalled reaffirm reaffirms reaffirmed reiterate reiterates reiterated affirmed maintains maintained
keep keeps kept raise raises raised lift lifts lifted cut cuts lowers lowered boosted trims trimmed narrowed backed confirmed confirms issued give gives gave`,
);
/** Whoever does these is no measure, whatever it is called. */
const DOES =
  /\b(?:had|has|have|said|says|told|saw|sees?|guid(?:e|es|ed|ing)|report(?:s|ed|ing)?|post(?:s|ed|ing)?|book(?:s|ed)?|record(?:s|ed)|logged|registered|notched|forecast(?:s|ed|ing)?|expect(?:s|ed|ing)?|project(?:s|ed|ing)?|predict(?:s|ed)?|anticipate[sd]?|target(?:s|ed|ing)|aim(?:s|ed|ing)?|call(?:s|ed|ing) for|look(?:s|ed|ing)? for|hop(?:es|ed|ing)|plan(?:s|ned)?|show(?:s|ed)?|deliver(?:s|ed)?|ship(?:s|ped)|s[eo]lls?|sold|produce[sd]?|ma[dk]es?|buil[dt]s?|open(?:s|ed)|add(?:s|ed)|lost|gain(?:s|ed)|hire[sd]|sp(?:end|ends|ent)|pa(?:ys|id)|generate[sd]|reaffirm(?:s|ed)?|reiterate[sd]?|affirmed|maintain(?:s|ed)|keeps?|kept|raise[sd]?|lift(?:s|ed)|cuts?|lower(?:s|ed)|boosted|trim(?:s|med)|narrowed|backed|confirm(?:s|ed)|issued|g[ia]ves?|ended (?:the|its) [^,]{3,40} with)\b/u;
/** What a measure is as well: nothing is missing unless it is a company that "was at 15.4%". */
const IS = /\b(?:was|were|is|are|came|comes|stood|stands|reached|hit|totall?ed)\b(?! (?:up|down|flat|higher|lower)\b)/u;
/** "Revenue was": what stands first is the measure. */
const IS_NEXT = new RegExp(`^\\S+ ${IS.source}`, 'u');
/** Their own measure: somebody makes and loses money, and a share gains, loses and adds percents. */
const OWN_MEASURE =
  /\b(?:lost|loses?|made|makes?) (?:(?:about|nearly|over|almost|only|just|some|more than|less than|up to|around|roughly|a record) )?[$€£]|\b(?:lost|loses|gain(?:s|ed)|add(?:s|ed)|pa(?:ys|id)) (?:(?:about|nearly|over|almost|only|just|more than|another|as much as|a further|up to) )?\d[\d.,]*(?:%| percent| points)|\bs(?:ells?|old) for [$€£]|\bopen(?:s|ed) (?:(?:about|nearly) )?(?:\d[\d.,]*% )?(?:higher|lower|up|down|at)\b/u;
/** Who expects of others, and does not say of whom. */
const FORECASTERS =
  /^["“‘'(]*(?:(?:the|an?|\p{L}+) ){0,3}(?:analysts?|economists?|strategists?|forecasters|Wall Street|Street|consensus|estimates?|expectations?|forecasts?|projections?)\b/iu;
const FORECASTER_WORDS = set('share per');
/** What a company is at otherwise is a measure of it. */
const PRICE = /[$€£]\d[\d.,]*(?![\d.,]| ?(?:million|billion|trillion|mn|bn)\b)/u;
/** Have a price or a level for their measure, as indices have. */
const PRICED =
  /^["“‘'(]*(?:the )?(?:gold|silver|platinum|palladium|copper|oil|crude|brent|wti|gasoline|natural gas|bitcoin|ether|ethereum|wheat|corn|stocks|bonds|shares|treasur(?:y|ies))\b/iu;
/** Behind a number they are things: "two cuts", "1.2 million units". */
const COUNTED =
  /^(?:cuts|raises|calls|records|reports|orders|units|businesses|divisions|segments|plans|builds|posts|gains|drops|declines|firms|groups)$/u;
/** Acronyms that are measures. */
const MEASURES =
  /^(?:EPS|EBITDA?|GDP|GNP|CPI|PPI|PCE|PMI|NAV|FFO|AFFO|NOI|NII|AUM|ROE|ROIC|FCF|ARR|MAU|DAU|ARPU|APR|APY|R&D|SG&A|COGS|CAPEX|OPEX|COLA)s?$/iu;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Christmas|Thanksgiving|Easter|Q[1-4]|H[12]|FY\d*)$/u;
/** What somebody had and of what: "5% of Hulu", "$43 billion for Seagen". */
const OBJECT_OF = set('of on for to with');

const FIGURE =
  /(?<![\p{L}\p{N}-])[$€£]?\d[\d.,]*(?:%|\s?(?:percent|million|billion|trillion|[kKmM]n?|bn)\b)?(?![\p{L}\d-])|\b(?:single|double)[- ]digits?\b/u;
const EACH_FIGURE = new RegExp(FIGURE, 'gu');
const NUMBER = /^\d[\d.,]*(?:k|m|mn|bn|st|nd|rd|th)?%?$/iu;
/** Years, days and quarters are none. */
const TIMES =
  /\b(?:Q[1-4]|H[12])\b|(?<![$€£\d.,])(?:19|20)\d\d(?![\d,.]*\d|%| (?:percent|million|billion))|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b/gu;
/** When, why and beside what, which is no measure: before a clause, in it and behind it. */
const ASIDES = [
  /\s?\([^()]*\)/gu,
  /(?<=\p{Lu}\S*'s?) (?:[\p{L}-]+ ){1,3}(?=(?:unit|division|segment|business|arm)\b)/gu,
  /^["“‘'(]*(?:as|after|while|because|although|though|despite|amid|when|since|helped|hurt|driven|boosted|with)\b[^,]*,\s/iu,
  /, (?:which|who|whose|where|the|an?|based)\b[^,]*,/gu,
  /(?<=\d.*)\s(?:as (?!much\b|many\b|an? (?:share|percentage|proportion)\b|of\b)|(?:because|while|although|though|despite|amid|when|after|even|helped|hurt|driven|led|boosted|thanks|due|owing|excluding|citing|blaming)\b).*$/u,
];

/**
 * Whether a sentence gives figures and none of what they measure, so that only the sentence before it says what they are: "Pfizer had booked
 * $1.42 billion a year earlier", "Analysts had expected 48 cents", "Merck's is 3.8%". Where any word may be a measure it is taken for one.
 */
export function isWithoutMeasure(sentence: string): boolean {
  const main = ASIDES.reduce((rest, aside) => rest.replace(aside, ' '), sentence.replaceAll('’', "'"));
  if (!FIGURE.test(main.replace(TIMES, ' '))) return false;
  if (isElliptic(main)) return true;
  const words = wordsOf(main);
  if (OWN_MEASURE.test(main) || PRICED.test(main) || INDEX.test(main)) return false;
  const isOfForecasters = FORECASTERS.test(main);
  if (!DOES.test(main) && !(IS.test(main) && (isOfForecasters || (isOfCompany(main) && !PRICE.test(main))))) return false;
  const isOfEconomy = isPublic(words);
  const isMeasured = IS_NEXT.test(main) && !isOfCompany(main);
  return words.every(({ lower, text }, at) => {
    if (isOfEconomy && /^(?:growth|rate)$/u.test(lower)) return false;
    if (COUNTED.test(lower) && /^(?:\d|two|three|four|five|six|seven|eight|nine|ten|million|billion)/u.test(words[at - 1]?.lower ?? '')) return false;
    if (NUMBER.test(text) || NO_MEASURE.has(lower) || /^\p{L}+-(?:quarter|year|half|month|week)$/u.test(lower)) return true;
    if (isOfForecasters && FORECASTER_WORDS.has(lower)) return true;
    if (at === 0) return !isMeasured;
    return /^\p{Ll}{3,}ly$/u.test(lower) || (/^\p{Ll}?\p{Lu}/u.test(text) && !isThing(words, at));
  });
} // prettier-ignore

/** Whether two sentences give figures of one kind: of money, percents, or other numbers. */
export const haveLikeFigures = (one: string, other: string): boolean =>
  kindsIn(one).some((kind) => kindsIn(other).includes(kind));

function kindsIn(text: string): string[] {
  const figures = everyMatch(EACH_FIGURE, text.replace(TIMES, ' ')).map(([figure]) => figure);
  return figures.map((one) => (/%|percent|digit/u.test(one) ? '%' : /^[$€£]/u.test(one) ? '$' : 'number'));
}

/** "Merck’s is 3.8%": what of Merck's is, the sentence before says. */
function isElliptic(sentence: string): boolean {
  const [, whole = '', name = ''] =
    /(?:^|[;,] (?:and |but |while )?)["“]?((?:\p{Lu}[\p{L}\p{N}.&-]* )*(\p{L}[\p{L}\p{N}.&-]*)'s?) (?:also )?(?:is|was|were|are|rose|fell|grew|climbed|dropped|increased|declined|slipped|shrank|jumped|came|stood|remains|stayed|reached|averaged|totaled)\b/u.exec(
      sentence,
    ) ?? [];
  if (name === '' || /^(?:that|it|there|here|what|who|he|she)$/iu.test(name)) return false;
  // "Lowe's" and "McDonald's" are whole names.
  const own = companiesIn(whole).some(({ end }) => end === whole.length && companiesIn(whole.replace(/'s?$/u, '')).length === 0); // prettier-ignore
  return !own && !KNOWN_COMPANIES.has(whole.toLowerCase()) && !/^(?:macy|kohl|wendy|dick|denny|levi)$/iu.test(name);
}

/** Begins with a company that is known. */
function isOfCompany(sentence: string): boolean {
  const [first] = companiesIn(sentence);
  return first !== undefined && first.start <= 4;
}

/** Of a country or an authority, whose growth is the economy's. */
function isPublic(words: readonly Word[]): boolean {
  const subject = words.find(({ lower }) => lower !== 'the');
  return subject !== undefined && (PUBLIC.has(subject.lower) || ACRONYMS.has(subject.text));
}

/** A name that says what a figure is of: "12,000 Cybertrucks", "EPS of $2", "5% of Hulu". */
function isThing(words: readonly Word[], at: number): boolean {
  const { text = '', lower = '', gap = '' } = words[at] ?? {};
  if (MEASURES.test(text)) return true;
  if (CALENDAR.test(text) || gap !== ' ') return false;
  const before = words[at - 1];
  const isCounted = before !== undefined && /^(?:\d|million$|billion$)/u.test(before.lower) && !PUBLIC.has(lower);
  return isCounted || (isObjectOf(words, at) && !PUBLIC.has(lower) && hasFigureBefore(words, at));
}

/** "Of Hulu", "of its Model 3s". */
function isObjectOf(words: readonly Word[], at: number): boolean {
  const [before = '', last = ''] = [words[at - 2]?.lower, words[at - 1]?.lower];
  return OBJECT_OF.has(last) || (/^(?:its|the)$/u.test(last) && OBJECT_OF.has(before));
}

const hasFigureBefore = (words: readonly Word[], at: number): boolean =>
  words.slice(0, at).some(({ text }) => /^\d/u.test(text) && !/^(?:19|20)\d\d$/u.test(text));
