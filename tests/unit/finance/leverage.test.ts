import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import { normalizeMix } from '../../../shared/finance/market-assumptions/mix.ts';
import { AS_OF, cash, instruments, line } from './portfolios.ts';

const goals = { age: 40, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const of = (lines: ReturnType<typeof line>[], more: object = {}) =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, seed: 1, paths: 400, ...more });
const stressOf = (analysis: ReturnType<typeof of>, key: string) =>
  analysis.risk?.stress.find((one) => one.key === key) ?? { return: NaN, change: NaN };

// $90,000 of stocks and $14,400 of bonds held with $79,400 of one's own and $25,000 borrowed.
const margin = [line('STOX', 900, 100), line('BOND', 144, 100), cash(-25_000)];

describe('what is bought with borrowed money', () => {
  test('is lost in full in a crisis, and the debt stays', () => {
    const crisis = stressOf(of(margin), 'financial_crisis');
    expect(crisis.change).toBeCloseTo(90_000 * -0.37 + 14_400 * 0.0524 - 25_000 * 0.0137, 0);
    expect(crisis.return).toBeCloseTo(crisis.change / 79_400, 6);
    // Interest of those years is owed as well.
    const depression = stressOf(of(margin), 'great_depression');
    expect(depression.change).toBeCloseTo(90_000 * -0.628 + 14_400 * 0.1707 - 25_000 * 0.1689, 0);
  });

  test('makes the same mix riskier in every figure: volatility, bad years, grade', () => {
    const own = of([line('STOX', 900, 100), line('BOND', 144, 100)]);
    const levered = of(margin);
    const ratio = 104_400 / 79_400;
    // Cash swings a little itself.
    expect((levered.risk?.volatility ?? 0) / (own.risk?.volatility ?? 1)).toBeCloseTo(ratio, 1);
    expect(levered.scores?.risk?.score).toBeGreaterThan(own.scores?.risk?.score ?? 10);
    const loss = (one: typeof own) => one.risk?.valueAtRisk[0]?.lossValue ?? NaN;
    // The loss in money is that of all that is held, and the interest.
    expect(loss(levered) / loss(own)).toBeGreaterThan(1);
    expect(loss(levered) / loss(own)).toBeLessThan(1.15);
  });

  test('widens what a retirement may come to; paying it back is one of the changes', () => {
    const fan = (lines: ReturnType<typeof line>[]) => of(lines, { goals }).retirement;
    const own = [line('STOX', 684.48, 100), line('BOND', 109.52, 100)];
    const [alone, levered] = [fan(own), fan(margin)];
    const spread = (one: typeof alone) => (one?.balance.p95[10] ?? 0) - (one?.balance.p5[10] ?? 0);
    expect(spread(levered)).toBeGreaterThan(1.15 * spread(alone));
    expect(levered?.portfolioVolatility).toBeCloseTo(of(margin).risk?.volatility ?? 0, 10);
    expect(levered?.assumptions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(levered?.whatIfs.map(({ key }) => key)).toContain('repay_debt');
    expect(levered?.notes.join(' ')).toContain('borrowed, 31.5% of what is owned');
    expect(alone?.whatIfs.map(({ key }) => key)).not.toContain('repay_debt');
  });

  test('is no loss of more than everything in a projection, nor a number that is none', () => {
    const retirement = of([line('STOX', 1000, 100), cash(-90_000)], { goals }).retirement;
    for (const values of [retirement?.balance.p5, retirement?.balance.p95]) {
      expect(values?.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    }
  });

  test('weights sum to one, and a debt covered by cash is none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (equity, bonds, unknown, money) => {
          const whole = equity + bonds + unknown + money;
          fc.pre(whole > 0);
          const mix = { equity, fixed_income: bonds, unknown, cash: money };
          const { weights } = normalizeMix(mix);
          const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
          expect(sum).toBeCloseTo(1, 9);
          expect(weights.cash < 0).toBe(money < 0);
          if (money < 0) expect(weights.cash).toBeCloseTo(money / whole, 9);
        },
      ),
    );
    const covered = of([line('STOX', 500, 100), cash(-5000), cash(8000, { accountName: 'Savings' })]);
    expect(stressOf(covered, 'financial_crisis').change).toBeCloseTo(50_000 * -0.37 + 3_000 * 0.0137, 0);
    expect(covered.risk?.mean).toBeCloseTo(
      (50 * defaultAssumptions.classes.equity.mean + 3 * defaultAssumptions.classes.cash.mean) / 53,
      10,
    );
  });

  test('only cash can be below zero, and not by all that is held', () => {
    expect(() => normalizeMix({ equity: 1, fixed_income: -0.2 })).toThrow();
    expect(() => normalizeMix({ equity: 1, cash: -1 })).toThrow();
  });
});
