import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { SURVIVORS_AGE, survivorsBenefit } from '../social-security.ts';
import { STATES } from './states.ts';
import { stepOfAge } from './steps.ts';

/**
 * Social Security that one person has after the other. It hangs on when the other died, which no table by step and state
 * alone can hold: a path looks up its `paid` once, at the death, and is paid in each later step what that is above `own`.
 */
export interface SurvivorsBenefits {
  /** After tax, per step, real, by who survives and the first step without the other: [(state - 1) * (steps + 1) + step]. */
  paid: Float64Array;
  /**
   * The survivor's own, after tax, per step, as the schedule's `real` has it: [state * steps + step]. Infinity under 60, when
   * nothing is paid of the other's; 0 where all live.
   */
  own: Float64Array;
  /** What a cut by law leaves of every benefit, a fraction, as `own` has it already: [state * steps + step]. */
  left: Float64Array;
}

/** A person's own Social Security a year at a step, after tax. */
type OwnAt = (owner: number, step: number) => number;

/**
 * What a survivor is paid of the other's record, by the step of the death, which counts as the end of the step before. It is applied for at
 * once, at 60 at the earliest: nobody waits for a larger one, nor changes over but to their own where that is more.
 */
export function survivorsBenefits(plan: Plan, steps: number, own: OwnAt): SurvivorsBenefits {
  const { people, incomes } = plan;
  const { stepsPerYear } = plan.simulation;
  const table: SurvivorsBenefits = {
    paid: new Float64Array(2 * (steps + 1)),
    own: new Float64Array(STATES * steps),
    left: Float64Array.from({ length: STATES * steps }, (_, at) => leftByLaw(plan, at % steps)),
  };
  if (people.length < 2) return table;
  people.forEach((person, survivor) => {
    const deceased = 1 - survivor;
    const state = survivor + 1;
    const benefits = incomes.flatMap((one) => (one.kind === 'social_security' && one.owner === deceased ? [one] : []));
    const [first, last] = [state * steps, (state - 1) * (steps + 1)];
    const earliest = stepOfAge(plan, survivor, SURVIVORS_AGE);
    for (let step = 0; step < steps; step++) {
      table.own[first + step] = step < earliest ? Infinity : own(survivor, step) / stepsPerYear;
    }
    for (let death = 1; death <= steps; death++) {
      const age = person.age + Math.max(death, earliest) / stepsPerYear;
      const diedAt = (people[deceased]?.age ?? 0) + death / stepsPerYear;
      const paid = benefits.map((one) => survivorsBenefit(one, diedAt, age) * (1 - one.taxRate));
      table.paid[last + death] = paid.reduce((sum, amount) => sum + amount, 0) / stepsPerYear;
    }
  });
  return table;
}

/** What a plan's cut by law leaves of every benefit in a step, a fraction; 1 where there is none. */
export function leftByLaw(plan: Plan, step: number): number {
  const { socialSecurityCut: cut } = plan;
  return cut === undefined || step < stepOfAge(plan, 0, cut.from) ? 1 : 1 - cut.share;
}

/**
 * What of the other's Social Security a survivor is paid in one step: as much of it as is above the survivor's own.
 *
 * @param at the state and step
 * @param paid the other's, a step, after tax, before any cut by law; 0 where there is none
 */
export const aboveOwn = ({ own, left }: Pick<SurvivorsBenefits, 'own' | 'left'>, at: number, paid: number): number =>
  paid > 0 ? Math.max(0, paid * (left[at] ?? 1) - (own[at] ?? 0)) : 0;
