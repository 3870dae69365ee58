import { levels, moves, multiples, pastFalls } from './form-of.ts';
import type { Form } from './form-of.ts';

/** Before "stocks" stands no word that would make them some stocks only: "tech stocks", "Apple shares". */
export const STOCKS =
  '(?:(?<=(?:^|[.,;?!:-] ?|\\b(?:if|when|that|and|or|but|all|my|our|the|a|should|suppose|say|do|does|did|will|would|could|can|once|after|as|with|in|of)\\s|~\\s))(?:(?:stock|equity|share|world|global|overall|whole) )?(?:markets?|stocks|equities|shares)(?: prices?| markets?)?)';

const words = {
  stocks: STOCKS,
  would:
    '(?:(?:suddenly|only|then|were to|was to|should|would|has|have|had|just|also|ever|both|were|was|first|again|tomorrow|today|ever) )*',
  crash: '(?<way>crash|drop|fall|decline|correction|bear market|loss|collapse|plunge|downturn|gain|rise|rally|bounce)',
  about:
    '(?: (?:by|another|about|around|roughly|as much as|up to|more than|over|some|value by|tomorrow|today|now|suddenly))*',
  inflation: 'inflation(?: rate)?(?: (?:suddenly|just|only|were to|was to|should|ever))*',
  step: '(?<way>higher|lower|more|less)',
  holds:
    '(?:is|are|of|at|was|were|(?:go(?:es|ing)?|went|gets?|return\\w*|settl\\w*|com(?:es?|ing))(?: back| down| up)*(?: to| at)|(?:stay|averag|run|hit|reach|remain)\\w*(?: at)?|<move>(?: back)? to|comes down to|to)',
};

/** The stocks alone. */
export const marketForms: readonly Form[] = [
  ...moves('stocks', [
    '<stocks> <would>(?<way><move>|halves?|correct\\w*)<about> {percent}(?: of (?:its|their) value| in value)?(?! (?:a|per|each|every) year)',
    '{percent} (?:(?:stock )?market |stock |equity )?<crash>(?: (?:in|of) (?:the )?(?:stock |equity )?(?:markets?|stocks|shares|equities|prices))?(?! of| in (?!#|(?:(?:my|our|the|very|early) )*(?:first|last|year|day|month|retirement)\\b))',
    '(?:(?:stock )?market |stock |equity )?<crash> of(?: about| around)? -?{percent}(?: in (?:the )?(?:stock )?(?:market|stocks))?',
    '<stocks> (?:is|are|was|were|gets?|got) (?<way>cut) (?:in|by) {percent}',
  ], words), // prettier-ignore
  // "Falls 20% now and another 30% when I retire".
  ...moves(
    'stocks',
    ['(?<=~(?: (?:now|today|tomorrow|first))? and (?:then )?)(?:by )?(?:another|a further) {percent}'],
    words,
    'down',
  ),
  ...multiples('stocks', ['<stocks> (?:is |are |were |was )?{percent}(?! (?!in |tomorrow|today|next|by|or|and|value|again))'], words), // prettier-ignore
];

const past = {
  crash:
    '(?:(?:stock |financial |market |big )*(?:crash|crisis|collapse|meltdown|bear market|downturn|bust|slump|fall|drop|bubble))',
  like: '(?:like|as in|as bad as|as big as|such as|similar to|on the scale of|of)(?: (?:in|the one|that|what happened|of|from))*(?: the)?',
  another:
    '(?:(?:yet )?another|a second|a new|one more|(?:a|the) (?:repeat|replay|rerun|repetition) of|the next)(?: the)?',
  styled: '[- ](?:style|like|type|sized?|scale)(?:d)?',
  comes: '(?:happen|hit|come|came|repeat|strike|struck|occur|return)(?:s|ed)?(?: itself)?(?: again)?',
};

/** Bad times by their names; the year by which each is known. */
const NAMES: readonly (readonly [name: string, year: number | null])[] = [
  ['{age}', null],
  ['(?:(?:great|global) )*(?:financial crisis|great recession)', 2008],
  ['great depression', 1929],
  ['dot(?:-|\\s)?com(?: (?:crash|bust|bubble|crisis|collapse))?', 2000],
  ['oil (?:crisis|shock)', 1973],
];

/** A bad time of the past that comes again: what has only been is none to try. */
export const crashForms: readonly Form[] = NAMES.flatMap(([name, year]) =>
  pastFalls(
    [
      `(?:<another>|(?:(?:another|an?|some) )?<crash> <like>|like(?: in)?(?: the)?) ${name}(?: <crash>)?(?: <comes>)?`,
      `(?:an? |the |another )?${name}<styled>(?: <crash>)?(?: <comes>)?`,
      `(?:the )?${name}(?: <crash>)? <comes>`,
      `(?:an?|another) ${name} <crash>`,
      ...(name === '{age}' ? [] : [`(?:in|during|through|survive|under) (?:an?|another) ${name}`]),
    ],
    past,
    year,
  ),
);

export const inflationForms: readonly Form[] = [
  ...['{percent}', '{points}'].flatMap(
    (slot) =>
    moves('inflation', [`<inflation> (?<way><move>) by(?: about)? ${slot}`, `<inflation> (?:is|was|were|runs?|at)? ?${slot} <step>`, `${slot} <step> inflation`], words), // prettier-ignore
  ),
  ...levels('inflation', [
    '<inflation> <holds>(?: only| about| around| just)? {percent}(?! <step>)'.replace('<step>', '(?:higher|lower|more|less)'),
    '{percent}(?: (?:a year|yearly|annual|average|of))* inflation',
    '<inflation> {percent}(?! (?:points? )?(?:higher|lower|more|less))',
    '(?:prices|the cost of living) <move>(?: by)? {percent} (?:a|per|each|every) year',
  ], words), // prettier-ignore
].map(({ pattern, read }) => ({
  pattern,
  read: (found) => {
    const change = read(found);
    // Of inflation percent are points, and more than this is a slip.
    if (change === null || change.value > 50) return null;
    return { ...change, how: change.how.startsWith('up') ? 'up' : change.how.startsWith('down') ? 'down' : 'to' };
  },
}));

const AGE = '(?: be)?(?: the)?(?: ripe old)?(?: age)?(?: of)?(?: about| around)? {age}';

/** How long the money has to last. */
export const longevityForms: readonly Form[] = [
  ...moves('lifeExpectancy', ['liv(?:e|es|ed|ing) (?:an extra |another )?{years} (?<way>longer|less|shorter|more)(?: than (?:expected|planned))?', '(?<way>die) {years} (?:earlier|sooner)'], words), // prettier-ignore
  ...levels('lifeExpectancy', [
    `(?:(?:liv|surviv|last|hold|stretch|plan)\\w*|mak(?:e|es|ing) it|made it|reach\\w*|(?:i|we) get)(?: (?:only|just|all the way|out|me|us|at least|my money|longer|beyond))*,? (?:to|until|till|up to|through)(?: i'm| i am| i turn| we are| we're)?${AGE}`,
    // "Before we reach 65" is a time.
    `(?<!\\b(?:before|when|once|until|till|by the time|after|as soon as|year|day|month)\\s+)(?:i|we) (?:reach|turn|see)${AGE}`,
    `(?:die|dies|died|dying|dead|pass(?:es)? away)(?: already)? (?:at|by)${AGE}`,
    'life expectancy (?:of|is|to|was|were|at) {age}',
    '(?:have|having|got|be|with|there is|there be)(?: still)? (?:any |some |enough )?(?:money|cash|savings|funds|anything|something)(?: left| remaining| over)* (?:at|by|when i\'m|when i am|when i turn)(?: age)?(?: of)? {age}',
    '(?:broke|gone|used up|depleted|exhausted|penniless|bankrupt|destitute|nothing left|(?:be |go |going )?out of (?:money|cash|funds)|run(?:s|ning)? (?:out|dry)(?: of (?:money|cash|funds))?|outlive my (?:money|savings))(?: already)? (?:by|before|at)(?: the)?(?: time)?(?: i\'m| i am| i turn| i reach)?(?: age)?(?: of)? {age}',
  ]), // prettier-ignore
];
