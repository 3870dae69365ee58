import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** A hair's breadth of rounding must not cost a step. */
export const EPSILON = 1e-9;

/** Steps that so many years take, a begun one counted whole. */
export const stepsOf = (years: number, stepsPerYear: number): number => Math.ceil(years * stepsPerYear - EPSILON);

/** The step from today at which a person's age is reached, the first one not before it; negative where that is past. */
export const stepOfAge = ({ people, simulation }: Plan, owner: number, age: number): number =>
  stepsOf(age - (people[owner]?.age ?? 0), simulation.stepsPerYear);
