import { describe, expect, test } from '@jest/globals';
import { plan, projectPlan } from '../../../shared/finance/retirement/engine.ts';

const notesOf = (mean: number, volatility: number) =>
  projectPlan(
    plan.parse({
      people: [{ age: 60, retireAt: 60 }],
      accounts: [{ name: 'A', type: 'tax_free', balance: 1_000_000 }],
      spending: { amount: 1000 },
      market: { assets: [{ name: 'own', weight: 1, mean, volatility }], inflation: { mean: 0, volatility: 0 } },
      longevity: { model: 'fixed_years', years: 1000 },
      simulation: { paths: 50 },
    }),
  ).notes.join(' ');

describe('balances beyond what an account is counted to', () => {
  test('are said to be a bound and no result', () => {
    expect(notesOf(1, 0.2)).toContain('No account is counted beyond 10^100 dollars');
  });

  test('are not spoken of where there are none', () => {
    expect(notesOf(0.05, 0.1)).not.toContain('10^100');
  });
});
