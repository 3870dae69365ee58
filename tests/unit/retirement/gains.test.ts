import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectPlan, plan as planSchema } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { aPlan } from './a-plan.ts';

interface Case {
  cost: number;
  rate: number;
  growth: number;
  inflation: number;
  timing?: 'start' | 'end';
}

const certainly = ({ cost, rate, growth, inflation, timing = 'start' }: Case, spending: number) =>
  aPlan({
    accounts: [{ name: 'Brokerage', type: 'taxable', balance: 100_000, taxRate: rate, costBasis: cost }],
    spending: { amount: spending, timing },
    market: { assets: [{ name: 'a', weight: 1, mean: growth, volatility: 0 }], inflation: { mean: inflation } },
    longevity: { model: 'fixed_years', years: 10 },
    simulation: { paths: 1, seed: 1 },
  });

/** The same in dollars of the day and with the cost itself: what is sold takes its share of it, a taxed return adds to it. */
function inDollars({ cost, rate, growth, inflation, timing = 'start' }: Case, spending: number): number {
  let value = 100_000;
  let gain = Math.max(0, value - cost);
  const sell = (net: number) => {
    const tax = rate * Math.min(1, gain / value);
    const gross = net / (1 - tax);
    gain *= Math.max(0, 1 - gross / value);
    value -= gross;
  };
  for (let year = 0; year < 10; year++) {
    if (timing === 'start') sell(spending * (1 + inflation) ** year);
    value += growth * value * (1 - rate);
    if (timing === 'end') sell(spending * (1 + inflation) ** (year + 1));
  }
  return value / (1 + inflation) ** 10;
}

describe('gains that taxable accounts hold already', () => {
  test('without return or inflation, all that is taken out is taxed alike', () => {
    // Three quarters are gain, taxed at 20 %: 85 cents of each dollar are left.
    const plain: Case = { cost: 25_000, rate: 0.2, growth: 0, inflation: 0 };
    expect(projectPlan(certainly(plain, 8500)).success).toBe(1);
    expect(projectPlan(certainly(plain, 8510)).success).toBe(0);
    expect(projectPlan(certainly(plain, 5000)).sustainableSpending).toBeCloseTo(8500, -1);
  });

  test.each(['start', 'end'] as const)(
    'are taxed as an account in dollars with its cost is, spending at the %s',
    (timing) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 120_000 }),
          fc.integer({ min: 1, max: 40 }),
          fc.integer({ min: -3, max: 12 }),
          fc.integer({ min: 0, max: 8 }),
          (cost, rate, growth, inflation) => {
            const one: Case = { cost, rate: rate / 100, growth: growth / 100, inflation: inflation / 100, timing };
            const left = projectPlan(certainly(one, 3000)).estate.p50;
            expect(Math.abs(left - inDollars(one, 3000))).toBeLessThan(0.01);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  test('the larger the gain, the less lasts', () => {
    const at = (cost: number) => {
      const accounts: PlanInput['accounts'] = [
        { name: 'Brokerage', type: 'taxable', balance: 400_000, taxRate: 0.15, costBasis: cost },
      ];
      const spending = { amount: 22_000 };
      return projectPlan(aPlan({ accounts, spending, simulation: { paths: 500, seed: 3 } })).success;
    };
    const [large, half, none] = [at(30_000), at(200_000), at(400_000)];
    expect(large).toBeLessThan(half);
    expect(half).toBeLessThan(none);
  });

  test('a cost has a meaning for taxable accounts only', () => {
    const { error } = planSchema.safeParse({
      people: [{ age: 60, retireAt: 65 }],
      accounts: [{ name: 'IRA', type: 'tax_deferred', balance: 1, costBasis: 1 }],
      spending: { amount: 1 },
      market: { assets: [{ name: 'equity', weight: 1 }] },
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['accounts.0.costBasis']);
  });
});

test('of an account with a fee is told to be a growing share: the fee takes none of it', () => {
  const told = (fee: number, costBasis: number) =>
    projectPlan(
      aPlan({
        accounts: [{ name: 'Brokerage', type: 'taxable', balance: 100_000, taxRate: 0.15, costBasis, fee }],
        simulation: { paths: 10, seed: 1 },
      }),
    ).notes.some((note) => note.includes('leaves the gain that it began with as it is'));
  expect([told(0.01, 60_000), told(0, 60_000), told(0.01, 100_000)]).toEqual([true, false, false]);
});
