// Weights that do not add up are scaled: without a word of it, a slip in a row of the glide path is another plan.
import { describe, expect, test } from '@jest/globals';
import { planNotes } from '../../../shared/finance/retirement/answers/notes.ts';
import { scaledWeightNotes } from '../../../shared/finance/retirement/answers/scaled-weights.ts';
import { plan } from '../../../shared/schemas/retirement-plan/plan.ts';

type Weights = Readonly<Record<string, number>>;

const planOf = (weights: Weights, glidePath: { age: number; weights: Weights }[] = []) =>
  plan.parse({
    people: [{ age: 60, retireAt: 65 }],
    accounts: [{ name: 'A', type: 'tax_free', balance: 1_000_000 }],
    spending: { amount: 40_000 },
    market: { assets: Object.entries(weights).map(([name, weight]) => ({ name, weight })), glidePath },
  });
const noted = (...given: Parameters<typeof planOf>) => scaledWeightNotes(planOf(...given).market);

describe('weights that do not add up', () => {
  test('are named with what they were scaled to, among the notes of the plan', () => {
    const note =
      'The weights of market.assets add up to 1.1, not to 1, and were scaled to 54.5% stocks and 45.5% bonds.';
    expect(noted({ equity: 0.6, fixed_income: 0.5 })).toEqual([note]);
    expect(planNotes(planOf({ equity: 0.6, fixed_income: 0.5 }))).toContain(note);
  });

  test('are named in the row of the glide path that leaves an asset out', () => {
    const rows = [
      { age: 60, weights: { equity: 0.9 } },
      { age: 80, weights: { equity: 0.4, fixed_income: 0.6 } },
    ];
    expect(noted({ equity: 0.6, fixed_income: 0.4 }, rows)).toEqual([
      'The weights of market.glidePath at 60 add up to 0.9, not to 1, and were scaled to 100% stocks.',
    ]);
  });

  test('are not named row by row where every row has them', () => {
    const rows = Array.from({ length: 30 }, (_, year) => ({ age: 60 + year, weights: { equity: 0.9 } }));
    expect(noted({ equity: 1 }, rows)).toHaveLength(4);
    expect(noted({ equity: 1 }, rows).at(-1)).toBe('So were those of 27 more rows of market.glidePath.');
  });

  test('are no matter where a glide path takes their place', () => {
    expect(noted({ equity: 0.7, fixed_income: 0.7 }, [{ age: 60, weights: { equity: 1 } }])).toEqual([]);
  });

  test.each([
    [{ equity: 0.6, fixed_income: 0.4 }],
    [{ equity: 60, fixed_income: 40 }],
    [{ equity: 0.333, fixed_income: 0.333, cash: 0.333 }],
    [{ equity: 1, fixed_income: 0 }],
  ])('shares, percentages and rounded ones are no slip: %p', (weights) => {
    expect(noted(weights)).toEqual([]);
  });
});
