import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import { mixMoments } from '../../../shared/finance/market-assumptions/mix.ts';
import { EPISODES } from '../../../shared/finance/risk/episodes.ts';
import { kindSharesOf } from '../../../shared/finance/risk/kinds.ts';
import { normalQuantile, TWO_SIDED_95 } from '../../../shared/finance/risk/normal-law.ts';
import { simulateYear } from '../../../shared/finance/risk/simulated-year.ts';
import { stressTests } from '../../../shared/finance/risk/stress.ts';
import { parametricLoss, sampleLoss } from '../../../shared/finance/risk/value-at-risk.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { crashYears } from '../../../shared/schemas/analysis-plan.ts';
import { instrument, line } from './portfolios.ts';

const only = (
  weights: Partial<Record<'equity' | 'fixed_income' | 'real_estate' | 'commodities' | 'cash' | 'alternatives', number>>,
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

  const of = (key: string) => EPISODES.filter((one) => one.key === key);

  test('a mix does what its parts did; what has no figure is said to be assumed', () => {
    const mix = only({ equity: 0.5, real_estate: 0.25, cash: 0.25 });
    const [crisis] = stressTests(mix, 1000, undefined, of('financial_crisis'));
    // Stocks −37.0%, REITs −37.7%, three-month bills 1.37%.
    expect(crisis).toMatchObject({ assumed: [], change: -275.82 });
    expect(crisis?.sources).toEqual([expect.stringContaining('Treasury bills')]);
    const [shock] = stressTests(only({ alternatives: 1 }), 1000, undefined, of('rate_shock'));
    expect(shock).toMatchObject({ assumed: ['alternatives'], change: -181 });
    expect(shock).not.toHaveProperty('sources');
  });

  test('gold and coins do as they themselves did, not as commodities, stocks or nothing at all', () => {
    const [whole] = [{ gold: 1, crypto: 1 }];
    const change = (key: string, weights: Parameters<typeof only>[0], kinds = whole) =>
      stressTests(only(weights), 1000, kinds, of(key))[0];
    // Bitcoin at the ends of 2021 and 2022 (CoinMarketCap); gold in London at the ends of 2007 and 2008.
    expect(change('rate_shock', { alternatives: 1 })?.return).toBeCloseTo(16_547.5 / 46_306.45 - 1, 4);
    expect(change('financial_crisis', { commodities: 1 })?.return).toBeCloseTo(869.75 / 833.75 - 1, 4);
    // The same index without interest fell from 184.964 to 117.244 (Dow Jones, reports of December 2008 and May 2009).
    const futures = change('financial_crisis', { commodities: 1 }, { gold: 0, crypto: 0 })?.return ?? Number.NaN;
    expect(futures - (117.244 / 184.964 - 1)).toBeGreaterThan(0);
    expect(futures - (117.244 / 184.964 - 1)).toBeLessThan(0.0137);
    const half = change('financial_crisis', { commodities: 1 }, { gold: 0.5, crypto: 0 })?.return;
    expect(half).toBeCloseTo((futures + 0.0432) / 2, 4);
    expect(change('financial_crisis', { alternatives: 1 })).toMatchObject({ assumed: ['crypto'], return: -0.37 });
  });

  test('the years of property and commodities compound to their decade', () => {
    const after = (years: number[]) => years.reduce((product, year) => product * (1 + year / 100), 1);
    const { real_estate: property = 0, commodities = 0 } = of('dot_com')[0]?.returns ?? {};
    // $10,000 of 2000 were $27,454 at the end of 2009 in FTSE Nareit Equity REITs (Nareit, January 2010), and 63.69% more in the S&P GSCI
    // (Standard & Poor's, January 2010): with the seven years that followed the three.
    expect((1 + property) * after([37.13, 31.58, 12.16, 35.06, -15.69, -37.73, 27.99])).toBeCloseTo(2.745, 2);
    expect((1 + commodities) * after([20.72, 17.28, 25.55, -15.09, 32.67, -46.49, 13.48])).toBeCloseTo(1.6369, 3);
  });
});

describe('what is gold, and what a coin', () => {
  type Fund = [name: string, of: 'commodities' | 'alternatives' | 'equity', type?: 'etf' | 'crypto' | 'other'];
  const sharesOf = (...held: Fund[]) => {
    const known = held.map(([name, of, type = 'etf'], index) =>
      instrument(
        `F${index}`,
        { assetClasses: { [of]: 1 }, regions: { global: 1 }, sectors: { other: 1 } },
        { name, type },
      ),
    );
    const valuation = valuePortfolio(
      known.map(([symbol]) => line(symbol, 1, 100)),
      'USD',
      [],
    );
    return kindSharesOf(valuation, new Map(known));
  };

  test.each([
    ['SPDR Gold Shares', 1],
    ['Xetra-Gold', 1],
    ['Goldman Sachs Physical Gold ETF', 1],
    ['iShares Silver Trust', 0],
    ['Goldman Sachs Commodity Strategy Fund', 0],
    ['abrdn Physical Precious Metals Basket Shares ETF', 0],
    ['Sprott Physical Gold and Silver Trust', 0],
  ])('%s: gold %d', (name, gold) => {
    expect(sharesOf([name, 'commodities']).gold).toBe(gold);
  });

  test('by their shares of the class', () => {
    const funds: Fund[] = [
      ['SPDR Gold Shares', 'commodities'],
      ['Invesco DB Commodity Index', 'commodities'],
      ['VanEck Gold Miners ETF', 'equity'],
    ];
    expect(sharesOf(...funds)).toEqual({ gold: 0.5, crypto: 0 });
    const coins: Fund[] = [
      ['iShares Bitcoin Trust ETF', 'alternatives'],
      ['Ethereum', 'alternatives', 'crypto'],
      ['Oak Hill Partners LP', 'alternatives', 'other'],
    ];
    expect(sharesOf(...coins).crypto).toBeCloseTo(2 / 3, 10);
  });
});
