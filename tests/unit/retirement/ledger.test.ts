import { describe, expect, test } from '@jest/globals';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { simulate } from '../../../shared/finance/retirement/simulate.ts';
import { aPlan, certain } from './a-plan.ts';

const one = { paths: 1, seed: 1 };
/** The only path of a plan in a certain market. */
function only(change: Partial<PlanInput>) {
  const compiled = compile(aPlan({ market: certain, simulation: one, ...change }));
  const tally = simulate({ plans: [compiled], first: 0, paths: 1, all: 1, record: true });
  const { records } = tally;
  if (records === null) throw new Error('nothing was recorded');
  const years = Math.floor(compiled.steps / compiled.plan.simulation.stepsPerYear);
  const row = (fan: typeof records.balance) =>
    Array.from({ length: years + 1 }, (_, year) => fan.read(year, [0.5])[0] ?? NaN);
  return { balance: row(records.balance), spending: row(records.spending), ruin: tally.ruin[0], records };
}
const real = 1.05 / 1.02;

describe('by hand, in a certain market', () => {
  // The last withdrawal takes the last cent; sums of twelfths and of thirds come out some billionths of a dollar short.
  test.each([
    [25, 12, 40_000, 0],
    [30, 1, 1_000_000 / 30, 0],
    [30, 1, 1_000_000 / 30, 0.1],
    [25, 12, 40_000, 0.1],
  ] as const)(
    'money that is spent to the last cent over %p years has lasted',
    (years, stepsPerYear, amount, taxRate) => {
      const still: PlanInput['market'] = {
        assets: [{ name: 'cash', weight: 1, mean: 0, volatility: 0 }],
        inflation: { mean: 0 },
      };
      const accounts: PlanInput['accounts'] = [
        { name: 'a', type: taxRate === 0 ? 'tax_free' : 'taxable', balance: 1_000_000, taxRate },
      ];
      const common = { market: still, accounts, longevity: { model: 'fixed_years' as const, years } };
      const simulation = { paths: 2, seed: 1, stepsPerYear };
      expect(projectPlan(aPlan({ ...common, spending: { amount }, simulation })).success).toBe(1);
      expect(projectPlan(aPlan({ ...common, spending: { amount: amount + 1 }, simulation })).success).toBe(0);
    },
  );

  test('withdrawals at the start come before growth, at the end after it', () => {
    expect(only({}).balance[1]).toBeCloseTo((1_000_000 - 40_000) * real, 6);
    expect(only({ spending: { amount: 40_000, timing: 'end' } }).balance[1]).toBeCloseTo(1_000_000 * real - 40_000, 6);
  });

  test('monthly steps compound to the same year where nothing is withdrawn', () => {
    const monthly = only({ spending: { amount: 0 }, simulation: { ...one, stepsPerYear: 12 } });
    expect(monthly.balance[30]).toBeCloseTo(1_000_000 * real ** 30, 3);
  });

  test('the mix drifts within a year and is rebalanced at its end, whatever the steps', () => {
    const market: PlanInput['market'] = {
      assets: [
        { name: 'a', weight: 1, mean: 0.3, volatility: 0 },
        { name: 'b', weight: 1, mean: 0, volatility: 0 },
      ],
      inflation: { mean: 0 },
    };
    for (const stepsPerYear of [1, 4, 12] as const) {
      const { balance } = only({ market, spending: { amount: 0 }, simulation: { ...one, stepsPerYear } });
      expect(balance[1]).toBeCloseTo(1.15e6, 4);
      expect(balance[2]).toBeCloseTo(1.15e6 * 1.15, 4);
    }
  });

  test('a mix that is rebalanced seldom or never drifts with its returns, for however many steps', () => {
    const drifting = (rebalanceYears: number, stepsPerYear: 1 | 52) => {
      const assets = [
        { name: 'a', weight: 1, mean: 0.3, volatility: 0 },
        { name: 'b', weight: 1, mean: 0, volatility: 0 },
      ];
      const market = { assets, inflation: { mean: 0 }, rebalanceYears };
      return only({ market, spending: { amount: 0 }, simulation: { ...one, stepsPerYear } }).balance;
    };
    for (const stepsPerYear of [1, 52] as const) {
      const never = drifting(0, stepsPerYear);
      for (const year of [1, 2, 3, 30]) expect(never[year]).toBeCloseTo(5e5 * (1.3 ** year + 1), 2);
      const second = drifting(2, stepsPerYear);
      expect(second[1]).toBeCloseTo(1.15e6, 4);
      expect(second[2]).toBeCloseTo(5e5 * (1.69 + 1), 4);
      expect(second[4]).toBeCloseTo((5e5 * (1.69 + 1) * (1.69 + 1)) / 2, 4);
    }
  });

  test('a tax-deferred account pays the tax of what is withdrawn, a taxable one of its nominal return', () => {
    const deferred = only({ accounts: [{ name: 'a', type: 'tax_deferred', balance: 1e6, taxRate: 0.2 }] });
    expect(deferred.balance[1]).toBeCloseTo((1e6 - 50_000) * real, 6);
    const taxable = only({ accounts: [{ name: 'a', type: 'taxable', balance: 1e6, taxRate: 0.2 }] });
    expect(taxable.balance[1]).toBeCloseTo((960_000 * (1 + 0.05 * 0.8)) / 1.02, 6);
  });

  test('accounts are emptied in their order, and fees are their own', () => {
    const { balance } = only({
      accounts: [
        { name: 'a', type: 'tax_free', balance: 30_000 },
        { name: 'b', type: 'tax_deferred', balance: 500_000, taxRate: 0.2, fee: 0.01 },
      ],
    });
    expect(balance[1]).toBeCloseTo((500_000 - 10_000 / 0.8) * real * 0.99, 6);
  });

  test('a nominal pension loses to inflation, a real one does not', () => {
    const pension = (basis: 'real' | 'nominal') =>
      only({ incomes: [{ kind: 'pension', amount: 40_000, basis, from: 65 }] });
    expect(pension('real').balance[10]).toBeCloseTo(1e6 * real ** 10, 4);
    // Year 1: the pension has lost one year of inflation.
    const short = 40_000 - 40_000 / 1.02;
    expect(pension('nominal').balance[2]).toBeCloseTo((1e6 * real - short) * real, 5);
  });

  test('income beyond spending is saved', () => {
    const { balance } = only({ incomes: [{ kind: 'pension', amount: 50_000, from: 65 }] });
    expect(balance[1]).toBeCloseTo((1e6 + 10_000) * real, 6);
  });

  test('one-off goals are spent once, at their age', () => {
    const { spending, balance } = only({
      spending: { amount: 40_000, goals: [{ name: 'roof', age: 66, amount: 5_000 }] },
    });
    expect(spending.slice(0, 3)).toEqual([40_000, 45_000, 40_000]);
    expect(balance[2]).toBeCloseTo((960_000 * real - 45_000) * real, 5);
  });

  test('savings go on until retirement, with their real growth', () => {
    const { balance } = only({
      people: [{ age: 60, retireAt: 62 }],
      accounts: [{ name: 'a', type: 'tax_free', balance: 0 }],
      savings: [{ amount: 10_000, growth: 0.1 }],
      spending: { amount: 0 },
    });
    expect(balance[2]).toBeCloseTo(10_000 * real + 11_000, 6);
    expect(balance[3]).toBeCloseTo((10_000 * real + 11_000) * real, 6);
  });

  test('money that runs out: the age, the shortfall, and life on other income', () => {
    const { ruin, records, spending } = only({
      accounts: [{ name: 'a', type: 'tax_free', balance: 50_000 }],
      incomes: [{ kind: 'pension', amount: 10_000, from: 65 }],
      longevity: { model: 'fixed_years', years: 4 },
    });
    // 50,000 - 30,000 grows to 20,588; the second year lacks 9,412, the third and fourth 30,000 each.
    const second = 30_000 - 20_000 * real;
    expect(ruin).toBe(1);
    expect(records.shortfall[0]).toBeCloseTo(second + 60_000, 6);
    expect(spending.slice(0, 4)).toEqual([40_000, expect.closeTo(40_000 - second, 6), 10_000, 10_000]);
  });

  test('a couple: the survivor needs a share, and receives the larger benefit and a share of the pension', () => {
    const { spending, balance } = only({
      people: [
        { age: 70, retireAt: 65, longevity: { model: 'fixed_years', years: 2 } },
        { age: 70, retireAt: 65, longevity: { model: 'fixed_years', years: 4 } },
      ],
      incomes: [
        { kind: 'social_security', owner: 0, amount: 20_000, claimAt: 67 },
        { kind: 'social_security', owner: 1, amount: 10_000, claimAt: 62 },
        { kind: 'pension', owner: 0, amount: 6_000, from: 65, survivorShare: 0.5 },
      ],
      spending: { amount: 60_000, survivorShare: 0.7 },
    });
    expect(spending.slice(0, 4)).toEqual([60_000, 60_000, 42_000, 42_000]);
    const together = 60_000 - 20_000 - 7_000 - 6_000;
    const alone = 42_000 - 20_000 - 3_000;
    expect(balance[1]).toBeCloseTo((1e6 - together) * real, 5);
    expect(balance[3]).toBeCloseTo((((1e6 - together) * real - together) * real - alone) * real, 4);
  });

  test('a glide path moves in a straight line', () => {
    const { balance } = only({
      market: {
        assets: [
          { name: 'a', weight: 1, mean: 0.1, volatility: 0 },
          { name: 'b', weight: 0, mean: 0, volatility: 0 },
        ],
        glidePath: [
          { age: 65, weights: { a: 1 } },
          { age: 67, weights: { b: 2 } },
        ],
        inflation: { mean: 0 },
      },
      spending: { amount: 0 },
    });
    expect(balance[1]).toBeCloseTo(1.1e6, 5);
    expect(balance[2]).toBeCloseTo(1.1e6 * 1.05, 5);
    expect(balance[3]).toBeCloseTo(1.1e6 * 1.05, 5);
  });

  test('a percentage of the balance never runs out; a floor can', () => {
    const share = only({ spending: { amount: 0, rule: { rule: 'percentage', rate: 0.05 } } });
    expect(share.spending[0]).toBeCloseTo(50_000, 6);
    expect(share.balance[30]).toBeCloseTo(1e6 * (0.95 * real) ** 30, 3);
    const floor = only({
      accounts: [{ name: 'a', type: 'tax_free', balance: 200_000 }],
      spending: { amount: 40_000, rule: { rule: 'floor_and_ceiling', rate: 0.04, floor: 0.9, ceiling: 1.2 } },
    });
    expect(floor.spending[0]).toBeCloseTo(36_000, 6);
    // Six payments of 36,000 are worth 200,888 today at this real return.
    expect(floor.ruin).toBe(5);
  });

  test('guardrails cut in a bad market until fifteen years are left, and raise in a good one', () => {
    const bad = only({
      market: { assets: [{ name: 'a', weight: 1, mean: -0.04, volatility: 0 }], inflation: { mean: 0 } },
      spending: { amount: 40_000, rule: { rule: 'guyton_klinger' } },
      longevity: { model: 'fixed_years', years: 30 },
    });
    // 960,000 x 0.96 = 921,600: 4.34 % is inside the rail of 4.8 %; 846,336: 4.73 %; 774,083: 5.17 % is cut.
    expect(bad.spending.slice(0, 4)).toEqual([40_000, 40_000, 40_000, 36_000]);
    const at15 = bad.spending[15] ?? NaN;
    expect(bad.spending[14]).toBeGreaterThan(at15 - 1e-9);
    for (const later of bad.spending.slice(15, 20)) expect(later).toBeCloseTo(at15, 6);
    const good = only({
      market: { assets: [{ name: 'a', weight: 1, mean: 0.15, volatility: 0 }], inflation: { mean: 0 } },
      spending: { amount: 40_000, rule: { rule: 'guyton_klinger', ceiling: 45_000 } },
    });
    // 1,104,000: 3.62 %; 1,223,600: 3.27 %; 1,361,140: 2.94 % is raised, then held by the ceiling.
    expect(good.spending.slice(0, 5)).toEqual([40_000, 40_000, 40_000, 44_000, 45_000]);
  });

  test('a nominal amount is the dollars of its first year, from the start or the end of it', () => {
    const people = [{ age: 63, retireAt: 65 }];
    const rule = { rule: 'constant_nominal' } as const;
    const start = only({ people, spending: { amount: 40_000, rule } });
    expect(start.spending[2]).toBeCloseTo(40_000, 8);
    expect(start.spending[12]).toBeCloseTo(40_000 / 1.02 ** 10, 8);
    const end = only({ people, spending: { amount: 40_000, rule, timing: 'end' } });
    expect(end.spending[2]).toBeCloseTo(40_000 / 1.02, 8);
    const monthly = only({ people, spending: { amount: 40_000, rule }, simulation: { ...one, stepsPerYear: 12 } });
    const months = Array.from({ length: 12 }, (_, month) => 40_000 / 12 / 1.02 ** (month / 12));
    expect(monthly.spending[2]).toBeCloseTo(
      months.reduce((sum, amount) => sum + amount, 0),
      6,
    );
  });

  test('spending grows from its second year on, and follows its table by age', () => {
    const growing = only({ spending: { amount: 40_000, growth: -0.01 } });
    expect(growing.spending[0]).toBeCloseTo(40_000, 8);
    expect(growing.spending[20]).toBeCloseTo(40_000 * 0.99 ** 20, 8);
    const shareByAge = [
      { age: 70, share: 1 },
      { age: 80, share: 0.7 },
    ];
    const { spending } = only({ spending: { amount: 40_000, shareByAge } });
    expect(spending[0]).toBeCloseTo(40_000, 8);
    expect(spending[10]).toBeCloseTo(40_000 * 0.85, 8);
    expect(spending[25]).toBeCloseTo(28_000, 8);
    const ruled = only({ spending: { amount: 40_000, shareByAge, rule: { rule: 'guyton_klinger', band: 1 } } });
    expect(ruled.spending[10]).toBeCloseTo(40_000 * 0.85, 8);
  });

  test('variable percentage withdrawal at the true return is level and uses everything up', () => {
    const { spending, balance } = only({
      spending: { amount: 0, rule: { rule: 'variable_percentage', realReturn: real - 1 } },
      longevity: { model: 'fixed_age', age: 95 },
    });
    for (const amount of spending.slice(0, 30)) expect(amount).toBeCloseTo(spending[0] ?? NaN, 4);
    expect(balance[30]).toBeCloseTo(0, 3);
  });
});

describe('one ledger', () => {
  /** A tax that is never charged keeps the accounts apart without changing what happens. */
  const apart = (plan: Plan): Plan => ({
    ...plan,
    accounts: [...plan.accounts, { name: 'empty', type: 'tax_deferred', balance: 0, taxRate: 0.5, fee: 0 }],
  });
  const ruins = (plan: Plan) =>
    simulate({ plans: [compile(plan)], first: 0, paths: 2_000, all: 2_000, record: false }).ruin;

  test('pooled or account by account, the same paths run out in the same years', () => {
    const plan = aPlan({
      people: [
        { age: 50, retireAt: 60, sex: 'male' },
        { age: 48, retireAt: 62, sex: 'female' },
      ],
      savings: [{ amount: 15_000 }, { owner: 1, amount: 5_000, timing: 'start' }],
      incomes: [
        { kind: 'social_security', amount: 25_000 },
        { kind: 'pension', owner: 1, amount: 12_000, basis: 'nominal', from: 65, survivorShare: 0.5 },
      ],
      spending: { amount: 90_000, survivorShare: 0.7, goals: [{ name: 'car', age: 64, amount: 40_000 }] },
      longevity: { model: 'us_period_life_table_2025' },
    });
    expect(compile(plan).pool).not.toBeNull();
    expect(compile(apart(plan)).pool).toBeNull();
    expect(ruins(plan)).toEqual(ruins(apart(plan)));
    const aged: Plan = {
      ...plan,
      spending: { ...plan.spending, growth: -0.01, shareByAge: [{ age: 70, share: 1.1 }] },
    };
    expect(ruins(aged)).toEqual(ruins(apart(aged)));
    const end: Plan = { ...plan, spending: { ...plan.spending, timing: 'end' } };
    expect(ruins(end)).toEqual(ruins(apart(end)));
  });

  test('sustainable spending solved by bracketing agrees with the exact one of the pooled ledger', () => {
    const plan = aPlan({
      incomes: [{ kind: 'pension', amount: 8_000, from: 70 }],
      simulation: { paths: 1_000, seed: 3 },
    });
    const exact = projectPlan(plan).sustainableSpending ?? NaN;
    const bracketed = projectPlan(apart(plan)).sustainableSpending ?? NaN;
    expect(bracketed).toBeLessThanOrEqual(exact);
    expect(bracketed / exact).toBeCloseTo(1, 3);
  });
});
