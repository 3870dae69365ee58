import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** Nearer to a step than this is on it. */
const EPSILON = 1e-6;
/** So many ages are named. */
const NAMED = 4;

/**
 * Says which ages of a plan lie between two steps: what begins or ends then does so at the next step, which at one step a year is
 * up to a year late. Empty where none does.
 */
export function betweenSteps({
  people,
  incomes,
  socialSecurityCut,
  spending,
  market,
  simulation: { stepsPerYear },
}: Plan): string[] {
  const own = (owner: number): number => people[owner]?.age ?? 0;
  const named: { what: string; age: number; owner: number }[] = [
    ...people.map(({ retireAt }, owner) => ({ what: 'retiring', age: retireAt, owner })),
    ...incomes.flatMap((one) =>
      one.kind === 'social_security'
        ? [{ what: 'claiming', age: one.claimAt, owner: one.owner }]
        : [
            { what: 'an income', age: one.from, owner: one.owner },
            ...(one.to === undefined ? [] : [{ what: 'the end of an income', age: one.to, owner: one.owner }]),
          ],
    ),
    ...(socialSecurityCut === undefined
      ? []
      : [{ what: 'a cut of Social Security', age: socialSecurityCut.from, owner: 0 }]),
    ...(spending.from === undefined ? [] : [{ what: 'spending', age: spending.from, owner: 0 }]),
    ...spending.goals.map(({ age }) => ({ what: 'a goal', age, owner: 0 })),
    ...(market.falls ?? []).map(({ age }) => ({ what: A_FALL, age, owner: 0 })),
  ];
  const late = named.flatMap(({ what, age, owner }) => {
    const steps = (age - own(owner)) * stepsPerYear;
    if (steps <= 0 || Math.abs(steps - Math.round(steps)) < EPSILON) return [];
    const text = `${what} at ${shown(age)} counts from ${shown(own(owner) + Math.ceil(steps) / stepsPerYear)}`;
    return [{ text, flatters: what === A_FALL ? null : COSTS_LATER.has(what) }];
  });
  if (late.length === 0) return [];
  const more = late.length > NAMED ? `, and ${late.length - NAMED} more` : '';
  const finer = stepsPerYear < 12 ? ' With "stepsPerYear": 12 ages count by the month.' : '';
  const flatters = late.some(({ flatters: looksBetter }) => looksBetter === true)
    ? ' What begins to cost, or ceases to pay, late makes the plan look better than it is.'
    : '';
  const strains = late.some(({ flatters: looksBetter }) => looksBetter === false)
    ? ' Income that counts late makes the plan look worse than it is.'
    : '';
  const which = late
    .slice(0, NAMED)
    .map(({ text }) => text)
    .join(', ');
  return [`Ages between two steps count from the next one: ${which}${more}.${flatters}${strains}${finer}`];
}

/** Which way a fall leans that counts late depends on whether it falls on money that is still saved. */
const A_FALL = 'a fall';

/** What costs from then on, or pays until then. */
const COSTS_LATER: ReadonlySet<string> = new Set(['retiring', 'spending', 'a goal', 'the end of an income']);

const shown = (age: number): string => String(Math.round(age * 100) / 100);
