// What a rule of spending has no use for is told nowhere as if it did something, and a note says that it does nothing.
import { describe, expect, test } from '@jest/globals';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { aPlan } from './a-plan.ts';

type Spending = PlanInput['spending'];

const rules: Record<string, Spending['rule']> = {
  'the same in today’s money': { rule: 'constant_real' },
  'the same in dollars': { rule: 'constant_nominal' },
  'a percentage of the balance': { rule: 'percentage', rate: 0.05 },
  guardrails: { rule: 'guyton_klinger' },
  'variable percentage withdrawal': { rule: 'variable_percentage', realReturn: 0.03 },
  'a floor and a ceiling': { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.9, ceiling: 1.1 },
};

const fields = {
  amount: { amount: 50_000 },
  growth: { growth: -0.03 },
  shareByAge: {
    shareByAge: [
      { age: 66, share: 1 },
      { age: 72, share: 0.5 },
    ],
  },
  survivorShare: { survivorShare: 0.6 },
  planTo: { planTo: 82 },
} satisfies Record<string, Partial<Spending>>;

/** Of two of whom one outlives the other, with little beside what they hold. */
const couple = (spending: Spending, lives: readonly [number, number] = [78, 90]) =>
  aPlan({
    people: [
      { name: 'Ana', age: 63, retireAt: 65, longevity: { model: 'fixed_age', age: lives[0] } },
      { name: 'Ben', age: 63, retireAt: 65, longevity: { model: 'fixed_age', age: lives[1] } },
    ],
    accounts: [{ name: 'fund', type: 'tax_free', balance: 800_000 }],
    savings: [],
    incomes: [],
    spending,
    market: { assets: [{ name: 'equity', weight: 1 }], inflation: { mean: 0.02 } },
    simulation: { paths: 60, seed: 11 },
  });

/** All that a plan comes to, without what its notes say, and those. */
function simulated(spending: Spending, lives?: readonly [number, number]) {
  const plan = couple(spending, lives);
  const { notes, ...figures } = projectPlan(plan);
  return { figures: JSON.stringify(figures), notes: notes.join(' '), outline: outlineOf(plan) };
}

describe.each(Object.entries(rules))('of %s', (_, rule) => {
  test.each(Object.entries(fields))(
    '%s is told where it changes what is simulated, and only there',
    (field, change) => {
      const without = simulated({ amount: 40_000, rule });
      const changed = simulated({ amount: 40_000, rule, ...change });
      const moves = changed.figures !== without.figures;
      expect(changed.notes.includes(`spending.${field}`)).toBe(!moves);
      if (!moves) expect(changed.outline).toEqual(without.outline);
      else expect(changed.outline).not.toEqual(without.outline);
    },
  );
});

test('a share for one alone is told of no couple of whom nobody is left alone', () => {
  const spending = { amount: 40_000, survivorShare: 0.6 };
  const [without, changed] = [simulated({ amount: 40_000 }, [85, 85]), simulated(spending, [85, 85])];
  expect(changed.figures).toBe(without.figures);
  expect(changed.outline).toEqual(without.outline);
  expect(changed.notes).toContain('spending.survivorShare changes nothing: neither of the two outlives the other');
});

test('a share of the balance is spent at ages at which the plan’s own share is nothing', () => {
  const rule = { rule: 'percentage', rate: 0.05 } as const;
  const { notes } = simulated({ amount: 0, rule, shareByAge: [{ age: 60, share: 0 }] });
  expect(notes).not.toContain('Spending never begins');
  expect(notes).toContain('does not use spending.shareByAge of the plan: it changes nothing');
});

test('what changes with age is said of what it changes', () => {
  const how = (rule: Spending['rule']) => outlineOf(couple({ amount: 40_000, rule, growth: -0.01 })).spending.how;
  expect(how({ rule: 'constant_real' })).toBe('lowered by 1% a year beyond inflation');
  expect(how({ rule: 'constant_nominal' })).toBe(
    'kept at that many dollars and never raised with inflation, but lowered by 1% a year',
  );
  expect(how(rules['a floor and a ceiling'])).toBe(
    '5% of the balance each year, between 90% and 110% of that amount, which is lowered by 1% a year beyond inflation',
  );
  expect(how(rules['a percentage of the balance'])).toBe('5% of the balance each year, on top of other income');
});
