import type { RetirementResult } from '../../schemas/analysis.ts';

/** A person who spends a twentieth of what the money would bear has more likely left out a zero, or given a month's. */
const LITTLE = 0.05;

/**
 * Whether a plan spends nothing, or so little beside what would last that any such portfolio pays it: that the money is left then
 * says nothing of a retirement. `income` and `sustainableIncome` are real US dollars a year; a plan without a level of its own (null)
 * spends by a rule, which is a test of it.
 */
export function asksLittle(plan: {
  success: number;
  income: number | null;
  sustainableIncome: number | null;
}): boolean {
  const { success, income, sustainableIncome } = plan;
  if (income === null || success < 1) return false;
  return income === 0 || (sustainableIncome !== null && income < sustainableIncome * LITTLE);
}

/** The same of a projection, whether of goals or of a whole plan. */
export function isUntested(
  result: Pick<RetirementResult, 'goals' | 'plan' | 'success' | 'sustainableIncome'>,
): boolean {
  const { goals, plan } = result;
  const level = plan?.spending.constant === true ? plan.spending.amount : null;
  return asksLittle({ ...result, income: plan === undefined ? (goals?.income ?? null) : level });
}
