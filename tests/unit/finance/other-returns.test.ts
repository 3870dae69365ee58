// Another expected return than is assumed: of the class or the portfolio that is meant, in every future, and never a fall of today.
import { describe, expect, test } from '@jest/globals';
import { answerQuestion } from '../../../shared/finance/question/answer-question.ts';
import { applyChanges } from '../../../shared/finance/question/scenario.ts';
import { marketLaw } from '../../../shared/finance/retirement/returns/market-law.ts';
import { planFor, projectRetirement } from '../../../shared/finance/retirement/project.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const input = { goals, balance: 500_000, mix: { equity: 0.6, fixed_income: 0.4 }, seed: 1, paths: 2000 };
const { market } = planFor(input).plan;
const standing = { goals, balance: 500_000, stocks: 0.6, market };
const change = (of: Partial<PlanChange>): PlanChange => ({
  ...{ what: 'returns', how: 'to', value: 4, per: null, fromAge: null },
  ...of,
});
const tried = (of: Partial<PlanChange>) => applyChanges([change(of)], standing);
const meanOf = (name: string) => marketLaw(market).assets.find((one) => one.name === name)?.mean ?? Number.NaN;
const chanceOf = (of: Partial<PlanChange>) => {
  const plan = { focus: [], outside: [], whatIfs: [{ changes: [change(of)] }] };
  return answerQuestion(plan, standing, input).scenarios[0]?.outcome?.success;
};

test('of a class is that of the class alone, and its volatility stays', () => {
  const { returns, label, balance } = tried({ asset: 'equity' });
  expect(returns).toEqual({ equity: { mean: 0.04, kind: 'arithmetic', basis: 'nominal' } });
  expect(balance).toBe(500_000);
  expect(label).toMatch(/^Stocks return 4% in an average year instead of [\d.]+%, before inflation and costs$/);
});

test('of the portfolio moves every class by as much', () => {
  const { returns = {} } = tried({ how: 'down', value: 2 });
  for (const name of ['equity', 'fixed_income']) expect(returns[name]?.mean).toBeCloseTo(meanOf(name) - 0.02, 12);
});

test('of two classes are both other ones', () => {
  const both = applyChanges([change({ asset: 'equity' }), change({ asset: 'fixed_income', value: 2 })], standing);
  expect([both.returns?.equity?.mean, both.returns?.fixed_income?.mean]).toEqual([0.04, 0.02]);
});

describe('in every future', () => {
  const planned = projectRetirement(input).success;

  test('lower ones last less often, higher ones more often', () => {
    expect(chanceOf({ asset: 'equity', value: 3 })).toBeLessThan(planned);
    expect(chanceOf({ how: 'up', value: 2 })).toBeGreaterThan(planned);
  });

  test('the assumed one is the plan itself', () => {
    expect(chanceOf({ asset: 'equity', value: 100 * meanOf('equity') })).toBe(planned);
  });
});

test('what the plan holds none of, takes from history or nobody plans with is not tried', () => {
  expect(tried({ asset: 'commodities' }).impossible).toMatch(/holds none/);
  expect(tried({ how: 'down', value: 60 }).impossible).toMatch(/nobody plans/);
  const rows = ['1990', '1991'].map((period) => ({ period, inflation: 0.02, returns: { equity: 0.05, fixed_income: 0.03 } })); // prettier-ignore
  const history = { model: 'historical' as const, wrap: false, history: { frequency: 'year' as const, rows } };
  const past = { ...standing, market: { ...market, returns: history } };
  expect(applyChanges([change({})], past).impossible).toMatch(/from history/);
});
