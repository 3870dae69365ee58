import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { SpendingGoal } from '../../schemas/retirement-plan/spending.ts';
import { usd } from '../amounts.ts';
import { ageOf, lifeOf, shownAge, whyNot, WITHOUT_A_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import { yearly } from './sums.ts';
import type { Said } from './sums.ts';

/** More than all the years that a plan can have. */
const MOST_YEARS = 100;

/**
 * What is paid on top of all other spending: once, or each year for some years, US dollars of today, at ages of the first person. Those
 * after the plan's end are left out.
 */
export function datedCost(
  change: PlanChange,
  setting: Setting & { costs?: readonly SpendingGoal[] },
): Said & { costs?: readonly SpendingGoal[]; impossible?: string } {
  const { per, toAge = null, years = null } = change;
  const amount = yearly(change);
  const what = `pay ${usd(amount)}${per === null ? '' : ' a year'} out of the portfolio`;
  const life = lifeOf(setting);
  if (life === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const age = ageOf(change, life, setting.year);
  if (age === null) return { label: what, impossible: 'the question gives it no year' };
  const count = per === null ? 1 : Math.min(MOST_YEARS, Math.ceil(toAge === null ? (years ?? 1) : toAge - age));
  const at = `at age ${shownAge(age)}`;
  const label = per === null || count <= 1 ? `pay ${usd(amount)} out of the portfolio ${at}` : `${what}, from age ${shownAge(age)} to ${shownAge(age + count - 1)}`; // prettier-ignore
  const impossible = count < 1 ? 'it would end before it begins' : whyNot(change, age, life);
  if (impossible !== null) return { label, impossible };
  const paid = Array.from({ length: count }, (_, year) => age + year).filter((at) => at < life.end);
  return { label, costs: [...(setting.costs ?? []), ...paid.map((at) => ({ name: 'Asked', age: at, amount }))] };
}
