import type { RetirementResult } from '../../schemas/analysis.ts';
import type { AnalysisPlan, ChanceAsked, DateAsked } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion } from '../../schemas/question.ts';
import { balanceChances as chancesOf } from '../retirement/answers/balance-chances.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import { ageOf, lifeOf, shownAge, whyNot } from './dated.ts';
import type { Setting } from './dated.ts';

/**
 * What a question asks of the balances of the plan as it is: ages at which they are wanted, from which age on the median has a sum, and in
 * what share of the futures a sum is there at an age. Balances are those of the start of a year, in dollars of today (real).
 *
 * @param projected what the projection was made from
 */
export function balancesIn(
  {
    balancesAt = [],
    balancesReached = [],
    balanceChances = [],
  }: Pick<AnalysisPlan, 'balancesAt' | 'balancesReached' | 'balanceChances'>,
  setting: Setting,
  retirement: RetirementResult | null,
  projected: RetirementInput | null,
): Pick<AnsweredQuestion, 'balancesAt' | 'balancesReached' | 'balanceChances'> {
  const life = lifeOf(setting);
  if (life === null || retirement === null) return {};
  const { ages, p50 } = retirement.balance;
  const ageAt = (date: DateAsked | ChanceAsked): { age: number; missing?: string } => {
    const asked = ageOf(date, life, setting.year) ?? 0;
    const age = ages.findLast((one) => one <= asked);
    return age === undefined || asked > (ages.at(-1) ?? 0)
      ? { age: asked, missing: whyNot(date, asked, life) ?? `the plan does not go on to ${shownAge(asked)}` }
      : { age };
  };
  const sums = balanceChances.map((one) => ({ amount: one.amount, ...ageAt(one) }));
  const known = sums.filter(({ missing }) => missing === undefined);
  const shares =
    known.length === 0 || projected === null
      ? []
      : chancesOf(
          planFor(projected).plan,
          known.map(({ amount, age }) => ({ amount, year: ages.indexOf(age) })),
          projected.assumptions,
        );
  const chances = sums.map((one) => {
    const chance = shares[known.indexOf(one)];
    return { ...one, ...(chance !== undefined && { chance }) };
  });
  const dates = balancesAt.map(ageAt);
  // Beside a chance stands what there is then in the middle.
  const beside = known.flatMap(({ age }) => (dates.some((date) => date.age === age) ? [] : [{ age }]));
  const at = [...dates, ...beside.filter(({ age }, place) => beside.findIndex((one) => one.age === age) === place)];
  const reached = balancesReached.map((amount) => ({
    amount,
    age: ages.find((_age, index) => (p50[index] ?? 0) >= amount) ?? null,
  }));
  return {
    ...(at.length > 0 && { balancesAt: at }),
    ...(reached.length > 0 && { balancesReached: reached }),
    ...(chances.length > 0 && { balanceChances: chances }),
  };
}
