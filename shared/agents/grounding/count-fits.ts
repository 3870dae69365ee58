import type { Context } from './context.ts';
import type { CueName } from './cues.ts';
import { AGE, UNITS } from './fact-meaning.ts';
import type { Meaning } from './fact-meaning.ts';
import type { Figure } from './figure.ts';
import { COUNTED } from './grammar.ts';
import { SPENT_ON } from './per-period.ts';
import type { Topics } from './topic-fits.ts';

const THINGS = COUNTED.split('|').filter((noun) => !/^(?:dollars|euros|pounds|cents|per|basis|points)/.test(noun));
/** "Four times as much as" counts nothing: it is reckoned. */
const TIMES_AS = /^(?:\s|-)(?:times|fold)\b(?!\s(?:out of|in|a |per|each|every)\b)|^x\b/i;

/** "20 years longer than planned" is between two ages, and no fact of 20 years. */
const APART =
  /^\s(?:[a-z]+ )?(?:years?|decades?) (?:longer|later|earlier|sooner|too (?:early|soon|late)|short of|more than)\b/i;

/** A name directly behind a number. */
const isUnitName = /^\s(?:of |more )?\p{L}/u;

/** A word that ends what a number counts: "65 is two decades off" counts no decades. */
const NO_NOUN =
  '(?!(?:is|are|was|were|be|in|at|on|to|and|or|but|with|for|from|by|the|an?|your|it|you|would|has|have|had|means?|gives?|puts?|leaves?|two|three|four|five|ten|twenty|thirty)\\b)';
const NOUN = new RegExp(
  String.raw`^[\s-](?:${NO_NOUN}[a-z]+[\s-]){0,2}?(${THINGS.join('|')}|of|units?|lifetimes|lives)\b`,
  'i',
);

/** The noun that a number counts; undefined where none is known. */
export const nounAfter = (after: string): string | undefined => NOUN.exec(after)?.[1]?.toLowerCase();

/** Words directly before a figure that say of which topics it must be, where there are facts of them. */
const SAYINGS: readonly (readonly [RegExp, readonly CueName[]])[] = [
  [
    /\b(?:retir(?:e|es|ed|ing|ement(?= (?:at|by)))|stop\w*(?: work\w*)?|quit\w*|leav\w+)(?: \w+){0,2} (?:at|by) (?:age )?(?:about )?$/i,
    ['retire', 'paying', 'supposed', 'confidence'],
  ],
  [
    /^(?!.*\bretirement\b).*\b(?:starts?|begins?|kicks? in|claim\w*|ends?)(?: \w+){0,2} (?:at|by|from|until) (?:age )?$/i,
    ['paying', 'supposed', 'lasting', 'paidInFull', 'spendingStart'],
  ],
  [/\b(?:in full|full income)(?: \w+){0,3} (?:to|until|till|through) (?:age )?$/i, ['paidInFull', 'supposed']],
];

/** Whether the words directly before an age allow a fact of that topic: "retire at", "starts at". */
export function saidAsItIs({ topic }: Meaning, { before }: Context, topics: Topics): boolean {
  return SAYINGS.every(
    ([saying, meant]) =>
      topic === null || !saying.test(before) || meant.includes(topic) || !meant.some((one) => topics.has(one)),
  );
}

/** Whether what a figure counts is what the fact counts. */
export function countsTheSame(
  figure: Figure,
  { nouns, subjects, topic }: Meaning,
  { after, attached, before, sentence }: Context,
): boolean {
  if (figure.kind !== 'number' || topic === 'supposed' || topic === 'percentile') return true;
  // "1.35 bitcoin", "fourteen ether": units are counted by their name.
  if (nouns === UNITS && isUnitName.test(after) && subjects.some((one) => attached.has(one))) return true;
  // "JNJ: 310 at $160".
  if (nouns === UNITS && /^ (?:at|@|x|×) ?\$/.test(after)) return true;
  if (TIMES_AS.test(after)) return false;
  // "32 years longer" is no age of 32.
  if (
    nouns === AGE &&
    /^\s(?:[a-z]+ )?(?:years?|decades?)\b(?! old| of age)/i.test(after) &&
    !/\b(?:at|age|aged|until|to|by|past|turn\w*)\s$/i.test(before)
  )
    return false;
  if (nouns !== undefined && APART.test(after)) return false;
  const noun = NOUN.exec(after)?.[1];
  if (
    topic !== 'ageToday' &&
    !/^\syears?\b(?! old)/i.test(after) &&
    /(?<!\b(?:until|till|when|once|time|while|after|before|if|as) )\b(?:you are|you're|i am|i'm|aged)(?: now| currently| only| just| already)?\s$/i.test(
      before,
    )
  ) {
    return false;
  }
  if (/^[\s-]year-olds?\b|^[\s-]years?[\s-]old\b/i.test(after)) return topic === 'ageToday' || topic === 'retire';
  if (topic !== 'retire' && topic !== null && nouns !== undefined && /\b(?:retir(?:e|es|ed|ing|ement)|stop(?:ping)? work(?:ing)?) at (?:age )?$/i.test(before)) return false; // prettier-ignore
  if (noun === undefined) return nouns === undefined || topic !== null || new RegExp(nouns.source.replace(/^\^|\$$/g, '\\b'), 'i').test(sentence); // prettier-ignore
  if (noun.toLowerCase() === 'of' && nouns !== undefined) return true;
  return nouns === undefined ? /^(?:of|times|places|points?)$/i.test(noun) : nouns.test(noun);
}

const A_YEAR = new RegExp(
  String.raw`^(?:\s(?:amount|sum))?${SPENT_ON}\s(?:(?:a|per|each|every)\s(?:single\s)?year|annually|yearly)\b`,
  'i',
);

/** Whether what is not so much a year is said to be: a sum of many years, or what a part of the portfolio is worth. */
export const isSaidYearly = ({ kind }: Figure, { yearly, once, topic }: Meaning, { after }: Context): boolean =>
  A_YEAR.test(after) &&
  (once === true || (kind === 'money' && yearly !== true && topic !== 'supposed' && topic !== 'trade'));
