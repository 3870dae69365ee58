import type { Analysis } from '../../schemas/analysis.ts';
import { plainText } from '../../charts/plain-text.ts';
import { counted, money, percent } from '../format.ts';
import { besidePortfolio } from '../other-income.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Of none or all of the futures a standard error of zero would say too much. */
function sampled(success: number, standardError: number, paths: number): string {
  const futures = counted(paths, 'simulated future');
  if (success === 0) return `in none of ${futures}`;
  return success === 1 ? `in all of ${futures}` : `± ${percent(standardError)} standard error, ${futures}`;
}

/** The chance with its error and what it leaves out, or why there is none. */
export function retirementLines({ retirement, retirementMissing, baseCurrency }: Analysis): string[] {
  if (retirement === null) {
    return retirementMissing === null ? [] : [`not projected: ${lowerFirst(plainText(retirementMissing))}`];
  }
  const { success, standardError, paths, goals } = retirement;
  return [
    `${percent(success)} chance that the money lasts to age ${goals.lifeExpectancy}`,
    sampled(success, standardError, paths),
    `${money(goals.income, baseCurrency)} a year is wanted${(goals.otherIncome ?? []).length === 0 ? ' from the portfolio;' : ','} ${besidePortfolio(goals, baseCurrency)}`,
    ...(goals.retireAt < goals.age
      ? [`retired already: the retirement age, ${goals.retireAt}, has passed, so spending starts now at ${goals.age}`]
      : []),
  ];
}
