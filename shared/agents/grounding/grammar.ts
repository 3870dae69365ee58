import { MONTH } from './calendar.ts';
import { MAGNITUDES } from './magnitudes.ts';
import { DIGITS, LARGE_WORDS, SCALE, WORDS } from './numeral.ts';
import { POINTS, UNIT } from './ranges.ts';

/** What is counted in a text about money: a number in words before one of these is a figure. */
export const COUNTED =
  'accounts?|holdings?|positions?|lines?|funds?|ETFs?|stocks?|bonds?|shares|units|companies|company|instruments?|investments?|securities|assets?|prices?|trades?|days?|weeks?|months?|years?|decades?|paths?|simulations?|simulated|scenarios?|trials?|futures|outcomes|sectors?|industries|regions?|countries|currencies|classes|dollars?|euros?|pounds|cents?|percent|per cent|percentage points?|points?|basis points|times|places'; // prettier-ignore
const CURRENCY =
  '(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|SEK|NOK|DKK|PLN|CZK|HUF|ILS|BRL|MXN|ZAR|TRY|THB)';
const UNITS_OF_MONEY = String.raw`(?:(?:US[\s-])?dollars?\b|bucks\b|euros?\b|pounds\b|${CURRENCY}\b)`;
const PART = '(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|fifteenth|twentieth|fourth)';
/** What follows a part of a whole; "a third fund" and "once a quarter" are none. */
const OF = String.raw`(?=\s(?:of|in|is|are|was|were|sits?|goes|comes|lies|rests?|would|could|invested|held|from|stocks|bonds|cash|your|the|overseas|abroad|each|rides?|depends)\b|[,.;:)]|\s[–—])`;
const NOT_A_QUARTER = String.raw`(?<!\b(?:[Oo]nce|[Ee]ach|[Ee]very|[Pp]er|[Tt]wice|[Ll]ast|[Nn]ext|[Tt]his)\s)`;
const NOT_OF_A_MILLION = String.raw`(?!\w+[\s-](?:quarter|third)s?\sof\san?\s(?:hundred|thousand|[mbtr]+illion)\b)`;
const NOT_A_HALF = String.raw`(?<!\b(?:first|second|latter|last|middle|better|worse|other|earlier|later|my|bottom|top|upper|lower|(?:years?|months?|decades?|times) and a)\s)`;
/** Half of the futures is what a median is. */
const NOT_THE_FUTURES = String.raw`(?!\s(?:of\s)?(?:the\s|all\s|those\s|these\s|our\s)*(?:simulated\s|failing\s|failed\s)?(?:futures|simulations|paths|outcomes|scenarios|runs|cases|trials)\b|\sof\s(?:those|them)\s(?:by|before)\b)`;
/** What odds are counted in: "one year in twenty". */
const CHANCES =
  'years?|futures?|paths?|simulations?|simulated (?:futures?|paths?)|scenarios?|cases?|times|runs?|outcomes?|lifetimes|dollars?|chances?';
/** "One and a half" counts whatever stands behind it. */
const HALVES =
  '(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) and a (?:half|quarter|third)';
const NUMERAL = `(?:${DIGITS}|${WORDS})`;

/** The kinds of figure, tried in this order at each place of the text; the first that fits wins. */
const alternatives: readonly (readonly [kind: string, pattern: string])[] = [
  [
    'link',
    String.raw`\b(?:https?:\/\/|www\.)[^\s)>\]]+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|gov|edu|info|biz|app|dev)\b(?::\d{2,5}\b)?(?:\/[^\s)>\]]*)?` +
      // A host by its number.
      String.raw`|\b(?:\d{1,3}\.){3}\d{1,3}\b(?::\d{2,5}\b)?(?:\/[^\s)>\]]*)?` +
      // An address to write to, any other host, and either with its dots written otherwise.
      String.raw`|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*\.(?!(?:csv|json|html|md|pdf|xlsx|txt|ts|tf)\b)[a-z]{2,}\b(?:\/[^\s)>\]]*)?|\b[\w-]+\s?[[(]\.[\])]\s?[a-z]{2,}\b|\b[\w-]+ dot (?:com|org|net|io|example)\b`,
  ],
  ['iso', String.raw`\b\d{4}-\d{2}-\d{2}\b`],
  ['slashed', String.raw`\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b`],
  ['monthDay', String.raw`\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b`],
  ['dayMonth', String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${MONTH},?\s\d{4}\b`],
  ['monthYear', String.raw`\b${MONTH},?\s(?:of\s)?\d{4}\b`],
  ['yearSpan', String.raw`\b(?:19|20)\d\d\s?[-–]\s?\d\d\b(?![\d%]|[.,]\d)`],
  [
    'bareDay',
    String.raw`\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?\b(?!,?\s?\d)|\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?${MONTH}(?![\w])`,
  ],
  ['grade', String.raw`(?<!\d\/)\b\d{1,2}(?:\/|\sof\s)10\b(?![\/.,]?\d|\s?%|\s(?:accounts|holdings|positions|funds))`],
  [
    'odds',
    String.raw`(?<!\bturn(?:s|ed)? )\b(?:${NUMERAL})(?:\s(?:${CHANCES}))?(?:\s|-)(?:in|out of)(?:\s|-)(?:every\s|each\s|an?\s)?(?:${NUMERAL})\b(?![.,]?\d|\s?%|\s(?:percent|per cent|accounts?|holdings?|positions?|funds?|million|billion|thousand|(?:${CHANCES}) out of)\b)`,
  ],
  [
    'odds',
    String.raw`\b(?:${NUMERAL}) of (?:every |each )?(?:[Tt]en|10|[Ff]ive|5|[Ff]our|4|[Tt]hree|3|[Tt]wenty|20|an? hundred|100)(?=\s(?:simulated )?(?:futures|paths|simulations|scenarios|cases|runs|outcomes|lifetimes|lives|dollars)\b)`,
  ],
  ['once', String.raw`\b[Oo]nce (?:in|every) (?:${NUMERAL})(?=[ ,.;:)]|$)(?! ?%| percent| months| weeks| days)`],
  ...MAGNITUDES,
  // "Half a percent", "a quarter of one percent".
  [
    'partOfOne',
    String.raw`\b(?:[Hh]alf|(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree)[\s-]${PART}s?\sof) (?:an?|one) (?:percent\b(?!age)|per cent\b)`,
  ],
  [
    'part',
    // The bar of "½" is another than that of a date; a share is "of" something.
    String.raw`(?<![\d/.,])\d{1,2}(?:⁄\d{1,2}|\/(?:[2-9]|1\d|20)(?=\sof\b))(?![\d/⁄])|` +
      String.raw`${NOT_A_QUARTER}${NOT_OF_A_MILLION}\b(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)[\s-]${PART}s?\b${OF}${NOT_THE_FUTURES}|${NOT_A_HALF}\b[Hh]alf(?:${OF}|(?=\sof\b))${NOT_THE_FUTURES}(?!\s(?:an?|as|way)\b)|\b[Tt]hree[\s-]quarters\b(?!\sof\san?\s(?:hundred|thousand|[mbtr]+illion)\b)|\b[Tt]wo[\s-]thirds\b(?!\sof\san?\s(?:hundred|thousand|[mbtr]+illion)\b)|\bone[\s-]half\b`,
  ],
  ['times', String.raw`\b(?:[Dd]oubled|[Tt]ripled|[Qq]uadrupled)\b`],
  ['basis', String.raw`\b(?:${NUMERAL})[\s-]?(?:basis[\s-]points?|bps?)\b`],
  ['hundred', String.raw`(?<=\b(?:every|each) )\$100\b(?![,.]?\d)`],
  [
    'cents',
    String.raw`(?<=\b(?:every|each) \$100\b[^.;]{0,40}\s)\$\d{1,2}\b(?![,.]?\d)|\$\d{1,2}(?= (?:of|in|out of) (?:every|each) \$100\b)|\b(?:${NUMERAL})\scents\s(?=(?:of|in|out of|on|per)\s(?:(?:every|each|the|a)\s)?dollar)|(?<=\b(?:every|each)\sdollar\b[^.;]{0,40}\s)(?:${NUMERAL})\scents\b`,
  ],
  [
    'money',
    String.raw`[$€£¥]\s?${DIGITS}${SCALE}?|\b${CURRENCY}\s?${DIGITS}${SCALE}?|\b${DIGITS}${SCALE}?[\s-]${UNITS_OF_MONEY}|\b${WORDS}[\s-]${UNITS_OF_MONEY}`,
  ],
  ['percent', String.raw`(?<![\w.])(?:${DIGITS}${UNIT}|${WORDS}(?:\s?%|[\s-](?:percent|per cent)\b))`],
  ['points', String.raw`(?<![\w.])(?:${NUMERAL})${POINTS}`],
  ['mix', String.raw`(?<![\d.,/])\d{1,3}(?=(?:\/\d{1,3})+(?![\d/]|\.\d))|(?<=\d\/)\d{1,3}(?!\d|\.\d)`],
  ['ordinal', String.raw`\b\d+(?:st|nd|rd|th)\b`],
  ['decade', String.raw`\b(?:19|20)\d0['’]?s\b`],
  ['number', String.raw`(?<![\w.])${DIGITS}${SCALE}?(?![\w])`],
  [
    'counted',
    String.raw`\b${HALVES}\b|\b(?<!\b(?:[Ll]argest|[Bb]iggest|[Tt]op) (?=five ))(?!(?:[Oo]ne|[Zz]ero|[Aa]n?)\s|[Oo]ne-)${WORDS}(?=[\s-](?:[a-z]+[\s-]){0,2}?(?:${COUNTED})\b)|\b(?!(?:[Oo]ne)\b)${WORDS}(?=[\s-]year-old)|\b${LARGE_WORDS}\b`,
  ],
  // "HNR1.DE" is one ticker.
  ['word', String.raw`\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])\w[\w-]*(?:(?<=[A-Z\d])\.[A-Z]{1,2}(?!\w))?|[^\P{N}\d]`],
  ['ticker', String.raw`\b[A-Z][A-Z0-9]{1,5}(?:[.-][A-Z]{1,2})?(?![\w])|\b[A-Z]\.[A-Z]{2}(?!\w)|(?<=\()[A-Z](?=\))`],
];

export const kinds: readonly string[] = alternatives.map(([kind]) => kind);

/** What the rest of a word is where it can be a link or a word with a digit. */
const LINKED = String.raw`[\w-]*(?:[.:@+\d]|\s?[[(]\.| dot )`;
/** How the figures begin that are written as words: a kind that begins with another word needs its beginning here. */
const WORDED = String.raw`(?:[Aa]n?[\s-]|[Bb]illion|[Dd](?:ouble|ozen)|[Ee](?:igh|leven)|[Ff](?:if|iv|o[ru])|[Hh](?:alf|undred)|[Mm]illion|[Nn]in|[Oo]n[ce]|[Qq]ua|[Ss](?:cores|ever|even|i[nx])|[Tt](?:en|h(?:i|ousand|ree)|ripl|rillion|w)|[Zz]ero|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)`;
/** A word that can begin a figure. A capital behind a capital is a ticker or a currency, and one in parentheses a ticker. */
const WORD = String.raw`[A-Z](?:[A-Z0-9]|\)|\.[A-Z]{2})|(?=[A-Z]|[abdefhmnoqstwz][a-z])(?:${WORDED}|\w${LINKED})`;

/** What a figure can begin with; all else is passed over at once: most of a text is words, and to try every kind at each takes long. */
export const BEGINNING = String.raw`(?:(?<![A-Za-z])(?=[\d$€£¥.]|${WORD}|a\s|[a-z0-9-]+\.[a-z])|(?=[^\P{N}\d]))`;

/** One group for each kind, in their order. */
export const grammar = new RegExp(
  `${BEGINNING}(?:${alternatives.map(([, pattern]) => `(${pattern})`).join('|')})`,
  'gu',
);
