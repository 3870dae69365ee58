/**
 * Later than this nobody can count on working: about one American in twelve of 75 and over works or looks for work (U.S. Bureau
 * of Labor Statistics, participation rate of 75 years and over, 2020s). Years.
 */
const LATEST = 75;
/** A plan that goes beyond it by itself may go on by so many years. */
const MORE = 2;

/**
 * Whether an age at which work could stop is one to advise: what the engine solves for beyond it is arithmetic. `planned` is
 * the age of retirement in the plan, whole years.
 */
export function canCountOnWorkingTo(age: number, planned: number): boolean {
  return age <= Math.max(LATEST, planned + MORE);
}
