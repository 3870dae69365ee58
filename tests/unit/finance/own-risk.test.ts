import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from '../../../shared/finance/allocation.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import { mixMoments, normalizeMix } from '../../../shared/finance/market-assumptions/mix.ts';
import { ownRiskOf, withOwnRisk } from '../../../shared/finance/risk/own-risk.ts';
import { COIN_VOLATILITY, COMPANY_VOLATILITY } from '../../../shared/finance/risk/single-names.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { assetClasses } from '../../../shared/schemas/classification.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { reference } from '../agents/held-portfolios.ts';
import { anyLines, AS_OF, cash, exchangeRates, instrument, instruments, line } from './portfolios.ts';

const goals = { age: 50, retireAt: 65, income: 4000, contribute: 500, lifeExpectancy: 92 };
const analysisOf = (lines: readonly SnapshotLine[], paths = 400) =>
  analysisSchema.parse(
    analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates, goals, seed: 3, paths }),
  );
const ownOf = (lines: readonly SnapshotLine[]) => {
  const valuation = valuePortfolio(lines, 'USD', exchangeRates);
  return ownRiskOf(valuation, allocate(valuation, instruments), instruments);
};

describe('own risk of single names', () => {
  test('one company has all of it, equal ones the square root less, funds none', () => {
    expect(ownOf([line('ACME', 1, 100)])).toEqual({ equity: COMPANY_VOLATILITY });
    expect(ownOf([line('ACME', 1, 100), line('GOOG', 1, 100)]).equity).toBeCloseTo(COMPANY_VOLATILITY / Math.SQRT2, 12);
    expect(ownOf([line('STOX', 1, 100), line('BOND', 1, 100)])).toEqual({});
  });

  test('two share classes of a company are one company', () => {
    expect(ownOf([line('GOOGL', 1, 50), line('GOOG', 1, 50)])).toEqual({ equity: COMPANY_VOLATILITY });
  });

  test('a coin in several funds and a wallet is one, and another coin beside it no shelter', () => {
    const coin = { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } };
    const coins = ['BTC', 'ETH'].map((symbol) => instrument(symbol, coin, { type: 'crypto', expenseRatio: null }));
    const known = new Map([...reference, ...coins]);
    const ownOfCoins = (...symbols: string[]) => {
      const held = symbols.map((symbol) => line(symbol, 1, 100));
      const valuation = valuePortfolio(held, 'USD', []);
      return ownRiskOf(valuation, allocate(valuation, known), known);
    };
    expect(ownOfCoins('IBIT')).toEqual({ alternatives: COIN_VOLATILITY });
    expect(ownOfCoins('IBIT', 'FBTC', 'GBTC', 'BTC')).toEqual({ alternatives: COIN_VOLATILITY });
    expect(ownOfCoins('BTC', 'ETH')).toEqual({ alternatives: COIN_VOLATILITY });
  });

  test('a rise that no tenth of a point shows is not told as one: "from 16.6% to 16.6%"', () => {
    const noteOf = (own: number) => withOwnRisk(defaultAssumptions, { equity: own }).notes?.join(' ') ?? '';
    expect(noteOf(0.01)).toContain('add less than a tenth of a percentage point to the yearly volatility');
    expect(noteOf(0.01)).not.toMatch(/from [\d.]+% to/);
    expect(noteOf(0.1)).toContain('raise the yearly volatility of stocks from 16.6% to 19.4%');
  });

  test('a mix has the variance of its classes and, added, that of its names: w S w + (w own)^2', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        (equity, bonds, own) => {
          const { weights } = normalizeMix({ equity, fixed_income: bonds, cash: 10 });
          const before = mixMoments(weights, defaultAssumptions);
          const after = mixMoments(weights, withOwnRisk(defaultAssumptions, { equity: own }));
          expect(after.mean).toBe(before.mean);
          expect(after.volatility).toBeCloseTo(Math.hypot(before.volatility, weights.equity * own), 12);
        },
      ),
    );
  });

  test('correlations stay such as returns can have', () => {
    const widened = withOwnRisk(defaultAssumptions, { equity: 0.25, alternatives: 0.5, real_estate: 0.25 });
    for (const one of assetClasses) {
      for (const other of assetClasses) {
        const size = Math.abs(widened.correlation(one, other));
        expect(size).toBeLessThanOrEqual(one === other ? 1 : Math.abs(defaultAssumptions.correlation(one, other)));
      }
    }
    expect(widened.correlation('equity', 'equity')).toBe(1);
  });

  test('never exceeds one name alone, for any portfolio', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const own of Object.values(ownOf(lines))) {
          expect(own).toBeGreaterThan(0);
          expect(own).toBeLessThanOrEqual(COMPANY_VOLATILITY + 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the risk section and the projection', () => {
  test.each<[string, SnapshotLine[]]>([
    ['one company', [line('ACME', 1000, 100)]],
    ['a fund and two companies', [line('STOX', 500, 100), line('ACME', 200, 100), line('GOOG', 100, 100), cash(5000)]],
    ['funds alone', [line('STOX', 600, 100), line('BOND', 400, 100)]],
    ['a company, and a part that is not classified', [line('ACME', 600, 100), line('WHAT', 100, 100), cash(9000)]],
    ['a debt against it', [line('ACME', 600, 100), cash(-9000)]],
  ])('have one volatility and one mean: %s', (_, lines) => {
    const { risk, retirement } = analysisOf(lines);
    expect(retirement?.portfolioVolatility).toBeCloseTo(risk?.volatility ?? 0, 12);
    expect(retirement?.portfolioMean).toBeCloseTo(risk?.mean ?? 0, 12);
  });

  test('a concentrated portfolio has a wider fan than a fund of the same classes, and says why', () => {
    const fund = analysisOf([line('STOX', 1000, 100)], 4000).retirement;
    const single = analysisOf([line('ACME', 1000, 100)], 4000).retirement;
    if (fund === null || single === null) throw new Error('both have a projection');
    const at = 15;
    const width = ({ balance }: typeof fund) => (balance.p95[at] ?? 0) / (balance.p5[at] ?? 1);
    expect(width(single)).toBeGreaterThan(1.5 * width(fund));
    expect(single.balance.p50[at]).toBeLessThan(fund.balance.p50[at] ?? 0);
    expect(single.notes.join(' ')).toContain('of stocks from 16.6% to 30.0%');
    expect(single.assumptions.find(({ key }) => key === 'equity')?.source).toContain('25.0% of their own');
    expect(fund.notes.join(' ')).not.toContain('Single companies');
  });
});
