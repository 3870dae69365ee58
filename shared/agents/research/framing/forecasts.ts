/** What somebody thinks of times to come, or makes up to show something. */
const EXPECTED =
  '(?:outlooks?|forecasts?|predictions?|projections?|expectations?|price targets?|year-end targets?|estimates?|guidance|price objectives?)';
/** Whose it is. */
const WHOSE =
  "(?:our|my|the|their|its|his|her|house|company|management|analysts?'?s?|economists?'?s?|strategists?'?|broker'?s?|wall street|street|market|consensus|latest|new|full-year|annual|quarterly|(?:first|second|third|fourth)-quarter|earnings|revenue|sales|profit|growth|economic|market|investment|rates?|price|q[1-4]|h[12]|fy\\d*|(?:19|20)\\d\\d)";
const WHO =
  '(?:we|i|analysts?|economists?|strategists?|experts?|investors?|traders?|markets?|the market|wall street|the street|banks?|our (?:\\p{L}+ )?(?:team|analysts?|model|house))';
const THINKS =
  '(?:(?:forecast|predict|project|estimate|expect|anticipate|foresee|see|think|believe)s?|(?:are|is) (?:forecasting|predicting|expecting|pricing in))';
const PERSON =
  '(?:investors?|retirees?|savers?|couples?|workers?|persons?|households?|famil(?:y|ies)|wom[ae]n|m[ae]n|clients?|employees?|teachers?|nurses?|portfolios?|\\d+-year-olds?)';

/** Headings that say that what is below them is thought by somebody, whatever else they say. */
const ALWAYS = new RegExp(
  [
    `^(?:here(?:'s| is) )?(?:what|where|how|why) (?:else )?${WHO} (?:\\p{L}+ )?${THINKS}\\b`,
    "^what (?:to expect|comes next|happens next|(?:could|might|would) (?:happen|go (?:right|wrong)|change))\\b|^what(?:'s| is) (?:next|ahead)\\b",
    `^(?:our|my|house|the) (?:\\p{L}+ ){0,2}(?:${EXPECTED}|views?|calls?|opinions?|takes?|targets?) ?[:–—]`,
    `^(?:${EXPECTED}|opinions?|comments?|commentary|editorials?|op-ed|examples?|illustrations?|back-?tests?|q ?(?:&|and|\\+) ?a) ?[:–—]`,
    '\\b(?:base|bear|bull|best|worst|upside|downside|central|optimistic|pessimistic|adverse)(?:ish)?[- ]case\\b',
    `: (?:our|my|house) (?:views?|${EXPECTED}|calls?|opinions?)$|: where (?:we|i) see\\b`,
  ].join('|'),
  'iu',
);
/** Headings of sections, not titles, that say so by one word. */
const FORWARD = new RegExp(
  [
    '(?<!\\b(?:than|as|was|were) )\\b(?:expected|projected|assumed|anticipated|implied|predicted|potential|possible|likely|hoped-for)\\b',
    '\\b(?:assumptions?|(?<!inflation )expectations?|projections?|forecasts?|predictions?|outlooks?(?! (?:money|business|india|magazine))|scenarios?|thes[ie]s|views?|convictions?|hypothes[ie]s|forward-looking)\\b',
    "\\b(?:our|my|house|top|best|key|big|market|analysts?'?s?|\\p{L}+'s) (?:calls?|takes?|bets?|picks?|ideas?|base line|baseline)\\b|^calls?$|^takeaways? for the (?:year|months) ahead",
    '\\b(?:next|coming|upcoming) (?:(?:\\p{L}+|\\d+) )?(?:days?|weeks?|months?|quarters?|years?|decades?|cycle)\\b|\\b\\d+-(?:month|year) (?:view|horizon|target|return)|\\b(?:months?|years?|decades?) (?:to come|ahead)\\b|\\bfrom here\\b|\\bwhere (?:it|they|prices|shares|stocks|bonds|rates) (?:goes?|heads?|is headed|are headed)\\b',
  ].join('|'),
  'iu',
);
/** Names of such a section, which in a sentence of news are something that has happened: "Nvidia raises its guidance". */
const NAMED = new RegExp(
  [
    `^(?:${WHOSE} ){0,3}${EXPECTED}(?: (?:for|to|by|through|of|on|and|at a glance|summary|table|q[1-4]|(?:19|20)\\d\\d)\\b.*)?$`,
    `\\b(?:analysts?'?s?|economists?'?s?|strategists?'?|consensus|our|house|earnings|market|economic|price) (?:\\p{L}+ )?${EXPECTED}$`,
    `\\b(?:outlooks?|forecasts?|predictions?|projections?) (?:for|to|by|through|into) (?:the )?(?:next|coming|rest|year|years|decade|(?:20)\\d\\d|q[1-4]|first|second|third|fourth)\\b`,
    `^(?:the )?consensus(?: view)?$|^targets$|^${WHOSE} targets$|\\bprice targets?$|^(?:the )?(?:20\\d\\d )?(?:market |investment |economic )?outlook\\b(?! (?:money|business|india|magazine|app|inbox))|\\boutlook$`,
    '\\bhypothetical\\b|\\bback-?test(?:s|ed|ing)?\\b',
    '^(?:(?:an?|the|our|worked|some|simple|real|numerical|two|three|first|second|for) ){0,2}(?:examples?|illustrations?|case stud(?:y|ies))(?: (?:of|for|\\d+)\\b.*)?$|^case study\\b',
    '^(?:(?:our|my|the|guest|reader) )?(?:opinions?|views?|editorials?|op-eds?|commentary|comment|viewpoints?|house views?)$|^(?:comment|opinion|views?) (?:&|and) (?:comment|opinion|analysis|views?)$',
    "\\bq ?(?:&|and|\\+) ?a\\b|^(?:readers?'?s? (?:questions?|letters?|mail)|questions? (?:and|&) answers?|your questions\\b.*|ask (?:the|an|our) \\p{L}+.*|letters to the editor)",
  ].join('|'),
  'iu',
);
/** The same of sections of a page, and no more than news in a title. */
const SECTION =
  /^(?:looking|the (?:road|week|month|quarter|year)|(?:week|month|quarter|year)) ahead\b|\b(?:what to watch|preview)\b|^(?:the )?(?:upside|downside)$/iu;
/** What would be under a condition; how a rule applies to readers is none. */
const CONDITION = /^(?:if|should|could|might|assuming)(?: (?!you)[\p{L}'-]+){1,5}\??$/iu;
/** Whose side of a debate what follows argues: "The bear: …", "Pro: …", "The case against:". */
const DEBATE =
  /^(?:the )?(?:bears?|bulls?|pros?|cons?|optimists?|pessimists?|skeptics?|sceptics?)(?:'s?)?(?: (?:views?|cases?|arguments?|side|points?|says?|argues?))? ?(?:[:–—]|$)|^(?:the )?(?:cases?|arguments?) (?:for|against)\b/iu;
/** Tells that something has happened, to a forecast or otherwise. */
const HAPPENED =
  /\b(?:(?:rais|lower|cut|beat|miss|top|trim|slash|reaffirm|confirm|withdraw|suspend|boost|hik|lift|dim|darken|brighten|improv|worsen|weigh|hit|meet|match|exceed|surpass|disappoint|ris|fall|climb|drop|eas|surg|slip|jump|gain|los|clos|end|buy|sell|report|steady|hold|keep|chang|updat|issu|publish|unveil|revis|downgrad|upgrad|set|stick|defy|defi|outpac|weak|strengthen|sour|stay|remain|boost|drag|lead|slid|sink|rall)(?:e?s|e?d|en|ies|ied)|cut|beat|hit|met|fell|rose|lost|sold|bought|held|kept|were|was|wrong|defy)\b/iu;

/** "Nvidia raises its guidance", "Fed lifts its forecast": a forecast that something happened to is news. */
const TELLS =
  /\b(?:rais|lower|cut|beat|miss|top|trim|slash|reaffirm|confirm|withdraw|boost|hik|lift|exceed|surpass|meet|match|updat|issu|publish|unveil|revis|stick|defy|defi|weigh|disappoint|hit|keep|hold|drop)(?:e?s|e?d|ies|ied|ting|ing)\b|\b(?:cut|beat|hit|met|kept|held)\b/iu;

/**
 * Whether a heading or a title says that what is below it is a forecast, an expectation, a target, guidance, an opinion, an invented
 * example, a calculation backwards or questions and answers. News of forecasts ("Nvidia raises its guidance") is none, nor is a name
 * ("Target reports sales", "Outlook Money").
 *
 * @param text without marks and with straight apostrophes
 * @param isTitle of a whole page, which announces what is ahead and tells of what was
 */
export function isForecastHeading(text: string, isTitle: boolean): boolean {
  const words = text.replace(/[:.]+$/u, '').trim();
  return (!isTitle && FORWARD.test(words) && !TELLS.test(words)) || isNamedSo(words, isTitle);
}

function isNamedSo(words: string, isTitle: boolean): boolean {
  if (ALWAYS.test(words) || (!isTitle && (CONDITION.test(words) || DEBATE.test(words)))) return true;
  if (HAPPENED.test(words)) return false;
  return NAMED.test(words) || (!isTitle && SECTION.test(words));
}

/** The words before a colon, or a whole sentence, that stand before what they frame like a heading: at most so many. */
const RUN_IN = 8;

/** Whether a sentence begins a paragraph as such a heading does: "Outlook.", "Base case (60%): the fund returns 8%". */
export function isRunIn(sentence: string): boolean {
  const head = /^([^:]+):/u.exec(sentence)?.[1] ?? (/[?!]$/u.test(sentence) ? '' : sentence);
  return head !== '' && head.split(/\s+/u).length <= RUN_IN && isNamedSo(head.replace(/[:.]+$/u, '').trim(), false);
}

/** Says that what follows stands there: "… as follows", "gives this path", a colon. */
const LEADS_IN =
  /\b(?:here|these|this|following|below|gives?|has|sees?|says?|wrote|writes?|reads?|claim(?:s|ed)?)\b[^:]*:$|\bas follows\b|\bthe following\b|\bfollowing (?:statements?|claims?|sentences?|figures?|points?)\b|\b(?:gives?|has|sees?|shows?|offers?|puts? out|lists?|yields?|produces?|draws?|paints?|tells?) (?:this|these)\b|\b(?:looks?|reads?|goes|runs) (?:like this|as follows|thus)\b/iu;
/** Anything but a fact. */
const NO_FACT =
  /\b(?:models?|consensus|paths?|forecast\w*|project(?:ed|ions?)|predict\w*|expect\w*|assum\w+|outlook|scenarios?|estimates?|targets?|views?|opinions?|think|believe|would|could|may|might|will|if|hypothe\w+|imagin\w+|invent\w+|examples?|illustrat\w+|simulat\w+)\b/iu;
const NO_TRUTH =
  /\b(?:false|untrue|not true|wrong|incorrect|fake|hoax|rumou?rs?|unconfirmed|unverified|myths?|(?<!\b(?:jobless|unemployment|initial|continuing|insurance) )claims?|alleg\w+|scammers?|fraudsters?|trolls?|quiz|posts?|jokes?|satire|spoof|nonsense|lies|circulat\w+)\b/iu;
/** Asks the reader what is so. */
const QUIZ =
  /\btrue or false\b|\b(?:fact or fiction|which (?:of (?:these|the following)|one)|take (?:our|the|this) quiz)\b.*[?:.]$/iu;

/** Whether what follows a sentence, in its paragraph or below, is said to be expected or untrue; null where it says neither. */
export function leadsIntoNoFact(sentence: string): 'supposed' | 'denied' | null {
  if (QUIZ.test(sentence)) return 'denied';
  if (!LEADS_IN.test(sentence)) return null;
  if (NO_TRUTH.test(sentence)) return 'denied';
  return NO_FACT.test(sentence) ? 'supposed' : null;
}

/** Says that a list of what is expected follows, in the same paragraph or below. */
export const ANNOUNCES = new RegExp(
  [
    `\\b(?:${EXPECTED}|targets?|scenarios?|${WHO} (?:now |also )?(?:forecast|predict|project|estimate|expect|anticipate|foresee|see)s?)\\b[^.]*\\b(?:as follows|the following|these)\\b`,
    `\\bthe following (?:\\p{L}+ ){0,2}(?:${EXPECTED}|targets?|scenarios?|examples?)\\b`,
    `^(?:here|below|these|following)(?:'s| is| are)? (?:\\p{L}+ ){0,3}(?:${EXPECTED}|targets?|scenarios?)\\b`,
    `^here(?:'s| is| are) (?:what|how|where) (?:\\p{L}+ ){0,2}${WHO} (?:\\p{L}+ )?${THINKS}\\b`,
  ].join('|'),
  'iu',
);
/** Begins a story of somebody invented, or of somebody whose money is nobody's news: "Maria, 58, put …", "One retired teacher bought …". */
export const INVENTS = new RegExp(
  `^(?:meet )?\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.)?, (?:an? |aged |now )?\\d\\d(?:-year-old[^,.]*)?,|^meet \\p{Lu}\\p{Ll}+\\b|^(?:an?|one) (?:[\\p{L}\\d-]+ ){0,3}${PERSON} (?:in \\p{Lu}\\p{L}+ )?(?:put|bought|invested|saved|had put|had bought|moved)\\b|^(?:as an (?:example|illustration)|by way of (?:example|illustration)|for illustration|to illustrate)\\b|^(?:for (?:example|instance), )?(?:consider|take|meet|say) (?:the case of )?(?:an?|two|three|\\p{Lu}\\p{L}+, an?) (?:[\\p{L}\\d-]+ ){0,3}${PERSON}\\b|^(?:for (?:example|instance), )?(?:an?|one) (?:\\p{L}+ ){0,2}${PERSON} (?:who|that) (?:had |has )?(?:put|puts|invested|invests|bought|buys|saved|saves)\\b`,
  'iu',
);
/** What did not happen, told by what would have followed. */
export const COUNTERFACTUAL =
  /^(?:had|were) [^.?]*,[^.?]*\b(?:would|could|might)\b|\b(?:would|could|might) (?:not )?have (?!to\b|an?\b|the\b|no\b)\p{L}+(?:ed|en|wn|t|ne|de|ld|st|ome|own)\b|\bif\b[^.;]*\bhad (?:not |never )?\p{L}+(?:ed|en|wn|t|ne|de|ld)\b[^.;]*\bwould\b/iu;
/** A reader's question, whose premise nobody has looked at. */
export const QUESTION = /^(?:q|question|reader)\s?\d{0,2}\s?[:.)]\s/iu;
