import type { RetirementResult } from '../../schemas/analysis.ts';
import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion } from '../../schemas/question.ts';
import { ageOf, lifeOf, shownAge, whyNot } from './dated.ts';
import type { Setting } from './dated.ts';

/**
 * What a question asks of the balances of the plan as it is: ages at which they are wanted, and from which age on the median has a sum. Balances
 * are those of the start of a year, in dollars of today (real).
 */
export function balancesIn(
  { balancesAt = [], balancesReached = [] }: Pick<AnalysisPlan, 'balancesAt' | 'balancesReached'>,
  setting: Setting,
  retirement: RetirementResult | null,
): Pick<AnsweredQuestion, 'balancesAt' | 'balancesReached'> {
  const life = lifeOf(setting);
  if (life === null || retirement === null) return {};
  const { ages, p50 } = retirement.balance;
  const at = balancesAt.map((date) => {
    const asked = ageOf(date, life, setting.year) ?? 0;
    const age = ages.findLast((one) => one <= asked);
    return age === undefined || asked > (ages.at(-1) ?? 0)
      ? { age: asked, missing: whyNot(date, asked, life) ?? `the plan does not go on to ${shownAge(asked)}` }
      : { age };
  });
  const reached = balancesReached.map((amount) => ({
    amount,
    age: ages.find((_age, index) => (p50[index] ?? 0) >= amount) ?? null,
  }));
  return {
    ...(at.length > 0 && { balancesAt: at }),
    ...(reached.length > 0 && { balancesReached: reached }),
  };
}
