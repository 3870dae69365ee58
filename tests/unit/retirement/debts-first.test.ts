// Debts above all that is held, with a salary to pay them from: they are paid first, at what they are charged.
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
  ...{ accountName: 'Loan', accountType: 'taxable', kind: 'cash', symbol: 'CASH:USD', name: null, currency: 'USD' },
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
    expect(retirement?.notes.join(' ')).toMatch(/\$80,000, are larger.*at the 6\.2% a year.*gone at 35\./);
    expect(retirement?.success).toBeGreaterThan(0.2);
  });

  test('without it, without saving, or with nothing held, there is none, and what is missing is said', () => {
    expect(analysed([line, loan()]).retirementMissing).toContain('With the interest that each of them is charged');
    expect(analysed([loan(0.06)]).retirementMissing).toContain('something held beside them');
    const idle = analysed([line, loan(0.06)], { goals: { ...goals, contribute: 0 } });
    expect(idle.retirementMissing).toBe(
      'Nothing in the portfolio has a positive value, so there is nothing to project.',
    );
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
