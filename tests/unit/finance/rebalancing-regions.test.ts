import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { GLOBAL_MARKET } from '../../../shared/finance/target-mix.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { cash, instrument, line } from './portfolios.ts';

const of = (assetClasses: Record<string, number>, regions: Record<string, number>) => ({
  assetClasses,
  regions,
  sectors: { financials: 1 },
});
const pure = ['north_america', 'europe', 'pacific', 'emerging_markets'] as const;
const funds = ['NORTH', 'EURO', 'PACI', 'EMER'];
const instruments = new Map([
  ...pure.map((region, at) => instrument(funds[at] ?? '', of({ equity: 1 }, { [region]: 1 }))),
  instrument('WORLD', of({ equity: 1 }, GLOBAL_MARKET.weights)),
  instrument('ABROAD', of({ equity: 1 }, { europe: 0.4, pacific: 0.28, emerging_markets: 0.26, north_america: 0.06 })),
  instrument('MUTUAL', of({ equity: 1 }, { europe: 0.4, pacific: 0.28, emerging_markets: 0.26, north_america: 0.06 }), {
    type: 'mutual_fund',
  }),
  instrument('VTSAX', of({ equity: 1 }, { north_america: 1 }), {
    type: 'mutual_fund',
    name: 'Vanguard Total Stock Market Index Fund Admiral',
  }),
  instrument('VTIAX', of({ equity: 1 }, { europe: 0.4, pacific: 0.28, emerging_markets: 0.26, north_america: 0.06 }), {
    type: 'mutual_fund',
    name: 'Vanguard Total International Stock Index Fund Admiral',
  }),
  instrument('BOND', of({ fixed_income: 1 }, { north_america: 1 })),
  instrument('BALANCED', of({ equity: 0.6, fixed_income: 0.4 }, { north_america: 1 })),
]);
const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan =>
  rebalancingPlan.parse(rebalance(valuePortfolio(lines, 'USD', []), instruments, options));
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
const regionsOf = (plan: RebalancingPlan) => plan.rows.filter(({ breakdown }) => breakdown === 'region');
const off = (plan: RebalancingPlan) =>
  Math.max(0, ...regionsOf(plan).map(({ after, target }) => Math.abs(after - target)));
const rowOf = (plan: RebalancingPlan, key: string) => plan.rows.find((row) => row.key === key);

const shares = fc
  .tuple(...pure.map(() => fc.integer({ min: 0, max: 20 })))
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return Object.fromEntries(pure.map((region, at) => [region, (weights[at] ?? 0) / sum]));
  });
const held = fc.array(fc.tuple(fc.constantFrom(...funds), fc.integer({ min: 1, max: 1000 }), fc.boolean()), {
  minLength: 1,
  maxLength: 6,
});

describe('region targets', () => {
  const fine = { shares: 'fractional', minimumTrade: 1, bands: { absolute: 0, relative: 0 } } as const;
  const linesOf = (some: readonly (readonly [string, number, boolean])[]) => [
    ...some.map(([symbol, quantity, first]) => line(symbol, quantity, 100, first ? ira : roth)),
    // A little of everything, so that there is a fund to buy of each region.
    ...funds.map((symbol) => line(symbol, 1, 100, ira)),
  ];

  test('are reached with the classes where there is a fund of each', () => {
    fc.assert(
      fc.property(held, shares, fc.integer({ min: 5, max: 100 }), (some, regions, equity) => {
        const assetClasses = { equity: equity / 100, fixed_income: 1 - equity / 100 };
        const plan = planFor([...linesOf(some), line('BOND', 300, 100, roth), line('BOND', 1, 100, ira)], {
          ...fine,
          assetClasses,
          regions,
        });
        expect(off(plan)).toBeLessThan(0.01);
        expect(plan.residual).toBeLessThan(0.01);
      }),
      { numRuns: 200 },
    );
  });

  test('are reached among the stocks that stay where the classes cannot be', () => {
    fc.assert(
      fc.property(held, shares, fc.integer({ min: 0, max: 90 }), (some, regions, equity) => {
        const assetClasses = { equity: equity / 100, fixed_income: 1 - equity / 100 };
        const plan = planFor(linesOf(some), { ...fine, assetClasses, regions });
        expect(rowOf(plan, 'equity')?.after).toBeCloseTo(1, 3);
        expect(off(plan)).toBeLessThan(0.01);
      }),
      { numRuns: 100 },
    );
  });

  test('are shown as they were given, even where no stocks are aimed for', () => {
    const plan = planFor([line('NORTH', 100, 100), line('EURO', 100, 100)], {
      assetClasses: { fixed_income: 1 },
      regions: { north_america: 0.6, europe: 0.4 },
    });
    expect(rowOf(plan, 'north_america')?.target).toBeCloseTo(0.6, 12);
  });

  test('a fund of several regions is not bought past the one that it is mostly of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('WORLD', 'ABROAD'), (percent, fund) => {
        const main = fund === 'WORLD' ? 'north_america' : 'europe';
        const regions = { [main]: percent / 100, emerging_markets: 1 - percent / 100 };
        const plan = planFor([line('PACI', 900, 100, ira), line(fund, 1, 100, ira)], {
          assetClasses: { equity: 1 },
          regions,
          shares: 'fractional',
        });
        const row = rowOf(plan, main);
        expect(row?.after).toBeLessThanOrEqual(Math.max(row?.before ?? 0, percent / 100) + 1e-3);
      }),
    );
  });

  test('without a fund of a region, one that would have to be chosen is said', () => {
    const plan = planFor([line('NORTH', 500, 100, ira)], {
      assetClasses: { equity: 1 },
      regions: { north_america: 0.6, europe: 0.4 },
    });
    expect(plan.trades).toEqual([]);
    expect(plan.notes).toEqual([expect.stringContaining('No fund held has many stocks of Europe')]);
  });

  test('a world fund held in one account may be bought in another for its regions', () => {
    const plan = planFor([line('NORTH', 500, 100, ira), line('WORLD', 100, 100, roth)], {
      assetClasses: { equity: 1 },
      regions: GLOBAL_MARKET.weights,
    });
    expect(plan.trades).toContainEqual(expect.objectContaining({ accountName: 'IRA', action: 'buy', symbol: 'WORLD' }));
  });

  describe('where the fund of the regions that are short is a mutual fund, which another account may not buy', () => {
    const targets = {
      assetClasses: { equity: 0.7, fixed_income: 0.25, cash: 0.05 },
      regions: { north_america: 0.62, europe: 0.16, pacific: 0.11, emerging_markets: 0.11 },
    };
    const householdOf = (cost: number) => [
      line('NORTH', 1000, 300, { costBasis: cost }),
      cash(12_000),
      line('MUTUAL', 800, 70, { ...ira, costBasis: 30_000 }),
      line('BOND', 1100, 73, { ...ira, costBasis: 70_000 }),
    ];

    test.each([200_000, 305_000])('the region of which too much is held is sold, at a cost of %d', (cost) => {
      const plan = planFor(householdOf(cost), targets);
      // 42,190 of 356,000 in stocks are to go: by hand (300,000 - 42,190 + 0.06 x 56,000) / 313,810 = 83.2%.
      expect(plan.trades.map(({ action, symbol }) => `${action} ${symbol}`)).toEqual(['sell NORTH', 'buy BOND']);
      expect(rowOf(plan, 'north_america')?.after).toBeCloseTo(0.832, 2);
      expect(plan.residual).toBeLessThan(0.005);
      expect(plan.notes.join(' ')).not.toContain('further from their targets');
    });

    test.each([
      ['Vanguard brokerage', true],
      ['Savings plan', false],
      ['Work 401(k)', false],
    ])('beside another fund of its house it may be bought in %s: %s', (accountName, may) => {
      const plan = planFor(
        [
          line('VTSAX', 3000, 100, { accountName }),
          line('VTIAX', 100, 100, ira),
          line('NORTH', 100, 100, { accountName: 'Elsewhere' }),
        ],
        { ...targets, assetClasses: { equity: 1 } },
      );
      const buyers = plan.trades.filter(({ symbol, action }) => symbol === 'VTIAX' && action === 'buy');
      expect(buyers.map((trade) => trade.accountName)).toEqual(may ? [accountName] : []);
      expect(plan.notes.some((note) => note.includes('holds no VTIAX today'))).toBe(may);
    });

    test('for any amounts and targets: the regions end no further off, or a note says so and why', () => {
      const accounts = [{}, ira, roth];
      const holding = fc.tuple(
        fc.constantFrom(...funds, 'WORLD', 'ABROAD', 'MUTUAL', 'BOND', 'BALANCED'),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(null, 0.5, 1.2),
      );
      const some = fc.array(holding, { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(some, shares, fc.integer({ min: 0, max: 100 }), fc.boolean(), (all, regions, equity, parts) => {
          const lines = all.map(([symbol, quantity, account, cost]) =>
            line(symbol, quantity, 100, {
              ...accounts[account],
              costBasis: cost === null ? null : cost * quantity * 100,
            }),
          );
          const plan = planFor([...lines, cash(5_000)], {
            assetClasses: { equity: equity / 100, fixed_income: 1 - equity / 100 },
            regions,
            shares: parts ? 'fractional' : 'whole',
          });
          const further = (plan.regions?.residual ?? 0) - (plan.regions?.turnoverBefore ?? 0);
          const said = plan.notes.some((note) => note.startsWith('The regions of the stocks end further from'));
          expect(said).toBe(further > 0.001);
        }),
        { numRuns: 300 },
      );
    });
  });
});

describe('a balanced fund', () => {
  test('is not bought for its bonds where it would bring more stocks than are wanted', () => {
    const plan = planFor([line('BALANCED', 7, 333), cash(69_900)], {
      assetClasses: { equity: 0.2, fixed_income: 0.8 },
      shares: 'fractional',
    });
    expect(rowOf(plan, 'equity')?.after).toBeCloseTo(0.2, 3);
    expect(plan.notes.join(' ')).toContain('No fund held is mostly bonds');
  });

  test('for any amounts and targets: no class is brought past its target by buying it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 100 }),
        (fund, money, equity) => {
          const plan = planFor([line('BALANCED', fund, 100), cash(money * 100)], {
            assetClasses: { equity: equity / 100, fixed_income: 1 - equity / 100 },
          });
          for (const { before, after, target } of plan.rows) {
            if (after > before) expect(after).toBeLessThanOrEqual(Math.max(before, target) + 1e-9);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a region that the trades take out of its band is told, and none that was out of it before', () => {
  const targets = {
    assetClasses: { equity: 0.6, fixed_income: 0.4 },
    regions: { north_america: 0.65, europe: 0.18, pacific: 0.1, emerging_markets: 0.07 },
  };
  const told = (north: number, abroad: number, bonds: number) => {
    const lines = [line('NORTH', north, 100, ira), line('ABROAD', abroad, 100, ira), line('BOND', bonds, 100, ira)];
    const plan = planFor(lines, targets);
    expect(rowOf(plan, 'emerging_markets')?.after).toBeGreaterThan(0.07 + 0.0175);
    return plan.notes.join(' ');
  };
  expect(told(700, 250, 50)).toContain('These trades take emerging markets out of its band');
  expect(told(630, 320, 50)).not.toContain('out of its band');
});
