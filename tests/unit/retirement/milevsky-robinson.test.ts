import { describe, expect, test } from '@jest/globals';
import { countLasting } from '../../../shared/finance/retirement/answers/ranking.ts';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { simulate } from '../../../shared/finance/retirement/simulate.ts';
import { aPlan } from './a-plan.ts';
import { exactRuin, milevskyRobinson } from './closed-form.ts';
import type { Retiree } from './closed-form.ts';
import { vectors } from './vectors.ts';

// Milevsky & Robinson, A Sustainable Spending Rate without Simulation, Financial Analysts Journal 61(6), 2005.
describe('the closed form', () => {
  test.each(vectors.milevskyRobinson2005.cases)(
    'gives the figures the paper prints: $spendingRate of $medianYears years',
    (given) => {
      const lambda = Math.LN2 / given.medianYears;
      const { mu, sigma, spendingRate, ruin, tolerance } = given;
      // The second case prints the rate for a ruin of 10 %: its tolerance is the rate's.
      const slack = tolerance < 1e-4 ? tolerance * 10 : tolerance;
      expect(Math.abs(milevskyRobinson({ mu, sigma, lambda, spendingRate }) - ruin)).toBeLessThan(slack);
    },
  );
  test('is exact without mortality, and within three points of the exact law with it', () => {
    const at = (lambda: number): Retiree => ({ mu: 0.07, sigma: 0.2, lambda, spendingRate: 0.05 });
    expect(exactRuin(at(0))).toBeCloseTo(milevskyRobinson(at(0)), 10);
    expect(Math.abs(exactRuin(at(Math.LN2 / 28.1)) - milevskyRobinson(at(Math.LN2 / 28.1)))).toBeLessThan(0.03);
  });
});

/** The engine set up as the paper is: real returns, monthly steps, a balance of 1 and a spending rate. */
function simulated(
  { mu, sigma, spendingRate }: Retiree,
  longevity: Parameters<typeof aPlan>[0],
  paths: number,
): number {
  const plan = aPlan({
    ...longevity,
    people: [{ age: 65, retireAt: 65 }],
    accounts: [{ name: 'savings', type: 'tax_free', balance: 1_000_000 }],
    spending: { amount: spendingRate * 1_000_000 },
    market: {
      assets: [{ name: 'portfolio', weight: 1, mean: mu, volatility: sigma, kind: 'continuous', basis: 'real' }],
    },
    simulation: { paths, seed: 7, stepsPerYear: 12 },
  });
  const tally = simulate({ plans: [compile(plan)], first: 0, paths, all: paths, record: false });
  return 1 - countLasting(tally.ruin) / paths;
}

describe('a simulation lies within three standard errors of the exact law', () => {
  const within = (seen: number, exact: number, paths: number) => {
    expect(Math.abs(seen - exact)).toBeLessThan(3 * Math.sqrt((exact * (1 - exact)) / paths));
  };
  test('for ever (no mortality): the closed form is exact', () => {
    const retiree: Retiree = { mu: 0.07, sigma: 0.2, lambda: 0, spendingRate: 0.03 };
    const seen = simulated(retiree, { longevity: { model: 'fixed_years', years: 160 } }, 8_000);
    within(seen, milevskyRobinson(retiree), 8_000);
  });
  test.each(vectors.milevskyRobinson2005.cases)('constant hazard, spending $spendingRate', (given) => {
    const retiree: Retiree = { ...given, lambda: Math.LN2 / given.medianYears };
    const longevity = { model: 'constant_hazard', medianYears: given.medianYears } as const;
    const seen = simulated(retiree, { longevity }, 20_000);
    within(seen, exactRuin(retiree), 20_000);
  });
});
