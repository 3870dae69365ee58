import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { cash, instruments, line } from './portfolios.ts';

const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
const sixty = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };

function planFor(lines: readonly SnapshotLine[], options: RebalancingOptions = sixty) {
  const plan = rebalance(valuePortfolio(lines, 'USD', []), instruments, options);
  if (plan === null) throw new Error('no plan');
  return plan;
}
const tradesOf = (plan: ReturnType<typeof planFor>) =>
  plan.trades.map(({ accountName, action, symbol, value }) => [accountName, action, symbol, value]);

describe('an account that owes', () => {
  test('is repaid by its own sale, while the cash of another buys there what is short', () => {
    const lines = [line('STOX', 3000, 100), cash(-80_000), line('BOND', 1125, 100, ira), cash(90_000, ira)];
    const plan = planFor(lines);
    expect(tradesOf(plan)).toEqual([
      ['IRA', 'buy', 'BOND', 56_500],
      ['Main', 'sell', 'STOX', 46_500],
    ]);
    expect(plan.residual).toBeCloseTo(0, 9);
    expect(plan.notes.join(' ')).toContain('Main owes $80,000');
    expect(plan.notes.join(' ')).toContain('$33,500 of it stays owed');
  });

  test('buys only with what its sales leave over once the loan is repaid', () => {
    const lines = [line('STOX', 3000, 100), line('BOND', 375, 100), cash(-100_000), line('STOX', 600, 100, roth)];
    const plan = planFor(lines);
    const net = (name: string) =>
      plan.trades.reduce((sum, one) => {
        const change = one.action === 'sell' ? one.value : -one.value;
        return sum + (one.accountName === name ? change : 0);
      }, 0);
    expect(net('Main')).toBeGreaterThanOrEqual(100_000);
    expect(Math.abs(net('Roth'))).toBeLessThan(100);
    expect(plan.residual).toBeLessThan(0.01);
    expect(plan.notes.join(' ')).toContain('repaid in full');
  });

  test('is said to owe where it has a loan, whatever its type, and to lack what is still to be settled elsewhere', () => {
    const notesOf = (accountName: string) => {
      const own = { accountName, accountType: 'tax_deferred' } as const;
      return planFor([line('STOX', 900, 100, own), line('BOND', 100, 100, own), cash(-500, own)]).notes.join(' ');
    };
    expect(notesOf('401k loan')).toContain('401k loan owes $500: what is sold there repays that first');
    expect(notesOf('IRA')).toContain('IRA lacks $500 in cash: what is sold there settles that first');
  });

  test('of next to nothing may trade, and the little is repaid on the way', () => {
    const plan = planFor([line('STOX', 900, 100), line('BOND', 100, 100), cash(-5)]);
    const [sold, bought] = [plan.sold, plan.bought];
    expect(bought).toBeGreaterThan(25_000);
    expect(sold - bought).toBeGreaterThanOrEqual(5);
  });

  test('gets no purchase for new money that the loan swallows', () => {
    const lines = [line('STOX', 900, 100), cash(-20_000), line('BOND', 100, 100, ira)];
    const newMoney = [{ accountName: 'Main', amount: 5000 }];
    expect(planFor(lines, { ...sixty, mode: 'newMoney', newMoney }).trades).toEqual([]);
  });

  const account = (name: string, type: SnapshotLine['accountType']) =>
    fc
      .tuple(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: -150_000, max: 150_000 }),
        fc.boolean(),
      )
      .map(([stocks, bonds, mixed, money, withCost]) => {
        const where = { accountName: name, accountType: type };
        const held = (symbol: string, quantity: number, price: number) =>
          quantity === 0
            ? []
            : [line(symbol, quantity, price, { ...where, costBasis: withCost ? quantity * 60 : null })];
        return [
          ...held('STOX', stocks, 100),
          ...held('BOND', bonds, 73),
          ...held('BALA', mixed, 41),
          cash(money, where),
        ];
      });

  test('never sinks deeper, never buys while it owes, and every sum reconciles, for any portfolio and target', () => {
    fc.assert(
      fc.property(
        fc.tuple(account('Margin', 'taxable'), account('IRA', 'tax_deferred'), account('Joint', 'taxable')),
        fc.record({
          equity: fc.integer({ min: 0, max: 100 }),
          money: fc.integer({ min: 0, max: 15 }),
          shares: fc.constantFrom('whole' as const, 'fractional' as const),
          source: fc.constantFrom('person' as const, 'default' as const),
          mode: fc.constantFrom('full' as const, 'newMoney' as const),
          regions: fc.boolean(),
        }),
        (accounts, { equity, money, shares, source, mode, regions }) => {
          const lines = accounts.flat();
          const whole = lines.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0);
          fc.pre(whole > 10_000);
          const stocks = (equity / 100) * (1 - money / 100);
          const assetClasses = { equity: stocks, fixed_income: 1 - stocks - money / 100, cash: money / 100 };
          const newMoney = mode === 'newMoney' ? [{ accountName: 'Margin', amount: 8000 }] : [];
          const plan = planFor(lines, {
            ...{ assetClasses, shares, source, mode, newMoney },
            ...(regions && { regions: { north_america: 0.6, europe: 0.4 } }),
          });
          let [bought, sold] = [0, 0];
          for (const accountName of ['Margin', 'IRA', 'Joint']) {
            const own = plan.trades.filter((one) => one.accountName === accountName);
            const purchases = own.reduce((sum, { action, value }) => sum + (action === 'buy' ? value : 0), 0);
            const sales = own.reduce((sum, { action, value }) => sum + (action === 'sell' ? value : 0), 0);
            bought += purchases;
            sold += sales;
            const had = lines.find((one) => one.accountName === accountName && one.kind === 'cash')?.quantity ?? 0;
            const before = had + (accountName === 'Margin' && mode === 'newMoney' ? 8000 : 0);
            const after = before + sales - purchases;
            expect(after).toBeGreaterThanOrEqual(Math.min(0, before) - 0.01);
            if (purchases > 0) expect(after).toBeGreaterThanOrEqual(-0.01);
            for (const { symbol, action, quantity } of own) {
              const holds =
                lines.find((one) => one.accountName === accountName && one.symbol === symbol)?.quantity ?? 0;
              if (action === 'sell') expect(quantity).toBeLessThanOrEqual(holds + 1e-6);
            }
          }
          expect(bought).toBeCloseTo(plan.bought, 1);
          expect(sold).toBeCloseTo(plan.sold, 1);
          for (const when of ['before', 'after'] as const) {
            const classes = plan.rows.filter(({ breakdown }) => breakdown === 'assetClass');
            expect(classes.reduce((sum, row) => sum + row[when], 0)).toBeCloseTo(1, 6);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a loan in an account of its own', () => {
  const loan = cash(-25_000, { accountName: 'Car loan', accountType: 'other' });
  const held = [line('STOX', 1000, 300, ira), line('BOND', 3000, 73.5, ira)];
  const mix = { equity: 0.6, fixed_income: 0.35, cash: 0.05 };
  const rebalanced = (lines: readonly SnapshotLine[]) => planFor(lines, { assetClasses: mix });

  test('is made up for by cash elsewhere: the same is traded as with so much less cash and no loan', () => {
    const [owing, net] = [rebalanced([...held, cash(40_000, ira), loan]), rebalanced([...held, cash(15_000, ira)])];
    expect(net.residual).toBeLessThan(0.002);
    expect(owing.trades).toEqual(net.trades);
    expect(owing.residual).toBeCloseTo(net.residual, 9);
  });

  test('is no reason to move weights away from their targets', () => {
    const amount = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 1, max: 120_000 }),
        (stocks, bonds, money, owed) => {
          const lines = [
            line('STOX', stocks, 300, ira),
            line('BOND', bonds, 73.5, ira),
            cash(money, ira),
            cash(-owed, { accountName: 'Car loan', accountType: 'other' }),
          ].filter(({ quantity }) => quantity !== 0);
          fc.pre(stocks * 300 + bonds * 73.5 + money > owed * 1.2);
          const { residual, turnoverBefore } = rebalanced(lines);
          expect(residual).toBeLessThanOrEqual(turnoverBefore + 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });
});
