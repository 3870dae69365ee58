import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { stepOfAge } from './compile/steps.ts';

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

/** Whether a plan spends from the step on in which work stops, and says so: spending that has begun, or begins in another, is no part of that. */
export function spendsAsWorkStops(plan: Plan): boolean {
  const { people, spending } = plan;
  const stops = workStops(people);
  if (spending.from === undefined || stops <= (people[0]?.age ?? 0)) return false;
  return stepOfAge(plan, 0, spending.from) === stepOfAge(plan, 0, stops);
}
