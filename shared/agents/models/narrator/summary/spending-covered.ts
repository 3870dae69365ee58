import type { Reading } from '../reading/reading.ts';
import { beside, paid } from '../retirement/other-income.ts';
import { list, paragraph } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

/**
 * How much of what is spent Social Security and pensions pay, by what the question names of them: each source with its amount, and all
 * of them as a share of the spending. Null where there is no plan with an amount.
 */
export function spendingCovered(reading: Reading, question: string): string | null {
  const { retirement: plan, stated } = reading;
  if (plan === null || plan.income <= 0) return null;
  if (plan.otherIncome.length === 0) return beside(reading, plan);
  const named = plan.otherIncome.filter(({ label }) => question.toLowerCase().includes(label.toLowerCase().replace(/s$/, ''))); // prettier-ignore
  const rows = named.length > 0 ? named : plan.otherIncome;
  const sum = rows.reduce((total, { amount, cut }) => total + (cut?.amount ?? amount), 0);
  const isCut = rows.some(({ cut }) => cut !== null);
  const what = rows.length > 1 ? `Together, once all of them are paid${isCut ? ' and cut' : ''}, that` : isCut ? 'Once cut, that' : 'That'; // prettier-ignore
  const taxed = rows.some(({ taxRate }) => taxRate !== null) ? ' before tax' : '';
  return paragraph(
    `Counted beside the portfolio: ${list(rows.map((one) => paid(reading, plan, one)))}.`,
    `${what} is ${percent(sum / plan.income)} of the ${stated(plan.income)} a year that you want to spend${taxed}.`,
    sum >= plan.income && 'What of it is not spent is saved.',
  );
}
