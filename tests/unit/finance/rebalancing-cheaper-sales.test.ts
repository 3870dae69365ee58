import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan, Trade } from '../../../shared/schemas/rebalancing.ts';
import { cash, line } from './portfolios.ts';

// Which of equal sales it is: the same mix at more tax than it takes.

const instruments = new Map(referenceInstruments.map((one) => [one.symbol, one]));
const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan =>
  rebalancingPlan.parse(rebalance(valuePortfolio(lines, 'USD', []), instruments, options));
const joint = { accountName: 'Joint' };
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
const regions = { north_america: 0.6, europe: 0.15, pacific: 0.1, emerging_markets: 0.15 };
const stocks = { assetClasses: { equity: 1 }, regions };
const sold = ({ trades }: RebalancingPlan, symbol: string, account: string) =>
  trades.find((one) => one.action === 'sell' && one.symbol === symbol && one.accountName === account)?.quantity ?? 0;

describe('a swap that is open in a retirement account', () => {
  const lines = (shares: number) => [
    line('VTI', shares, 300, ira),
    line('VXUS', 200, 70, ira),
    line('VTI', 400, 300, { ...joint, costBasis: 60_000 }),
    line('VXUS', 100, 70, { ...joint, costBasis: 6000 }),
  ];

  test.each([
    [40, 80, 12_000],
    [80, 55, 8250],
    [120, 29, 4350],
  ])('of %d shares is made there before any gain is taxed, in whatever order they are listed', (shares, rest, gain) => {
    for (const listed of [lines(shares), lines(shares).toReversed()]) {
      for (const options of [stocks, { regions }]) {
        const plan = planFor(listed, options);
        expect([sold(plan, 'VTI', 'IRA'), sold(plan, 'VTI', 'Joint'), plan.taxableGain]).toEqual([shares, rest, gain]);
        expect(plan.residual).toBeLessThan(0.001);
        expect(plan.regions?.residual).toBeLessThan(0.058);
      }
    }
  });
});

describe('a holding at a loss beside one with a gain, of the same region', () => {
  const lines = (symbol: string, shares: number) => [
    line(symbol, shares, 250, { ...joint, costBasis: shares * 260 }),
    line('VTI', 400, 300, { ...joint, costBasis: 60_000 }),
    line('VXUS', 300, 70, { ...joint, costBasis: 20_000 }),
  ];

  test.each([
    ['AAPL', 40, 12_200],
    ['AAPL', 100, 6950],
    ['VOO', 40, 12_200],
  ])('is sold first: %s, %d shares', (symbol, shares, most) => {
    for (const parts of ['whole', 'fractional'] as const) {
      const plan = planFor(lines(symbol, shares), { ...stocks, shares: parts });
      expect(sold(plan, symbol, 'Joint')).toBe(shares);
      expect(plan.taxableGain).toBeLessThanOrEqual(most);
      expect(plan.residual).toBeLessThan(0.001);
      expect(plan.regions?.residual).toBeLessThan(0.058);
    }
  });
});

const REGION: Record<string, string> = { VTI: 'home', VOO: 'home', VXUS: 'abroad', IXUS: 'abroad', BND: 'bonds' };
const SMALLEST = 500;

interface Sale {
  symbol: string;
  account: string;
  /** Per unit of money. */
  gain: number;
  /** Money. */
  held: number;
}

/** What selling it costs beside what it brings; none in retirement accounts. */
function saleOf({ symbol, accountName, accountType, quantity, price, costBasis }: SnapshotLine): Sale {
  const held = quantity * (price ?? 0);
  const gain = accountType !== 'taxable' ? 0 : costBasis === null ? Infinity : (held - costBasis) / held;
  return { symbol, account: accountName, gain, held };
}

/** Each sale with a gain that could be left for one of the same stocks or bonds that costs less, and what is bought for it with it. */
function dearerThanNeeded(plan: RebalancingPlan, held: readonly Sale[], room: number): string[] {
  const { trades } = plan;
  const isBought = (symbol: string) => trades.some((one) => one.action === 'buy' && one.symbol === symbol);
  const orderOf = ({ symbol, account }: Sale): Trade | undefined =>
    trades.find((one) => one.symbol === symbol && one.accountName === account);
  const taxed = held.filter((one) => one.account === 'Joint' && orderOf(one)?.action === 'sell');
  return taxed.flatMap((one) =>
    held
      .filter((other) => other !== one && REGION[other.symbol] === REGION[one.symbol] && other.gain < one.gain - 0.02)
      .filter((other) => {
        const order = orderOf(other);
        if (isBought(other.symbol) || other.held < SMALLEST) return false;
        const left = Math.min(other.held - (order?.value ?? 0), orderOf(one)?.value ?? 0);
        const purchases = trades.filter(({ action, accountName }) => action === 'buy' && accountName === one.account);
        const same = Math.max(0, ...purchases.map(({ value }) => value));
        return (other.account === one.account ? left : Math.min(left, same)) > room;
      })
      .map((other) => `${one.symbol} in Joint for ${other.symbol} in ${other.account}`),
  );
}

const position = fc.record({
  symbol: fc.constantFrom(...Object.keys(REGION)),
  account: fc.constantFrom(joint, joint, ira, roth),
  quantity: fc.integer({ min: 20, max: 900 }),
  costShare: fc.option(fc.integer({ min: 1, max: 15 }), { freq: 8 }),
});
const wishes = fc.record({
  equity: fc.integer({ min: 4, max: 10 }),
  home: fc.integer({ min: 2, max: 8 }),
  tilt: fc.integer({ min: 0, max: 3 }),
  shares: fc.constantFrom('whole' as const, 'fractional' as const),
});

test('for any portfolio with region targets: no gain is realized where another sale of the same costs less', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 9 }), wishes, (positions, wish) => {
      const { equity, home, tilt, shares } = wish;
      const unique = new Map(positions.map((one) => [`${one.symbol} ${JSON.stringify(one.account)}`, one]));
      const lines = [...unique.values()].map(({ symbol, account, quantity, costShare }) =>
        line(symbol, quantity, 100, { ...account, costBasis: costShare === null ? null : quantity * costShare * 10 }),
      );
      const abroad = 1 - home / 10;
      const plan = planFor([...lines, cash(1000, joint), cash(1000, ira), cash(1000, roth)], {
        assetClasses: { equity: equity / 10, fixed_income: 1 - equity / 10 },
        regions: {
          north_america: home / 10,
          europe: abroad * (0.5 - tilt / 10),
          pacific: abroad * 0.25,
          emerging_markets: abroad * (0.25 + tilt / 10),
        },
        minimumTrade: SMALLEST,
        shares,
      });
      expect(dearerThanNeeded(plan, lines.map(saleOf), 3 * SMALLEST)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
