import type { PlanOutline } from '../../schemas/plan-outline.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import type { Saving } from '../../schemas/retirement-plan/accounts.ts';
import { fixed } from '../amounts.ts';
import { nameOf } from './name-of.ts';
import { paidSavings } from './uncounted.ts';

/** Whether a saving is paid in so many years from today. */
export function isDue({ people }: Plan, { owner, from = 0, to }: Saving, years = 0): boolean {
  const person = people[owner];
  if (person === undefined) return false;
  const age = person.age + years;
  return age >= from && age < (to ?? person.retireAt);
}

/**
 * What is saved at the same time: US dollars a year today (real), whether that grows or shrinks from year to year, and whether another
 * sum is saved from some later age on. A sum that only falls, as one of two people retires, is no other sum.
 */
export function savedIn(plan: Plan): { now: number; grows: boolean; later: boolean } {
  const at = (years: number): number =>
    plan.savings.reduce((sum, saving) => (isDue(plan, saving, years) ? sum + saving.amount : sum), 0);
  const now = Number(at(0).toPrecision(12));
  const later = plan.savings.some((saving) => {
    const begins = (saving.from ?? 0) - (plan.people[saving.owner]?.age ?? 0);
    return begins > 0 && saving.amount > 0 && isDue(plan, saving, begins) && Math.abs(at(begins) - now) > now * 1e-9;
  });
  const grows = plan.savings.some((saving) => saving.growth !== 0 && saving.amount > 0 && isDue(plan, saving));
  return { now, grows, later };
}

type Told = NonNullable<PlanOutline['savings']>[number];

/**
 * What is saved, by whom and when, as far as a future has it: savings on the same terms are one, whatever account they go to. Undefined
 * where `savedIn` says it all: nothing is saved, or one person's one sum of today until they retire.
 */
export function savingsTold(plan: Plan): Told[] | undefined {
  const { people } = plan;
  const told = new Map<string, Told>();
  for (const { owner, amount, growth, from = 0, to } of paidSavings(plan)) {
    const person = people[owner];
    if (person === undefined) continue;
    const terms = {
      whose: people.length === 1 ? null : nameOf(people, owner),
      growth,
      from: from > person.age ? from : null,
      to: to ?? person.retireAt,
    };
    const key = JSON.stringify(terms);
    told.set(key, { ...terms, amount: Number(((told.get(key)?.amount ?? 0) + amount).toPrecision(12)) });
  }
  const list = [...told.values()];
  const [one, another] = list;
  const plain =
    another === undefined &&
    one?.whose === null &&
    one.growth === 0 &&
    one.from === null &&
    one.to === people[0]?.retireAt;
  return list.length === 0 || plain ? undefined : list;
}

/** How a saving goes on, as words that follow its amount a year: "raised by 1% a year beyond inflation, until 65". */
export function howSaved({ growth, from, to }: Told): string {
  const by = `${Number(fixed(100 * Math.abs(growth), 2)).toString()}% a year beyond inflation`;
  const since = from === null ? '' : ' from today on';
  const grows = growth === 0 ? [] : [`${growth > 0 ? 'raised' : 'lowered'} by ${by}${since}`];
  return [...grows, from === null ? `until ${to}` : `from ${from} to ${to}`].join(', ');
}
