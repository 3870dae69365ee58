import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';

/** The plan that a person's goals would be with these instead. */
export type Variant = (change: Partial<Pick<RetirementGoals, 'retireAt' | 'contribute'>>) => Plan;

const OLDEST = 120;

/**
 * The plan with its people retiring at other ages, in their order. Saving that the plan ends at or before its owner's retirement
 * is out of what is earned: it ends at the age tried at the latest, and one that lasts to the retirement lasts to the age tried. What
 * the plan saves beyond the retirement stays.
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
  return { ...plan, people, savings };
}

/**
 * The plan with everybody who still works retiring `shift` years later (sooner where negative, but not before today), and an age
 * from which it spends moved as much; where it was made from goals, as those goals make it.
 */
export function retiringBy(plan: Plan, shift: number, variant?: Variant): Plan {
  const ages = plan.people.map(({ age, retireAt }) =>
    retireAt > age ? Math.min(OLDEST, Math.max(age, retireAt + shift)) : retireAt,
  );
  if (variant !== undefined) return variant({ retireAt: ages[0] ?? 0 });
  const { from } = plan.spending;
  const moved = from === undefined ? {} : { from: Math.min(OLDEST, Math.max(plan.people[0]?.age ?? 0, from + shift)) };
  return { ...retiringAt(plan, ages), spending: { ...plan.spending, ...moved } };
}
