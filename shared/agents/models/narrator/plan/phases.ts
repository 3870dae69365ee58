import { FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { END } from './dated-sums.ts';
import { PER } from './refused.ts';
import type { Slotted } from './slots.ts';
import { ENDS, FIRST_YEARS, STARTS } from './spans-of-time.ts';

/** What only together says what was asked, and where that stands. */
export interface Together {
  changes: PlanChange[];
  span: Clause;
}

const SPEND = '(?:(?:spend|liv|withdraw|draw)(?:ing|e)?(?: (?:on|off|about|around|only|just|up to))*)';
const UNTIL = `(?:${ENDS.source}|${FIRST_YEARS.source})`;
/** "Spend $90,000 until 75 and $60,000 afterwards". */
const TWO = new RegExp(
  `\\b${SPEND} (?<first>[$]·*)(?<per1>${PER})?,? ${UNTIL},?(?<and>(?: (?:and|but|then|after that|afterwards))+)?,?(?: (?:only|just|about|spend|live on|down|up|to))* (?<second>[$]·*)(?<per2>${PER})?(?<tail>,? (?:after(?:wards?| that)?|thereafter|from then on|(?:from|after)(?: age)? (?<again>#·*))(?![\\w·]))?`,
  'dg',
);
/** "Spend $10,000 a year more until 80", "cut my spending by $20,000 after 80". */
const STEP = new RegExp(
  `\\b(?:${SPEND}(?<extra> (?:an? )?(?:extra|additional|another))? (?<one>[$]·*)(?<per1>${PER})?(?: (?<way>more|extra|less))?(?<per2>${PER})?|(?<verb>increas|cut|reduc)\\w* my spending by (?<other>[$]·*)(?<per3>${PER})?),? (?:${UNTIL}|${STARTS.source}(?: on)?(?:,? (?:to|until|till)(?: age)? (?<end>#·*)(?!·|\\s*years))?)`,
  'dg',
);
/** Below these an amount without a period could be a month's as well as a year's. */
const A_YEARS = { level: 15_000, step: 2000 } as const;

/**
 * Spending that is another at another age: one level for all of retirement, and a cost on top of it in the time in which more is spent.
 * A beginning without an age is the day on which work stops.
 */
export function phasesIn(text: string, { numbers }: Slotted): Together[] {
  // Without a word of it "the first five years" may begin today.
  const isOfRetirement = /\bretir/.test(text);
  const of = (match: RegExpMatchArray) => ({
    said: match.groups ?? {},
    span: { start: match.index ?? 0, end: (match.index ?? 0) + match[0].length },
    value: (name: string) => numbers.get(match.indices?.groups?.[name]?.[0] ?? -1)?.value,
  });
  const two = [...text.matchAll(TWO)].flatMap((match): Together[] => {
    const { said, span, value } = of(match);
    const [first, second, again] = [value('first'), value('second'), value('again')];
    if (value('years') !== undefined && !isOfRetirement) return [];
    const [one = null, other = one] = [said.per1, said.per2].map(periodOf);
    const isThen = said.tail !== undefined || /\b(?:then|after|later)/.test(said.and ?? '');
    if (first === undefined || second === undefined || first === second || !isThen || (again ?? value('until')) !== value('until')) return []; // prettier-ignore
    if ((one ?? 'year') !== (other ?? one ?? 'year') || ((one ?? other) === null && Math.min(first, second) < A_YEARS.level)) return []; // prettier-ignore
    const per = one ?? other;
    const border = { until: value('until'), years: value('years') };
    if ((border.until ?? 0) >= FIRST_CALENDAR_YEAR) return [];
    const level = flow('income', 'to', Math.min(first, second), per);
    return [{ changes: [level, { ...flow('cost', 'to', Math.abs(first - second), per ?? 'year'), ...(first > second ? before(border) : after(border)) }], span }]; // prettier-ignore
  });
  const steps = [...text.matchAll(STEP)].flatMap((match): Together[] => {
    const { said, span, value } = of(match);
    const amount = value('one') ?? value('other');
    const way = said.extra ?? said.way ?? said.verb;
    const per = periodOf(said.per1 ?? said.per2 ?? said.per3);
    if (amount === undefined || way === undefined || (per === null && amount < A_YEARS.step)) return [];
    if (two.some((one) => one.span.start < span.end && one.span.end > span.start)) return [];
    if (value('years') !== undefined && !isOfRetirement) return [];
    const cost = flow('cost', 'to', amount, per ?? 'year');
    const [from, end] = [value('from'), value('end')];
    const border = { until: from ?? value('until'), years: value('years') };
    // By years of the calendar it is a flow with a date: flow-times.ts.
    if ([from, end, border.until].some((one) => (one ?? 0) >= FIRST_CALENDAR_YEAR)) return [];
    const isMore = !/less|cut|reduc/.test(way);
    const isLate = from !== undefined;
    // "$10,000 more at 80" may be once.
    if (per === null && match[0].includes(' at ')) return [];
    if (isLate && end !== undefined)
      return isMore ? [{ changes: [{ ...cost, ...after(border), toAge: end }], span }] : [];
    const time = isMore === isLate ? after(border) : before(border);
    return [{ changes: [...(isMore ? [] : [flow('income', 'down', amount, per)]), { ...cost, ...time }], span }];
  });
  return [...two, ...steps];
}

interface Border {
  until: number | undefined;
  years: number | undefined;
}

const before = ({ until, years }: Border) => ({ when: 'after_retirement' as const, time: 0, ...(until === undefined ? { years } : { toAge: until }) }); // prettier-ignore
const after = ({ until, years = 0 }: Border) =>
  until === undefined
    ? { when: 'after_retirement' as const, time: years, toAge: END }
    : { when: 'age' as const, time: until, toAge: END };

const flow = (what: PlanChange['what'], how: PlanChange['how'], value: number, per: PlanChange['per']): PlanChange => {
  return { what, how, value, per, fromAge: null };
};

const periodOf = (per: string | undefined): 'month' | 'year' | null =>
  per === undefined ? null : per.includes('mo') ? 'month' : 'year';

/** "Lend my brother $50,000 for five years", "and he pays it back at 60": out today, and back without interest. */
const LENT =
  /\b(?:lend(?:s|ing)?|lent|(?<!\b(?:an?|the|this|that|of|bank|car|home|student) )loan(?:ing|ed)?(?! of))(?: (?!and\b)[a-z']+){0,3}? (?<sum>[$]·*)(?: to (?:(?:my|our|an?|his|her) )?[a-z]+)?,? (?:and [a-z' ]{0,20}?(?:pays?|repays?)(?: (?:it|me|back))* )?(?:(?:for|in|after) (?<years>#·*) years?|(?:at|by|in|until) (?<at>#·*)(?!·|\s*years?))/dg;

export function lentIn(text: string, { numbers }: Slotted): Together[] {
  return [...text.matchAll(LENT)].flatMap((match): Together[] => {
    const [sum, years, at] = ['sum', 'years', 'at'].map((name) => numbers.get(match.indices?.groups?.[name]?.[0] ?? -1)?.value); // prettier-ignore
    const time = years ?? at;
    if (sum === undefined || time === undefined) return [];
    const when = years !== undefined ? 'in_years' : time < FIRST_CALENDAR_YEAR ? 'age' : 'in_year';
    const changes = [flow('balance', 'down', sum, null), { ...flow('balance', 'up', sum, null), when, time } as const];
    return [{ changes, span: { start: match.index, end: match.index + match[0].length } }];
  });
}
