import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { plan, planResult, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { planProblems } from '../../../scripts/retirement/plan-problems.ts';
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
  [
    'longevity.deathProbabilities.1',
    { longevity: { model: 'life_table', firstAge: 65, deathProbabilities: [0.1, 0.5] } },
  ],
  ['people.0.age', { longevity: { model: 'life_table', firstAge: 70, deathProbabilities: [1] } }],
  ['spending.shareByAge.1.age', { spending: { amount: 1, shareByAge: [70, 70].map((age) => ({ age, share: 1 })) } }],
  ['market.rebalanceYears', { market: { ...market, rebalanceYears: 1.5 } }],
  ['longevity.model', { longevity: { model: 'eternal' } }],
  ['accounts.1.name', { accounts: [aPlan().accounts[0], aPlan().accounts[0]] }],
  ['accounts.0.taxRate', { accounts: [{ name: 'a', type: 'tax_free', balance: 1, taxRate: 0.1 }] }],
  ['savings.0.account', { savings: [{ amount: 1, account: 'nowhere' }] }],
  ['savings.0.owner', { savings: [{ amount: 1, owner: 1 }] }],
  ['incomes.0.to', { incomes: [{ kind: 'pension', amount: 1, from: 70, to: 65 }] }],
  ['socialSecurityCut', { socialSecurityCut: { from: 70, share: 0.2 } }],
  ['socialSecurityCut.share', { socialSecurityCut: { from: 70, share: 23 } }],
  ['incomes.0.claimAt', { incomes: [{ kind: 'social_security', amount: 1, claimAt: 75 }] }],
  ['market.assets.0.mean', { market: { ...market, assets: [{ name: 'mystery', weight: 1, volatility: 0.1 }] } }],
  ['market.assets', { market: { ...market, assets: [{ name: 'equity', weight: 0 }] } }],
  ['market.correlations.0.between', { market: { ...market, correlations: [{ between: ['shares', 'x'], value: 0 }] } }],
  ['market.glidePath.0.weights.x', { market: { ...market, glidePath: [{ age: 60, weights: { x: 1 } }] } }],
  ['market.falls.0.by.shares', { market: { ...market, falls: [{ age: 70, by: { shares: 1.2 } }] } }],
  ['market.falls.0.by.shares', { market: { ...market, falls: [{ age: 70, by: { shares: -0.1 } }] } }],
  ['market.falls.0.by.bonds', { market: { ...market, falls: [{ age: 70, by: { bonds: 0.1 } }] } }],
  ['market.falls.0.by', { market: { ...market, falls: [{ age: 70, by: {} }] } }],
  ['market.falls.1.age', { market: { ...market, falls: [70, 64].map((age) => ({ age, by: { shares: 0.1 } })) } }],
  ['market.falls.0.age', { market: { ...market, falls: [{ age: 95, by: { shares: 0.1 } }] } }],
  ['simulation.stepsPerYear', { simulation: { stepsPerYear: 7 } }],
  ['simulation.paths', { simulation: { paths: 0 } }],
  ['spending.rule.rate', { spending: { amount: 1, rule: { rule: 'percentage', rate: 2 } } }],
])('what is wrong is named: %s', (path, change) => {
  expect(problemsOf(change)).toContain(path);
});

describe('what is wrong is said in plain words', () => {
  const bare = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(aPlan())));
  const said = (change: Record<string, unknown>): string[] => {
    const input = { ...bare, ...change };
    const problems = planProblems(plan.safeParse(input).error?.issues ?? [], input);
    return problems.map(({ path, message }) => `${path} ${message}`);
  };

  test('a number too large for a double is said to be null', () => {
    const huge: unknown = JSON.parse('1e400');
    expect(said({ spending: { amount: huge }, accounts: [{ name: 'a', type: 'tax_free', balance: huge }] })).toEqual([
      'accounts[0].balance is a number too large to be read',
      'spending.amount is a number too large to be read',
    ]);
  });

  const returns = (given: unknown) => ({ market: { assets: [{ name: 'equity', weight: 1 }], returns: given } });

  test.each<[string, Record<string, unknown>]>([
    ['people is missing', { people: undefined }],
    ['people[0].age is missing', { people: [{ retireAt: 65 }] }],
    ['people[0].age must be a number, not "60"', { people: [{ age: '60', retireAt: 65 }] }],
    ['people[0].age must be at least 0, not -5', { people: [{ age: -5, retireAt: 65 }] }],
    ['people must have at least 1 entry', { people: [] }],
    ['people must be a list, [ ... ], not "me"', { people: 'me' }],
    ['spendng is not a field of a plan', { spendng: 1 }],
    ['people[0].retireAge is not a field of a plan', { people: [{ age: 60, retireAt: 65, retireAge: 65 }] }],
    ['spending.rule.rate is missing', { spending: { amount: 1, rule: { rule: 'percentage' } } }],
    ['simulation.stepsPerYear must be one of 1, 4, 12, 52, not 2', { simulation: { stepsPerYear: 2 } }],
    ['simulation.paths must be a whole number, not 1.5', { simulation: { paths: 1.5 } }],
    ['simulation.paths must be at most 1,000,000, not 2000000', { simulation: { paths: 2e6 } }],
    ['simulation.confidence must be below 1, not 85', { simulation: { confidence: 85 } }],
    [
      'longevity.model is missing: one of fixed_age, fixed_years, constant_hazard, gompertz, us_period_life_table_2025, life_table',
      { longevity: {} },
    ],
    [
      'market.returns.model must be one of lognormal, student_t, bootstrap, historical, not "normal"',
      returns({ model: 'normal' }),
    ],
    ['market.returns.history is missing: an object, { ... } or a text', returns({ model: 'bootstrap' })],
    ['market.returns.history must be an object, { ... } or a text, not 5', returns({ model: 'bootstrap', history: 5 })],
    [
      'market.falls[0].age is not before the end of the plan, at 95',
      { market: { ...market, falls: [{ age: 97, by: { shares: 0.4 } }] } },
    ],
    [
      'market.falls[0].by.shares must be at most 1, not 40',
      { market: { ...market, falls: [{ age: 70, by: { shares: 40 } }] } },
    ],
    ['market.returns.history.frequency is missing', returns({ model: 'bootstrap', history: { rows: [] } })],
    [
      'market.returns.history.rows[0].inflation is missing',
      returns({ model: 'bootstrap', history: { rows: [{ period: '1', returns: {} }] } }),
    ],
    [
      'spending.rule.ceiling must not be below floor',
      { spending: { amount: 1, rule: { rule: 'guyton_klinger', floor: 2, ceiling: 1 } } },
    ],
  ])('%s', (expected, change) => {
    expect(said(change)).toContain(expected);
  });

  test('once: a rule across fields is silent about a field that is wrong in itself', () => {
    expect(said({ market: { assets: [{ name: 'equity', weight: -1 }] } })).toEqual([
      'market.assets[0].weight must be at least 0, not -1',
    ]);
  });
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

test('a pair that is given twice with different figures is refused, in whatever order; said twice alike it is not', () => {
  const assets = ['a', 'b'].map((name) => ({ name, weight: 1, mean: 0.05, volatility: 0.1 }));
  const twice = (value: number) => ({
    market: {
      assets,
      correlations: [
        { between: ['a', 'b'], value: 0.9 },
        { between: ['b', 'a'], value },
      ],
    },
  });
  expect(problemsOf(twice(-0.9))).toEqual(['market.correlations.1.value']);
  expect(problemsOf(twice(0.9))).toEqual([]);
});

describe('the worked example', () => {
  const example = plan.parse(JSON.parse(readFileSync('examples/plan.json', 'utf8')));

  test('runs, and its answer fits the contract', () => {
    const result = projectPlan({ ...example, simulation: { ...example.simulation, paths: 400 } });
    expect(planResult.parse(result)).toEqual(result);
    expect(result.earliestRetirement).not.toBeNull();
    expect(result.sequence.map((row) => row.fifth)).toEqual([1, 2, 3, 4, 5]);
    expect(result.sequence[0]?.success).toBeLessThan(result.sequence[4]?.success ?? 0);
    const keys = result.whatIfs.map((row) => row.key);
    for (const key of ['claim_at_70', 'more_equity', 'less_equity', 'live_long']) expect(keys).toContain(key);
  });

  test.each(['plan-published-model.json', 'plan-history.json', 'plan-fall.json'])('%s runs as well', async (file) => {
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

test('the sustainable amount of whatever accounts can hold is an amount that a plan can spend', () => {
  const accounts = Array.from({ length: 20 }, (_, index) => ({
    name: String(index),
    type: 'tax_free' as const,
    balance: 1e15,
  }));
  const rich = aPlan({ accounts, simulation: { paths: 50, seed: 1 } });
  const amount = projectPlan(rich).sustainableSpending ?? NaN;
  expect(amount).toBeGreaterThan(1e14);
  expect(problemsOf({ spending: { amount } })).toEqual([]);
});
