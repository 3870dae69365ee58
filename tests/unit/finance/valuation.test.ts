import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { toUnits, unitFor } from '../../../shared/finance/money.ts';
import { analysis as analysisSchema, breakdowns } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { anyLines, AS_OF, cash, exchangeRates, instrument, instruments, line, manyLines } from './portfolios.ts';

const analyzed = (lines: readonly SnapshotLine[]) =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates, seed: 1, paths: 50 });

describe('totals reconcile', () => {
  const reconciles = (lines: readonly SnapshotLine[]) => {
    const result = analysisSchema.parse(analyzed(lines));
    const gross = result.allocation.account.reduce((sum, { value }) => sum + Math.abs(value), 0) + 1e14;
    // Whole units of the finest size that this many dollars can be counted in.
    const unit = gross > 2e14 ? unitFor(gross * 4) : { decimals: 2 };
    const units = (rows: readonly { value: number }[]) =>
      rows.reduce((sum, { value }) => sum + toUnits(value, unit), 0);
    const total = toUnits(result.totals.value, unit);
    const exact = unit.decimals === 2;
    const close = (sum: number) => {
      if (exact) expect(sum).toBe(total);
      else expect(Math.abs(sum - total)).toBeLessThanOrEqual(lines.length + 100);
    };
    close(units([...result.holdings, result.otherHoldings]));
    for (const breakdown of breakdowns) {
      close(units(result.allocation[breakdown]));
      const weights = result.allocation[breakdown].reduce((sum, { weight }) => sum + weight, 0);
      const gearing = result.allocation[breakdown].reduce((sum, { weight }) => sum + Math.abs(weight), 1);
      expect(Math.abs(weights - (result.totals.value > 0 ? 1 : 0))).toBeLessThanOrEqual(1e-9 * gearing);
    }
    expect(toUnits(result.totals.cash, unit) + toUnits(result.totals.invested, unit) - total).toBeLessThanOrEqual(
      exact ? 0 : 1,
    );
  };

  test('for any portfolio: holdings, accounts and every breakdown sum to the total, to the cent', () => {
    fc.assert(fc.property(anyLines, reconciles), { numRuns: 300 });
  });

  test('for two thousand lines too', () => {
    fc.assert(fc.property(manyLines, reconciles), { numRuns: 30 });
  });

  test('whatever the order of the lines', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const priced = lines.map((one) => ({
          ...one,
          priceAsOf: one.price === null ? null : AS_OF,
          price: one.price === null ? null : 7,
        }));
        expect(analyzed([...priced].reverse()).totals).toEqual(analyzed(priced).totals);
      }),
      { numRuns: 50 },
    );
  });

  test('a float sum of dollars would be off by a cent here; ours is not', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => line('STOX', 1, 0.1, { accountName: `A${index % 7}` }));
    expect(analyzed(lines).totals.value).toBe(100);
    expect(analyzed(lines).holdings[0]?.quantity).toBe(1000);
  });
});

describe('edges', () => {
  test('an empty portfolio is worth 0 and says nothing more', () => {
    const result = analysisSchema.parse(analyzed([]));
    expect(result.totals).toEqual({
      value: 0,
      invested: 0,
      cash: 0,
      gain: null,
      gainCoverage: 0,
      accounts: 0,
      holdings: 0,
      positions: 0,
      oldestPriceAsOf: null,
      newestPriceAsOf: null,
    });
    expect(result.allocation.assetClass).toEqual([]);
    expect(result.drift).toEqual({ assetClass: null, region: null });
    expect(result.concentration.herfindahl).toBeNull();
    expect(result.costs.weightedExpenseRatio).toBeNull();
  });

  test('all cash is cash, of no region, with nothing to concentrate', () => {
    const result = analyzed([cash(1000), cash(500, { accountName: 'IRA', accountType: 'tax_deferred' })]);
    expect(result.totals).toMatchObject({ value: 1500, cash: 1500, invested: 0, holdings: 0, accounts: 2 });
    expect(result.allocation.assetClass).toEqual([{ key: 'cash', label: 'Cash', value: 1500, weight: 1 }]);
    expect(result.allocation.region.map(({ key }) => key)).toEqual(['global']);
    expect(result.concentration).toMatchObject({ effectiveHoldings: null, largestSymbol: null, largestWeight: 0 });
    expect(result.holdings).toHaveLength(1);
  });

  test('margin is negative cash: the weights still sum to 1', () => {
    const result = analyzed([line('STOX', 15, 100), cash(-500)]);
    expect(result.totals).toMatchObject({ value: 1000, cash: -500, invested: 1500 });
    expect(result.allocation.assetClass.map(({ key, weight }) => [key, weight])).toEqual([
      ['equity', 1.5],
      ['cash', -0.5],
    ]);
  });

  test('debts above assets, or exactly as much, give no weights, no drift and no division by zero', () => {
    for (const debt of [-1000, -2000]) {
      const result = analysisSchema.parse(analyzed([line('STOX', 10, 100), cash(debt)]));
      expect(result.totals.value).toBe(1000 + debt);
      expect(result.allocation.assetClass.every(({ weight }) => weight === 0)).toBe(true);
      expect(result.drift.assetClass).toBeNull();
    }
  });

  test('a position without a price is left out by name, not counted as 0', () => {
    const result = analyzed([line('STOX', 10, null), line('BOND', 1, null, { accountName: 'IRA' })]);
    expect(result.totals).toMatchObject({ value: 0, holdings: 0, accounts: 2 });
    expect(result.excluded.map(({ symbol, reason }) => [symbol, reason])).toEqual([
      ['STOX', 'no_price'],
      ['BOND', 'no_price'],
    ]);
    expect(result.excludedCount).toBe(2);
  });

  test('a price without a date is not a price', () => {
    expect(analyzed([line('STOX', 10, 5, { priceAsOf: null })]).excluded[0]?.reason).toBe('no_price');
  });

  test('one holding in three accounts is one holding, with all its accounts', () => {
    const result = analyzed(['A', 'B', 'C'].map((accountName) => line('STOX', 1, 10, { accountName })));
    expect(result.holdings).toHaveLength(1);
    expect(result.holdings[0]).toMatchObject({ quantity: 3, value: 30, accounts: ['A', 'B', 'C'] });
    expect(result.totals).toMatchObject({ holdings: 1, positions: 3 });
  });

  test('of two prices of one listing the later one values both lines, and the analysis says so', () => {
    const result = analyzed([
      line('STOX', 1, 10, { priceAsOf: '2026-03-30' }),
      line('STOX', 1, 12, { accountName: 'IRA', priceAsOf: '2026-03-31' }),
    ]);
    expect(result.totals.value).toBe(24);
    expect(result.priceConflicts).toEqual([
      {
        symbol: 'STOX',
        currency: 'USD',
        used: { price: 12, asOf: '2026-03-31', accountName: 'IRA' },
        passedOver: [{ price: 10, asOf: '2026-03-30', accountName: 'Main' }],
        passedOverCount: 1,
      },
    ]);
    expect(result.pricedApart).toBeUndefined();
  });

  test('a line without a price takes the price that its instrument has elsewhere', () => {
    expect(analyzed([line('STOX', 1, null), line('STOX', 1, 12, { accountName: 'IRA' })]).totals.value).toBe(24);
  });

  test('foreign currency: a direct rate, an inverted one, pence; without a rate the line is left out, never taken as 1:1', () => {
    const result = analyzed([
      line('STOX', 1, 100, { currency: 'EUR' }),
      line('BOND', 1, 80, { currency: 'GBP' }),
      line('ACME', 1, 8000, { currency: 'GBX' }),
      line('BALA', 1, 100, { currency: 'XXX' }),
      cash(50, { currency: 'XXX' }),
    ]);
    expect(result.totals.value).toBe(110 + 100 + 100);
    expect(result.excluded.map(({ symbol, reason }) => [symbol, reason])).toEqual([
      ['BALA', 'no_exchange_rate'],
      ['CASH', 'no_exchange_rate'],
    ]);
    expect(result.exchangeRates.map(({ from }) => from)).toEqual(['EUR', 'GBP']);
  });

  test('a rate through a third currency is as old as its older half', () => {
    const result = analyze({
      asOf: AS_OF,
      baseCurrency: 'EUR',
      lines: [cash(80, { currency: 'GBP' })],
      instruments,
      seed: 1,
      exchangeRates: [
        { from: 'EUR', to: 'USD', rate: 1.25, asOf: '2026-03-30', source: 'a' },
        { from: 'USD', to: 'GBP', rate: 0.8, asOf: '2026-03-31', source: 'b' },
      ],
    });
    expect(result.totals.value).toBe(80);
    expect(result.exchangeRates[0]).toMatchObject({ from: 'GBP', to: 'EUR', asOf: '2026-03-30' });
  });

  test('a symbol quoted in two currencies is two listings', () => {
    const result = analyzed([line('STOX', 1, 100), line('STOX', 1, 100, { currency: 'EUR' })]);
    expect(result.holdings.map(({ symbol, value }) => [symbol, value])).toEqual([
      ['STOX', 110],
      ['STOX', 100],
    ]);
  });

  test('a ticker called CASH is no cash balance', () => {
    const result = analyzed([line('CASH', 1, 100), cash(50)]);
    expect(result.totals).toMatchObject({ cash: 50, invested: 100 });
    expect(result.holdings).toHaveLength(2);
  });

  test('gain is known where every cost is, and the total says how much it covers', () => {
    const result = analyzed([
      line('STOX', 1, 100, { costBasis: 80 }),
      line('BOND', 1, 300, { costBasis: 350 }),
      line('BOND', 1, 300, { accountName: 'IRA' }),
    ]);
    expect(result.holdings.map(({ symbol, gain }) => [symbol, gain])).toEqual([
      ['BOND', null],
      ['STOX', 20],
    ]);
    expect(result.totals.gain).toBe(-30);
    expect(result.totals.gainCoverage).toBeCloseTo(400 / 700, 12);
  });

  test('a price is stale after seven days, not at seven', () => {
    const result = analyzed([
      line('STOX', 1, 1, { priceAsOf: '2026-03-24' }),
      line('BOND', 1, 1, { priceAsOf: '2026-03-23' }),
    ]);
    expect(result.stale).toEqual([{ symbol: 'BOND', priceAsOf: '2026-03-23', days: 8 }]);
    expect(result.staleCount).toBe(1);
  });

  test('sixty holdings: fifty are listed, ten are one line, nothing is lost', () => {
    const result = analyzed(Array.from({ length: 60 }, (_, index) => line(`S${index}`, 1, index + 1)));
    expect(result.holdings).toHaveLength(50);
    expect(result.otherHoldings).toEqual({ count: 10, value: 55, weight: 55 / 1830 });
    expect(result.unclassifiedCount).toBe(60);
  });

  test('a share at home is called by its listing in New York, or that listing loses the word', () => {
    const [symbol, abroad] = instrument(
      'SAP',
      { assetClasses: { equity: 1 }, regions: { europe: 1 }, sectors: { information_technology: 1 } },
      { name: 'SAP SE (ADR)', type: 'stock' },
    );
    const named = (currency: string) =>
      analyze({
        ...{ asOf: AS_OF, baseCurrency: 'USD', exchangeRates, seed: 1, paths: 50 },
        lines: [line('SAP', 10, 200, { currency }), line('SAP', 1, null, { currency, accountName: 'IRA' })],
        instruments: new Map([[symbol, abroad]]),
      }).holdings[0]?.name;
    expect(named('EUR')).toBe('SAP SE');
    expect(named('USD')).toBe('SAP SE (ADR)');
  });
});
