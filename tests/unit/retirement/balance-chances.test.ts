// The chance of a sum contradicted the quantiles of the same balances, or differed where values are counted and not kept.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { balanceChances } from '../../../shared/finance/retirement/answers/balance-chances.ts';
import { projectPlan } from '../../../shared/finance/retirement/answers/project-plan.ts';
import { createFan } from '../../../shared/finance/retirement/fan.ts';
import { aPlan } from './a-plan.ts';

test('a sum is there in half of the futures exactly where the median has it, and so with each quantile', () => {
  const plan = aPlan();
  const { balance } = projectPlan(plan);
  for (const year of [0, 1, 7, 20]) {
    for (const [share, values] of [
      [0.95, balance.p5],
      [0.75, balance.p25],
      [0.5, balance.p50],
      [0.25, balance.p75],
      [0.05, balance.p95],
    ] as const) {
      const amount = values[year] ?? 0;
      if (year === 0 || amount === 0) continue;
      const [chance = 0] = balanceChances(plan, [{ year, amount }]);
      expect(Math.abs(chance - share)).toBeLessThan(2 / plan.simulation.paths);
    }
  }
  const today = plan.accounts.reduce((sum, one) => sum + one.balance, 0);
  expect(
    balanceChances(plan, [
      { year: 0, amount: today },
      { year: 0, amount: today + 1 },
    ]),
  ).toEqual([1, 0]);
});

test('values that are counted in cells have the share that a count of them one by one has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 400 }),
      fc.double({ min: 1, max: 2e7, noNaN: true }),
      (values, least) => {
        const [kept, counted] = [values.length, 5_000_000].map((all) => {
          const fan = createFan(1, values.length, all);
          fan.absorb(Float64Array.from(values), values.length, values.length);
          return fan;
        });
        const share = values.filter((one) => one >= least).length / values.length;
        const near = values.filter((one) => Math.abs(one / least - 1) <= 2 ** -9).length / values.length;
        expect(kept?.share(0, least)).toBe(share);
        expect(Math.abs((counted?.share(0, least) ?? NaN) - share)).toBeLessThanOrEqual(near + 1e-12);
      },
    ),
  );
});
