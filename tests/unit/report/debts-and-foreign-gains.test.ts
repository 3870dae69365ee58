import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { holdingsTable } from '../../../shared/report/tables/holdings-table.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { portfolioFacts } from '../../../shared/finance/facts/portfolio-facts.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { listHoldings } from '../../../shared/finance/holdings.ts';
import { totalsOf } from '../../../shared/finance/totals.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
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

  test('a debt is named without the cash of the same account that was taken off it', () => {
    const analysis = of([line('STOX', 3000, 100), cash(-80_000), cash(10_000, { currency: 'EUR' })]);
    const [owed = { value: NaN, cashTakenOff: NaN }] = analysis.borrowed ?? [];
    expect(owed.value + (owed.cashTakenOff ?? NaN)).toBeCloseTo(80_000, 2);
    const items = gapsOf(sampleResult(analysis)).flatMap((one) => one.items);
    expect(items).toContainEqual(expect.stringMatching(/^Main owes \$[\d,]+, \$1\d,\d{3} of cash in it taken off; /));
  });

  test('a purchase still to be settled is no debt of an account that cannot borrow', () => {
    const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
    const pending = of([line('STOX', 10, 100, roth), cash(-250, roth), cash(9000)]);
    expect(pending.borrowed).toEqual([{ accountName: 'Roth', value: 250, pending: true }]);
    expect(pending.totals.value).toBe(9750);
    const named = (analysis: typeof pending) => gapsOf(sampleResult(analysis)).map(({ title }) => title);
    expect(named(pending)).toContain('Still to be settled: 1 account with cash below zero');
    expect(named(pending).join()).not.toContain('Borrowed');
    expect(portfolioFacts(pending).map(({ name }) => name)).not.toContain('portfolio.borrowed');
    // A loan from an employer's plan is one.
    const plan = { accountName: '401(k) loan', accountType: 'tax_deferred' } as const;
    const loans = [
      of([line('STOX', 10, 100, plan), cash(-250, plan)]),
      of([line('STOX', 10, 100, roth), cash(-250, { ...roth, interestRate: 0.06 })]),
      of([line('STOX', 2, 100, roth), cash(-250, roth), cash(9000)]),
      of([line('STOX', 10, 100), cash(-250)]),
    ];
    for (const { borrowed } of loans) expect(borrowed).toEqual([{ accountName: expect.any(String), value: 250 }]);
  });

  test('a gain on what was paid in another currency says at which rate', () => {
    const notes = (currency: string) =>
      holdingsTable(of([line('STOX', 10, 100, { currency, costBasis: 500 })]))?.notes.join(' ');
    expect(notes('EUR')).toContain('at today’s exchange rate (STOX)');
    expect(notes('USD')).not.toContain('exchange rate');
  });

  test('the rows under Gain add up to the total, though of some only a part is known', () => {
    const amount = fc.integer({ min: 1, max: 900_000 });
    const lot = fc.record({ symbol: fc.integer({ min: 0, max: 70 }), worth: amount, cost: fc.option(amount) });
    fc.assert(
      fc.property(fc.array(lot, { minLength: 1, maxLength: 90 }), (lots) => {
        const lines = lots.map(({ symbol, worth, cost }, at) =>
          line(`S${symbol}`, worth, 1, { accountName: `A${at % 3}`, costBasis: cost }),
        );
        const valuation = valuePortfolio(lines, 'USD');
        const { holdings, otherHoldings } = listHoldings(valuation, instruments, AS_OF);
        const rows = holdings.map(({ gain, knownGain }) => gain ?? knownGain?.gain ?? 0);
        const sum = rows.reduce((all, one) => all + one, otherHoldings.gain ?? 0);
        expect(sum).toBeCloseTo(totalsOf(valuation).gain ?? 0, 1);
      }),
      { numRuns: 30 },
    );
  });

  test('the gain of the part whose cost is known is shown, with its share', () => {
    const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
    const table = holdingsTable(of([line('STOX', 30, 100, { costBasis: 2000 }), line('STOX', 10, 100, roth)]));
    expect(table?.rows[0]?.at(-1)).toEqual({ text: '+$1,000', note: 'of 75.0%' });
    expect(table?.total?.at(-1)?.text).toBe('+$1,000');
    expect(table?.notes.join(' ')).toContain('the part of the holding whose cost is known');
    expect(table?.notes.join(' ')).not.toContain('undefined');
  });
});
