import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { shifted, without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { endAt, ENDS, FIRST_YEARS, LASTS, OF_RETIRING, RANGE, startAt, STARTS } from './spans-of-time.ts';

/** "From now on", "starting today". */
const FROM_NOW =
  /\b(?:(?:from|starting|beginning|as of)(?: right)? (?:now|today)(?: on(?:wards?)?)?|(?:starting|beginning) (?:immediately|right away|at once|this year)|right now|right away|immediately)\b/;
/** "Until I retire", "while we still work". */
const UNTIL_RETIREMENT =
  /\b(?:(?:only )?(?:until|till|up to|before) (?:(?:(?:i|we)(?:'m|'re)?(?: both| finally)?|my|our) (?:retire(?:ment|d)?|stop(?: working)?|quit)|retirement|retiring)|(?:while|as long as) (?:i|we)(?:'m|'re| am| are)?(?: still)? (?:work(?:ing)?|employed))\b/;
/** "Until I am 60", which has been read with its number: what it begins with is today, but for what is of retirement. */
const OF_RETIREMENT =
  /\b(?:in|during|throughout|from|after|at) (?:(?:my|our) )?retire(?:ment|d|ing)\b|\b(?:when|once|after) (?:i|we)(?:'m|'re)? (?:retire|stop|quit)/;

/** From when to when something is received besides, where the question says so without an age: today, or to the day on which work stops. */
export function incomeTimeIn(
  text: string,
  { start, end }: Clause,
  { what, source = null, fromAge, toAge = null, years = null, when = null }: PlanChange,
): { of: Pick<PlanChange, 'when' | 'time' | 'until' | 'years'>; spans: Clause[] } | null {
  if (what !== 'otherIncome' || source !== null || when !== null) return null;
  const beside = /^while\b[^~,.;?!$%#]*/.exec(text.slice(end))?.[0] ?? '';
  const said = text.slice(start, end) + beside;
  const matches = [FROM_NOW, UNTIL_RETIREMENT].map((pattern) => pattern.exec(said));
  const [now, until] = matches;
  const ends = until === null ? {} : { until: 'retirement' as const };
  if (fromAge !== null && until === null) return null;
  const isToday = now !== null || until !== null || ((toAge !== null || years !== null) && !OF_RETIREMENT.test(said));
  if (!isToday) return null;
  const spans = matches.flatMap((one) => (one === null ? [] : [{ start: start + one.index, end: start + one.index + one[0].length }])); // prettier-ignore
  return { of: { ...(fromAge === null && { when: 'in_years', time: 0 }), ...ends }, spans };
}

/** For which time something is spent or saved that is another than planned, and where the question says so. */
export interface FlowTime {
  of: Pick<PlanChange, 'when' | 'time' | 'toAge' | 'years'>;
  spans: Clause[];
}

const AFTER_YEARS = /\bafter (?:the|my|our) first (?<years>#·*) years?(?: of (?:my |our )?retirement)?/d;

/** What is spent that comes to another level, which has been another before: "our spending drops to $60,000 at 80". */
const COMES_TO = /\b(?:spending|expenses|budget|living costs|cost of living)\b.*\bto\b/;

/** Whether spending or saving has a time that can be tried: what is lived on from an age on may be when work stops. */
export const mayHaveTime = ({ what, how }: PlanChange, said: string): boolean =>
  what === 'contribute' || (what === 'income' && (how !== 'to' || COMES_TO.test(said)));

/**
 * "20% less after 80", "$10,000 more a year for the next five years". Null where the clause has no such time, or one by which nothing can
 * be told: more that is spent for the next years may be spent before work stops.
 */
export function flowTimeIn(
  text: string,
  { start, end }: Clause,
  slots: Slotted,
  { what, how, per, value }: PlanChange,
): FlowTime | null {
  const isSpent = what === 'income';
  let left = [...text.slice(start, end).matchAll(OF_RETIRING)].reduce((rest, one) => without(rest, one.index, one.index + one[0].length), text.slice(start, end)); // prettier-ignore
  const spans: Clause[] = [];
  const valueAt = (place: number | undefined) =>
    place === undefined ? undefined : slots.numbers.get(start + place)?.value;
  const take = (pattern: RegExp) => {
    const match = pattern.exec(left);
    if (match === null) return undefined;
    spans.push({ start: start + match.index, end: start + match.index + match[0].length });
    left = without(left, match.index, match.index + match[0].length);
    return match.indices?.groups;
  };
  const told = (of: FlowTime['of']): FlowTime | null => (left.includes('#') ? null : { of, spans });
  const isOfRetirement = /\bretir/.test(slots.text);

  const range = take(RANGE);
  const until = valueAt(range?.until?.[0]);
  const from = valueAt((range?.from ?? range?.first)?.[0]);
  const said = text.slice(start, end);
  if (from !== undefined && until !== undefined) {
    const ends = endAt(until, startAt(from), said);
    return ends === null ? null : told({ ...startAt(from), ...ends });
  }
  const after = isSpent && isOfRetirement ? valueAt(take(AFTER_YEARS)?.years?.[0]) : undefined;
  if (after !== undefined) return told({ when: 'after_retirement', time: after });
  const early = isSpent && isOfRetirement ? valueAt(take(FIRST_YEARS)?.years?.[0]) : undefined;
  if (early !== undefined) return told({ when: 'after_retirement', time: 0, years: early });
  const lasting = take(LASTS);
  const years = valueAt((lasting?.years ?? lasting?.two)?.[0]);
  const ends = years === undefined ? valueAt(take(ENDS)?.until?.[0]) : undefined;
  const date = startIn();
  const last = ends === undefined ? {} : endAt(ends, date ?? {}, said);
  if (last === null) return null;
  const length = { ...(years !== undefined && { years }), ...last };
  // "$10,000 more at 80" may be once.
  if (date !== null) return isSpent && per === null && (how === 'up' || how === 'down') && text.slice(start, end).includes(' at ') ? null : told({ ...date, ...length }); // prettier-ignore
  if (years === undefined && ends === undefined) return null;
  if (isSpent) return ends === undefined ? null : told({ when: 'after_retirement', time: 0, toAge: ends });
  // Of a level nothing says what is saved afterwards, but that it is for some years.
  if (how === 'to' && value > 0 && ends !== undefined) return null;
  return told({ when: 'in_years', time: 0, ...length });

  function startIn(): Pick<PlanChange, 'when' | 'time'> | null {
    const starts = valueAt(take(STARTS)?.from?.[0]);
    if (starts !== undefined) return startAt(starts);
    const own = fallDateIn(left, { start: 0, end: left.length }, shifted(slots, start));
    // "When I retire" spending begins anyway.
    // "In 2030" may be that year alone.
    if (own === null || own.when === 'in_year' || (own.when === 'after_retirement' && own.time === 0)) return null;
    spans.push({ start: start + own.start, end: start + own.end });
    left = without(left, own.start, own.end);
    return { when: own.when, time: own.time };
  }
}
