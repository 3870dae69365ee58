import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from '../../../shared/errors.ts';
import { cholesky } from '../../../shared/finance/market-assumptions/cholesky.ts';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import {
  arithmeticFromCompound,
  compoundFromArithmetic,
  logCorrelation,
  logLaw,
} from '../../../shared/finance/market-assumptions/lognormal.ts';
import { mixMoments, normalizeMix } from '../../../shared/finance/market-assumptions/mix.ts';
import { assetClasses } from '../../../shared/schemas/classification.ts';
import { vectors } from './vectors.ts';

describe('lognormal identities', () => {
  // J.P. Morgan Long-Term Capital Market Assumptions 2023: compound return, arithmetic return, volatility, per cent.
  test.each(
    Object.entries(vectors.capitalMarketAssumptions.jpmorganLtcma2023CompoundArithmeticVolatility).map(
      ([key, figures]) => [key, ...figures] as const,
    ),
  )('%s: the published arithmetic return follows from the compound one', (_, compound, arithmetic, volatility) => {
    expect(Math.abs(100 * arithmeticFromCompound(compound / 100, volatility / 100) - arithmetic)).toBeLessThan(0.01);
  });

  test('compound and arithmetic are each other’s inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mean, vol) => {
          expect(arithmeticFromCompound(compoundFromArithmetic(mean, vol), vol)).toBeCloseTo(mean, 10);
          const law = logLaw(mean, vol);
          expect(Math.exp(law.mu + law.sigma ** 2 / 2) - 1).toBeCloseTo(mean, 10);
          expect(Math.exp(law.mu) - 1).toBeCloseTo(compoundFromArithmetic(mean, vol), 10);
        },
      ),
    );
  });

  test('correlated logarithms give the growth factors the correlation asked for', () => {
    const one = logLaw(0.08, 0.2);
    const other = logLaw(0.04, 0.06);
    const rho = logCorrelation(-0.3, one, other);
    const relative = (law: { sigma: number }) => Math.sqrt(Math.exp(law.sigma ** 2) - 1);
    expect((Math.exp(rho * one.sigma * other.sigma) - 1) / (relative(one) * relative(other))).toBeCloseTo(-0.3, 12);
  });
});

describe('the default assumptions', () => {
  const matrix = Float64Array.from(
    assetClasses.flatMap((one) => assetClasses.map((other) => defaultAssumptions.correlation(one, other))),
  );
  const size = assetClasses.length;

  test('have a symmetric, positive definite correlation matrix', () => {
    const lower = cholesky(matrix, size);
    for (let row = 0; row < size; row++) {
      expect(lower[row * size + row]).toBeGreaterThan(0.1);
      for (let column = 0; column < size; column++) {
        expect(matrix[row * size + column]).toBe(matrix[column * size + row]);
        let product = 0;
        for (let k = 0; k < size; k++) product += (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
        expect(product).toBeCloseTo(matrix[row * size + column] ?? NaN, 12);
      }
    }
  });

  test('name a dated source for every figure', () => {
    for (const key of assetClasses) expect(defaultAssumptions.classes[key].source).toMatch(/20\d\d/);
    expect(defaultAssumptions.inflation.source).toMatch(/20\d\d/);
    expect(defaultAssumptions.correlationSource).toMatch(/1990-2024/);
  });

  const published = vectors.capitalMarketAssumptions;
  const compound = (key: (typeof assetClasses)[number]) =>
    100 * compoundFromArithmetic(defaultAssumptions.classes[key].mean, defaultAssumptions.classes[key].volatility);

  // Vanguard Capital Markets Model, ten-year outlook of 2025-04-30: range of the compound return, and volatility, per cent.
  test.each([
    ['fixed_income', 'us_aggregate_bonds'],
    ['real_estate', 'reit'],
    ['commodities', 'commodities'],
    ['cash', 'cash'],
  ] as const)('%s is the middle of the range that Vanguard prints for %s', (key, theirs) => {
    const [low = NaN, high = NaN, volatility = NaN] = published.vanguardVcmm20250430RangeAndVolatility[theirs] ?? [];
    expect(compound(key)).toBeCloseTo((low + high) / 2, 10);
    expect(100 * defaultAssumptions.classes[key].volatility).toBeCloseTo(volatility, 10);
  });

  test('stocks lie between the two publishers, as volatile as 60/40 of US and international ones', () => {
    const ranges = published.vanguardVcmm20250430RangeAndVolatility;
    const [usLow = NaN, usHigh = NaN, usVolatility = NaN] = ranges.us_equity ?? [];
    const [low = NaN, high = NaN, volatility = NaN] = ranges.international_equity ?? [];
    expect(compound('equity')).toBeGreaterThan(0.6 * ((usLow + usHigh) / 2) + 0.4 * ((low + high) / 2));
    expect(compound('equity')).toBeLessThan(published.jpmorganLtcma2026Compound.global_equity ?? NaN);
    expect(100 * defaultAssumptions.classes.equity.volatility).toBeCloseTo(0.6 * usVolatility + 0.4 * volatility, 1);
  });

  test('correlations of stocks, bonds and cash, and inflation, are the published ones', () => {
    const { stock_bond, stock_cash, bond_cash } = published.correlations1990to2024;
    expect(defaultAssumptions.correlation('equity', 'fixed_income')).toBe(stock_bond);
    expect(defaultAssumptions.correlation('equity', 'cash')).toBe(stock_cash);
    expect(defaultAssumptions.correlation('fixed_income', 'cash')).toBe(bond_cash);
    const [mean, , volatility] = published.jpmorganLtcma2023CompoundArithmeticVolatility.inflation ?? [];
    expect(100 * defaultAssumptions.inflation.mean).toBeCloseTo(mean ?? NaN, 10);
    expect(100 * defaultAssumptions.inflation.volatility).toBeCloseTo(volatility ?? NaN, 10);
  });
});

describe('correlations that contradict each other', () => {
  test('are refused', () => {
    expect(() => cholesky(new Float64Array([1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1]), 3)).toThrow(InvalidInputError);
    expect(() => cholesky(new Float64Array([1, 1.5, 1.5, 1]), 2)).toThrow(InvalidInputError);
  });
  test('perfect correlation is allowed', () => {
    expect([...cholesky(new Float64Array([1, 1, 1, 1]), 2)]).toEqual([1, 0, 1, 0]);
  });
});

describe('a mix', () => {
  test('spreads what is unknown over what is known, and says how much that was', () => {
    const { weights, unknown } = normalizeMix({ equity: 0.6, fixed_income: 0.2, unknown: 0.2 });
    expect(weights.equity).toBeCloseTo(0.75, 12);
    expect(weights.fixed_income).toBeCloseTo(0.25, 12);
    expect(unknown).toBeCloseTo(0.2, 12);
  });
  test.each([[{}], [{ unknown: 1 }], [{ equity: -0.1, cash: 1.1 }], [{ equity: NaN }], [{ equity: Infinity }]])(
    'that cannot be simulated is refused: %p',
    (mix) => {
      expect(() => normalizeMix(mix)).toThrow(InvalidInputError);
    },
  );
  test('has the moments of Markowitz', () => {
    const { weights } = normalizeMix({ equity: 0.6, fixed_income: 0.4 });
    const { mean, volatility } = mixMoments(weights, defaultAssumptions);
    const { equity, fixed_income: bonds } = defaultAssumptions.classes;
    expect(mean).toBeCloseTo(0.6 * equity.mean + 0.4 * bonds.mean, 12);
    const cross = 2 * 0.6 * 0.4 * equity.volatility * bonds.volatility * -0.1;
    expect(volatility ** 2).toBeCloseTo((0.6 * equity.volatility) ** 2 + (0.4 * bonds.volatility) ** 2 + cross, 12);
  });
});
