import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { cash, instruments, line } from './portfolios.ts';

const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const tight = { absolute: 0.005, relative: 0.01 };

function planFor(lines: readonly SnapshotLine[], options: RebalancingOptions) {
  const plan = rebalance(valuePortfolio(lines, 'USD', []), instruments, options);
  if (plan === null) throw new Error('no plan');
  return plan;
}

describe('an account with a loan, in whole shares', () => {
  test.each([-20_000, -20_900, -21_000, -50])(
    'is brought to its target whatever part of a share the loan of %d comes to',
    (owed) => {
      const plan = planFor([line('STOX', 500, 300), line('BOND', 200, 73.5), cash(owed)], {
        assetClasses: { equity: 0.4, fixed_income: 0.6 },
      });
      expect(plan.residual).toBeLessThan(0.002);
      expect(plan.notes.join(' ')).toContain('repaid in full');
      expect(plan.notes.join(' ')).not.toContain('No fund held');
    },
  );

  test('keeps as cash what its sales bring beyond the loan, where that is what is wanted', () => {
    const lines = [line('ACME', 500, 230), cash(-20_000), line('BOND', 1000, 73.5, ira), cash(20_000, ira)];
    const plan = planFor(lines, { assetClasses: { equity: 0.4, fixed_income: 0.5, cash: 0.1 }, bands: tight });
    expect(plan.residual).toBeLessThan(0.002);
  });

  test('is repaid by two holdings, though the second sells less than the smallest trade for it', () => {
    const lines = [line('ACME', 198, 100), line('STOX', 1300, 100), line('BOND', 10, 100), cash(-20_000)];
    for (const shares of ['whole', 'fractional'] as const) {
      const plan = planFor(lines, { assetClasses: { equity: 0.4, fixed_income: 0.6 }, shares });
      expect(plan.residual).toBeLessThan(0.003);
    }
  });

  test('says that no fund is held only where none is, whatever stays owed', () => {
    const lines = [line('STOX', 100, 300), line('BOND', 5, 73.5), cash(-29_000), line('STOX', 500, 100, ira)];
    const plan = planFor(lines, { assetClasses: { equity: 0.1, fixed_income: 0.9 } });
    expect(plan.notes.join(' ')).not.toContain('No fund held is mostly bonds');
  });

  const prices = [
    ['STOX', [12.34, 300, 551.17]],
    ['BOND', [9.87, 73.5, 98.02]],
    ['BALA', [41.3, 203.99]],
    ['ACME', [57, 230.45]],
  ] as const;
  const holdings = (accountName: string, accountType: SnapshotLine['accountType']) =>
    fc
      .tuple(...prices.map(([symbol]) => fc.tuple(fc.constantFrom(0, 0, 5000, 40_000, 120_000), fc.constant(symbol))))
      .map((parts) => ({ accountName, accountType, parts }));

  test('comes as near to its target as parts of shares would, but for a share of each instrument', () => {
    fc.assert(
      fc.property(
        fc.tuple(holdings('Margin', 'taxable'), holdings('IRA', 'tax_deferred')),
        fc.tuple(...prices.map(([symbol, some]) => fc.constantFrom(...some).map((price) => [symbol, price] as const))),
        fc.record({
          owed: fc.double({ min: 10, max: 60_000, noNaN: true }).map((one) => Math.round(one * 100) / 100),
          idle: fc.constantFrom(0, 0, 15_000),
          equity: fc.integer({ min: 5, max: 95 }),
          money: fc.constantFrom(0, 0, 10),
          bands: fc.constantFrom(undefined, tight),
          regions: fc.boolean(),
        }),
        (accounts, drawn, { owed, idle, equity, money, bands, regions }) => {
          const price = new Map<string, number>(drawn);
          const priceOf = (symbol: string) => price.get(symbol) ?? 1;
          const lines = [
            ...accounts.flatMap(({ parts, ...where }) =>
              parts.flatMap(([worth, symbol]) => {
                const quantity = Math.floor(worth / priceOf(symbol));
                return quantity === 0 ? [] : [line(symbol, quantity, priceOf(symbol), where)];
              }),
            ),
            cash(-owed, { accountName: 'Margin' }),
            cash(idle, ira),
          ];
          const worthOf = (some: readonly SnapshotLine[]) =>
            some.reduce((sum, { quantity, price: each }) => sum + quantity * (each ?? 0), 0);
          const whole = worthOf(lines);
          fc.pre(whole > 20_000 && worthOf(lines.filter((one) => one.accountName === 'Margin')) > 0);
          const stocks = (equity / 100) * (1 - money / 100);
          const options: RebalancingOptions = {
            assetClasses: { equity: stocks, fixed_income: 1 - stocks - money / 100, cash: money / 100 },
            ...(bands && { bands }),
            ...(regions && { regions: { north_america: 0.55, europe: 0.35, emerging_markets: 0.1 } }),
          };
          const inWhole = planFor(lines, options);
          const inParts = planFor(lines, { ...options, shares: 'fractional' });
          const traded = new Set(
            [...inWhole.trades, ...inParts.trades].map((one) => `${one.accountName} ${one.symbol}`),
          );
          const shares = [...traded].reduce((sum, one) => sum + priceOf(one.split(' ')[1] ?? ''), 0);
          // Bands stop either at any weight inside them, and a trade below the smallest is left out.
          const slack = shares / whole + 0.005 + (bands === undefined ? 0.05 : 0.005);
          expect(inWhole.residual).toBeLessThanOrEqual(inParts.residual + slack);
        },
      ),
      { numRuns: 300 },
    );
  });
});
