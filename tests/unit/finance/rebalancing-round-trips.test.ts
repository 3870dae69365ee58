import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { cash, exchangeRates, instrument, instruments as some, line } from './portfolios.ts';

// What is sold in one account and bought in another, where the mix is to be had without either.

const sectors = { industrials: 1 };
const abroad = { europe: 0.4, pacific: 0.27, emerging_markets: 0.27, north_america: 0.06 };
const instruments = new Map([
  ...some,
  instrument('US', { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors }),
  instrument('ABROAD', { assetClasses: { equity: 1 }, regions: abroad, sectors }),
  instrument('BONDS', {
    assetClasses: { fixed_income: 1 },
    regions: { north_america: 1 },
    sectors: { government_bonds: 1 },
  }),
]);
const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan =>
  rebalancingPlan.parse(rebalance(valuePortfolio(lines, 'USD', exchangeRates), instruments, options));
const tradesOf = (plan: RebalancingPlan) =>
  plan.trades.map(({ accountName, action, symbol }) => [accountName, action, symbol]);
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;

const lines = [
  line('US', 1000, 300, { costBasis: 100 }),
  cash(3000),
  line('BONDS', 1000, 75, ira),
  line('US', 100, 300, ira),
  line('ABROAD', 200, 70, roth),
];
const wish: RebalancingOptions = {
  assetClasses: { equity: 0.5, fixed_income: 0.4, cash: 0.1 },
  regions: { north_america: 0.65, europe: 0.15, pacific: 0.1, emerging_markets: 0.1 },
  minimumTrade: 500,
};

describe('a fund that one account has too little of', () => {
  test.each(['whole', 'fractional'] as const)('is not sold in another account, in %s shares', (shares) => {
    const plan = planFor(lines, { ...wish, shares });
    expect(tradesOf(plan).filter(([account]) => account === 'Roth')).toEqual([]);
    expect(plan.tradeCount).toBe(5);
    expect(plan.residual).toBeLessThan(0.001);
    expect(plan.notes.join(' ')).not.toContain('Roth holds no');
  });
});

/** An instrument sold in one account and bought in another that could buy what the first bought for it. */
function roundTrips({ trades }: RebalancingPlan, minimum: number): string[] {
  return trades.flatMap((sold) =>
    trades
      .filter(({ action, symbol }) => sold.action === 'sell' && action === 'buy' && symbol === sold.symbol)
      .flatMap((bought) =>
        trades
          .filter(({ action, accountName }) => action === 'buy' && accountName === sold.accountName)
          .filter(({ symbol }) =>
            trades.some(
              (one) => one.action === 'buy' && one.accountName === bought.accountName && one.symbol === symbol,
            ),
          )
          // Orders of nearly the smallest size have no room left to take a part back.
          .filter((instead) => Math.min(sold.value, bought.value, instead.value) > 3 * minimum)
          .map(() => `${sold.symbol}: ${sold.accountName} to ${bought.accountName}`),
      ),
  );
}

const accounts = [{}, ira, roth] as const;
const position = fc.record({
  symbol: fc.constantFrom('US', 'ABROAD', 'BONDS'),
  account: fc.constantFrom(...accounts),
  quantity: fc.integer({ min: 50, max: 900 }),
});
const wishes = fc.record({ stocks: fc.integer({ min: 2, max: 8 }), home: fc.integer({ min: 2, max: 8 }) });

describe('round trips', () => {
  test('are in no plan where both accounts buy the same anyway', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 3, maxLength: 8 }), wishes, (positions, { stocks, home }) => {
        const held = positions.map(({ symbol, account, quantity }) => line(symbol, quantity, 100, account));
        const elsewhere = (1 - home / 10) / 3;
        const plan = planFor([...held, cash(5000), cash(5000, ira), cash(5000, roth)], {
          assetClasses: { equity: stocks / 10, fixed_income: 1 - stocks / 10 },
          regions: { north_america: home / 10, europe: elsewhere, pacific: elsewhere, emerging_markets: elsewhere },
          shares: 'fractional',
          minimumTrade: 100,
        });
        expect(roundTrips(plan, 100)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('new money that closes one gap and opens another', () => {
  const held = [line('US', 70, 100), line('BONDS', 20, 100), cash(500)];
  const bought = (targets: Record<string, number>) =>
    planFor(held, { assetClasses: targets, mode: 'newMoney', newMoney: [{ accountName: 'Main', amount: 1000 }] });

  test('says that what is off target stays the same, and why it buys', () => {
    const plan = bought({ equity: 0.4, fixed_income: 0.4, cash: 0.2 });
    expect(plan.trades.length).toBeGreaterThan(0);
    expect(plan.turnoverBefore - plan.residual).toBeLessThan(0.0005);
    expect(plan.notes.join(' ')).toContain('Cash is short of its own target too');
  });

  test('says nothing of it where it brings the mix nearer', () => {
    expect(bought({ equity: 0.5, fixed_income: 0.5 }).notes.join(' ')).not.toContain('Cash is short');
  });
});
