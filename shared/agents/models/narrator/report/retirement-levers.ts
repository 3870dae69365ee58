import type { Reading, Retirement, WhatIf } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import type { Recommendation } from './recommendation.ts';

/** What-ifs that a person decides, with how a sentence about them begins; the others are strains on the plan. */
const decisions: Record<string, string> = {
  spend_10_percent_less: 'Spending less',
  retire_2_years_later: 'Retiring later',
  save_20_percent_more: 'Saving more',
  start_saving: 'Starting to save',
  more_equity: 'Holding more stocks',
  less_equity: 'Holding fewer stocks',
};

/** A change larger than chance explains: more than two of its standard errors. */
export function isReal({ change, standardError }: WhatIf): boolean {
  return Math.abs(change) > 2 * standardError && Math.abs(change) >= 0.005;
}

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

/** The change to the plan that does most, where the chance is below the level that the engine solves incomes for. */
export function changePlan({ book, retirement, money, stated }: Reading): Recommendation | null {
  if (retirement === null || retirement.success >= retirement.confidence) return null;
  const [best] = levers(retirement);
  if (best === undefined) return null;
  const { sustainableIncome, incomeGap, confidence } = retirement;
  return {
    title: `${decisions[best.key] ?? 'One change'} does most for your retirement`,
    text: paragraph(
      `“${best.label}” would raise the chance that the money lasts from ${percent(retirement.success)} to ${percent(best.success)}.`,
      sustainableIncome !== null &&
        incomeGap !== null &&
        incomeGap < -1 &&
        `To reach ${percent(confidence)} by spending alone, the income would have to be ${money(sustainableIncome)} a year instead of ${stated(retirement.income)}${later(book.number('retirement.earliestAge'), retirement)}.`,
    ),
    // The further the plan is from the level aimed for, the more it matters beside everything else.
    effect: best.change + confidence - retirement.success,
  };
}

function later(age: number | null, { retireAt, yearsToRetirement }: Retirement): string {
  return age === null || yearsToRetirement === 0 || age <= retireAt
    ? ''
    : `; by working longer alone, work would have to last to ${age.toString()}`;
}
