import { FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { form } from './slots.ts';
import type { Slotted } from './slots.ts';

/** When something falls that does not fall today, and where the question says so. */
export interface FallDate extends Clause {
  when: NonNullable<PlanChange['when']>;
  time: number;
}

interface DateForm {
  pattern: RegExp;
  when: FallDate['when'];
  /** Years, where the form has no number of its own. */
  fixed?: number;
}

/** That work stops. */
export const STOPS =
  '(?:retir(?:e|es|ed|ing)|(?:stop|quit)(?:ped|ting|ping)?(?: work(?:ing)?| (?:my|our) jobs?)?|(?:leav|left|finish)(?:e|ing|ed)? (?:work|my job|our jobs))(?! (?:saving|contributing|investing|accounts?))';

const words = {
  just: '(?:(?:just|right|exactly|shortly|immediately|soon|straight|around the time|at the moment|by the time|even|only|early|late) )*',
  i: "(?:i|we)(?:'m| am|'re| are|'ve| have)?(?: (?:just|finally|both|first|also|have|had|am|are))*",
  stop: `${STOPS}(?! at\\b)`,
  whose:
    "(?!(?:he|she|it|who|that|they|wife|husband|spouse|partner|one|someone|somebody|everyone|everybody|nobody|market|stock|fund|boss)\\b)[a-z][a-z'-]+ (?:retires|stops work(?:ing)?|quits(?: work| working)?)",
  retirement:
    '(?:my |our |the |early )*retirement(?! (?:account|fund|saving|portfolio|plan|age|money|date|balance)\\w*)',
  moment:
    '(?:the )?(?:very |same |exact )*(?:year|day|month|week|moment|minute|time|instant)(?: that| when| in which)?',
  month:
    '(?:january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|spring|summer|fall|autumn|winter)',
  first: '(?:the |my |our )?(?:very )?(?:first|opening|1st) (?:year|months?|days?|weeks?)',
};

const dates = (when: FallDate['when'], patterns: readonly string[], fixed?: number): DateForm[] =>
  patterns.map((pattern) => ({ pattern: form(pattern, words), when, ...(fixed !== undefined && { fixed }) }));

/** By the retirement of one of two people, whom a name tells: see `whoseDate`. */
const OF_ANOTHER: readonly DateForm[] = [
  ...dates('before_retirement', ['<just>{years} (?:before|ahead of) <whose>']),
  ...dates('after_retirement', ['<just>{years} after <whose>']),
  ...dates('before_retirement', ['(?:in )?(?:the|a|one) (?:last )?year (?:right |just )?before <whose>', '(?:just|right|shortly|immediately) before <whose>'], 1), // prettier-ignore
  ...dates('after_retirement', ['(?:in )?(?:the|a|one) (?:first )?year (?:right |just )?after <whose>'], 1),
  ...dates('after_retirement', ['(?:in |at |on |during )?<just>(?:in )?<moment>(?: of| after| right after)? <whose>', '<just>(?:when|once|as(?: soon as)?|after) <whose>'], 0), // prettier-ignore
];

/** Whose retirement a date goes by, where a name tells it: the words of the question, as they are written. */
export const whoseDate = (said: string): string | undefined =>
  /(?<![\w'’-])(\p{Lu}[\p{L}'’-]+) (?:retires|stops|quits)\b/u.exec(said)?.[1];

/** Those that say most first. */
const DATES: readonly DateForm[] = [
  ...OF_ANOTHER,
  ...dates('before_retirement', ['<just>{years} (?:before|ahead of) (?:<i> <stop>|<retirement>|that)']),
  ...dates('after_retirement', ['<just>{years} (?:after|into|in|from) (?:<i> <stop>|<retirement>)']),
  ...dates('before_retirement', ['(?:in )?(?:the|a|one|my|our) (?:last )?year (?:right |just )?before (?:<i> <stop>|<retirement>)', '(?:just|right|shortly|immediately|the (?:day|week|month)) before (?:<i> <stop>|<retirement>)', '(?:in )?(?:my|our) last year (?:of work|at work|working|on the job)'], 1), // prettier-ignore
  ...dates('after_retirement', ['(?:in )?(?:the|a|one) (?:first )?year (?:right |just )?after (?:<i> <stop>|<retirement>)', '(?:a|one) year into <retirement>'], 1), // prettier-ignore
  ...dates('after_retirement', [
    '(?:in |at |on |during |within )?<first> (?:of <retirement>|after <i> <stop>|<i> <stop>|(?:being )?retired)',
    '(?:in |during )?(?:my|our) first retirement year',
    '(?:in |at |on |during )?<just>(?:in )?<moment>(?: of| after| right after)? (?:<i> <stop>|<retirement>(?: starts| begins)?)',
    '<just>(?:when|once|as(?: soon as)?|after) <i> <stop>',
    '<just>(?:at|upon|on|into|after|(?:at |near |in )?the (?:very )?(?:start|beginning|outset) of|early (?:in|into|on in)) <retirement>',
    '<i> <stop>(?: right| straight| just)? (?:into|in)(?= an?\\b)',
  ], 0), // prettier-ignore
  ...dates('in_year', ['<just>(?:in|during|around|by)(?: the year| <month>)? {age}']),
  ...dates('in_years', ['(?:sometime |early |late |starting )?(?:in )?(?:the )?next (?:school )?year'], 1),
  ...dates('in_years', ["(?:in|after) (?:about |around |roughly |another )?{years}(?:'s?)?(?: time| from (?:now|today))?", '{years}(?: from (?:now|today)| hence| out| ahead| down the (?:road|line))']), // prettier-ignore
  ...dates('age', [
    "(?:in |on |at )?(?:<just>(?:when|once|as(?: soon as)?|after)|<moment>(?: after)?) (?:(?:i|we)(?:'m| am|'re| are)?)(?: (?:turn|reach|hit|get to|have turned|become))?(?: the)?(?: age)?(?: of)? {age}",
    '<just>(?:hits |comes |happens |strikes )?(?:at|around)(?: the)?(?: age)?(?: of)? {age}',
  ]),
];

/** The date that a clause gives what falls in it, the first form that fits; null where it gives none. */
export function fallDateIn(text: string, { start, end }: Clause, { text: whole, numbers }: Slotted): FallDate | null {
  const said = text.slice(start, end);
  for (const { pattern, when, fixed } of DATES) {
    for (const match of said.matchAll(pattern)) {
      const at = match.indices?.groups?.slot?.[0];
      const value = at === undefined ? fixed : numbers.get(start + at)?.value;
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      if (value === undefined || !fits(when, value)) continue;
      return { when, time: value, ...place };
    }
  }
  const then = RETIRES.test(whole.slice(0, start)) ? THEN.exec(whole.slice(start, end)) : null;
  if (then === null) return null;
  const from = start + then.index;
  return { when: 'after_retirement', time: 0, start: from, end: from + then[0].length };
}

/** "I retire at 60 and the market falls that year": said of work that stops before in the question. */
const RETIRES = /\b(?:retir(?:e|es|ed|ing)|(?:stop|quit)(?:s|ped|ting|ping)? (?:work(?:ing)?|my job))\b/;
export const THEN =
  /\b(?:(?:in |at )?(?:(?:that|the)(?: very| same)+ (?:year|month|time|moment)|(?:that|which) (?:year|time|point|age))|then|on the spot|immediately|(?:right|straight|soon) (?:away|after)|at once)\b/;

function fits(when: FallDate['when'], value: number): boolean {
  if (when === 'in_year') return Number.isInteger(value) && value >= FIRST_CALENDAR_YEAR && value <= 2200;
  return value <= 120;
}
