// What is claimed of other goals is what those goals come to when they are run alone over the same futures, debts or none.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments } from '../finance/portfolios.ts';

const PATHS = 60;
const line = (accountType: SnapshotLine['accountType'], quantity: number): SnapshotLine => ({
  ...{ accountName: accountType, accountType, kind: 'holding', symbol: 'STOX', name: null, currency: 'USD' },
  ...{ quantity, price: 100, priceAsOf: '2026-10-16', priceSource: 'test', costBasis: quantity * 60 },
});
const debt = (amount: number, interestRate: number): SnapshotLine => ({
  ...{ accountName: `Loan at ${interestRate.toString()}`, accountType: 'taxable', kind: 'cash', symbol: 'CASH:USD' },
  ...{ name: null, currency: 'USD', quantity: -amount, price: 1, priceAsOf: null, priceSource: null, costBasis: null },
  interestRate,
});
const run = (lines: SnapshotLine[], goals: RetirementGoals, changes: PlanChange[] = []) =>
  analyze({
    ...{ asOf: '2026-10-16', baseCurrency: 'USD', lines, instruments, goals, seed: 3, paths: PATHS },
    question: { focus: [], outside: [], whatIfs: changes.length === 0 ? [] : [{ changes }] },
  });
const to = (what: PlanChange['what'], value: number): PlanChange => ({
  ...{ what, how: 'to', value, per: null, fromAge: null },
});

const given = fc.record({
  works: fc.integer({ min: 1, max: 20 }),
  income: fc.integer({ min: 0, max: 60_000 }),
  contribute: fc.constantFrom(0, 4_000, 30_000),
  taxRate: fc.constantFrom(null, 0.15),
  taxable: fc.integer({ min: 0, max: 4_000 }),
  deferred: fc.integer({ min: 1_000, max: 9_000 }),
  debts: fc.array(
    fc.record({ amount: fc.integer({ min: 1_000, max: 180_000 }), rate: fc.constantFrom(0, 0.04, 0.08, 0.2) }),
    { maxLength: 2 },
  ),
});

describe('an answer of other goals', () => {
  test('is what those goals come to alone', () => {
    fc.assert(
      fc.property(given, ({ works, income, contribute, taxRate, taxable, deferred, debts }) => {
        const goals: RetirementGoals = {
          ...{ age: 50, retireAt: 50 + works, lifeExpectancy: 90, income, contribute },
          ...(taxRate === null ? {} : { taxRate }),
        };
        const lines = [
          ...(taxable === 0 ? [] : [line('taxable', taxable)]),
          line('tax_deferred', deferred),
          ...debts.map(({ amount, rate }) => debt(amount, rate)),
        ];
        const { retirement } = run(lines, goals);
        if (retirement === null) return;
        // Debts that neither saving nor what is held would pay are no longer paid first: there is no such plan to run.
        const alone = (change: Partial<RetirementGoals>) => {
          const other = run(lines, { ...goals, ...change }).retirement;
          return other === null || (other.owed === undefined) !== (retirement.owed === undefined) ? null : other;
        };
        const claims = [
          ['retire_2_years_later', { retireAt: goals.retireAt + 2 }],
          ['save_20_percent_more', { contribute: contribute * 1.2 }],
          ['start_saving', { contribute: 10_000 }],
          ['spend_10_percent_less', { income: income * 0.9 }],
        ] as const;
        for (const [key, change] of claims) {
          const told = retirement.whatIfs.find((one) => one.key === key);
          const other = alone(change);
          if (told !== undefined && other !== null) expect([key, told.success]).toEqual([key, other.success]);
        }
        const earliest = retirement.earliestRetirement ?? null;
        if (earliest !== null) {
          const other = alone({ retireAt: earliest.age });
          if (other !== null) expect(other.success).toBe(earliest.success);
        }
        for (const change of [to('retireAt', 51), to('retireAt', goals.retireAt + 3), to('contribute', 9_000)]) {
          const told = run(lines, goals, [change]).question?.scenarios[0]?.outcome?.success;
          const other = alone({ [change.what]: change.value });
          if (other !== null) expect([change.what, told]).toEqual([change.what, other.success]);
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test('a debt paid until after the age tried takes no saving with it, and added years are saved in', () => {
    const goals = { age: 55, retireAt: 65, lifeExpectancy: 95, income: 25_000, contribute: 30_000, taxRate: 0.15 };
    const lines = [line('tax_deferred', 9_050), debt(150_000, 0.08)];
    const { retirement } = run(lines, goals);
    const age = retirement?.earliestRetirement?.age ?? NaN;
    expect(run(lines, { ...goals, retireAt: age }).retirement?.earliestRetirement?.age).toBe(age);
    const late = run(lines, { ...goals, income: 36_000, retireAt: 62 }).retirement;
    const later = run(lines, { ...goals, income: 36_000, retireAt: 64 }).retirement;
    expect(late?.whatIfs.find(({ key }) => key === 'retire_2_years_later')?.success).toBe(later?.success);
    expect(late?.earliestRetirement).toEqual(later?.earliestRetirement);
  });

  test('saving of different ages is no sum that is saved at once', () => {
    const goals = { age: 55, retireAt: 65, lifeExpectancy: 95, income: 25_000, contribute: 30_000, taxRate: 0.15 };
    const { retirement } = run([line('tax_deferred', 9_050), debt(90_000, 0.08)], goals);
    const labels = retirement?.whatIfs.map(({ label }) => label);
    expect(labels).toContain('Save 20% more, $36,000 a year');
  });
});
