import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { Scenario } from '../../schemas/question.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { balancesOf } from '../retirement/answers/balance-chances.ts';
import { ageOf, lifeOf } from './dated.ts';
import type { Setting } from './dated.ts';

/** What a question asks of balances to come. */
export type BalancesAsked = Pick<AnalysisPlan, 'balancesAt' | 'balancesReached' | 'balanceChances'>;

/**
 * What a question asks of balances, of a plan that it changes: at the start of the year of each day that is asked for and in the plan, in US
 * dollars of today (real), on the random numbers of the plan. Nothing where it asks for none.
 *
 * @param plan what is simulated
 * @param setting whose plan that is, with what the question changes
 */
export function balancesTried(
  { balancesAt = [], balancesReached = [], balanceChances = [] }: BalancesAsked,
  plan: Plan,
  setting: Setting,
  assumptions: MarketAssumptions | undefined,
): Pick<Scenario, 'balances'> {
  const life = lifeOf(setting);
  if (life === null || balancesAt.length + balancesReached.length + balanceChances.length === 0) return {};
  const balances = balancesOf(plan, assumptions);
  const inPlan = (date: Parameters<typeof ageOf>[0]): { age: number; year: number }[] => {
    const asked = ageOf(date, life, setting.year);
    const year = asked === null ? -1 : Math.floor(asked - life.age + 1e-9);
    return year < 0 || life.age + year > life.end ? [] : [{ age: life.age + year, year }];
  };
  const years = Array.from({ length: Math.ceil(life.end - life.age) }, (_, year) => year);
  // Beside a chance stands what there is then in the middle.
  const dates = [...balancesAt, ...balanceChances].flatMap(inPlan);
  const at = dates
    .filter(({ year }, place) => dates.findIndex((one) => one.year === year) === place)
    .flatMap(({ age, year }) => {
      const [p5 = null, p25 = null, p50 = null, p75 = null] = [0.95, 0.75, 0.5, 0.25].map((share) => balances(year).atLeast(share)); // prettier-ignore
      return p5 === null || p25 === null || p50 === null || p75 === null ? [] : [{ age, p5, p25, p50, p75 }];
    });
  const reached = balancesReached.map((amount) => {
    const first = years.find((year) => (balances(year).atLeast(0.5) ?? 0) >= amount);
    return { amount, age: first === undefined ? null : life.age + first };
  });
  const chances = balanceChances.flatMap(({ amount, ...date }) =>
    inPlan(date)
      .filter(({ age }) => at.some((one) => one.age === age))
      .map(({ age, year }) => ({ amount, age, chance: balances(year).share(amount) })),
  );
  return { balances: { at, reached, chances } };
}
