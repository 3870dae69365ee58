import type { Plan } from '../../schemas/retirement-plan/plan.ts';

type Working = Pick<Plan['people'][number], 'age' | 'retireAt'>;

/** Age of the first person at which the last of those who still work stops; today's where nobody works any more. Years. */
export function workStops(people: readonly Working[]): number {
  const years = Math.max(0, ...people.map(({ age, retireAt }) => retireAt - age));
  return Number(((people[0]?.age ?? 0) + years).toPrecision(12));
}

/** Age of the first person at which the household begins to spend: the plan's own, or when work stops; today's where that has passed. */
export function spendingFrom({ people, spending }: Plan): number {
  return Math.max(people[0]?.age ?? 0, spending.from ?? workStops(people));
}

/** Nearer to each other than this two ages are one. */
const EPSILON = 1e-6;

/** Whether the age from which a plan spends is the one at which work stops: spending that has begun, or begins at another, is no part of that. */
export function spendsAsWorkStops({ people, spending: { from } }: Plan): boolean {
  const stops = workStops(people);
  return stops > (people[0]?.age ?? 0) && from !== undefined && Math.abs(from - stops) < EPSILON;
}
