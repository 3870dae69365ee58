import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from '../../../shared/errors.ts';
import { outOfBand, FIVE_TWENTY_FIVE } from '../../../shared/finance/rebalancing/bands.ts';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { anyLines, cash, exchangeRates, instruments, line } from './portfolios.ts';

const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan => {
  const plan = rebalance(valuePortfolio(lines, 'USD', exchangeRates), instruments, options);
  return rebalancingPlan.parse(plan);
};
const half = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
const tradesOf = (plan: RebalancingPlan) =>
  plan.trades.map(({ accountName, action, symbol, quantity }) => [accountName, action, symbol, quantity]);
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;

describe('rebalancing', () => {
  test('swaps what is above target for what is below', () => {
    const plan = planFor([line('STOX', 90, 100), line('BOND', 10, 100)], half);
    expect(tradesOf(plan)).toEqual([
      ['Main', 'sell', 'STOX', 40],
      ['Main', 'buy', 'BOND', 40],
    ]);
    expect(plan).toMatchObject({ needed: true, bought: 4000, sold: 4000, residual: 0 });
    expect(plan.turnoverBefore).toBeCloseTo(0.4, 12);
  });

  test('leaves a portfolio inside its bands alone', () => {
    const plan = planFor([line('STOX', 54, 100), line('BOND', 46, 100)], half);
    expect(plan).toMatchObject({ needed: false, trades: [], bought: 0 });
  });

  test('a band is five points, or a quarter of a small target', () => {
    expect(outOfBand({ weight: 0.56, target: 0.5 }, FIVE_TWENTY_FIVE)).toBe(true);
    expect(outOfBand({ weight: 0.55, target: 0.5 }, FIVE_TWENTY_FIVE)).toBe(false);
    expect(outOfBand({ weight: 0.07, target: 0.1 }, FIVE_TWENTY_FIVE)).toBe(true);
    expect(outOfBand({ weight: 0.04, target: 0 }, FIVE_TWENTY_FIVE)).toBe(false);
  });

  test('sells inside the tax-advantaged account, though the taxable one could do it', () => {
    const lines = [line('STOX', 60, 100, { costBasis: 1000 }), line('STOX', 40, 100, ira), line('BOND', 1, 100, ira)];
    const plan = planFor(lines, { assetClasses: { equity: 0.7, fixed_income: 0.3 } });
    expect(plan.trades.every(({ accountName }) => accountName === 'IRA')).toBe(true);
    expect(plan.taxableGain).toBeNull();
    expect(plan.residual).toBeLessThan(0.01);
  });

  test('sells in the taxable account only what brings it inside the bands, losses before gains', () => {
    const lines = [
      line('STOX', 50, 100, { costBasis: 1000 }),
      line('ACME', 50, 100, { costBasis: 9000 }),
      line('BOND', 1, 100),
    ];
    const plan = planFor(lines, half);
    expect(plan.trades.filter(({ action }) => action === 'sell').map(({ symbol }) => symbol)).toEqual(['ACME']);
    expect(plan.taxableGain).toBeLessThan(0);
  });

  test('never buys a single stock, and says when no fund is there to buy', () => {
    const plan = planFor([line('ACME', 10, 100), line('GOOG', 10, 100), cash(8000)], half);
    expect(plan.trades).toEqual([]);
    expect(plan.notes.join(' ')).toContain('No fund held is mostly bonds');
    expect(plan.residual).toBeGreaterThan(0.3);
  });

  test('buys an exchange-traded fund held elsewhere where the account has none of that class', () => {
    const plan = planFor([line('STOX', 100, 100, ira), line('BOND', 10, 100)], half);
    expect(plan.trades).toContainEqual(expect.objectContaining({ accountName: 'IRA', action: 'buy', symbol: 'BOND' }));
  });

  test('new money only: nothing is sold, other cash stays, and what is bought is what is furthest below', () => {
    const plan = planFor([line('STOX', 90, 100), line('BOND', 10, 100), cash(5000)], {
      ...half,
      mode: 'newMoney',
      newMoney: [{ accountName: 'Main', amount: 1050 }],
    });
    expect(tradesOf(plan)).toEqual([['Main', 'buy', 'BOND', 10]]);
    expect(plan).toMatchObject({ sold: 0, newMoney: 1050 });
  });

  test('new money for an account that is not there is refused by name', () => {
    expect(() => planFor([line('STOX', 1, 1)], { ...half, newMoney: [{ accountName: 'Nope', amount: 5 }] })).toThrow(
      InvalidInputError,
    );
  });

  test('whole shares leave a rest, fractions do not', () => {
    const lines = [line('STOX', 7, 333), line('BOND', 3, 71)];
    const whole = planFor(lines, half);
    expect(whole.trades.every(({ quantity }) => Number.isInteger(quantity))).toBe(true);
    const fractional = planFor(lines, { ...half, shares: 'fractional' });
    expect(fractional.residual).toBeLessThan(1e-5);
    expect(whole.residual).toBeGreaterThan(fractional.residual);
  });

  test('no trade below the minimum', () => {
    const plan = planFor([line('STOX', 90, 100), line('BOND', 10, 100)], { ...half, minimumTrade: 5000 });
    expect(plan.trades).toEqual([]);
    expect(plan.residual).toBeCloseTo(0.4, 12);
  });

  test('where whole shares undo one trade, what is left of the plan is never further off than no trade', () => {
    // Not a tenth of a share of STOX: what of the cash is missing in bonds buys those.
    const lines = [line('STOX', 10, 100_000), line('BOND', 10, 0.0005), line('BALA', 10, 1000, { accountName: 'IRA' })];
    const plan = planFor([...lines, cash(0)], {
      assetClasses: { equity: 0.99, fixed_income: 0.01 },
      newMoney: [{ accountName: 'Main', amount: 12_883 }],
    });
    expect(tradesOf(plan)).toEqual([['Main', 'buy', 'BOND', 13_790_973]]);
    expect(plan.residual).toBeLessThan(plan.turnoverBefore);
  });

  test('regions are brought to target among the stocks', () => {
    const plan = planFor([line('STOX', 100, 100), cash(10_000)], {
      assetClasses: { equity: 0.5, cash: 0.5 },
      regions: { north_america: 0.6, europe: 0.3, emerging_markets: 0.1 },
    });
    expect(plan.needed).toBe(false);
    expect(plan.rows.filter(({ breakdown }) => breakdown === 'region')).toHaveLength(3);
  });

  test('a balanced fund is used for what it is made of', () => {
    const plan = planFor([line('BALA', 300, 100, ira), line('STOX', 300, 100, ira), line('BOND', 300, 100, ira)], {
      assetClasses: { equity: 0.6, fixed_income: 0.4 },
      shares: 'fractional',
    });
    expect(plan.residual).toBeLessThan(0.01);
    expect(plan.trades).toContainEqual(expect.objectContaining({ action: 'sell', symbol: 'BALA', quantity: 300 }));
  });

  const options = fc.record({
    equity: fc.integer({ min: 0, max: 100 }),
    shares: fc.constantFrom('whole' as const, 'fractional' as const),
    mode: fc.constantFrom('full' as const, 'newMoney' as const),
    amount: fc.integer({ min: 0, max: 100_000 }),
  });
  test('for any portfolio: conserves value, sells no more than is held, spends no more than there is, comes no further off', () => {
    fc.assert(
      fc.property(anyLines, options, (anyOf, { equity, shares, mode, amount }) => {
        const lines = [
          ...anyOf.map((one) => ({ ...one, currency: one.kind === 'cash' ? 'USD' : one.currency })),
          cash(0),
        ];
        const valuation = valuePortfolio(lines, 'USD', exchangeRates);
        const targets = { equity: equity / 100, fixed_income: 1 - equity / 100 };
        const plan = rebalance(valuation, instruments, {
          assetClasses: targets,
          shares,
          mode,
          newMoney: [{ accountName: 'Main', amount }],
        });
        if (plan === null) return;
        rebalancingPlan.parse(plan);
        const grain = Math.max(1, 10 ** (2 - valuation.unit.decimals)) / 100;

        const rest = lines.map((one) => ({ ...one }));
        for (const { accountName, action, symbol, quantity, value, price } of plan.trades) {
          const sign = action === 'buy' ? 1 : -1;
          expect(Math.abs(quantity * price - value)).toBeLessThanOrEqual(grain * 20 + value * 1e-9);
          let left = quantity;
          const held = rest.filter(
            (one) => one.accountName === accountName && one.symbol === symbol && one.kind === 'holding',
          );
          if (sign < 0) {
            // The quantity sold is there, in that account.
            for (const one of held) {
              const sold = Math.min(one.quantity, left);
              one.quantity -= sold;
              left -= sold;
            }
            expect(left).toBeLessThanOrEqual(1e-6);
          }
          rest.push(cash(-sign * value, { accountName }));
        }
        if (mode === 'newMoney') expect(plan.sold).toBe(0);
        // Whatever is bought is paid by what is sold, cash that was there, and the new money: account by account.
        for (const accountName of new Set(lines.map((one) => one.accountName))) {
          const inAccount = (some: readonly SnapshotLine[]) =>
            some
              .filter((one) => one.accountName === accountName && one.kind === 'cash')
              .reduce((sum, one) => sum + one.quantity, 0);
          const added = accountName === 'Main' ? amount : 0;
          const rounding = grain + 1e-12 * plan.bought;
          expect(inAccount(rest) + added).toBeGreaterThanOrEqual(Math.min(0, inAccount(lines)) - rounding);
        }
        expect(plan.residual).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(plan.residual)).toBe(true);
        const distance = (when: 'before' | 'after') =>
          plan.rows.reduce((sum, row) => sum + (row[when] - row.target) ** 2, 0);
        expect(distance('after')).toBeLessThanOrEqual(distance('before') * (1 + 1e-9) + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('whatever can be reached inside tax-advantaged accounts is reached', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (accounts, equity) => {
        const lines = accounts.flatMap(([stocks, bonds], index) => {
          const where = {
            accountName: `Account ${index}`,
            accountType: index % 2 === 0 ? 'tax_free' : 'tax_deferred',
          } as const;
          return [line('STOX', stocks, 100, where), line('BOND', bonds, 100, where)];
        });
        const plan = planFor(lines, {
          assetClasses: { equity: equity / 100, fixed_income: 1 - equity / 100 },
          shares: 'fractional',
          minimumTrade: 1,
          bands: { absolute: 0, relative: 0 },
        });
        const whole = accounts.reduce((sum, [stocks, bonds]) => sum + 100 * (stocks + bonds), 0);
        expect(plan.residual * whole).toBeLessThan(2);
      }),
    );
  });

  test('few trades where few will do: the largest position moves, not a bit of each', () => {
    const lines = Array.from({ length: 10 }, (_, index) =>
      line('STOX', 10 + index, 100, { ...ira, accountName: `IRA ${index}` }),
    );
    const plan = planFor([...lines, line('BOND', 100, 100, { ...ira, accountName: 'IRA 0' })], {
      assetClasses: { equity: 0.5, fixed_income: 0.5 },
      minimumTrade: 100,
    });
    expect(plan.tradeCount).toBeLessThanOrEqual(6);
    expect(plan.residual).toBeLessThan(0.01);
  });
});
