import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { instrument, line } from './portfolios.ts';

const places = ['north_america', 'europe', 'pacific', 'emerging_markets'] as const;
const madeOf: Record<string, readonly number[]> = {
  NORTH: [1, 0, 0, 0],
  ABROAD: [0.075, 0.405, 0.26, 0.26],
  DEVELOPED: [0.1, 0.53, 0.37, 0],
  WORLD: [0.65, 0.155, 0.1, 0.095],
  EMERGING: [0, 0, 0, 1],
  EURO: [0, 1, 0, 0],
  PACIFIC: [0, 0, 1, 0],
};
const named = (shares: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    places.map((place, at): [string, number] => [place, shares[at] ?? 0]).filter(([, share]) => share > 0),
  );
const instruments = new Map([
  ...Object.entries(madeOf).map(([symbol, shares]) =>
    instrument(symbol, { assetClasses: { equity: 1 }, regions: named(shares), sectors: { financials: 1 } }),
  ),
  instrument('BOND', {
    assetClasses: { fixed_income: 1 },
    regions: { north_america: 1 },
    sectors: { government_bonds: 1 },
  }),
]);
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan =>
  rebalancingPlan.parse(rebalance(valuePortfolio(lines, 'USD', []), instruments, options));
const half = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / 2;

const MIXES = [
  [0.55, 0.2, 0.12, 0.13],
  [0.65, 0.155, 0.1, 0.095],
  [0.3, 0.3, 0.2, 0.2],
] as const;

/** All shares of so many funds in steps of a fortieth. */
function* mixesOf(count: number, left = 40): Generator<number[]> {
  if (count === 1) yield [left / 40];
  else
    for (let part = 0; part <= left; part += 1)
      for (const rest of mixesOf(count - 1, left - part)) yield [part / 40, ...rest];
}

const stocksOf = (funds: readonly string[], mix: readonly number[]) =>
  places.map((_, at) => funds.reduce((sum, fund, index) => sum + (mix[index] ?? 0) * (madeOf[fund]?.[at] ?? 0), 0));

/** The nearest that any mix of the funds comes which buys none past the region that it is mostly of. */
function nearestOf(held: readonly (readonly [string, number])[], stocks: number, target: readonly number[]): number {
  const funds = held.map(([fund]) => fund);
  const had = held.reduce((sum, [, money]) => sum + money, 0);
  const before = stocksOf(
    funds,
    held.map(([, money]) => money / had),
  );
  let nearest = Infinity;
  for (const mix of mixesOf(funds.length)) {
    const then = stocksOf(funds, mix);
    const past = held.some(([fund, money], index) => {
      const shares = madeOf[fund] ?? [];
      const main = shares.indexOf(Math.max(...shares));
      const most = Math.max(target[main] ?? 0, before[main] ?? 0);
      return (mix[index] ?? 0) * stocks > money && (then[main] ?? 0) > most + 1e-9;
    });
    if (!past) nearest = Math.min(nearest, half(then, target));
  }
  return nearest;
}

describe('the mix of the stocks', () => {
  const someFunds = fc
    .tuple(
      fc.constantFrom('NORTH', 'WORLD'),
      fc.uniqueArray(fc.constantFrom(...Object.keys(madeOf)), { minLength: 2, maxLength: 3 }),
    )
    .map(([home, others]) => [...new Set([home, ...others])])
    .chain((funds) =>
      fc.tuple(...funds.map((fund) => fc.tuple(fc.constant(fund), fc.constantFrom(1, 10, 100, 500, 1000)))),
    );

  test('for any funds in one account: comes as near as the best of all mixes of them', () => {
    fc.assert(
      fc.property(someFunds, fc.integer({ min: 1, max: 1000 }), fc.constantFrom(...MIXES), (held, bonds, target) => {
        const plan = planFor(
          [...held.map(([fund, shares]) => line(fund, shares, 100, ira)), line('BOND', bonds, 100, ira)],
          {
            assetClasses: { equity: 0.7, fixed_income: 0.3 },
            regions: named(target),
            shares: 'fractional',
            bands: { absolute: 0, relative: 0 },
          },
        );
        const stocks = 0.7 * (bonds + held.reduce((sum, [, shares]) => sum + shares, 0));
        expect(plan.residual).toBeLessThan(0.011);
        expect(plan.regions?.residual).toBeLessThan(nearestOf(held, stocks, target) + 0.03);
      }),
      { numRuns: 150 },
    );
  });

  test('a fund of one region beside one of several does not make it worse', () => {
    const target = { regions: named(MIXES[0]), assetClasses: { equity: 1 } };
    const two = [line('NORTH', 3000, 100, ira), line('ABROAD', 8, 100, ira)];
    for (const plan of [planFor(two, target), planFor([...two, line('EMERGING', 5, 100, ira)], target)]) {
      expect(plan.regions?.residual).toBeLessThan(0.01);
      expect(plan.notes.join(' ')).not.toContain('would have to be chosen');
    }
  });

  test.each(['whole', 'fractional'] as const)(
    'classes are reached where regions are far off, in %s shares',
    (shares) => {
      const plan = planFor([line('NORTH', 162, 100, ira), line('WORLD', 35, 100, ira), line('BOND', 1367, 100, ira)], {
        assetClasses: { equity: 0.7, fixed_income: 0.3 },
        regions: named(MIXES[1]),
        shares,
      });
      expect(plan.residual).toBeLessThan(0.01);
      expect(plan.regions?.residual).toBeLessThan(0.01);
    },
  );

  test('too much of one region becomes the others by the funds that are held little of', () => {
    const plan = planFor(
      [
        line('NORTH', 6, 100, ira),
        line('ABROAD', 1, 100, ira),
        line('EURO', 946, 100, ira),
        line('BOND', 871, 100, ira),
      ],
      { assetClasses: { equity: 0.7, fixed_income: 0.3 }, regions: named(MIXES[0]) },
    );
    expect(plan.regions?.residual).toBeLessThan(0.01);
    expect(plan.notes).toEqual([]);
  });
});
