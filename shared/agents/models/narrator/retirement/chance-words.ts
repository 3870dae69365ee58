import { asksLittle as isLittle } from '../../../../finance/retirement/asks-little.ts';
import type { Retirement } from '../reading/reading.ts';

/**
 * What a chance means for a plan, in words. Planners commonly work between 75% and 90%; below one half the plan is more
 * likely to fail than not. Finishes "On these assumptions the plan …".
 */
export function verdict(success: number): string {
  if (success >= 1) return 'held in every future that was simulated, which is not the same as certain';
  if (success >= 0.95) return 'looks very safe';
  if (success >= 0.85) return 'looks sound';
  if (success >= 0.7) return 'is reasonable, with a real chance of having to adjust';
  if (success >= 0.5) return 'is more likely to hold than not, but too uncertain to rely on as it stands';
  if (success >= 0.2) return 'is more likely to run out of money than not';
  if (success > 0) return 'is unlikely to hold without changes';
  return 'did not hold in any future that was simulated';
}

/** Spending so little that success says nothing; what follows a rule is never that. */
export const asksLittle = ({ success, income, rule, sustainableIncome }: Retirement): boolean =>
  isLittle({ success, income: rule === null ? income : null, sustainableIncome });

/** Below one chance in five a plan is no plan. */
export function doesNotHold({ success, income }: Retirement): boolean {
  return income > 0 && success < 0.2;
}

/** More likely to fail than to hold: what would have to change comes before all else. */
export function fallsShort({ success, income }: Retirement): boolean {
  return income > 0 && success < 0.5;
}
