import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from '../../../shared/errors.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { glideTarget } from '../../../shared/finance/retirement/portfolio/glide-target.ts';
import type { Held } from '../../../shared/finance/retirement/portfolio/held.ts';
import { planFor, projectRetirement } from '../../../shared/finance/retirement/project.ts';
import { analysis, retirementResult } from '../../../shared/schemas/analysis.ts';
import { throughHistory, wholePlan } from '../agents/portfolios.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { instruments, line } from '../finance/portfolios.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 50_000, contribute: 20_000 };
const held: Held = {
  balance: 600_000,
  mix: { equity: 0.6, fixed_income: 0.4 },
  taxShares: { taxable: 0.5, tax_deferred: 0.3, tax_free: 0.2 },
};
const costing = (fee: number) => ({ ...held, costs: { weightedExpenseRatio: fee, coverage: 1, fee } });
const of = (input: Partial<Held>, more: object = {}) =>
  projectRetirement({ ...held, ...input, goals: { ...goals, ...more }, seed: 1, paths: 500 });

describe('what a portfolio brings to a projection of goals', () => {
  test('a dear fund lowers the chance, on the same futures', () => {
    expect(of(costing(0.0072)).success).toBeLessThan(of(costing(0.0007)).success);
    expect(of(costing(0)).success).toBe(of({}).success);
  });

  test('a fee is what it takes: without volatility the balance is (1 - fee)^years of what it was', () => {
    const mix = { cash: 1 };
    const idle = { income: 0, contribute: 0 };
    const [with1, without] = [of({ ...costing(0.01), mix }, idle), of({ mix }, idle)];
    const years = with1.balance.ages.length - 1;
    expect(with1.medianAtEnd / without.medianAtEnd).toBeCloseTo(0.99 ** years, 10);
  });

  test('says what the costs are, how much of them is known, and where nothing is', () => {
    const notes = (costs: Held['costs']) => of({ costs }).notes.join(' ');
    expect(notes({ weightedExpenseRatio: 0.0012, coverage: 0.94, fee: 0.0011 })).toMatch(
      /costs, 0\.12% a year .*known for 94% of it, and the rest is taken to cost the same/,
    );
    expect(notes({ weightedExpenseRatio: 0.0012, coverage: 0.9998, fee: 0.0011 })).toContain(
      'known for more than 99% of it, and the rest is taken to cost the same',
    );
    expect(notes({ weightedExpenseRatio: 0.0012, coverage: 1, fee: 0.0011 })).toContain('known for all of it)');
    expect(notes(null)).toMatch(/cost is not known, so no cost is taken off/);
  });

  test('a tax rate taxes each account by its type, and never raises the chance', () => {
    const taxed = of({}, { taxRate: 0.2 });
    expect(taxed.accounts).toEqual([
      { name: 'Taxable accounts', type: 'taxable', balance: 300_000, taxRate: 0.2, fee: 0 },
      { name: 'Tax-deferred accounts', type: 'tax_deferred', balance: 180_000, taxRate: 0.2, fee: 0 },
      { name: 'Tax-free accounts', type: 'tax_free', balance: 120_000, taxRate: 0, fee: 0 },
    ]);
    expect(taxed.success).toBeLessThan(of({}).success);
    const free = of({ taxShares: { tax_free: 1 } }, { taxRate: 0.2 });
    expect(free.success).toBe(of({}).success);
    expect(taxed.notes.join(' ')).toContain('after tax');
    expect(of({}).notes.join(' ')).toContain('before tax');
  });

  test('of a tax rate of nothing only the account that is spent first makes no difference', () => {
    const none = of({}, { taxRate: 0 });
    expect(none.success).toBeCloseTo(of({}).success, 10);
    expect(none.medianAtRetirement).toBeCloseTo(of({}).medianAtRetirement, 4);
  });
});

describe('a whole plan over a portfolio', () => {
  test('the portfolio has the balances, by how they are taxed, and the mix; the plan everything else', () => {
    const { plan, notes } = planFor({ ...costing(0.0005), plan: wholePlan({}), seed: 1 });
    expect(plan.accounts.map(({ name, balance, taxRate, fee }) => [name, balance, taxRate, fee])).toEqual([
      ['Brokerage', 300_000, 0.1, 0.0005],
      ['401(k)', 180_000, 0.15, 0.002],
      ['Tax-free (not in the plan)', 120_000, 0, 0.0005],
    ]);
    expect(plan.market.assets.map(({ name, weight }) => [name, weight])).toEqual([
      ['equity', 0.6],
      ['fixed_income', 0.4],
    ]);
    expect(plan.spending).toEqual(wholePlan({}).spending);
    expect(notes.join(' ')).toMatch(/balances that the plan states are not used/);
  });

  test('is the very plan that `npm run project` answers, where both say the same', () => {
    const own = wholePlan({
      accounts: [
        { name: 'Brokerage', type: 'taxable', balance: 300_000, taxRate: 0.1, fee: 0.001 },
        { name: '401(k)', type: 'tax_deferred', balance: 300_000, taxRate: 0.15, fee: 0.002 },
      ],
      market: {
        assets: [
          { name: 'equity', weight: 0.6 },
          { name: 'fixed_income', weight: 0.4 },
        ],
        inflation: { mean: 0.025, volatility: 0.01 },
      },
    });
    const taxShares = { taxable: 0.5, tax_deferred: 0.5 };
    const analysed = projectRetirement({ ...held, taxShares, plan: own, seed: 99 });
    const projected = projectPlan(own);
    expect(analysed.success).toBe(projected.success);
    expect(analysed.sustainableIncome).toBe(projected.sustainableSpending);
    expect(analysed.balance.p50).toEqual(projected.balance.p50);
    expect(analysed.whatIfs).toEqual(projected.whatIfs);
    expect(analysed.medianAtEnd).toBe(projected.estate.p50);
    expect(retirementResult.parse(analysed)).toEqual(analysed);
  });

  test('accounts of one type share its value as the plan divides them, and alike where it says nothing', () => {
    const accounts = (first: number, second: number) =>
      wholePlan({
        accounts: [
          { name: 'a', type: 'taxable', balance: first },
          { name: 'b', type: 'taxable', balance: second },
        ],
        savings: [],
      });
    const balances = (plan: ReturnType<typeof wholePlan>) =>
      planFor({ ...held, taxShares: { taxable: 1 }, plan, seed: 1 }).plan.accounts.map(({ balance }) => balance);
    expect(balances(accounts(1, 3))).toEqual([150_000, 450_000]);
    expect(balances(accounts(0, 0))).toEqual([300_000, 300_000]);
  });

  test('a class that the history lacks is simulated like the rest, and said; with none of them there is no projection', () => {
    const plan = wholePlan(throughHistory);
    const { plan: made, notes } = planFor({
      ...held,
      mix: { equity: 0.5, fixed_income: 0.3, commodities: 0.2 },
      plan,
      seed: 1,
    });
    expect(made.market.assets.map(({ weight }) => Number(weight.toFixed(12)))).toEqual([0.625, 0.375]);
    expect(notes.join(' ')).toContain('no returns of commodities (20.0%');
    expect(() => planFor({ ...held, mix: { commodities: 1 }, plan, seed: 1 })).toThrow(InvalidInputError);
  });

  test('an asset class of the plan’s own keeps the plan’s mix, for the portfolio cannot say how much of it there is', () => {
    const market = {
      assets: [
        { name: 'farmland', weight: 0.5, mean: 0.06, volatility: 0.1 },
        { name: 'equity', weight: 0.5 },
      ],
    };
    const { plan, notes } = planFor({ ...held, plan: wholePlan({ market }), seed: 1 });
    expect(plan.market.assets.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(notes.join(' ')).toContain('asset classes of its own (farmland)');
  });

  test('more futures than a report has time for are cut, and said', () => {
    const { plan, notes } = planFor({
      ...held,
      plan: wholePlan({ simulation: { paths: 1_000_000, stepsPerYear: 12 } }),
      seed: 1,
    });
    expect(plan.simulation.paths).toBe(2000);
    expect(notes.join(' ')).toContain('asks for 1,000,000 futures; a report simulates 2,000');
  });

  test('its glide path is the target of today', () => {
    const glidePath = [
      { age: 48, weights: { equity: 0.8, fixed_income: 0.2 } },
      { age: 68, weights: { equity: 0.4, fixed_income: 0.6 } },
    ];
    const assets = [
      { name: 'equity', weight: 1 },
      { name: 'fixed_income', weight: 1 },
    ];
    const { assetClasses } = glideTarget(wholePlan({ market: { assets, glidePath } }));
    expect(assetClasses?.equity).toBeCloseTo(0.6, 12);
    expect(assetClasses?.fixed_income).toBeCloseTo(0.4, 12);
    expect(glideTarget(wholePlan({}))).toEqual({});
  });

  test('a plan that cannot be simulated leaves the rest of the analysis as it is', () => {
    const short = { ...throughHistory, longevity: { model: 'fixed_years' as const, years: 90 } };
    const input = { asOf: '2026-03-31', baseCurrency: 'USD', instruments, seed: 1, lines: [line('STOX', 10, 100)] };
    const made = analyze({ ...input, plan: wholePlan(short) });
    expect(made.retirement).toBeNull();
    expect(made.retirementMissing).toMatch(/history is shorter than the plan/);
    expect(made.totals.value).toBe(1000);
    expect(analysis.parse(made)).toEqual(made);
  });

  test('spending more never raises success, whatever the accounts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.double({ min: 1, max: 2, noNaN: true }),
        (share, taxRate, factor) => {
          const taxShares = { taxable: share, tax_deferred: 1 - share };
          const chance = (income: number) =>
            projectRetirement({ ...held, taxShares, goals: { ...goals, income, taxRate }, seed: 3, paths: 50 }).success;
          expect(chance(30_000 * factor)).toBeLessThanOrEqual(chance(30_000));
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('what a question tries with a whole plan', () => {
  const input = {
    asOf: '2026-03-31',
    baseCurrency: 'USD',
    instruments,
    seed: 1,
    lines: [line('STOX', 3000, 100), line('BOND', 3000, 73)],
  };
  const tried = (
    what: 'income' | 'retireAt' | 'lifeExpectancy' | 'contribute' | 'otherIncome' | 'balance',
    value: number,
    plan = wholePlan({}),
  ) => {
    const change = { what, how: 'to' as const, value, per: null, fromAge: null };
    const question = { focus: [], outside: [], whatIfs: [{ changes: [change] }] };
    return analyze({ ...input, plan, question }).question?.scenarios[0];
  };

  test('less spending, more saving and another income raise the chance', () => {
    for (const one of [
      tried('income', 40_000),
      tried('contribute', 60_000),
      tried('otherIncome', 30_000),
      tried('balance', 900_000),
    ]) {
      expect(one?.impossible).toBeNull();
      expect(one?.outcome?.change).toBeGreaterThan(0);
    }
  });

  test('an age of death is tried of each of two whose lives are drawn, and of the one who is named', () => {
    const dies = { what: 'lifeExpectancy' as const, how: 'to' as const, value: 75, per: null, fromAge: null };
    const labels = (who?: string) => {
      const whatIfs = [{ changes: [who === undefined ? dies : { ...dies, who }] }];
      const people = [
        { name: 'Ana', age: 58, retireAt: 65, sex: 'female' as const },
        { name: 'Ben', age: 60, retireAt: 66, sex: 'male' as const },
      ];
      const plan = wholePlan({ people, longevity: { model: 'us_period_life_table_2025' } });
      return analyze({ ...input, plan, question: { focus: [], outside: [], whatIfs } }).question?.scenarios;
    };
    expect(labels()?.map(({ label }) => label)).toEqual(['Ana dies at 75', 'Ben dies at 75']);
    expect(labels('Ben')).toEqual([expect.objectContaining({ label: 'Ben dies at 75', impossible: null })]);
    expect(labels('Ben')?.[0]?.outcome?.change).not.toBe(0);
  });

  test('an age that the money must last to is tried', () => {
    const alone = wholePlan({
      people: [{ age: 58, retireAt: 65 }],
      incomes: [],
      longevity: { model: 'fixed_age', age: 90 },
    });
    expect(tried('retireAt', 68, alone)?.outcome?.change).toBeGreaterThan(0);
    expect(tried('lifeExpectancy', 100, alone)?.outcome?.change).toBeLessThan(0);
    expect(tried('lifeExpectancy', 40, alone)?.impossible).toMatch(/cannot be planned to/);
  });
});
