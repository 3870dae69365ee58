import type { Reading, Retirement } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';

/** So near to retirement, in years, or from this age on, people know what else they will live on. */
const NEAR = { years: 10, age: 55 };

/** Whether the simulation counts income beside the portfolio's; a fact about it means that it does. */
export function countsOtherIncome({ book }: Pick<Reading, 'book'>): boolean {
  return book.facts.some(
    ({ name }) => /^(?:goals|retirement|assumption)\./.test(name) && /socialSecurity|pension/i.test(name),
  );
}

/** Whether Social Security and pensions, near enough to be known, may settle what the simulation leaves open. */
function isNear({ age, yearsToRetirement }: Retirement): boolean {
  return yearsToRetirement <= NEAR.years || age >= NEAR.age;
}

/** What is said beside every chance of success: that the income is wanted from the portfolio, and nothing else is counted. */
export function beside(reading: Reading, plan: Retirement): string | null {
  if (countsOtherIncome(reading)) return null;
  if (plan.income === 0) return 'Social Security and pensions are not counted.';
  return paragraph(
    `Social Security and pensions are not counted: the ${reading.stated(plan.income)} is what the portfolio alone has to pay.`,
    isNear(plan) &&
      plan.success < 0.95 &&
      'If part of it will come from them, ask again with the rest only: the chance is then higher.',
  );
}

/** The first question to someone near retirement whose plan falls short. */
export function askFirst(reading: Reading, plan: Retirement): string | null {
  if (countsOtherIncome(reading) || !isNear(plan) || plan.income === 0) return null;
  return `Before anything else, make sure that ${reading.stated(plan.income)} is what you need from the portfolio beside Social Security and any pension, which are not counted here.`;
}
