import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { plan, planResult, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { readPlan } from '../../../scripts/retirement/read-plan.ts';
import { planDocument } from '../../../scripts/retirement/plan-document.ts';
import { aPlan } from './a-plan.ts';

const problemsOf = (change: unknown): string[] => {
  const parsed = plan.safeParse({ ...aPlan(), ...z.record(z.string(), z.unknown()).parse(change) });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};
const market = aPlan().market;

test.each<[string, unknown]>([
  ['people', { people: [] }],
  ['people.0.age', { people: [{ age: -1, retireAt: 65 }] }],
  ['people.0.sex', { longevity: { model: 'us_period_life_table_2025' } }],
  ['longevity.age', { longevity: { model: 'fixed_age', age: 65 } }],
  ['longevity.model', { longevity: { model: 'eternal' } }],
  ['accounts.1.name', { accounts: [aPlan().accounts[0], aPlan().accounts[0]] }],
  ['accounts.0.taxRate', { accounts: [{ name: 'a', type: 'tax_free', balance: 1, taxRate: 0.1 }] }],
  ['savings.0.account', { savings: [{ amount: 1, account: 'nowhere' }] }],
  ['savings.0.owner', { savings: [{ amount: 1, owner: 1 }] }],
  ['incomes.0.to', { incomes: [{ kind: 'pension', amount: 1, from: 70, to: 65 }] }],
  ['incomes.0.claimAt', { incomes: [{ kind: 'social_security', amount: 1, claimAt: 75 }] }],
  ['market.assets.0.mean', { market: { ...market, assets: [{ name: 'mystery', weight: 1, volatility: 0.1 }] } }],
  ['market.assets', { market: { ...market, assets: [{ name: 'equity', weight: 0 }] } }],
  ['market.correlations.0.between', { market: { ...market, correlations: [{ between: ['shares', 'x'], value: 0 }] } }],
  ['market.glidePath.0.weights.x', { market: { ...market, glidePath: [{ age: 60, weights: { x: 1 } }] } }],
  ['simulation.stepsPerYear', { simulation: { stepsPerYear: 7 } }],
  ['simulation.paths', { simulation: { paths: 0 } }],
  ['spending.rule.rate', { spending: { amount: 1, rule: { rule: 'percentage', rate: 2 } } }],
])('what is wrong is named: %s', (path, change) => {
  expect(problemsOf(change)).toContain(path);
});

test('correlations that contradict each other are refused by name', () => {
  const assets = ['a', 'b', 'c'].map((name) => ({ name, weight: 1, mean: 0.05, volatility: 0.1 }));
  const correlations: NonNullable<PlanInput['market']['correlations']> = [
    { between: ['a', 'b'], value: 0.9 },
    { between: ['a', 'c'], value: 0.9 },
    { between: ['b', 'c'], value: -0.9 },
  ];
  expect(() => projectPlan(aPlan({ market: { assets, correlations } }))).toThrow(/contradict/);
});

describe('the worked example', () => {
  const example = plan.parse(JSON.parse(readFileSync('examples/plan.json', 'utf8')));

  test('runs, and its answer fits the contract', () => {
    const result = projectPlan({ ...example, simulation: { ...example.simulation, paths: 400 } });
    expect(planResult.parse(result)).toEqual(result);
    expect(result.earliestRetirement).not.toBeNull();
    expect(result.sequence.map((row) => row.fifth)).toEqual([1, 2, 3, 4, 5]);
    expect(result.sequence[0]?.success).toBeLessThan(result.sequence[4]?.success ?? 0);
    expect(result.whatIfs.map((row) => row.key)).toContain('claim_at_70');
  });

  test.each(['plan-published-model.json', 'plan-history.json'])('%s runs as well', async (file) => {
    const given = await readPlan(`examples/${file}`);
    const result = projectPlan({ ...given, simulation: { ...given.simulation, paths: 200 } });
    expect(planResult.parse(result)).toEqual(result);
  });

  test('the schema and the field list are those of the code', async () => {
    for (const [file, content] of Object.entries(await planDocument())) {
      expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).toBe(content);
    }
  });
});
