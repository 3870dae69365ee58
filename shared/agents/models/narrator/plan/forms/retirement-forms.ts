import type { Form } from './form-of.ts';
import { fixed, levels, moves, within } from './form-of.ts';

const words = {
  /** To stop: never "stop saving". */
  stop: '(?:retir(?:e|es|ed|ing|ement)|(?:stop(?:ped|ping)?(?: work(?:ing)?)?|stops work(?:ing)?)(?! (?!working)\\w+ing)|quit(?:ting)?(?: work(?:ing)?| (?:my|our) jobs?)?(?! (?!working)\\w+ing)|leav(?:e|ing) (?:work|my job|our jobs)|finish(?:ing)? work(?:ing)?|giv(?:e|ing) up work(?:ing)?|call it (?:a day|quits)|be done(?: with work| working)?)',
  keep: '(?:(?:keep|go|carry|continue|stay)(?: on)? (?:working|to work|at work)|(?<!\\b(?:stop|quit|giv|finish|leav)(?:ped|ting|ping|s|ing|e|ed)*(?: up)?\\s+)work(?:s|ed|ing)?)',
  /** Between the verb and its age. */
  fill: '[,:]?(?: (?:already|only|just|comfortably|safely|early|earlier|sooner|later|both|instead|together|at all|my job|on|even|maybe|say))*,?',
  at: "(?:(?:as (?:early|late|soon) as|around|about|only|already|even) )?(?:at|by|to|until|till|up to|through|around|about|aged?|between|as soon as|(?:when|once) (?:i am|i'm|(?:i|we) (?:turn|reach|get to|hit)|we are|we're))(?: i'm| i am| (?:i|we) (?:turn|reach)| we're| we are)?(?: the)?(?: age)?(?: of)?(?: about| around| only)?",
  good: '(?:(?:too|very|really|quite|an?|my|the|is|be|it|early|late|young|old|soon|enough|possible|realistic|feasible|good|right|best|ok|okay|for|me|us|reasonable|age|date) )*',
  modal: '(?:can|could|may|should|might|would) (?:i|we)(?: \\w+){0,3}?',
  put: '(?:bring|brought|move|pull|delay|postpone|defer|push|put off|raise|lower|set|change)(?:s|d|red|ring|ed|ing)?',
  retiring: '(?: back| forward)?(?: my| our)? retir(?:ement|ing)(?: age)?(?: date)?(?: back| forward)*',
};

/** An age or a year behind it says when. */
const NO_DATE =
  '(?! (?:(?:early|comfortably|safely|already|still|then|work(?:ing)?|my job) )*(?:at|by|in|when|once|before|until|till|from|after)\\b)';

const inYears = [
  '<stop><fill> (?:in|within|after) {years}',
  '<stop><fill> {years} from (?:now|today)',
  '(?:in|after) {years}(?: from now| time)?,? <modal> <stop>',
  '<keep> (?:for )?(?:only|just) (?:another )?{years}(?: more| longer)?',
  '<keep> for (?:another|the next) {years}',
  '<keep> (?:for )?(?:another )?{years}(?: more| longer)? (?:and|then|and then|before)(?: i| we)? <stop>',
];

/** A year of the calendar, of which code makes an age. */
const retirementYears = within(2000, 2199, levels('retireAt', [
  '<stop><fill> (?:in|by|at the end of|by the end of|at the beginning of|until|till|before|from|during)(?: the)?(?: year| summer of| spring of| fall of| end of| start of)? {age}',
  '<keep><fill> (?:until|till|through|to)(?: the)?(?: end of)?(?: year)? {age}',
  'in {age},? (?:<modal> )<stop>',
], words)); // prettier-ignore

/** When work stops: at an age, years sooner or later than planned, or in so many years from today. */
export const retirementForms: readonly Form[] = [
  ...retirementYears,
  ...fixed('retireAt', 'in', 1, ['<stop><fill> next year', 'next year,? <modal> <stop>'], words),
  ...levels('retireAt', inYears, words, 'in'),
  ...fixed(
    'retireAt',
    'in',
    0,
    [
      '<stop><fill> (?:right now|now|today|right away|straight away|immediately|tomorrow|this year)',
      // "I stop saving now, can I retire at 65": that is when something else is.
      `(?<=(?:^|[.?!;])\\s*)(?:now|today),? <modal> <stop>${NO_DATE}`,
      `<modal> now (?:afford to )?<stop>${NO_DATE}`,
      '(?:leave|quit|walk away|stop|go) (?:right )?(?:now|today)(?! (?:and|to) (?:sav|contribut|invest))',
    ],
    words,
  ),
  ...moves(
    'retireAt',
    [
      '<stop>(?:<fill>|(?: \\w+){0,3}) {years} (?:or so )?(?<way>earlier|sooner|early|before (?:planned|that|then)|later|longer)(?! than (?!planned|now|(?:i|we) planned))',
      '{years} (?<way>earlier|sooner|early|later|longer)(?: than (?:planned|(?:i|we) plan(?:ned)?))?,?(?: \\w+){0,5}? <stop>',
    ],
    words,
  ),
  ...moves(
    'retireAt',
    [
      '<keep><fill>(?: for)? {years} (?:less|fewer|shorter)(?: than (?:planned|(?:i|we) plan(?:ned)?))?',
      '(?:<keep>|put(?:ting)? in|do(?:ing)?)<fill>(?: for)? {fewer}(?: of work)?(?: than planned)?',
      '(?:knock|tak|cut|shav|trim|lop)(?:e|es|ing|ting|ming|ping|s)? {years} off (?:my|our|the)(?: \\w+){0,2}? (?:life|lives|career|work|job)',
    ],
    words,
    'down',
  ),
  ...moves('retireAt', ['(?:bring|brought|move|pull)(?:ed|ing)?<retiring>(?: earlier| up)?(?: by)? {years}(?: forward| earlier| sooner)?'], words, 'down'), // prettier-ignore
  ...moves(
    'retireAt',
    [
      '<put><retiring>(?: by| for)? {years}',
      '<keep><fill>(?: for)? (?:an extra |an additional |another )?{years}(?: more| longer| extra| later| than planned)*(?! (?:less|fewer|shorter|off))',
      '(?:an extra |an additional |another ){years}(?: more)? of work',
    ],
    words,
    'up',
  ),
  ...levels(
    'retireAt',
    [
      '(?:<stop>|<keep>)<fill> <at> {age}',
      // "retire 60 spend 50000".
      '<stop>(?: at)? {age}(?=\\s*(?:$|[,.?!;]|(?:and|or|with|on|spend\\w*|sav\\w*|liv\\w*)\\b))',
      // "62 with 80k?" is all of it.
      '(?<=^(?:(?:what|how) about|and|or|so|is|would|why not|what if|can i do|~|,|\\s)*)(?:at )?{age}(?=,? (?:with|on|for)(?: only| about| just)? \\$)',
      '(?:retirement|retiring) age (?:(?:of|is|was|were|at|to|up to|back to|goes|moves|be) )*{age}',
      '<put><retiring> (?:to|until|till)(?: age)? {age}',
      "(?:at|by|(?:when|once) (?:i'm|i am))(?: the)?(?: age)?(?: of)? {age},? (?:<good>)?(?:<modal> )?(?:to )?(?:afford to )?<stop>",
      '(?:is|would|be|will)(?: age)? {age}(?: be)? <good>(?:to|for|as) (?:a |my |our )?(?:be )?<stop>',
      '<stop>(?: (?!sav|contrib|invest|mortg|debt|loan|pay|spend|401|403|457|ira|roth)\\w+){1,2} (?:at|by|until) {age}',
      'wait(?:ing)? <at> {age} (?:before|to) <stop>',
    ],
    words,
  ),
];

/** An age by itself, where a question has nothing else: "Is 59 too early?", "And at 62?". */
export const ageAlone: readonly Form[] = levels('retireAt', [
  '^(?:(?:what|how) about|and|or|is|would|why not|what if|not|at|to|by|maybe|~+|,)*(?: at| by| age| till| until)?[~ ]*{age}',
]);
