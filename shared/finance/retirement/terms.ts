import { fixed } from '../amounts.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import type { PlanOutline } from '../../schemas/plan-outline.ts';
import { workStops } from './work-stops.ts';

/** How a projection is spoken of, be it of goals or of a whole plan: what texts, tables and charts say must be the same. */
export interface Terms {
  /** Of the first person today, years. */
  age: number;
  /** Age of the first person at which spending begins; today's or later. */
  spendingFrom: number;
  /** Age of the first person at which the last of those who still work stops; today's or later. */
  workStops: number;
  /** What the years of spending are: "retirement", or "spending" where it begins at another age than work stops. */
  spendingYears: 'retirement' | 'spending';
  /** Age of the one person that the money must last to; null where lives are random, or there are two. */
  end: number | null;
  /** Finishes "the money lasts": "to age 95", "for as long as either of you lives", "for 30 years". */
  until: string;
  /** What the paths are: "simulated futures", or the starts in history. */
  futures: string;
  future: string;
  historical: boolean;
  /** Random lives: percentiles are over those alive, and the end is not one age. */
  forLife: boolean;
  couple: boolean;
  /** Spending wanted a year, real; null where the rule uses none. */
  income: number | null;
  /** Less than `income` in a year is then a shortfall. */
  constant: boolean;
  /** Spending is a share of what there is, and on no path falls short: success says nothing. */
  cannotFail: boolean;
  /** Saved a year, real. */
  saved: number;
  /** What stands beside `income`: "before tax" or "after tax". */
  taxWords: 'before tax' | 'after tax';
  /** What success is called. */
  chance: string;
}

type Result = Pick<RetirementResult, 'goals' | 'plan' | 'balance' | 'accounts' | 'success'>;

/** How a plan spends, with what one of two spends once the other has died. */
export function howSpent({ people, spending }: Pick<PlanOutline, 'people' | 'spending'>): string {
  const { how, survivorShare, bounds } = spending;
  if (people.length < 2 || survivorShare >= 1) return how;
  const ofWhat = bounds ? 'that amount' : 'it';
  return `${how}; ${Number(fixed(100 * survivorShare, 1)).toString()}% of ${ofWhat} for one alone`;
}

/** The terms of a projection. Ages in years, money real. */
export function termsOf({ goals, plan, balance, success, accounts = [] }: Result): Terms {
  const taxed = goals?.taxRate !== undefined || accounts.some(({ taxRate }) => taxRate > 0);
  const taxWords = taxed ? 'after tax' : 'before tax';
  if (plan !== undefined)
    return { ...termsOfPlan(plan), taxWords, cannotFail: plan.spending.amount === null && success === 1 };
  const age = goals?.age ?? balance.ages[0] ?? 0;
  const end = goals?.lifeExpectancy ?? balance.ages.at(-1) ?? 0;
  return {
    age,
    spendingFrom: Math.max(age, goals?.retireAt ?? age),
    workStops: Math.max(age, goals?.retireAt ?? age),
    spendingYears: 'retirement',
    end,
    until: `to age ${end}`,
    ...simulated,
    forLife: false,
    couple: false,
    income: goals?.income ?? null,
    constant: goals !== null,
    cannotFail: false,
    saved: goals?.contribute ?? 0,
    taxWords,
  };
}

const simulated = {
  futures: 'simulated futures',
  future: 'simulated future',
  historical: false,
  chance: 'Chance that the money lasts',
} as const;

const historical = {
  futures: 'historical starts',
  future: 'historical start',
  historical: true,
  chance: 'Share of historical starts from which the money lasts',
} as const;

function termsOfPlan(plan: PlanOutline): Omit<Terms, 'taxWords' | 'cannotFail'> {
  const { people, horizon, spending, saved, spendingFrom, returns } = plan;
  const stops = workStops(people);
  return {
    age: people[0]?.age ?? 0,
    spendingFrom,
    workStops: stops,
    spendingYears: spendingFrom === stops ? 'retirement' : 'spending',
    end: horizon.kind === 'age' ? horizon.age : null,
    until: untilOf(plan),
    ...(returns === 'historical' ? historical : simulated),
    forLife: horizon.kind === 'life',
    couple: people.length > 1,
    income: spending.amount,
    constant: spending.constant && spending.survivorShare === 1,
    saved,
  };
}

function untilOf({ people, horizon }: PlanOutline): string {
  if (horizon.kind === 'age') return `to age ${horizon.age}`;
  if (horizon.kind === 'years') return `for ${horizon.years} years`;
  return people.length > 1 ? 'for as long as either of you lives' : 'for as long as you live';
}
