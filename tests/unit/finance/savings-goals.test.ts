// What has to be saved for a sum was too little for it, or more than it takes.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import type { SavingsGoal } from '../../../shared/schemas/analysis-plan.ts';
import { FULL_PLAN } from '../../../shared/schemas/analysis-plan.ts';
import { reference } from '../agents/held-portfolios.ts';
import { wholePlan } from '../agents/portfolios.ts';
import { line } from './portfolios.ts';

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const held: AnalysisInput = { asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 400, lines: [line('VTI', 1000, 300)], instruments: reference, goals }; // prettier-ignore

const aGoal = (goal: Partial<SavingsGoal>): SavingsGoal => ({ amount: 1_000_000, when: 'age', time: 65, per: 'year', confidence: null, ...goal }); // prettier-ignore

function found(goal: Partial<SavingsGoal>, of: Partial<AnalysisInput> = {}) {
  const { goals: asGiven, ...others } = held;
  const { question } = analyze({
    ...others,
    ...(of.plan === undefined && { goals: asGiven }),
    ...of,
    question: { ...FULL_PLAN, savingsGoals: [aGoal(goal)] },
  });
  const [one] = question?.savingsGoals ?? [];
  if (one === undefined) throw new Error('nothing was found');
  return one;
}

/** In what share of the futures the sum is there where so much is saved. */
function chanceWith(contribute: number, { amount, time }: { amount: number; time: number }, of = held): number {
  const asked = { ...FULL_PLAN, balanceChances: [{ amount, when: 'age' as const, time }] };
  return (
    analyze({ ...of, goals: { ...goals, contribute }, question: asked }).question?.balanceChances?.[0]?.chance ?? NaN
  );
}

describe('what has to be saved for a sum', () => {
  test('is enough for it in as many futures as are wanted, and a step less is not', () => {
    const asked = fc.record({
      amount: fc.integer({ min: 400_000, max: 5_000_000 }),
      time: fc.integer({ min: 47, max: 90 }),
      confidence: fc.constantFrom(60, 75, 90),
      per: fc.constantFrom('year' as const, 'month' as const),
    });
    fc.assert(
      fc.property(asked, (goal) => {
        const { half, likely, confidence, planned } = found(goal);
        expect({ confidence, planned }).toEqual({ confidence: goal.confidence / 100, planned: 10_000 });
        const step = goal.per === 'month' ? 120 : 100;
        for (const [saved, share] of [
          [half, 0.5],
          [likely, goal.confidence / 100],
        ] as const) {
          if (saved === null) continue;
          expect(saved % step).toBe(0);
          expect(chanceWith(saved, goal)).toBeGreaterThanOrEqual(share - 1e-9);
          if (saved > 0) expect(chanceWith(saved - step, goal)).toBeLessThan(share);
        }
      }),
      { numRuns: 6 },
    );
  });

  test('is what an annuity formula has where nothing is left to chance', () => {
    // Of 7% nominal, 0.03% of costs and 2% inflation the real rate is 1.07 (1 - 0.0003) / 1.02 - 1, and what is saved at each year's end comes to P ((1 + r)^n - 1) / r.
    const certain = wholePlan({
      people: [{ age: 45, retireAt: 65 }],
      accounts: [{ name: 'Roth IRA', type: 'tax_free', balance: 1 }],
      incomes: [],
      spending: { amount: 30_000 },
      longevity: { model: 'fixed_age', age: 95 },
      savings: [{ owner: 0, amount: 10_000 }],
      market: {
        assets: [{ name: 'fund', mean: 0.07, volatility: 0, basis: 'nominal', weight: 1 }],
        inflation: { mean: 0.02, volatility: 0, persistence: 0 },
      },
    });
    const rate = (1.07 * (1 - 0.0003)) / 1.02 - 1;
    const grown = (1 + rate) ** 20;
    const { half, likely } = found({ amount: 1_500_000 }, { plan: certain });
    const need = ((1_500_000 - 300_000 * grown) * rate) / (grown - 1);
    expect(half).toBe(Math.ceil(need / 100) * 100);
    expect(likely).toBe(half);
  });

  test('is nothing where the sum comes by itself, and no amount where nothing is saved by then', () => {
    expect(found({ amount: 100_000 })).toMatchObject({ half: 0, likely: 0 });
    expect(found({ amount: 400_000, time: 45 })).toMatchObject({ half: null, likely: null });
    expect(found({ amount: 400_000, when: 'after_retirement', time: 0 })).toMatchObject({ age: 65 });
  });

  test('is not looked for at a day that is past, or beyond the plan', () => {
    expect(found({ time: 40 }).missing).toBe('age 40 is past: you are 45 already');
    expect(found({ time: 99 }).missing).toBe('the plan does not go on to 99');
    const retired = { ...goals, age: 70, retireAt: 70 };
    expect(found({ time: 80 }, { goals: retired })).toMatchObject({ half: null, likely: null });
  });
});
