// Higher inflation is tried where it changes something: a change of exactly nothing reads as if inflation did not matter.
import { describe, expect, test } from '@jest/globals';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { aPlan } from './a-plan.ts';

const KEY = 'inflation_1_point_higher';
const assets = [{ name: 'mix', weight: 1, mean: 0.04, volatility: 0.12, kind: 'arithmetic', basis: 'real' }] as const;
const real = {
  accounts: [{ name: 'all', type: 'tax_free', balance: 900_000 }],
  incomes: [],
  spending: { amount: 42_000, rule: { rule: 'constant_real' } },
  market: { assets: [...assets], inflation: { mean: 0.025 } },
  simulation: { paths: 2000, seed: 5 },
} satisfies Partial<PlanInput>;

function tried(more: Partial<PlanInput>) {
  const { whatIfs } = projectPlan(aPlan({ ...real, ...more }));
  return whatIfs.find(({ key }) => key === KEY);
}

test('a plan without a dollar that inflation wears away has no such what-if', () => {
  expect(tried({})).toBeUndefined();
});

describe('it is tried, and changes something, of', () => {
  const taxed = { name: 'all', type: 'taxable', balance: 900_000, taxRate: 0.2 } as const;
  const pension = { kind: 'pension', owner: 0, amount: 15_000, basis: 'nominal', from: 65 } as const;
  const guardrails = { rule: 'guyton_klinger', withdrawalRule: true, inflationCap: 0.02 } as const;
  test.each<[string, Partial<PlanInput>]>([
    [
      'returns before inflation',
      { market: { ...real.market, assets: [{ ...assets[0], mean: 0.065, basis: 'nominal' }] } },
    ],
    ['a pension that is never raised', { incomes: [pension] }],
    ['a tax on returns', { accounts: [taxed] }],
    ['spending in the dollars of its first year', { spending: { amount: 42_000, rule: { rule: 'constant_nominal' } } }],
    ['guardrails that follow inflation up to a cap', { spending: { amount: 60_000, rule: guardrails } }],
  ])('%s', (_, more) => {
    const { change } = tried(more) ?? { change: 0 };
    expect(change).not.toBe(0);
  });
});
