import type { Analysis, RetirementResult } from '../../schemas/analysis.ts';
import { isUntested } from '../../finance/retirement/asks-little.ts';
import { howSpent, termsOf } from '../../finance/retirement/terms.ts';
import type { Terms } from '../../finance/retirement/terms.ts';
import { plainText } from '../../charts/plain-text.ts';
import { chance, counted, lowerFirst, money, plusMinus } from '../format.ts';
import { besidePortfolio } from '../other-income.ts';

/** Of none or all of the futures a standard error of zero would say too much. */
function sampled({ success, standardError, paths }: RetirementResult, { future, historical }: Terms): string {
  const futures = counted(paths, future);
  if (historical) return `of ${futures}, each run once; they overlap`;
  if (success === 0) return `in none of ${futures}`;
  return success === 1 ? `in all of ${futures}` : `${plusMinus(standardError)} standard error, ${futures}`;
}

/** What is wanted a year, and from what. */
function wanted(result: RetirementResult, { income, taxWords }: Terms, currency: string): string {
  const { goals, plan } = result;
  const beside = besidePortfolio(result, currency);
  if (plan === undefined) {
    const alone = (goals?.otherIncome ?? []).length === 0;
    const tax = goals?.taxRate === undefined ? '' : ' after tax';
    return `${money(income ?? 0, currency)} a year${tax} is wanted${alone ? ' from the portfolio;' : ','} ${beside}`;
  }
  const spent = income === null ? 'spending' : `${money(income, currency)} a year ${taxWords},`;
  return `${spent} ${howSpent(plan)}; ${beside}`;
}

/** The chance with its error and what it leaves out, or why there is none. */
export function retirementLines({ retirement, retirementMissing, baseCurrency }: Analysis): string[] {
  if (retirement === null) {
    return retirementMissing === null ? [] : [`not projected: ${lowerFirst(plainText(retirementMissing))}`];
  }
  const terms = termsOf(retirement);
  const { success, goals } = retirement;
  const share = terms.historical ? 'of historical starts: the money lasts' : 'chance that the money lasts';
  return [
    ...(terms.cannotFail
      ? ['cannot run out: spending is a share of what there is, and goes up and down with it']
      : isUntested(retirement)
        ? [`no test: next to nothing is taken out, so that the money is left ${sampled(retirement, terms)}`]
        : [`${chance(success)} ${share} ${terms.until}`, sampled(retirement, terms)]),
    plainText(wanted(retirement, terms, baseCurrency)),
    ...(goals !== null && goals.retireAt < goals.age
      ? [`retired already: the retirement age, ${goals.retireAt}, has passed, so spending starts now at ${goals.age}`]
      : []),
  ];
}
