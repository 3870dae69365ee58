import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIVE_TWENTY_FIVE, stillOutside } from '../../../shared/finance/rebalancing/bands.ts';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { cash, instruments, line } from './portfolios.ts';

const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const half = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
const tight = { absolute: 0.005, relative: 0.01 };

function planFor(lines: readonly SnapshotLine[], options: RebalancingOptions = half) {
  const plan = rebalance(valuePortfolio(lines, 'USD', []), instruments, options);
  if (plan === null) throw new Error('no plan');
  return plan;
}
const tradesOf = (plan: ReturnType<typeof planFor>) =>
  plan.trades.map(({ accountName, action, symbol, value }) => [accountName, action, symbol, value]);

describe('a loan in one account, and too many bonds in another', () => {
  const lines = (costBasis: number | null) => [
    line('STOX', 100, 300, { costBasis }),
    cash(-12_000),
    line('BOND', 1000, 73.5, ira),
  ];

  test.each([
    ['a loss', 40_000, -4000],
    ['a gain', 15_000, 6000],
    ['nobody knows what', null, null],
  ])('is repaid by stocks that the other account buys instead, though their sale brings %s', (_, cost, gain) => {
    const plan = planFor(lines(cost), { ...half, shares: 'fractional' });
    expect(tradesOf(plan)).toEqual([
      ['IRA', 'sell', 'BOND', 27_750],
      ['IRA', 'buy', 'STOX', 27_750],
      ['Main', 'sell', 'STOX', 12_000],
    ]);
    expect(plan.residual).toBeCloseTo(0, 9);
    expect(plan.taxableGain).toBe(gain);
    expect(plan.notes.join(' ')).toContain('it is repaid in full');
    expect(planFor(lines(cost)).residual).toBeLessThan(0.003);
  });

  test('is told to count no loss that a purchase in the other account washes away', () => {
    const told = (cost: number | null) => planFor(lines(cost)).notes.join(' ').includes('a wash sale');
    expect([40_000, 15_000, null].map(told)).toEqual([true, false, false]);
  });

  test('is not repaid at a tax while every weight is inside its band', () => {
    const few = [line('STOX', 170, 300, { costBasis: 15_000 }), cash(-2000), line('BOND', 700, 73.5, ira)];
    expect(planFor(few).trades).toEqual([]);
  });

  test('is repaid by stocks, though what is too much is a balanced fund', () => {
    const mixed = [line('BOND', 540, 73.5), cash(-12_000), line('BALA', 3000, 41, ira), line('STOX', 400, 100, ira)];
    const plan = planFor(mixed, { ...half, bands: tight, shares: 'fractional' });
    expect(plan.residual).toBeLessThan(0.005);
    expect(plan.notes.join(' ')).toContain('it is repaid in full');
  });

  test('is said to stay for want of more to sell', () => {
    const plan = planFor([line('BOND', 41, 73.5), cash(-12_000), line('BOND', 1000, 73.5, ira)]);
    expect(plan.notes.join(' ')).toContain(
      '$8,987 of it stays owed and nothing is bought there, for all that could be sold there is sold.',
    );
  });

  test('is said to stay for want of a fund that the other account could buy', () => {
    const plan = planFor([line('ACME', 300, 100), cash(-12_000), line('BOND', 500, 73.5, ira)], {
      assetClasses: { equity: 0.54, fixed_income: 0.46 },
    });
    expect(plan.notes.join(' ')).toContain(
      'to sell more there, a fund of stocks would have to be chosen that another account can buy instead',
    );
  });

  test('is said to stay where only new money is spent', () => {
    const newMoney = [{ accountName: 'IRA', amount: 1000 }];
    const plan = planFor(lines(null), { ...half, mode: 'newMoney', newMoney });
    expect(plan.notes.join(' ')).toContain('only new money is spent, so nothing is sold to repay it');
  });
});

describe('what is left outside a band', () => {
  const account = (accountName: string, accountType: SnapshotLine['accountType']) =>
    fc
      .tuple(
        fc.tuple(
          ...(
            [
              ['STOX', 100],
              ['BOND', 73],
              ['BALA', 41],
              ['ACME', 57],
            ] as const
          ).map(([symbol, price]) =>
            fc
              .tuple(fc.constantFrom(0, 0, 5000, 40_000, 120_000), fc.constantFrom(null, 0.5, 1.3))
              .map(([worth, cost]) =>
                worth === 0
                  ? []
                  : [
                      line(symbol, Math.floor(worth / price), price, {
                        ...{ accountName, accountType },
                        costBasis: cost === null ? null : worth * cost,
                      }),
                    ],
              ),
          ),
        ),
        fc.constantFrom(0, 0, -8000, -40_000, 15_000),
      )
      .map(([held, money]) => [...held.flat(), ...(money === 0 ? [] : [cash(money, { accountName, accountType })])]);

  /** What a note says that tells why a weight stays outside its band. */
  const reason =
    /^No fund held is mostly|stays outside its band|holds nothing that could be sold|holds only cash|no trade brings it nearer|no trade was found|No trade of|all that could be sold there is sold|below the smallest trade|would have to be chosen that another account|only new money is spent/;

  test('with accounts in debt is always told with its reason', () => {
    fc.assert(
      fc.property(
        fc.tuple(account('Margin', 'taxable'), account('IRA', 'tax_deferred'), account('Joint', 'taxable')),
        fc.record({
          equity: fc.integer({ min: 0, max: 100 }),
          money: fc.constantFrom(0, 0, 10),
          estate: fc.constantFrom(0, 0, 0, 10),
          bands: fc.constantFrom(undefined, tight),
          shares: fc.constantFrom('whole' as const, 'fractional' as const),
          mode: fc.constantFrom('full' as const, 'full' as const, 'newMoney' as const),
          regions: fc.boolean(),
        }),
        (accounts, { equity, money, estate, bands, shares, mode, regions }) => {
          const lines = accounts.flat();
          const whole = lines.reduce((sum, { quantity, price }) => sum + quantity * (price ?? 0), 0);
          fc.pre(whole > 20_000 && lines.some(({ kind, quantity }) => kind === 'cash' && quantity < 0));
          const rest = 1 - (money + estate) / 100;
          const stocks = (equity / 100) * rest;
          const plan = planFor(lines, {
            assetClasses: { equity: stocks, fixed_income: rest - stocks, cash: money / 100, real_estate: estate / 100 },
            ...{ bands, shares, mode },
            ...(regions && { regions: { north_america: 0.55, europe: 0.35, emerging_markets: 0.1 } }),
          });
          if (!stillOutside(plan.rows, bands ?? FIVE_TWENTY_FIVE)) return;
          expect(plan.notes.filter((note) => reason.test(note))).not.toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
