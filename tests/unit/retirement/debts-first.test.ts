// Debts that state their interest, with a salary or holdings to pay them from: they are paid first, at what they are charged.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { planFor } from '../../../shared/finance/retirement/project.ts';
import { repaymentsOf } from '../../../shared/finance/retirement/portfolio/repayment.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments } from '../finance/portfolios.ts';

const goals = retirementGoals.parse({ age: 30, retireAt: 65, lifeExpectancy: 90, income: 30_000, contribute: 20_000 });
const line: SnapshotLine = {
  ...{ accountName: 'Roth', accountType: 'tax_free', kind: 'holding', symbol: 'STOX', name: null, currency: 'USD' },
  ...{ quantity: 100, price: 200, priceAsOf: '2026-10-16', priceSource: 'test', costBasis: null },
};
const loan = (interestRate?: number): SnapshotLine => ({
  ...{ accountName: 'Lombard', accountType: 'taxable', kind: 'cash', symbol: 'CASH:USD', name: null, currency: 'USD' },
  ...{ quantity: -80_000, price: 1, priceAsOf: null, priceSource: null, costBasis: null },
  ...(interestRate === undefined ? {} : { interestRate }),
});
const analysed = (lines: readonly SnapshotLine[], more: Partial<AnalysisInput> = {}) =>
  analyze({ asOf: '2026-10-16', baseCurrency: 'USD', lines, instruments, goals, seed: 1, paths: 300, ...more });

describe('debts above all that is held', () => {
  test('with their interest known they are paid first, and the rest is projected', () => {
    const { retirement, retirementMissing, totals } = analysed([line, loan(0.06)]);
    expect(totals.value).toBe(-60_000);
    expect(retirementMissing).toBeNull();
    expect(retirement?.startingBalance).toBe(20_000);
    expect(retirement?.notes.join(' ')).toMatch(/\$80,000, are larger.*at the 6\.0% a year.*gone at 35\./);
    expect(retirement?.success).toBeGreaterThan(0.2);
  });

  test('without it, without saving, or with nothing held, there is none, and what is missing is said', () => {
    expect(analysed([line, loan()]).retirementMissing).toMatch(
      /is given the interest that each of them is charged \(a column "Interest rate" of the file, interestRate in JSON\)\./,
    );
    expect(analysed([loan(0.06)]).retirementMissing).toContain('something held beside them');
    const idle = analysed([line, loan(0.06)], { goals: { ...goals, contribute: 0 } });
    expect(idle.retirementMissing).toMatch(
      /^\$60,000 more is owed than all that is held is worth.*given what is saved a year until retirement.*A debt whose payments are part of what is spent can be left out/,
    );
  });

  test('all that is missing is said at once, and doing all of it is enough', () => {
    const idle = { goals: { ...goals, contribute: 0 } };
    expect(analysed([line, loan()], idle).retirementMissing).toMatch(/given the interest .* and what is saved a year/);
    expect(analysed([loan()], idle).retirementMissing).toMatch(/interest .*, something held .*, and what is saved/);
    expect(analysed([line, loan(0.06)]).retirementMissing).toBeNull();
  });

  test('as much owed as held is not said to be nothing held', () => {
    const even = { ...loan(), quantity: -20_000 };
    expect(analysed([line, even]).retirementMissing).toMatch(/^As much is owed as all that is held is worth/);
    expect(analysed([]).retirementMissing).toMatch(/^Nothing in the portfolio has a positive value/);
  });

  test.each([
    [2_000, 'a month'],
    [10_000, '6 months'],
    [20_000, 'a year'],
    [30_000, '18 months'],
    [80_000, '4 years'],
  ])('of %d, with $20,000 saved a year, another time than %s is said to pay them', (owed, time) => {
    const { retirementMissing } = analysed([{ ...loan(0.025), quantity: -owed }]);
    expect(retirementMissing).toContain(`which takes about ${time} of saving`);
  });

  test.each([undefined, 0.2])(
    'what is left at retirement is what a plain loop over the years gives, taxed at %s',
    (taxRate) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 10_000, max: 900_000 }),
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 1_000, max: 40_000 }),
          (amount, points, contribute) => {
            const asked = { ...goals, contribute, income: 0, ...(taxRate === undefined ? {} : { taxRate }) };
            const owed = { amount, nominalRate: 0, realRate: points / 100 };
            const held = { balance: 50_000, mix: { equity: 1 }, taxShares: { tax_free: 1 }, owed };
            const { plan } = planFor({ ...held, goals: asked, seed: 1 });
            const market = {
              ...plan.market,
              assets: [
                {
                  name: 'bond',
                  weight: 1,
                  mean: 0.03,
                  volatility: 0,
                  kind: 'arithmetic' as const,
                  basis: 'nominal' as const,
                },
              ],
              inflation: { mean: 0.03, volatility: 0, persistence: 0 },
            };
            const result = projectPlan({ ...plan, market, simulation: { ...plan.simulation, paths: 1 } });
            let [debt, wealth] = [amount, 50_000];
            for (let age = 30; age < 65; age++) {
              const before = debt * (1 + points / 100);
              const paid = age === 64 ? before : Math.min(before, contribute);
              debt = before - paid;
              wealth += contribute - paid;
            }
            const taxLater = taxRate !== undefined;
            if (wealth >= 0 && !taxLater) expect(result.estate.p50).toBeCloseTo(wealth, 2);
            // Tax on what is saved beyond the debt lowers it, by no more than it earns.
            if (wealth >= 0 && taxLater) expect(result.estate.p50).toBeLessThanOrEqual(wealth + 0.01);
            expect(result.success).toBe(wealth >= -0.01 ? 1 : 0);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  test('paying them out of what is saved sells nothing: no gain is taxed by it', () => {
    const at66 = (gain: number) => {
      const owed = { amount: 150_000, nominalRate: 0.06, realRate: 0.06 };
      const held = { balance: 100_000, mix: { equity: 1 }, taxShares: { taxable: 1 }, owed };
      const asked = { ...goals, taxRate: 0.2 };
      const { plan } = planFor({ ...held, untaxedGain: { value: gain, coverage: 1 }, goals: asked, seed: 1 });
      const assets = [
        { ...{ name: 'safe', weight: 1, mean: 0, volatility: 0 }, kind: 'arithmetic' as const, basis: 'real' as const },
      ];
      const market = { ...plan.market, assets, inflation: { mean: 0, volatility: 0, persistence: 0 } };
      return projectPlan({ ...plan, market, simulation: { ...plan.simulation, paths: 1 } }).balance.p50[35];
    };
    expect(at66(80_000)).toBeCloseTo(at66(0) ?? NaN, 6);
  });

  test('a debt that grows faster than it is paid is due at retirement', () => {
    const payments = repaymentsOf({ amount: 100_000, nominalRate: 0, realRate: 0.3 }, goals);
    expect(payments).toHaveLength(35);
    expect(payments.at(-1)?.age).toBe(65);
    expect(payments.at(-1)?.amount).toBeGreaterThan(1e6);
  });

  test('retiring before they are paid does not make them go away', () => {
    const { retirement } = analysed([line, loan(0.06)], { goals: { ...goals, income: 1000 } });
    expect(retirement?.earliestRetirement?.age).toBeGreaterThan(34);
  });
});

describe('debts below all that is held', () => {
  const rich: SnapshotLine = { ...line, quantity: 1000 };
  const owing = (amount: number, interestRate?: number): SnapshotLine => ({ ...loan(interestRate), quantity: -amount });

  test('a dollar more or less of debt does not change how it is paid', () => {
    const chance = (amount: number) => analysed([line, owing(amount, 0.06)]).retirement?.success ?? NaN;
    expect(Math.abs(chance(19_990) - chance(20_010))).toBeLessThan(0.02);
  });

  test('what they are charged matters, and nothing says that a lender would ask for more', () => {
    const at = (rate: number) => analysed([rich, owing(60_000, rate)]).retirement;
    expect(at(0.2)?.success ?? 1).toBeLessThan(at(0.001)?.success ?? 0);
    const notes = at(0.2)?.notes.join(' ') ?? '';
    expect(notes).toContain('The debts, $60,000, are paid back first');
    expect(notes).not.toMatch(/usually asks|larger than/);
    expect(at(0.2)?.whatIfs.map(({ key }) => key)).not.toContain('repay_debt');
    expect(at(0.2)?.owed?.paidAt).toBe(35);
    const unsaid = analysed([rich, owing(60_000)]).retirement;
    expect(unsaid?.owed).toBeUndefined();
    expect(unsaid?.notes.join(' ')).toContain('usually asks for more');
    expect(unsaid?.whatIfs.map(({ key }) => key)).toContain('repay_debt');
  });

  test('of one that states it and one that does not, the one is paid and the other stays', () => {
    const both = analysed([rich, owing(30_000, 0.06), owing(20_000)]).retirement;
    expect(both?.owed?.amount).toBe(30_000);
    expect(both?.startingBalance).toBe(180_000);
    expect(both?.notes.join(' ')).toContain('borrowed, 11.1% of what is owned');
  });

  test('where nothing is saved they are paid out of what is held, and where too little is saved as well', () => {
    const idle = analysed([rich, owing(50_000, 0.06)], { goals: { ...goals, contribute: 0 } }).retirement;
    expect(idle?.owed).toMatchObject({ atOnce: true, paidAt: 30 });
    const without = analysed([{ ...line, quantity: 750 }], { goals: { ...goals, contribute: 0 } }).retirement;
    expect(idle?.success).toBeCloseTo(without?.success ?? NaN, 10);
    const little = analysed([rich, owing(50_000, 0.2)], { goals: { ...goals, contribute: 500 } }).retirement;
    expect(little?.owed?.atOnce).toBe(true);
    expect(little?.notes.join(' ')).toContain('What is saved would not do it');
  });

  test('the dearest is paid first', () => {
    const debts = [
      { amount: 30_000, nominalRate: 0, realRate: 0 },
      { amount: 10_000, nominalRate: 0, realRate: 0.5 },
    ];
    const owed = { amount: 40_000, nominalRate: 0, realRate: 0.125, debts };
    // 10,000 grows to 15,000 and is paid in the first year, with 5,000 of the other.
    expect(repaymentsOf(owed, goals).map(({ age, amount }) => [age, amount])).toEqual([
      [31, 20_000],
      [32, 20_000],
      [33, 5_000],
    ]);
  });

  test('once they are paid, saving goes where the portfolio is', () => {
    const held = { balance: 50_000, mix: { equity: 1 }, taxShares: { tax_deferred: 1 } };
    const owed = { amount: 30_000, nominalRate: 0, realRate: 0 };
    const { plan } = planFor({ ...held, owed, goals: { ...goals, taxRate: 0.2 }, seed: 1 });
    expect(plan.savings.map(({ account, amount, from, to }) => [account, amount, from, to])).toEqual([
      ['Taxable accounts', 20_000, undefined, 32],
      ['Tax-deferred accounts', 20_000, 32, undefined],
    ]);
  });
});
