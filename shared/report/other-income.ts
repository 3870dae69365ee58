import { incomeLabels } from '../finance/facts/other-income-facts.ts';
import type { RetirementGoals } from '../schemas/goals.ts';
import { listed, money } from './format.ts';

/** Said beside every chance of success: what income it counts beside the portfolio's, or that it counts none. */
export function besidePortfolio({ otherIncome = [] }: RetirementGoals, currency: string): string {
  if (otherIncome.length === 0) return 'Social Security and pensions are not counted';
  const paid = otherIncome.map(
    ({ kind, amount, from, to }) =>
      `${money(amount, currency)} of ${kind === 'social_security' ? incomeLabels[kind] : incomeLabels[kind].toLowerCase()} from ${from}${to === undefined ? '' : ` to ${to}`}`,
  );
  return `with ${listed(paid)}`;
}
