import type { OtherIncome, Reading, Retirement } from '../reading/reading.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';

/** So near to retirement, in years, or from this age on, people know what else they will live on. */
const NEAR = { years: 10, age: 55 };

/** Whether Social Security and pensions, near enough to be known, may settle what the simulation leaves open. */
function isNear({ age, yearsToRetirement }: Retirement): boolean {
  return yearsToRetirement <= NEAR.years || age >= NEAR.age;
}

/** What is said beside every chance of success: which income is counted beside the portfolio's, and which is not. */
export function beside(reading: Reading, plan: Retirement): string | null {
  const { otherIncome, notCounted, income, success } = plan;
  if (otherIncome.length > 0) {
    return paragraph(
      `Counted beside the portfolio: ${list(otherIncome.map((one) => paid(reading, plan, one)))}.`,
      notCounted !== null &&
        isNear(plan) &&
        `${sentence(notCounted)} ${isPlural(notCounted) ? 'are' : 'is'} not counted.`,
    );
  }
  if (notCounted === null) return null;
  if (income === 0 || plan.people.length > 0)
    return `${notCounted} ${isPlural(notCounted) ? 'are' : 'is'} not counted.`;
  return paragraph(
    `${notCounted} are not counted: the ${reading.stated(income)} is what the portfolio alone has to pay.`,
    isNear(plan) &&
      success < 0.95 &&
      'If part of it will come from them, ask again with what they will pay and from which age: the chance is then higher.',
  );
}

/** "$28,000 a year of Social Security from age 67". */
export function paid(
  { stated }: Reading,
  { age, people }: Retirement,
  { label, whose, amount, from, to, already, nominal, taxRate, cut }: OtherIncome,
): string {
  const kind = label === 'Social Security' ? label : label.toLowerCase();
  const what = whose === null ? kind : `${plain(whose)}’s ${kind}`;
  const begins = already || (people.length === 0 && from <= age) ? 'already paid' : `from age ${from.toString()}`;
  const less = cut === null ? '' : ` and ${stated(cut.amount)} from age ${cut.from.toString()} on, after the cut`;
  return `${stated(amount)} a year of ${what} ${begins}${less}${to === null ? '' : ` until age ${to.toString()}`}${nominal ? ' (not raised with inflation)' : ''}${taxRate === null ? '' : `, less ${percent(taxRate)} of tax`}`;
}

const isPlural = (text: string): boolean => text.includes(' and ') || text.endsWith('s');

/** The first question to someone near retirement whose plan falls short. */
export function askFirst(reading: Reading, plan: Retirement): string | null {
  if (
    plan.people.length > 0 ||
    plan.otherIncome.length > 0 ||
    plan.notCounted === null ||
    !isNear(plan) ||
    plan.income === 0
  )
    return null;
  return `Before anything else, make sure that ${reading.stated(plan.income)} is what you need from the portfolio beside Social Security and any pension, which are not counted here.`;
}

/** "take $80,000 a year from the portfolio", or "live on" it where other income pays a part. */
export function wanted({ stated }: Pick<Reading, 'stated'>, { income, otherIncome, people }: Retirement): string {
  if (otherIncome.length > 0 || (people.length > 0 && income > 0)) return `live on ${stated(income)} a year`;
  return income > 0 ? `take ${stated(income)} a year from the portfolio` : 'take nothing from the portfolio';
}
