import { FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { ENDS, FIRST_YEARS, LASTS, PERIOD, RANGE, STARTS } from './spans-of-time.ts';

/** Work for pay after the work of today, and all that the question says of it. */
export interface WorkBeside {
  change: PlanChange;
  span: Clause;
}

const WORK =
  /\b(?:(?:part|half)[- ]time|semi[- ]?retir\w*|(?:side|bridge|seasonal|weekend|easier|lower[- ]paying|second|new) (?:jobs?|gigs?|work)|gigs?|(?:work\w*|earn\w*) again|(?:go|going|return\w*|come|coming) (?:back )?to work|back to work|consult\w*|freelanc\w*|tutor\w*|substitute teach\w*)\b/;
/** Work only with ages from and to, or once retired: else it may be the work of today. */
const EARNS = /\b(?:earn|mak)(?:e|s|ing)?(?=(?: about| around| only| just| roughly)* [$])/;
const RETIRED = /\b(?:in retirement|after (?:i|we) retire)\b/;
const isWork = (said: string): boolean =>
  WORK.test(said) || (EARNS.test(said) && (RANGE.test(said) || RETIRED.test(said)));
/** Beside the work of today, which goes on. */
const ON_TOP = /\b(?:side|extra|additional|on top|besides|in addition|weekend|while (?:i|still) (?:work|keep)\w*|keep my job)\b/; // prettier-ignore
const NO_WORK =
  /\b(?:wife|husband|spouse|partner|she|he|they|son|daughter|kids?|spend\w*|live on|living on|cost\w*|inherit\w*|social security|pensions?|rent\w*|sell\w*|sav(?:e|es|ing)|invest\w*|contribut\w*|an hour|a week|a day|less|more than|not|or)\b/;
/** "From 2030 to 2035", whatever stands for one of them. */
const BETWEEN = /\b(?:from|between)\b.*\b(?:to|until|till|through|and)\b.*#/;
/** An amount without a period that nobody earns in a year could be a month's. */
const A_YEARS = 5000;
/** Where what is said of the work may begin, in a sentence that asks for something else before. */
const BEFORE = /\b(?:and|but|then|if)\s+(?=[^$]*[$])/g;

/** "Part time at 58 earning $30,000 until 64", "consult for $40,000 a year from 60 to 65"; one that ends nowhere is not read. */
export function workBesideIn(text: string, slots: Slotted): WorkBeside[] {
  return sentencesOf(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    for (const { index, 0: said } of sentence.matchAll(BEFORE)) {
      const skipped = index + said.length;
      const read = workIn(sentence.slice(skipped), start + skipped, slots);
      if (read !== null) return read;
    }
    return workIn(sentence, start, slots) ?? [];
  });
}

/** What a part of a question about such work lacks to be tried: its end, or what it pays; null for any other part. */
export function lackingOfWork(said: string, sentence: string): 'until' | 'amount' | null {
  if (!(WORK.test(said) || EARNS.test(said)) || !(WORK.test(sentence) || RETIRED.test(sentence)) || NO_WORK.test(sentence)) return null; // prettier-ignore
  if (!sentence.includes('$')) return 'amount';
  return [RANGE, LASTS, FIRST_YEARS, ENDS, BETWEEN].some((one) => one.test(sentence)) ? null : 'until';
}

function workIn(said: string, at: number, slots: Slotted): WorkBeside | null {
  const sums = [...said.matchAll(/[$]·*/g)];
  const [sum] = sums;
  if (sum === undefined || sums.length > 1 || said.includes('%') || !isWork(said) || NO_WORK.test(said)) return null;
  const valueAt = (place: number | undefined) =>
    place === undefined ? undefined : slots.numbers.get(at + place)?.value;
  const value = valueAt(sum.index);
  const period = PERIOD.exec(said.slice(sum.index + sum[0].length));
  const per = (period?.[0] ?? '').includes('mo') ? 'month' : 'year';
  if (value === undefined || (period === null && value < A_YEARS)) return null;
  let left = without(said, sum.index, sum.index + sum[0].length + (period?.[0].length ?? 0), ' ');
  const take = (pattern: RegExp) => {
    const match = pattern.exec(left);
    if (match === null) return undefined;
    left = without(left, match.index, match.index + match[0].length, ' ');
    return match.indices?.groups;
  };
  const range = take(RANGE);
  const first = range === undefined ? take(FIRST_YEARS) : undefined;
  const lasting = range ?? first ?? take(LASTS);
  const ends = lasting === undefined ? take(ENDS) : undefined;
  const starts = range === undefined ? take(STARTS) : undefined;
  const years = valueAt((lasting?.years ?? lasting?.two)?.[0]);
  const toAge = valueAt((range?.until ?? ends?.until)?.[0]);
  const fromAge = valueAt((range?.from ?? range?.first ?? starts?.from)?.[0]) ?? null;
  if ((years === undefined && toAge === undefined) || /[#$]/.test(left)) return null;
  // Ages alone: in which year somebody has one, the question does not tell.
  if (fromAge !== null && (!Number.isInteger(fromAge) || fromAge >= FIRST_CALENDAR_YEAR)) return null;
  if (toAge !== undefined && toAge >= FIRST_CALENDAR_YEAR) return null;
  const source = ON_TOP.test(said) ? null : 'work';
  const end = years === undefined ? { toAge } : { years };
  const change = { what: 'otherIncome', how: 'to', value, per, fromAge, source, ...end } as const;
  return { change, span: { start: at, end: at + said.replace(/[.?!;]*$/, '').length } };
}
