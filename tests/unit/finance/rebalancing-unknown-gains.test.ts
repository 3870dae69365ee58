import { describe, expect, test } from '@jest/globals';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import { namesOf } from '../../../shared/finance/rebalancing/taxable-sales.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { exchangeRates, instrument, instruments as usual, line } from './portfolios.ts';

const stocks = { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { financials: 1 } };
const instruments = new Map([...usual, instrument('NORTH', stocks), instrument('SOUTH', stocks)]);
const planFor = (lines: readonly SnapshotLine[], equity: number) =>
  rebalancingPlan.parse(
    rebalance(valuePortfolio(lines, 'USD', exchangeRates), instruments, {
      assetClasses: { equity, fixed_income: 1 - equity },
    }),
  );
const soldBy = (lines: readonly SnapshotLine[], equity: number) =>
  planFor(lines, equity)
    .trades.filter(({ action }) => action === 'sell')
    .map(({ symbol }) => symbol);

/** Much without a cost, a little with a small gain, in a taxable account. */
const lines = [
  line('NORTH', 300, 300),
  line('SOUTH', 20, 560, { costBasis: 11_000 }),
  line('BOND', 100, 73.5, { costBasis: 7500 }),
];

describe('sales whose cost nobody knows', () => {
  test('come after those of a known gain, however much more could be sold of them', () => {
    expect(soldBy(lines, 0.85)).toEqual(['SOUTH']);
    const even = [line('NORTH', 100, 100), line('SOUTH', 100, 100, { costBasis: 9999 }), line('BOND', 100, 100)];
    expect(soldBy(even, 0.5)).toEqual(['SOUTH']);
  });

  test('come after a large known gain too: without a cost it may be all of it', () => {
    const large = [line('NORTH', 100, 100), line('SOUTH', 100, 100, { costBasis: 1000 }), line('BOND', 100, 100)];
    expect(soldBy(large, 0.5)).toEqual(['SOUTH']);
  });

  test('are counted beside the gain that is known, so that it does not pass for that of all that is sold', () => {
    const plan = planFor(lines, 0.05);
    const [unknown, known] = plan.trades.filter(({ action }) => action === 'sell');
    expect([unknown?.symbol, known?.symbol]).toEqual(['NORTH', 'SOUTH']);
    expect(plan.taxableGain).toBeCloseTo(known?.gain ?? NaN, 2);
    expect(plan.taxableSales).toEqual({
      sold: (unknown?.value ?? NaN) + (known?.value ?? NaN),
      costKnown: known?.value,
      costUnknown: ['NORTH'],
    });
  });

  test('are all there is where no cost is known, and nothing is said of accounts that nothing is sold in', () => {
    const none = planFor([line('NORTH', 300, 300), line('BOND', 100, 73.5)], 0.5);
    expect(none).toMatchObject({ taxableGain: null, taxableSales: { costKnown: 0, costUnknown: ['NORTH'] } });
    const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
    const sheltered = planFor([line('NORTH', 300, 300, ira), line('BOND', 100, 73.5, ira)], 0.5);
    expect(sheltered.trades).not.toEqual([]);
    expect(sheltered).not.toHaveProperty('taxableSales');
  });

  test('are named, three at most', () => {
    const named = (costUnknown: string[]) => namesOf({ sold: 1, costKnown: 0, costUnknown });
    expect(named(['VTI', 'SAP.DE'])).toBe('VTI and SAP.DE');
    expect(named(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
  });
});
