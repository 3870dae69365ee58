import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import type { Saving } from '../../schemas/retirement-plan/accounts.ts';

/** Whether a saving is paid in so many years from today. */
export function isDue({ people }: Plan, { owner, from = 0, to }: Saving, years = 0): boolean {
  const person = people[owner];
  if (person === undefined) return false;
  const age = person.age + years;
  return age >= from && age < (to ?? person.retireAt);
}

/**
 * What is saved at the same time: US dollars a year today (real), and whether another sum is saved from some later age on. A sum
 * that only falls, as one of two people retires, is no other sum.
 */
export function savedIn(plan: Plan): { now: number; later: boolean } {
  const at = (years: number): number =>
    plan.savings.reduce((sum, saving) => (isDue(plan, saving, years) ? sum + saving.amount : sum), 0);
  const now = Number(at(0).toPrecision(12));
  const later = plan.savings.some((saving) => {
    const begins = (saving.from ?? 0) - (plan.people[saving.owner]?.age ?? 0);
    return begins > 0 && saving.amount > 0 && isDue(plan, saving, begins) && Math.abs(at(begins) - now) > now * 1e-9;
  });
  return { now, later };
}
