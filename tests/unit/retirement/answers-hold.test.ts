// What an answer claims is what the very plan it speaks of does when it is run again over the same futures.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planResult, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { isOfGoals } from '../../../shared/finance/retirement/answers/goal-what-ifs.ts';
import { runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { countLasting } from '../../../shared/finance/retirement/answers/ranking.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import { aPlan } from './a-plan.ts';

const PATHS = 100;
/** One path more or less lasts where a balance ends at nothing but rounding. */
const ONE_PATH = 1 / PATHS + 1e-9;

const successOf = (plan: Plan): number => {
  const { paths } = plan.simulation;
  return countLasting(runSlice({ plans: [plan], paths, record: false }, 0, paths).ruin) / paths;
};
const withAmount = (plan: Plan, amount: number): Plan => ({ ...plan, spending: { ...plan.spending, amount } });

const rules: fc.Arbitrary<NonNullable<PlanInput['spending']['rule']>> = fc.oneof(
  fc.constantFrom({ rule: 'constant_real' as const }, { rule: 'constant_nominal' as const }),
  fc.constantFrom(
    { rule: 'percentage' as const, rate: 0.04 },
    { rule: 'variable_percentage' as const, realReturn: 0.03 },
  ),
  fc.record({
    rule: fc.constant('floor_and_ceiling' as const),
    rate: fc.double({ min: 0.02, max: 0.08, noNaN: true }),
    floor: fc.constantFrom(0, 0.5, 0.9, 1),
    ceiling: fc.constantFrom(1, 1.2, 2),
  }),
  fc
    .record({
      floor: fc.constantFrom(null, 0, 20_000, 60_000, 100_000),
      over: fc.constantFrom(null, 0, 10_000, 60_000),
    })
    .map(({ floor, over }) => ({
      rule: 'guyton_klinger' as const,
      ...(floor === null ? {} : { floor }),
      ...(over === null ? {} : { ceiling: (floor ?? 30_000) + over }),
    })),
);

const plans: fc.Arbitrary<Plan> = fc
  .record({
    age: fc.integer({ min: 50, max: 70 }),
    works: fc.integer({ min: 0, max: 8 }),
    partner: fc.boolean(),
    taxed: fc.boolean(),
    balance: fc.integer({ min: 0, max: 2_000_000 }),
    saved: fc.constantFrom(0, 15_000),
    amount: fc.integer({ min: 0, max: 120_000 }),
    rule: rules,
    goal: fc.constantFrom(0, 0, 150_000, 5_000_000),
    pension: fc.constantFrom(0, 20_000),
    from: fc.constantFrom(null, 2),
    life: fc.constantFrom<PlanInput['longevity']>(
      { model: 'fixed_age', age: 95 },
      { model: 'us_period_life_table_2025' },
    ),
    stepsPerYear: fc.constantFrom(1 as const, 4 as const),
    confidence: fc.constantFrom(0.5, 0.85, 0.95),
    seed: fc.integer({ min: 1, max: 1000 }),
  })
  .map((one) => {
    const ana = { age: one.age, retireAt: one.age + one.works, sex: 'female' as const };
    return aPlan({
      people: one.partner ? [ana, { age: 66, retireAt: 66, sex: 'male' }] : [ana],
      accounts: [
        { name: 'savings', type: 'tax_free', balance: one.balance },
        { name: 'fund', type: 'tax_deferred', balance: one.balance / 3, taxRate: one.taxed ? 0.2 : 0 },
      ],
      savings: one.saved === 0 ? [] : [{ account: 'fund', owner: 0, amount: one.saved }],
      incomes: one.pension === 0 ? [] : [{ kind: 'pension', owner: 0, amount: one.pension, from: 67 }],
      spending: {
        amount: one.amount,
        rule: one.rule,
        ...(one.from === null ? {} : { from: one.age + one.works + one.from }),
        goals: one.goal === 0 ? [] : [{ name: 'house', age: 72, amount: one.goal }],
      },
      longevity: one.life,
      simulation: { paths: PATHS, seed: one.seed, stepsPerYear: one.stepsPerYear, confidence: one.confidence },
    });
  });

describe('an answer holds when its plan is run again', () => {
  test('the sustainable amount succeeds as often as is said, and what stops it is what stops it', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const result = projectPlan(plan);
        expect(planResult.safeParse(result).error).toBeUndefined();
        const { sustainableSpending: amount, sustainableSuccess: claimed, sustainableStop: stop, confidence } = result;
        const { rule } = plan.spending;
        if (claimed === null) {
          expect([amount, stop]).toEqual([null, null]);
          return;
        }
        const { floor = 0, ceiling = Infinity } = rule.rule === 'guyton_klinger' ? rule : {};
        expect(result.notes.some((note) => note.includes('sustainable amount is the ceiling'))).toBe(
          stop === 'ceiling',
        );
        expect(result.notes.some((note) => note.startsWith('There is no sustainable amount'))).toBe(
          stop === 'floor' || stop === 'goals',
        );
        if (stop === 'goals') {
          expect(amount).toBeNull();
          expect(plan.spending.goals.length).toBeGreaterThan(0);
          expect(successOf(withAmount(plan, 0))).toBe(claimed);
          expect(claimed).toBeLessThan(confidence);
          return;
        }
        if (stop === 'floor') {
          expect(amount).toBeNull();
          expect(successOf(withAmount(plan, 0))).toBe(claimed);
          expect(successOf(withAmount(plan, floor))).toBe(claimed);
          expect(claimed).toBeLessThan(confidence);
          return;
        }
        if (stop === 'any') {
          expect(amount).toBeNull();
          expect(successOf(withAmount(plan, 1e12))).toBeGreaterThanOrEqual(confidence - 1e-9);
          return;
        }
        const spent = amount ?? NaN;
        expect(spent).toBeLessThanOrEqual(ceiling);
        expect(spent === 0 || spent >= floor).toBe(true);
        expect(Math.abs(successOf(withAmount(plan, spent)) - claimed)).toBeLessThanOrEqual(ONE_PATH);
        expect(claimed).toBeGreaterThanOrEqual(confidence - 1e-9);
        if (stop === 'ceiling') {
          expect(spent).toBe(ceiling);
          expect(successOf(withAmount(plan, 2 * ceiling))).toBe(claimed);
        } else if (rule.rule !== 'guyton_klinger') {
          expect(successOf(withAmount(plan, spent * 1.01 + 5))).toBeLessThan(confidence);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('the earliest retirement and every what-if succeed as often as is said', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const result = projectPlan(plan);
        const { earliestRetirement: earliest, confidence } = result;
        if (earliest !== null) {
          const { ages, spendingFrom: from } = earliest;
          const people = plan.people.map((person, index) => ({ ...person, retireAt: ages[index] ?? NaN }));
          const again = { ...plan, people, spending: { ...plan.spending, ...(from !== undefined && { from }) } };
          expect(successOf(again)).toBeCloseTo(earliest.success, 9);
          expect(earliest.success).toBeGreaterThanOrEqual(confidence - 1e-9);
        }
        const { mean, inflation } = result.market;
        for (const change of whatIfs(plan, { mean, inflation })) {
          const told = result.whatIfs.find(({ key }) => key === change.key);
          if (told === undefined && isOfGoals(change) && result.whatIfMeasure === 'spending') continue;
          expect(told?.label).toBe(change.label);
          expect(successOf(change.plan)).toBeCloseTo(told?.success ?? NaN, 9);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('retiring earlier ends what is saved until an age after it, and later goes on saving', () => {
    const given = (retireAt: number, savings: PlanInput['savings']) =>
      aPlan({
        people: [{ age: 48, retireAt }],
        accounts: [{ name: 'a', type: 'tax_free', balance: 1_000_000 }],
        ...{ savings, spending: { amount: 38_000 }, longevity: { model: 'fixed_age', age: 95 } },
      });
    const found = projectPlan(
      given(65, [
        { amount: 60_000, to: 58 },
        { amount: 20_000, from: 58 },
      ]),
    ).earliestRetirement;
    const age = found?.ages[0] ?? NaN;
    const alone = [{ amount: 60_000, to: Math.min(58, age) }, ...(age > 58 ? [{ amount: 20_000, from: 58 }] : [])];
    expect(successOf(given(age, age > 48 ? alone : []))).toBe(found?.success);
    const later = projectPlan(given(50, [{ amount: 60_000, to: 50 }])).whatIfs;
    expect(later.find(({ key }) => key === 'retire_2_years_later')?.success).toBe(
      successOf(given(52, [{ amount: 60_000 }])),
    );
  });

  test('an amount above the ceiling is not what ten percent less is of', () => {
    const rule = { rule: 'guyton_klinger' as const, ceiling: 50_000 };
    const plan = aPlan({ spending: { amount: 80_000, rule } });
    const [less] = whatIfs(plan, { mean: 0.07, inflation: 0.02 });
    expect(less?.label).toBe('Spend 10% less, $45,000 a year');
    expect(less?.plan.spending.amount).toBe(45_000);
    expect(projectPlan(plan).notes).toContainEqual(expect.stringContaining('begins at the ceiling of $50,000'));
  });

  test('ten percent less than a floor takes the floor along, and says so', () => {
    const rule = { rule: 'guyton_klinger' as const, floor: 78_000 };
    const plan = aPlan({ spending: { amount: 80_000, rule } });
    const [less] = whatIfs(plan, { mean: 0.07, inflation: 0.02 });
    expect(less?.label).toBe('Spend 10% less, $72,000 a year, and let the floor be as low');
    expect(less?.plan.spending.rule).toMatchObject({ floor: 72_000 });
  });

  test('a hopeless plan has nothing to spend, not a millionth of a cent', () => {
    const market: PlanInput['market'] = {
      assets: [{ name: 'equity', weight: 1, mean: -0.5, volatility: 2 }],
      returns: { model: 'student_t', degreesOfFreedom: 2.1 },
    };
    const plan = aPlan({ market, simulation: { paths: 100, stepsPerYear: 52 } });
    expect(projectPlan(plan).sustainableSpending).toBe(0);
  });
});
