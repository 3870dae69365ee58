import { isCertain } from '../../../../finance/retirement/proportion.ts';
import type { Retirement, WhatIf } from '../reading/reading.ts';

/** What-ifs that a person decides, with how a sentence about them begins; the others are strains on the plan. */
export const decisions: Readonly<Record<string, string>> = {
  spend_10_percent_less: 'Spending less',
  retire_2_years_later: 'Retiring later',
  save_20_percent_more: 'Saving more',
  start_saving: 'Starting to save',
  without_goal: 'Going without the largest goal',
  half_goal: 'Half as much for the largest goal',
  delay_goal: 'Putting off the largest goal',
  without_goals: 'Going without the one-off goals',
  claim_at_70: 'Claiming Social Security later',
  more_equity: 'Holding more stocks',
  less_equity: 'Holding fewer stocks',
  repay_debt: 'Paying back what is borrowed',
};

/** A change that chance does not explain and that is large enough to advise on. */
export const isReal = (one: WhatIf): boolean => isCertain(one) && Math.abs(one.change) >= 0.005;

/** The person's own levers that raise the chance for sure, strongest first. */
export function levers({ whatIfs }: Retirement): WhatIf[] {
  return whatIfs
    .filter((one) => one.key in decisions && one.change > 0 && isReal(one))
    .toSorted((a, b) => b.change - a.change);
}

/** What could go worse than assumed and would lower the chance for sure, worst first; nobody's decision. */
export function strains({ whatIfs }: Retirement): WhatIf[] {
  return whatIfs
    .filter((one) => !(one.key in decisions) && one.change < 0 && isReal(one))
    .toSorted((a, b) => a.change - b.change);
}
