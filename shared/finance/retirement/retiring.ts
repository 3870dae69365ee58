import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { nameOf } from './name-of.ts';
import { spendsAsWorkStops, workStops } from './work-stops.ts';

/** The plan that a person's goals would be with these instead. */
export type Variant = (change: Partial<Pick<RetirementGoals, 'retireAt' | 'contribute'>>) => Plan;

const OLDEST = 120;

/**
 * The plan with its people retiring at other ages, in their order. Saving that the plan ends at or before its owner's retirement
 * is out of what is earned: it ends at the age tried at the latest, and one that lasts to the retirement lasts to the age tried. What
 * the plan saves beyond the retirement stays. So does an age from which it spends, but for one that is the age at which work stops:
 * spending then begins when it stops in the plan tried.
 */
export function retiringAt(plan: Plan, ages: readonly number[]): Plan {
  const people = plan.people.map((person, index) => ({ ...person, retireAt: ages[index] ?? person.retireAt }));
  const savings = plan.savings.map((saving) => {
    const { owner, to } = saving;
    const planned = plan.people[owner]?.retireAt ?? 0;
    const tried = people[owner]?.retireAt ?? planned;
    if (to === undefined || to > planned) return saving;
    return { ...saving, to: to === planned ? tried : Math.min(to, tried) };
  });
  const from = Math.min(OLDEST, workStops(people));
  return { ...plan, people, savings, spending: { ...plan.spending, ...(spendsAsWorkStops(plan) && { from }) } };
}

/**
 * The plan with everybody who still works retiring `shift` years later (sooner where negative, but not before today); where it was
 * made from goals, as those goals make it.
 */
export function retiringBy(plan: Plan, shift: number, variant?: Variant): Plan {
  const ages = plan.people.map(({ age, retireAt }) =>
    retireAt > age ? Math.min(OLDEST, Math.max(age, retireAt + shift)) : retireAt,
  );
  return variant === undefined ? retiringAt(plan, ages) : variant({ retireAt: ages[0] ?? 0 });
}

/**
 * From when a plan spends whose people retire at other ages, as a label goes on; empty where it gives no age of its own for that, or
 * spends already.
 */
export function withSpendingFrom({ people, spending: { from } }: Plan, tried: Plan): string {
  const then = tried.spending.from;
  if (from === undefined || then === undefined || from <= (people[0]?.age ?? 0)) return '';
  const age = people.length > 1 ? `when ${nameOf(people, 0)} is ${then}` : String(then);
  return `, with spending from ${age}${then === from ? ', as planned' : ''}`;
}
