import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { AS_OF, cash, instruments, line } from './portfolios.ts';

const of = (...lines: Parameters<typeof analyze>[0]['lines']) =>
  analysisSchema.parse(
    analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines: [line('STOX', 1, 100), ...lines],
      instruments,
      exchangeRates: [{ from: 'EUR', to: 'USD', rate: 2, asOf: AS_OF, source: 'test' }],
      seed: 1,
      paths: 40,
    }),
  );

describe('cash interest', () => {
  test.each([
    [20_000, 0.042, 840],
    [5000, 0.0425, 212.5],
    [1234.56, 0.005, 6.17],
  ])('of %d dollars at %d is what a saver works out, and nothing is put on top', (balance, rate, interest) => {
    const { cashInterest } = of(cash(balance, { interestRate: rate }));
    expect(cashInterest).toMatchObject({ yearly: interest, coverage: 1, charged: null });
    expect(cashInterest?.yield).toBeCloseTo(rate, 5);
  });

  test('what has no rate is no cash without interest: it lowers the coverage, not the yield', () => {
    const { cashInterest } = of(cash(1000, { interestRate: 0.04 }), cash(3000, { accountName: 'Checking' }));
    expect(cashInterest?.coverage).toBeCloseTo(0.25, 12);
    expect(cashInterest?.yield).toBeCloseTo(0.04, 12);
  });

  test('another currency is converted, and a debt is charged apart', () => {
    const { cashInterest } = of(
      cash(1000, { interestRate: 0.04, currency: 'EUR' }),
      cash(-500, { interestRate: 0.12, accountName: 'Margin' }),
    );
    expect(cashInterest).toMatchObject({ yearly: 80, coverage: 1, charged: 60 });
  });

  test('nothing is said of interest where no rate is known', () => {
    const analysis = of(cash(1000));
    expect(analysis.cashInterest).toBeUndefined();
    expect(factsOf(analysis).some(({ name }) => name.startsWith('cash.interest'))).toBe(false);
  });

  test('the yield lies between the lowest rate and the highest; facts are finite', () => {
    const balance = fc.record({ amount: fc.integer({ min: 1, max: 1e9 }), rate: fc.integer({ min: 0, max: 3000 }) });
    fc.assert(
      fc.property(fc.array(balance, { minLength: 1, maxLength: 6 }), (balances) => {
        const lines = balances.map(({ amount, rate }, index) =>
          cash(amount, { interestRate: rate / 10_000, accountName: `Bank ${index}` }),
        );
        const analysis = of(...lines);
        const rates = balances.map(({ rate }) => rate / 10_000);
        // Each balance's interest is rounded to the cent.
        const rounding = 0.005 / Math.min(...balances.map(({ amount }) => amount));
        expect(analysis.cashInterest?.yield).toBeGreaterThanOrEqual(Math.min(...rates) - rounding);
        expect(analysis.cashInterest?.yield).toBeLessThanOrEqual(Math.max(...rates) + rounding);
      }),
      { numRuns: 60 },
    );
  });
});
