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

/**
 * Spending of nothing, or of so little beside what would last that any such portfolio pays it: that the money is left then says
 * nothing of a retirement.
 */
export function asksLittle({ success, income, rule, sustainableIncome }: Retirement): boolean {
  if (rule !== null || success < 1) return false;
  return income === 0 || (sustainableIncome !== null && income < sustainableIncome * LITTLE);
}

/** A person who spends a twentieth of what the money would bear has more likely left out a zero, or given a month's. */
const LITTLE = 0.05;

/** Below one chance in five a plan is no plan. */
export function doesNotHold({ success, income }: Retirement): boolean {
  return income > 0 && success < 0.2;
}

/** More likely to fail than to hold: what would have to change comes before all else. */
export function fallsShort({ success, income }: Retirement): boolean {
  return income > 0 && success < 0.5;
}
