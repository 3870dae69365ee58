import { isByRetirement } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { STOPS, THEN } from './fall-dates.ts';
import type { FallDate } from './fall-dates.ts';
import { isPlain } from './left-open.ts';
import type { Read } from './read-changes.ts';
import { SOME_TIME } from './unread.ts';

/** That work stops, and no form has read it: without an age, or in other words for it than theirs. */
export const STOPPING = new RegExp(String.raw`\b(?:${STOPS}|laid off|let go|fired|giv(?:e|ing) up work(?:ing)?|call it (?:a day|quits)|hang it up|(?:i'm|be|we're) (?:done|out)(?: working)?(?= *(?:[,.?!;]|$))|walk away from (?:my|our) jobs?|never work again|work(?:ing)? (?:until|till)(?= then))\b`, 'g'); // prettier-ignore
const BORDER = /[,.;?!~]|(?=\b(?:and|but|or|if|while|plus)\b)/;
/** "When I retire", "to live on after I stop working": a time, and nothing that is asked to be tried. */
const BY_WHICH = /\b(?:when|once|after|until|till|before|time|soon as|since|while|day|year|moment|money) (?:i|we)(?:'m|'re)?(?: (?:am|are|have|finally|both|first|do))*\s*$/; // prettier-ignore
/** "Retire when I inherit": by what stands behind it. */
const WHEN = /^[^,.?!;~]*\b(?:when|once|as soon as|after|(?:the|that) (?:same |very )*(?:day|year|moment|time))(?: (?!not\b|and\b)[a-z']+){0,4} *$/; // prettier-ignore
/** "And retire": with what stands before it. */
const AND = /\b(?:and|then)(?: (?:i|we|i'm|we're|then|so|just|also|finally|simply|be|am|are))* *$/;
/** As the plan has it, or early, of which another rule tells. */
const PLANNED = /\b(?:still|earl\w+|sooner|plan\w*|on time|on schedule|afford to)\b/;
/** "If we just": what stands behind it is supposed. */
const AFTER_IF = /\b(?:if|suppose|imagine|say)(?: (?:i|we|just|both))* *$/;
/** A time that is none of a plan. */
const SOME_DAY = /^ *(?:\w+ly )?(?:when|once|as soon as|after|before|the (?:day|year|moment|month)|in between|on my)\b(?! (?:i|we) (?:want|plan|like|wish))/; // prettier-ignore

/** Work that stops at a date; null where that is one by the day on which it does. */
export const stopsOn = (date: Pick<FallDate, 'when' | 'time'>): PlanChange | null =>
  isByRetirement(date)
    ? null
    : { what: 'retireAt', how: date.when === 'in_years' ? 'in' : 'to', value: date.time, per: null, fromAge: null };

/** The same by what comes at a date of its own; of what goes on for some years nothing says whether its beginning is meant. */
function stopsBy({ when, time, what, value, fromAge, toAge, years }: PlanChange): PlanChange | null {
  const at = time ?? (what === 'claimAt' ? value : what === 'otherIncome' ? fromAge : null);
  return at === null || (toAge ?? years ?? null) !== null ? null : stopsOn({ when: when ?? 'age', time: at });
}

/**
 * Work that stops by the date of what stands beside it ("inherit $300,000 at 60 and retire then"), and what else says that it stops and
 * nothing has read: without a date, or at a time that is none.
 *
 * @param left a question with its numbers in slots and what is read of it marked
 */
export function retiringIn(left: string, reads: readonly Read[]): { reads: Read[]; untold: Clause[] } {
  const dated = reads.flatMap(({ change, start, given }) => {
    const date = given || change.what === 'retireAt' ? null : stopsBy(change);
    return date === null ? [] : [{ date, start }];
  });
  const found: { reads: Read[]; untold: Clause[] } = { reads: [], untold: [] };
  for (const { index, 0: said } of left.matchAll(STOPPING)) {
    const end = index + said.length;
    const before = left.slice(0, index).split(BORDER).at(-1) ?? '';
    const after = left.slice(end).split(BORDER)[0] ?? '';
    if (BY_WHICH.test(before)) continue;
    const place = { start: index - before.length, end: end + after.length };
    const around = `${before}~${after}`;
    const earlier = dated.findLast(({ start }) => start < index);
    const next = dated.find(({ start }) => start > index && WHEN.test(left.slice(end, start)));
    const isThen = THEN.test(around);
    const isPlanned = !isThen && (PLANNED.test(around) || reads.some(({ change }) => isByRetirement(change)));
    const joins = isThen || (AND.test(before) && !isPlanned);
    const date = next?.date ?? (joins && isPlain(around.replace(THEN, ' ')) ? earlier?.date : undefined);
    if (date !== undefined) found.reads.push({ change: date, ...place, alternative: false, given: false });
    else if (joins || SOME_TIME.test(around) || SOME_DAY.test(after) || (!isPlanned && dated.length > 0 && (earlier !== undefined || AFTER_IF.test(before)))) found.untold.push(place); // prettier-ignore
  }
  return found;
}
