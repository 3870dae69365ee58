import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { holdingsTable } from '../../../shared/report/tables/holdings-table.ts';
import { AS_OF, cash, exchangeRates, instruments, line } from '../finance/portfolios.ts';

const of = (lines: ReturnType<typeof line>[]) =>
  analysisSchema.parse(
    analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates, seed: 1, paths: 200 }),
  );

describe('what a total hides', () => {
  test('an account that owes is named though others hold more cash', () => {
    const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
    const analysis = of([line('STOX', 3000, 100), cash(-80_000), cash(90_000, ira)]);
    expect(analysis.totals.cash).toBe(10_000);
    expect(analysis.borrowed).toEqual([{ accountName: 'Main', value: 80_000 }]);
    expect(of([line('STOX', 10, 100), cash(5)])).not.toHaveProperty('borrowed');
    // Borrowed in one currency and held in another within one account is no debt.
    expect(of([line('STOX', 10, 100), cash(-50), cash(100, { currency: 'EUR' })])).not.toHaveProperty('borrowed');
  });

  test('a gain on what was paid in another currency says at which rate', () => {
    const notes = (currency: string) =>
      holdingsTable(of([line('STOX', 10, 100, { currency, costBasis: 500 })]))?.notes.join(' ');
    expect(notes('EUR')).toContain('at today’s exchange rate (STOX)');
    expect(notes('USD')).not.toContain('exchange rate');
  });
});
