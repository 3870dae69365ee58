import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { SpendingGoal } from '../../../schemas/retirement-plan/spending.ts';

/** Debts that are larger than all that is held: they are paid back before anything is saved. */
export interface Owed {
  /** US dollars today, positive. */
  amount: number;
  /** Interest a year, effective, a fraction: nominal as a lender states it, and real. */
  nominalRate: number;
  realRate: number;
}

export const REPAYMENT = 'Paying back what is owed';

/**
 * What is saved goes to the debt at the end of each year until it is gone; what is left of it at retirement is paid then. Ages
 * and US dollars in today's money: the debt grows by its real rate, D' = D (1 + r) - payment.
 */
export function repaymentsOf(
  { amount, realRate }: Owed,
  { age, retireAt, contribute }: RetirementGoals,
): SpendingGoal[] {
  const payments: SpendingGoal[] = [];
  let debt = amount;
  for (let next = age + 1; debt > 0 && next <= retireAt; next++) {
    debt *= 1 + realRate;
    const paid = next === retireAt ? debt : Math.min(debt, contribute);
    debt -= paid;
    if (paid > 0) payments.push({ name: REPAYMENT, age: next, amount: paid });
  }
  if (debt > 0) payments.push({ name: REPAYMENT, age, amount: debt });
  return payments;
}
