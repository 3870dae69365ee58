// A goal can be what sinks a plan: it is tried without it, with half of it and with it later, where it is large enough to decide.
import { describe, expect, test } from '@jest/globals';
import { planResult, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { isOfGoals } from '../../../shared/finance/retirement/answers/goal-what-ifs.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import { goalPlan } from '../../../shared/finance/retirement/portfolio/goal-plan.ts';
import { aPlan } from './a-plan.ts';

type Goals = NonNullable<PlanInput['spending']['goals']>;
const boat = { name: 'Boat', age: 63, amount: 900_000 };

const planWith = (goals: Goals, change: Partial<PlanInput> = {}, amount = 40_000): Plan =>
  aPlan({
    people: [{ age: 60, retireAt: 60 }],
    accounts: [{ name: 'All', type: 'tax_free', balance: 1_000_000 }],
    longevity: { model: 'fixed_age', age: 90 },
    simulation: { paths: 200, seed: 2 },
    ...change,
    spending: { amount, goals },
  });
const tried = (plan: Plan) => whatIfs(plan, { mean: 0.06, inflation: 0.02 }).filter(isOfGoals);
const labels = (plan: Plan) => tried(plan).map(({ label }) => label);
const successOf = (plan: Plan) => projectPlan(plan).success;

describe('the changes of goals that are tried', () => {
  test('leave the largest out, halve it and put it off, and nothing else', () => {
    const car = { name: 'Car', age: 61, amount: 20_000 };
    const plan = planWith([car, boat]);
    expect(tried(plan).map(({ label, plan: { spending } }) => [label, spending.goals])).toEqual([
      ['Without Boat, $900,000 at 63', [car]],
      ['Half as much for Boat, $450,000', [car, { ...boat, amount: 450_000 }]],
      ['Boat 5 years later, at 68', [car, { ...boat, age: 68 }]],
    ]);
    for (const one of tried(plan)) {
      expect({ ...one.plan, spending: { ...one.plan.spending, goals: [] } }).toEqual({
        ...plan,
        spending: { ...plan.spending, goals: [] },
      });
    }
  });

  test('take what is paid in several years under one name as one goal', () => {
    const years = [61, 62, 63, 64].map((age) => ({ name: 'College', age, amount: 60_000 }));
    expect(labels(planWith(years))).toEqual([
      'Without College, $240,000 in all from 61 to 64',
      'Half as much for College, $120,000 in all',
      'College 5 years later, from 66 to 69',
    ]);
  });

  test('leave all out together where none of them alone is what is too much', () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ name: `Trip ${at + 1}`, age: 62 + at, amount: 40_000 }));
    expect(labels(planWith(five))).toEqual(['Without any of the one-off goals, $200,000 in all']);
    expect(labels(planWith([boat, { name: 'House', age: 65, amount: 500_000 }])).at(-1)).toBe(
      'Without any of the one-off goals, $1,400,000 in all',
    );
  });

  test.each<[string, Goals]>([
    ['small beside what is held', [{ ...boat, amount: 49_000 }]],
    ['after the end', [{ ...boat, age: 95 }]],
    ['of nothing', [{ ...boat, amount: 0 }]],
  ])('are none of a goal %s', (_, goals) => {
    expect(labels(planWith(goals))).toEqual([]);
  });

  test('do not put a goal off beyond the end of the plan: not paying at all is no delay', () => {
    expect(tried(planWith([{ ...boat, age: 87 }])).map(({ key }) => key)).toEqual(['without_goal', 'half_goal']);
  });

  test('never leave out the paying back of what is owed', () => {
    const goals = { age: 50, retireAt: 65, lifeExpectancy: 90, income: 30_000, contribute: 20_000 };
    const plan = goalPlan(
      {
        ...{ balance: 300_000, mix: { equity: 1 } },
        owed: { amount: 200_000, nominalRate: 0.06, realRate: 0.035 },
      },
      goals,
      { paths: 100, seed: 1, confidence: 0.85, stepsPerYear: 1 },
    );
    expect(plan.spending.goals.length).toBeGreaterThan(0);
    expect(labels(plan)).toEqual([]);
  });

  test('are what those plans come to by themselves', () => {
    const plan = planWith([{ ...boat, amount: 400_000 }]);
    const { whatIfs: list, success } = planResult.parse(projectPlan(plan));
    expect(success).toBeLessThan(0.9);
    for (const one of tried(plan)) expect(list.find(({ key }) => key === one.key)?.success).toBe(successOf(one.plan));
  });

  test('are not compared by a year of spending, which a goal is itself a part of', () => {
    const plan = planWith([{ ...boat, age: 70, amount: 60_000 }]);
    const asShare = { ...plan, spending: { ...plan.spending, rule: { rule: 'percentage' as const, rate: 0.03 } } };
    const result = projectPlan(asShare);
    expect(tried(asShare)).not.toEqual([]);
    expect(result.whatIfMeasure).toBe('spending');
    expect(result.whatIfs.filter(isOfGoals)).toEqual([]);
  });
});

describe('a goal that nothing can pay', () => {
  test.each(['constant_real', 'floor_and_ceiling'] as const)('has no sustainable amount beside it (%s)', (name) => {
    const rule = name === 'constant_real' ? { rule: name } : { rule: name, rate: 0.04, floor: 0.8, ceiling: 1.2 };
    const plan = planWith([{ ...boat, amount: 50_000_000 }]);
    const result = projectPlan({ ...plan, spending: { ...plan.spending, rule } });
    const { sustainableSpending, sustainableSuccess, sustainableStop } = result;
    expect({ sustainableSpending, sustainableSuccess, sustainableStop }).toEqual({
      ...{ sustainableSpending: null, sustainableSuccess: 0, sustainableStop: 'goals' },
    });
    expect(result.notes.join(' ')).toContain('with nothing spent but the one-off goals the plan succeeds with 0%');
  });

  test('is told from one that leaves less than a cent, which lasts as surely as asked for', () => {
    const still: PlanInput['market'] = { assets: [{ name: 'cash', weight: 1, mean: 0, volatility: 0 }], inflation: { mean: 0, volatility: 0 } }; // prettier-ignore
    const { sustainableSpending, sustainableSuccess, sustainableStop } = projectPlan(
      planWith([{ ...boat, amount: 1_000_000 }], { market: still }),
    );
    expect({ sustainableSpending, sustainableSuccess, sustainableStop }).toEqual({
      ...{ sustainableSpending: 0, sustainableSuccess: 1, sustainableStop: null },
    });
  });
});
