// A fall at an age of the plan's own: the same factor on that step's growth in every future, whatever draws the rest.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planResult, projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { planNotes } from '../../../shared/finance/retirement/answers/notes.ts';
import { runSlice } from '../../../shared/finance/retirement/answers/question.ts';
import { countLasting } from '../../../shared/finance/retirement/answers/ranking.ts';
import { compareScenarios } from '../../../shared/finance/retirement/answers/scenarios.ts';
import { aPlan, certain } from './a-plan.ts';

const PATHS = 60;
const ran = (plan: Plan, record = false) => {
  const { paths } = plan.simulation;
  return runSlice({ plans: [plan], paths, record }, 0, paths);
};
const successOf = (plan: Plan): number => countLasting(ran(plan).ruin) / plan.simulation.paths;
/** Step of ruin and what is left, path by path. */
const storyOf = (plan: Plan) => {
  const { ruin, records } = ran(plan, true);
  return { ruin: [...ruin], estate: [...(records?.estate ?? [])] };
};
const falling = (plan: Plan, falls: Plan['market']['falls']): Plan => ({ ...plan, market: { ...plan.market, falls } });

const history = {
  frequency: 'month' as const,
  rows: Array.from({ length: 480 }, (_, at) => ({
    period: `${1960 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    inflation: 0.002 + 0.001 * Math.sin(at),
    returns: { equity: 0.007 + 0.04 * Math.sin(1.7 * at * at), fixed_income: 0.003 + 0.01 * Math.cos(at) },
  })),
};
const laws: readonly NonNullable<PlanInput['market']['returns']>[] = [
  { model: 'lognormal' },
  { model: 'student_t', degreesOfFreedom: 4 },
  { model: 'bootstrap', history, block: 3 },
  { model: 'historical', history, wrap: true },
];
const assets: PlanInput['market']['assets'] = [
  { name: 'equity', weight: 0.6 },
  { name: 'fixed_income', weight: 0.4 },
];
const glidePath = [
  { age: 60, weights: { equity: 0.8, fixed_income: 0.2 } },
  { age: 75, weights: { equity: 0.3, fixed_income: 0.7 } },
];

describe('a plan in which nothing is left to chance', () => {
  // Balance before step n: B g^n - s (g + ... + g^n), each dollar that is there in the fall's step times 1 - f from then on.
  const growth = 1.05 / 1.02;
  const [balance, spent, fell] = [1_000_000, 40_000, 0.4];
  const sum = (from: number, to: number): number =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => growth ** (from + at)).reduce((a, b) => a + b, 0);
  const expected = (years: number, at: number): number =>
    years <= at
      ? balance * growth ** years - spent * sum(1, years + 1)
      : (1 - fell) * (balance * growth ** years - spent * sum(years - at, years + 1)) - spent * sum(1, years - at);

  test.each([0, 1, 7, 12])('falls by that much in year %d, after what is spent in it and before it grows', (at) => {
    for (const years of [1, 7, 8, 12, 13, 15]) {
      const plan = aPlan({ market: certain, longevity: { model: 'fixed_age', age: 65 + years }, simulation: { paths: 1 } }); // prettier-ignore
      const [left] = storyOf(falling(plan, [{ age: 65 + at, by: { bond: fell } }])).estate;
      expect(left).toBeCloseTo(expected(years, at), 4);
    }
  });

  test('of two falls in one step each takes its share of what the other leaves', () => {
    const of = (falls: Plan['market']['falls']) =>
      storyOf(falling(aPlan({ market: certain, simulation: { paths: 1 } }), falls)).estate[0] ?? 0;
    const twice = of([65, 65].map((age) => ({ age, by: { bond: 0.1 } })));
    expect(twice).toBeCloseTo(of([{ age: 65, by: { bond: 0.19 } }]), 4);
  });

  test('a fall of all that is held leaves nothing, and no figure that is none', () => {
    const result = projectPlan(falling(aPlan({ simulation: { paths: 50 } }), [{ age: 70, by: { shares: 1 } }]));
    expect(planResult.safeParse(result).error).toBeUndefined();
    expect([result.success, result.ruin.ages?.p50, result.balance.p95[6]]).toEqual([0, 71, 0]);
  });
});

describe.each(laws)('returns that are $model', (returns) => {
  // Of history every sequence is run, whatever is asked for.
  const paths = returns.model === 'historical' ? history.rows.length : PATHS;
  const market = { assets, returns, inflation: { mean: 0.025 } };
  const works = (stepsPerYear: 1 | 12, more: Partial<PlanInput['market']> = {}): Plan =>
    aPlan({
      people: [{ age: 60, retireAt: 65 }],
      accounts: [
        { name: 'IRA', type: 'tax_deferred', balance: 400_000, taxRate: 0.15, fee: 0.002 },
        { name: 'Roth', type: 'tax_free', balance: 200_000 },
      ],
      savings: [{ amount: 20_000 }],
      spending: { amount: 35_000 },
      market: { ...market, ...more },
      longevity: { model: 'fixed_age', age: 90 },
      simulation: { paths, seed: 3, stepsPerYear },
    });
  const both = (by: number) => ({ equity: by, fixed_income: by });

  // Nothing is paid at the start of that step, so what falls is the balance of today.
  test.each([
    ['yearly', works(1)],
    ['monthly', works(12)],
    ['along a glide path', works(12, { glidePath })],
    ['never rebalanced', works(12, { rebalanceYears: 0 })],
    ['rebalanced every five years', works(1, { rebalanceYears: 5 })],
  ])('in the first step of a saver are a smaller balance today: %s', (_how, plan) => {
    const fallen = storyOf(falling(plan, [{ age: 60, by: both(0.3) }]));
    const accounts = plan.accounts.map((one) => ({ ...one, balance: 0.7 * one.balance }));
    const smaller = storyOf({ ...plan, accounts });
    expect(fallen.ruin).toEqual(smaller.ruin);
    fallen.estate.forEach((left, path) => {
      expect(left / Math.max(1, smaller.estate[path] ?? 0)).toBeCloseTo(left < 1 ? 0 : 1, 6);
    });
  });

  test('in the first step of who spends fall on what the first withdrawal leaves', () => {
    const retired = (balance: number): Plan =>
      aPlan({
        accounts: [{ name: 'all', type: 'tax_free', balance }],
        market,
        simulation: { paths, seed: 3 },
      });
    const fallen = storyOf(falling(retired(1_000_000), [{ age: 65, by: both(0.3) }]));
    const smaller = storyOf(retired(0.7 * (1_000_000 - 40_000) + 40_000));
    expect(fallen.ruin).toEqual(smaller.ruin);
    fallen.estate.forEach((left, path) => {
      expect(left).toBeCloseTo(smaller.estate[path] ?? 0, 2);
    });
  });

  test('are the same bits with a fall of nothing', () => {
    for (const plan of [works(1), works(12, { rebalanceYears: 0, glidePath })]) {
      expect(storyOf(falling(plan, [{ age: 65, by: both(0) }]))).toEqual(storyOf(plan));
    }
  });

  test('leave other plans of the same draws as they are, and are the same beside them', () => {
    for (const plan of [works(1), works(12, { rebalanceYears: 0 })]) {
      const fallen = falling(plan, [{ age: 65, by: { equity: 0.4 } }]);
      const [apart] = compareScenarios(plan, [fallen], undefined);
      const [among, plain] = compareScenarios(fallen, [fallen, plan], undefined);
      expect([apart?.success, among?.success, plain?.success]).toEqual([successOf(fallen), successOf(fallen), successOf(plan)]); // prettier-ignore
      expect(storyOf(fallen).ruin.filter((step) => step < 0).length / paths).toBe(successOf(fallen));
    }
  });
});

// Not of rules that spend less after a fall, which may last longer for it; nor of saving at a mix that has drifted: more of it then
// goes into what has not fallen.
test('a larger fall never raises success, later or earlier', () => {
  fc.assert(
    fc.property(
      fc.record({
        returns: fc.constantFrom(...laws),
        perYear: fc.constantFrom(1 as const, 12 as const),
        glides: fc.boolean(),
        type: fc.constantFrom('tax_free' as const, 'tax_deferred' as const, 'taxable' as const),
        age: fc.integer({ min: 60, max: 89 }),
        amount: fc.integer({ min: 20_000, max: 60_000 }),
        falls: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
        alike: fc.boolean(),
      }),
      ({ returns, perYear, glides, type, age, amount, falls, alike }) => {
        const plan = aPlan({
          people: [{ age: 60, retireAt: perYear === 1 ? 65 : 60 }],
          accounts: [{ name: 'all', type, balance: 900_000, taxRate: type === 'tax_free' ? 0 : 0.1 }],
          savings: perYear === 1 ? [{ amount: 10_000 }] : [],
          spending: { amount },
          market: { assets, returns, ...(glides ? { glidePath } : {}) },
          longevity: { model: 'fixed_age', age: 90 },
          simulation: { paths: 60, seed: 5, stepsPerYear: perYear },
        });
        const [less, more] = falls
          .toSorted((one, other) => one - other)
          .map((by) => successOf(falling(plan, [{ age, by: { equity: by, ...(alike && { fixed_income: by }) } }])));
        expect(more).toBeLessThanOrEqual((less ?? 0) + 1e-12);
        expect(less).toBeLessThanOrEqual(successOf(plan) + 1e-12);
      },
    ),
    { numRuns: 60 },
  );
});

describe('what is said of a fall', () => {
  const said = (falls: Plan['market']['falls'], change: Partial<PlanInput> = {}) =>
    planNotes(falling(aPlan(change), falls)).join(' ');

  test('is what falls by how much at which age', () => {
    expect(said([{ age: 70, by: { shares: 0.4 } }])).toContain(
      'In the step in which the person turns 70 there is a fall in every future, of shares by 40%, on top of',
    );
    const two = [{ name: 'Ana', age: 65, retireAt: 65 }, { age: 63, retireAt: 65 }]; // prettier-ignore
    expect(said([{ age: 70, by: { shares: 0.4 } }], { people: two })).toContain('in which Ana turns 70');
  });

  test('is of a person’s own assets by the names that they gave them', () => {
    const market = { assets: [{ name: 'US Equity', weight: 1, mean: 0.07, volatility: 0.15 }, { name: 'equity', weight: 0 }], inflation: { mean: 0.02 } }; // prettier-ignore
    const notes = said([{ age: 70, by: { 'US Equity': 0.25, equity: 0.3 } }], { market });
    expect(notes).toContain('of US Equity by 25% and stocks by 30%, on top of');
  });

  test('is that it counts from the next step, or that hardly any future has it', () => {
    expect(said([{ age: 70.5, by: { shares: 0.4 } }])).toContain('a fall at 70.5 counts from 71.');
    const drawn = { longevity: { model: 'constant_hazard' as const, medianYears: 2 } };
    expect(said([{ age: 118, by: { shares: 0.4 } }], drawn)).toContain('A fall at 118 is not counted: that age');
  });
});
