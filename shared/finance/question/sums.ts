import { fixed } from '../amounts.ts';
import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { usd } from '../amounts.ts';

/** One change in words. */
export interface Said {
  label: string;
  /** From when the plan spends with it, as the label goes on; where work stops otherwise too, only as all of that leaves it. */
  spendsFrom?: string;
  /** Whether it is what was planned anyway. */
  same?: boolean;
}

export function words(
  what: 'retireAt' | 'lifeExpectancy' | 'income' | 'contribute',
  to: number,
  before: number,
): Required<Pick<Said, 'label' | 'same'>> {
  const same = to === before;
  const [now, then] =
    what === 'income' || what === 'contribute' ? [usd(to), usd(before)] : [to.toString(), before.toString()];
  const beside = same ? ', as planned' : ` instead of ${then}`;
  switch (what) {
    case 'retireAt':
      return { label: `retire at ${now}${beside}`, same };
    case 'lifeExpectancy':
      return { label: `the money has to last to ${now}${beside}`, same };
    case 'income':
      return { label: `spend ${now} a year${beside}`, same };
    case 'contribute':
      return { label: `save ${now} a year${beside}`, same };
  }
}

/** A fraction as the question has it: "20%", "34.36%". */
export const inPercent = (fraction: number): string => `${String(Number(fixed(100 * fraction, 2)))}%`;

/** What a change's number comes to in a year, or once, for all who get it. */
export const yearly = ({ value, per, times }: PlanChange): number => value * TIMES_A_YEAR[per ?? 'year'] * (times ?? 1);

const TIMES_A_YEAR = { year: 1, quarter: 4, month: 12, two_weeks: 26, week: 52, day: 365 } as const;

/** Another age of retirement: an age, years sooner or later than `before`, or so many years from `today`'s. */
export const retiringAge = (change: PlanChange, before: number, today: number): number =>
  change.how === 'in' ? today + change.value : moved(change, before);

/** Why nobody of `today`'s age can retire at that age, `who` being the one spoken of; null where they can. */
export function noAgeToRetireAt(age: number, today: number, who = 'you are'): string | null {
  if (age < today) return `age ${age.toString()} is past: ${who} ${today.toString()} already`;
  return Number.isInteger(age)
    ? null
    : `only whole years can be tried: ${Math.floor(age).toString()} or ${Math.ceil(age).toString()}`;
}

/** A figure after a change: to a number of the question, or up or down by it. */
export function moved(change: PlanChange, before: number): number {
  const { how, value } = change;
  switch (how) {
    case 'to':
      return yearly(change);
    // Years from today, which only an age has (see `retiringAge`), and what is left open, which `solve` finds.
    case 'in':
    case 'enough':
      return before;
    case 'up':
      return before + yearly(change);
    case 'down':
      return before - yearly(change);
    case 'up_percent':
      return before * (1 + value / 100);
    case 'down_percent':
      return before * (1 - value / 100);
  }
}
