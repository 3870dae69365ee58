import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { SpendingGoal } from '../../../schemas/retirement-plan/spending.ts';

/** A debt whose interest is known, or assumed. */
export interface Debt {
  /** US dollars today, positive. */
  amount: number;
  /** Interest a year, a fraction: nominal as a lender states it, and real. */
  nominalRate: number;
  realRate: number;
}

/** Debts that are paid back before anything is saved: all of them, at the average of what they are charged today. */
export interface Owed extends Debt {
  /** Each by itself; one debt of all where absent. */
  debts?: readonly Debt[] | undefined;
  /** Paid today, out of what is held. */
  atOnce?: boolean | undefined;
  /** Whether what is held would pay them today: then it does under any goals whose saving would not. `atOnce` decides where absent. */
  covered?: boolean | undefined;
}

export const REPAYMENT = 'Paying back what is owed';

/** Whether debts are paid today and out of what is held, under these goals. */
export function paidAtOnce({ atOnce, covered, ...owed }: Owed, goals: RetirementGoals): boolean {
  return covered === undefined ? atOnce === true : covered && !paysFromSaving(owed, goals);
}

/** Whether what is saved until retirement pays debts, nothing of what is held beside it. */
export function paysFromSaving(owed: Owed, goals: RetirementGoals): boolean {
  const { age, retireAt, contribute } = goals;
  const saves = contribute > 0 && retireAt > age;
  return saves && (repaymentsOf(owed, goals).at(-1)?.amount ?? 0) <= contribute * (1 + Number.EPSILON);
}

/**
 * What is saved goes to the debts at the end of each year until they are gone, the dearest first; what is left of them at retirement
 * is paid then. Ages and US dollars in today's money: a debt grows by its real rate, D' = D (1 + r) - payment.
 */
export function repaymentsOf(owed: Owed, goals: RetirementGoals): SpendingGoal[] {
  const { age, retireAt, contribute } = goals;
  const payment = (at: number, amount: number): SpendingGoal => ({ name: REPAYMENT, age: at, amount });
  if (paidAtOnce(owed, goals)) return [payment(age, owed.amount)];
  const payments: SpendingGoal[] = [];
  const debts = (owed.debts ?? [owed]).map((one) => ({ ...one })).sort((a, b) => b.realRate - a.realRate);
  const sum = () => debts.reduce((total, { amount }) => total + amount, 0);
  for (let next = age + 1; sum() > 0 && next <= retireAt; next++) {
    let left = next === retireAt ? Infinity : contribute;
    let paid = 0;
    for (const debt of debts) {
      const due = debt.amount * (1 + debt.realRate);
      const part = Math.min(due, left);
      debt.amount = due - part;
      [left, paid] = [left - part, paid + part];
    }
    if (paid > 0) payments.push(payment(next, paid));
  }
  if (sum() > 0) payments.push(payment(age, sum()));
  return payments;
}
