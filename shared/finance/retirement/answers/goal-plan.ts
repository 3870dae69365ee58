import { assetClasses } from '../../../schemas/classification.ts';
import type { AssetClass } from '../../../schemas/classification.ts';
import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** The goals as a plan of the engine: one person, one untaxed account, spending and other income in today's money. */
export function goalPlan(
  balance: number,
  weights: Record<AssetClass, number>,
  goals: RetirementGoals,
  simulation: Plan['simulation'],
): Plan {
  // Stocks and bonds are always there: the what-ifs move money between them.
  const held = assetClasses.filter((key) => weights[key] > 0 || key === 'equity' || key === 'fixed_income');
  return {
    people: [{ age: goals.age, retireAt: goals.retireAt }],
    accounts: [{ name: 'portfolio', type: 'tax_free', balance, taxRate: 0, fee: 0 }],
    savings: [{ owner: 0, amount: goals.contribute, growth: 0, timing: 'end' }],
    incomes: (goals.otherIncome ?? []).map(({ amount, from, to }) => ({
      kind: 'pension',
      owner: 0,
      amount,
      basis: 'real',
      from,
      ...(to === undefined ? {} : { to }),
      survivorShare: 0,
      taxRate: 0,
    })),
    spending: {
      amount: goals.income,
      survivorShare: 1,
      timing: 'start',
      rule: { rule: 'constant_real' },
      goals: [],
    },
    market: {
      assets: held.map((name) => ({ name, weight: weights[name], kind: 'arithmetic', basis: 'nominal' })),
      correlations: [],
      glidePath: [],
      returns: { model: 'lognormal' },
    },
    longevity: { model: 'fixed_age', age: goals.lifeExpectancy },
    simulation,
  };
}
