import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import { mixMoments } from '../../../shared/finance/market-assumptions/mix.ts';
import { EPISODES } from '../../../shared/finance/risk/episodes.ts';
import { normalQuantile, TWO_SIDED_95 } from '../../../shared/finance/risk/normal-law.ts';
import { simulateYear } from '../../../shared/finance/risk/simulated-year.ts';
import { stressTests } from '../../../shared/finance/risk/stress.ts';
import { parametricLoss, sampleLoss } from '../../../shared/finance/risk/value-at-risk.ts';
import { crashYears } from '../../../shared/schemas/analysis-plan.ts';

const only = (
  weights: Partial<Record<'equity' | 'fixed_income' | 'real_estate' | 'cash' | 'alternatives', number>>,
) => ({
  equity: 0,
  fixed_income: 0,
  real_estate: 0,
  commodities: 0,
  cash: 0,
  alternatives: 0,
  ...weights,
});

describe('value at risk', () => {
  // Wichura's own check values for PPND16 (AS 241, 1988).
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
  ])('the normal quantile of %p', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  test('the bounds of 95 % are the quantile that leaves 2.5 % on either side', () => {
    expect(TWO_SIDED_95).toBeCloseTo(normalQuantile(0.975), 15);
  });

  // Standard normal loss: VaR 95 % 1.6449, ES 95 % 2.0627; VaR 99 % 2.3263, ES 99 % 2.6652 (McNeil, Frey and Embrechts,
  // 2nd ed., table 2.1's normal case up to scale).
  test.each([
    [0.95, 1.6449, 2.0627],
    [0.99, 2.3263, 2.6652],
  ])('of a standard normal loss at %p', (confidence, loss, tail) => {
    const found = parametricLoss(0, 1, confidence);
    expect(found.loss).toBeCloseTo(loss, 4);
    expect(found.tail).toBeCloseTo(tail, 4);
  });

  test('of a sample: the worst five of a hundred', () => {
    const returns = Float64Array.from({ length: 100 }, (_, index) => (index - 50) / 100);
    // Of rank 5 within 4.27: the first to the tenth worst, 0.01 apart; the tail varies by 0.02^2 / 2, the loss is 0.02 from it.
    expect(sampleLoss(returns, 0.95)).toEqual({
      loss: 0.46,
      tail: 0.48,
      standardError: expect.closeTo(Math.sqrt(100 * 0.95 * 0.05) * 0.01, 12),
      tailStandardError: expect.closeTo(Math.sqrt((0.0002 + 0.95 * 0.0004) / 5), 12),
    });
  });

  test('is not claimed to be closer than other samples of the size lie to it', () => {
    const draws = 4000;
    const found = Array.from({ length: 300 }, (_, seed) =>
      sampleLoss(simulateYear(only({ equity: 0.7, fixed_income: 0.3 }), defaultAssumptions, { draws, seed }), 0.95),
    );
    const spread = (which: 'loss' | 'tail') => {
      const mean = found.reduce((sum, one) => sum + one[which], 0) / found.length;
      return Math.sqrt(found.reduce((sum, one) => sum + (one[which] - mean) ** 2, 0) / (found.length - 1));
    };
    const claimed = (which: 'standardError' | 'tailStandardError') =>
      found.reduce((sum, one) => sum + one[which], 0) / found.length;
    // A deviation out of 300 is known to 4 %.
    expect(claimed('standardError') / spread('loss')).toBeGreaterThan(0.88);
    expect(claimed('standardError') / spread('loss')).toBeLessThan(1.12);
    expect(claimed('tailStandardError') / spread('tail')).toBeGreaterThan(0.88);
    expect(claimed('tailStandardError') / spread('tail')).toBeLessThan(1.12);
  });

  test('of a sample of one has no spread and is no nonsense', () => {
    const one = sampleLoss(Float64Array.of(-0.1), 0.95);
    expect(one).toEqual({ loss: 0.1, tail: 0.1, standardError: 0, tailStandardError: 0 });
  });

  test('simulated years have the moments they were asked for, and losses near their closed form', () => {
    const weights = only({ equity: 0.6, fixed_income: 0.4 });
    const draws = 40_000;
    const years = simulateYear(weights, defaultAssumptions, { draws, seed: 7 });
    const moments = mixMoments(weights, defaultAssumptions);
    const { volatility } = moments;
    const mean = years.reduce((sum, value) => sum + value, 0) / draws;
    const deviation = Math.sqrt(years.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws);
    expect(Math.abs(mean - moments.mean)).toBeLessThan((4 * volatility) / Math.sqrt(draws));
    expect(Math.abs(deviation - volatility)).toBeLessThan((4 * volatility) / Math.sqrt(2 * draws));
    // One class alone is lognormal: its quantile is known.
    const stocks = simulateYear(only({ equity: 1 }), defaultAssumptions, { draws, seed: 7 });
    const { mean: m, volatility: v } = defaultAssumptions.classes.equity;
    const sigma = Math.sqrt(Math.log1p((v / (1 + m)) ** 2));
    const quantile = Math.exp(Math.log1p(m) - sigma ** 2 / 2 + sigma * normalQuantile(0.05)) - 1;
    expect(Math.abs(sampleLoss(stocks, 0.95).loss + quantile)).toBeLessThan(0.005);
  });

  test('the same seed gives the same years, another seed others', () => {
    const years = (seed: number) => simulateYear(only({ equity: 1 }), defaultAssumptions, { draws: 100, seed });
    expect(years(1)).toEqual(years(1));
    expect(years(1)).not.toEqual(years(2));
  });

  test('the tail is never milder than the loss, and losses grow with confidence', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 1000 }), (equity, seed) => {
        const years = simulateYear(only({ equity: equity / 100, cash: 1 - equity / 100 }), defaultAssumptions, {
          draws: 500,
          seed,
        });
        const [mild, severe] = [sampleLoss(years, 0.95), sampleLoss(years, 0.99)];
        expect(mild.tail).toBeGreaterThanOrEqual(mild.loss);
        expect(severe.loss).toBeGreaterThanOrEqual(mild.loss);
        expect(severe.tail).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('stress tests', () => {
  const history = new Map(
    readFileSync(new URL('../../../examples/history-us-annual.csv', import.meta.url), 'utf8')
      .split('\n')
      .filter((row) => /^\d/.test(row))
      .map((row) => row.split(',').map(Number))
      .map(([year = 0, equity = 0, fixed_income = 0, cash = 0]) => [year, { equity, fixed_income, cash }]),
  );

  test.each([
    ['great_depression', 1929, 1932],
    ['oil_crisis', 1973, 1974],
    ['dot_com', 2000, 2002],
  ])("%s is what Shiller's years %i to %i compound to", (key, from, to) => {
    const episode = EPISODES.find((one) => one.key === key);
    for (const asset of ['equity', 'fixed_income', 'cash'] as const) {
      let growth = 1;
      for (let year = from; year <= to; year += 1) growth *= 1 + (history.get(year)?.[asset] ?? Number.NaN);
      expect(episode?.returns[asset]).toBeCloseTo(growth - 1, 4);
    }
  });

  test('are of every year that a question may name as one that comes again, and of no other', () => {
    expect(EPISODES.map(({ began }) => began)).toEqual([...crashYears.keys()]);
  });

  test('the REITs of 2022 are what their index values come to', () => {
    // FTSE Nareit All REITs, total return, ends of 2021 and 2022 (Nareit, "FTSE Nareit U.S. Real Estate Index Series Daily Returns").
    expect(EPISODES.find(({ key }) => key === 'rate_shock')?.returns.real_estate).toBeCloseTo(
      8655.3 / 11_556.48 - 1,
      3,
    );
  });

  test('correlations are near those of the years that the history file has since 1990', () => {
    const years = [...history].filter(([year]) => year >= 1990).map(([, returns]) => returns);
    const correlation = (one: 'equity' | 'fixed_income' | 'cash', other: 'equity' | 'fixed_income' | 'cash') => {
      const mean = (key: typeof one) => years.reduce((sum, year) => sum + year[key], 0) / years.length;
      const sum = (a: typeof one, b: typeof one) =>
        years.reduce((total, year) => total + (year[a] - mean(a)) * (year[b] - mean(b)), 0);
      return sum(one, other) / Math.sqrt(sum(one, one) * sum(other, other));
    };
    // Twenty-one years leave a standard error of about 0.2.
    for (const [one, other, stated] of [
      ['equity', 'fixed_income', -0.12],
      ['equity', 'cash', 0.08],
      ['fixed_income', 'cash', 0.34],
    ] as const) {
      expect(correlation(one, other)).toBeCloseTo(stated, 2);
      expect(Math.abs(correlation(one, other) - defaultAssumptions.correlation(one, other))).toBeLessThan(0.2);
    }
  });

  test('a mix does what its parts did; what no source gives is said to be assumed', () => {
    const [crisis] = stressTests(
      only({ equity: 0.5, real_estate: 0.25, cash: 0.25 }),
      1000,
      EPISODES.filter(({ key }) => key === 'financial_crisis'),
    );
    expect(crisis).toMatchObject({ assumed: ['cash'], change: -279.25 });
    const [shock] = stressTests(
      only({ alternatives: 1 }),
      1000,
      EPISODES.filter(({ key }) => key === 'rate_shock'),
    );
    expect(shock).toMatchObject({ assumed: ['alternatives'], change: -181 });
  });
});
