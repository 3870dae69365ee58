// What is in a person's hands: the change told to help most is the first of the table that is one, whichever the engine tries.
import { describe, expect, test } from '@jest/globals';
import { decisions } from '../../../shared/agents/models/narrator/report/retirement-levers.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { wholePlan } from './portfolios.ts';

/** What nobody decides. */
const STRAINS = ['live_long', 'live_5_years_longer', 'returns_1_point_lower', 'inflation_1_point_higher'];

const single: Partial<PlanInput> = {
  people: [{ age: 61, retireAt: 62 }],
  incomes: [{ kind: 'social_security', amount: 40_000, claimAt: 62 }],
  savings: [],
  longevity: { model: 'fixed_age', age: 98 },
  spending: { amount: 65_000 },
};
const plans = {
  'a couple': wholePlan({}),
  'one person who saves nothing': wholePlan(single),
  'a couple until a fixed age': wholePlan({ longevity: { model: 'fixed_age', age: 95 } }),
};
const { market } = plans['a couple'];
const asset = { kind: 'arithmetic', basis: 'nominal' } as const;
const assets = [
  { ...asset, name: 'equity', weight: 1.3 },
  { ...asset, name: 'cash', weight: -0.3 },
];
const owing = { ...plans['a couple'], market: { ...market, assets } };

describe('each change that is tried', () => {
  test.each(Object.entries({ ...plans, 'who owes': owing }))('of %s is a decision or a strain', (_, plan) => {
    const keys = whatIfs(plan, { mean: 0.06, inflation: 0.02 }).map(({ key }) => key);
    expect(keys.filter((key) => !(key in decisions) && !STRAINS.includes(key))).toEqual([]);
  });
});

test('a later claim that does most is told first, as the table has it', async () => {
  const plan = wholePlan({ ...single, simulation: { paths: 400, seed: 3 } });
  const lines = [line('STOX', 3600, 100), line('BOND', 5400, 100)];
  const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, plan });
  const [best] = (analysis.retirement?.whatIfs ?? []).filter(({ key }) => key in decisions);
  expect(best?.key).toBe('claim_at_70');
  const { output } = await writeRetirement(factsOf(analysis));
  expect(output.sections.find(({ id }) => id === 'what-would-change-it')?.body).toContain(
    `Of what is in your hands, “${best?.label ?? ''}” helps most`,
  );
});
