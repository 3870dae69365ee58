import { describe, expect, test } from '@jest/globals';
import { betweenSteps } from '../../../shared/finance/retirement/answers/between-steps.ts';
import { plan } from '../../../shared/schemas/retirement-plan/plan.ts';

const of = (claimAt: number, retireAt: number, stepsPerYear = 1) =>
  betweenSteps(
    plan.parse({
      people: [{ age: 60, retireAt }],
      accounts: [{ name: 'A', type: 'tax_free', balance: 1_000_000 }],
      incomes: [{ kind: 'social_security', amount: 30_000, claimAt }],
      spending: { amount: 70_000 },
      market: { assets: [{ name: 'equity', weight: 1 }] },
      simulation: { stepsPerYear },
    }),
  );

describe('an age between two steps', () => {
  test('is said to count from the next step, and what would count it exactly', () => {
    expect(of(66.5, 65)[0]).toContain('claiming at 66.5 counts from 67');
    expect(of(67, 65.5)[0]).toContain('retiring at 65.5 counts from 66');
    expect(of(67, 65.5)[0]).toContain('"stepsPerYear": 12');
  });

  test('is said to flatter the plan where it costs late, and to burden it where it pays late', () => {
    expect(of(67, 65.5)[0]).toContain('look better than it is');
    expect(of(67, 65.5)[0]).not.toContain('look worse');
    expect(of(66.5, 65)[0]).toContain('look worse than it is');
  });

  test('is no word where it falls on a step or is past', () => {
    expect(of(67, 65)).toEqual([]);
    expect(of(66.5, 65.25, 12)).toEqual([]);
    expect(of(67, 59.5)).toEqual([]);
  });
});
