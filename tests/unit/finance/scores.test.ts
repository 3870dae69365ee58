import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { annualPercentageYield, interestOn } from '../../../shared/finance/cash-interest.ts';
import { GLOBAL_MARKET } from '../../../shared/finance/target-mix.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { anyLines, AS_OF, cash, exchangeRates, instrument, instruments, line } from './portfolios.ts';

const world = instrument('WORLD', {
  assetClasses: { equity: 1 },
  regions: GLOBAL_MARKET.weights,
  sectors: {
    information_technology: 0.24,
    financials: 0.16,
    industrials: 0.12,
    consumer_discretionary: 0.11,
    health_care: 0.11,
    communication_services: 0.08,
    consumer_staples: 0.06,
    materials: 0.04,
    energy: 0.04,
    utilities: 0.02,
    real_estate: 0.02,
  },
});
const all = new Map([...instruments, world]);
const scoresOf = (lines: readonly SnapshotLine[]) =>
  analysisSchema.parse(
    analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments: all, exchangeRates, seed: 1, paths: 50 }),
  ).scores;

describe('diversification', () => {
  test('the world in a fund with as many bonds is a 10; one stock is a 1 or 2', () => {
    expect(scoresOf([line('WORLD', 1, 50), line('BOND', 1, 50)])?.diversification?.score).toBeGreaterThanOrEqual(9);
    expect(scoresOf([line('ACME', 1, 100)])?.diversification?.score).toBeLessThanOrEqual(2);
  });

  test('a single stock costs grade by grade', () => {
    const scores = [0, 10, 20, 40].map(
      (share) =>
        scoresOf([line('WORLD', 1, 60 - share / 2), line('BOND', 1, 40 - share / 2), line('ACME', 1, share)])
          ?.diversification?.score ?? 0,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(scores[3] ?? 10);
  });

  test('is not graded where half is not known, nor for nothing; cash alone has no regions to grade', () => {
    expect(scoresOf([line('WHAT', 1, 60), line('WORLD', 1, 40)])?.diversification).toBeNull();
    expect(scoresOf([])).toEqual({ diversification: null, risk: null });
    expect(scoresOf([cash(5)])?.diversification?.parts.map(({ key }) => key)).toEqual(['companies', 'assetClasses']);
  });
});

describe('risk', () => {
  test('goes from cash over bonds and a balanced mix to a single stock', () => {
    const grades = [
      [cash(100)],
      [line('BOND', 1, 100)],
      [line('BOND', 1, 50), line('WORLD', 1, 50)],
      [line('WORLD', 1, 100)],
      [line('ACME', 1, 100)],
    ].map((lines) => scoresOf(lines)?.risk?.score ?? 0);
    expect(grades).toEqual([...grades].sort((a, b) => a - b));
    expect(new Set(grades).size).toBe(grades.length);
    expect(grades[0]).toBe(2);
    expect(grades[4]).toBe(10);
  });

  test('every grade is 1 to 10 and its parts weigh 1, for any portfolio', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const scores = scoresOf(lines);
        for (const graded of [scores?.diversification, scores?.risk]) {
          if (graded === null || graded === undefined) continue;
          expect(graded.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('cash interest', () => {
  // US Regulation DD, 12 CFR 1030, Appendix A, part I.D: daily compounding over 365 days.
  test.each([
    [1000, 0.0525, 53.9, 0.0539],
    [8000, 0.055, 452.29, 0.0565],
    [20_000, 0.0575, 1183.61, 0.0592],
  ])("the regulation's example of %i dollars", (balance, rate, interest, yearly) => {
    expect(interestOn(balance, rate, 365)).toBeCloseTo(interest, 2);
    expect(annualPercentageYield(interest, balance, 365)).toBeCloseTo(yearly, 4);
  });

  test('simple interest on a 360-day count', () => {
    expect(interestOn(1000, 0.036, 30, { dayCount: 'actual/360', compounding: 'simple' })).toBeCloseTo(3, 12);
  });
});
