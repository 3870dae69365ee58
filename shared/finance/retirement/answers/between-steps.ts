import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** Nearer to a step than this is on it. */
const EPSILON = 1e-6;
/** So many ages are named. */
const NAMED = 4;

/**
 * Says which ages of a plan lie between two steps: what begins or ends then does so at the next step, which at one step a year is
 * up to a year late. Empty where none does.
 */
export function betweenSteps({ people, incomes, spending, simulation: { stepsPerYear } }: Plan): string[] {
  const own = (owner: number): number => people[owner]?.age ?? 0;
  const named: { what: string; age: number; owner: number }[] = [
    ...people.map(({ retireAt }, owner) => ({ what: 'retiring', age: retireAt, owner })),
    ...incomes.flatMap((one) =>
      one.kind === 'social_security'
        ? [{ what: 'claiming', age: one.claimAt, owner: one.owner }]
        : [one.from, ...(one.to === undefined ? [] : [one.to])].map((age) => ({
            what: 'an income',
            age,
            owner: one.owner,
          })),
    ),
    ...(spending.from === undefined ? [] : [{ what: 'spending', age: spending.from, owner: 0 }]),
    ...spending.goals.map(({ age }) => ({ what: 'a goal', age, owner: 0 })),
  ];
  const late = named.flatMap(({ what, age, owner }) => {
    const steps = (age - own(owner)) * stepsPerYear;
    if (steps <= 0 || Math.abs(steps - Math.round(steps)) < EPSILON) return [];
    return [`${what} at ${shown(age)} counts from ${shown(own(owner) + Math.ceil(steps) / stepsPerYear)}`];
  });
  if (late.length === 0) return [];
  const more = late.length > NAMED ? `, and ${late.length - NAMED} more` : '';
  const finer = stepsPerYear < 12 ? ' With "stepsPerYear": 12 ages count by the month.' : '';
  return [`Ages between two steps count from the next one: ${late.slice(0, NAMED).join(', ')}${more}.${finer}`];
}

const shown = (age: number): string => String(Math.round(age * 100) / 100);
