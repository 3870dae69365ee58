import type { Retirement } from '../reading/reading.ts';
import { nameOf } from '../../../../finance/retirement/name-of.ts';

/** " from 68 on", of two " once Ana is 68": behind a sum that is spent from that age of the first person. */
export const sinceAge = ({ people }: Pick<Retirement, 'people'>, age: number): string =>
  people.length > 1 ? ` once ${nameOf(people, 0)} is ${age.toString()}` : ` from ${age.toString()} on`;

/** The same of the plan as it is; empty where spending begins as work stops, which goes without saying. */
export function spendingSince(plan: Retirement): string {
  const { yearsToRetirement, yearsToSpending, spendingFrom } = plan;
  if (yearsToSpending === yearsToRetirement) return '';
  return yearsToSpending === 0 ? ' from today on' : sinceAge(plan, spendingFrom);
}
