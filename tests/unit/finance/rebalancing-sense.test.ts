import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lookThrough } from '../../../shared/finance/look-through.ts';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { rebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import type { RebalancingPlan } from '../../../shared/schemas/rebalancing.ts';
import { anyLines, cash, exchangeRates, instrument, instruments as some, line } from './portfolios.ts';

// What a person who knows the trade would not put in a plan.

const one = (assetClasses: Record<string, number>, sectors: Record<string, number>) => ({
  assetClasses,
  regions: { north_america: 1 },
  sectors,
});
const instruments = new Map([
  ...some,
  instrument('MUNI', one({ fixed_income: 1 }, { municipal_bonds: 1 })),
  instrument('GOLD', one({ commodities: 1 }, { commodities: 1 })),
  instrument('LAND', one({ real_estate: 1 }, { real_estate: 1 })),
  instrument('PLAN', one({ fixed_income: 1 }, { government_bonds: 1 }), { type: 'mutual_fund' }),
]);
const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions): RebalancingPlan =>
  rebalancingPlan.parse(rebalance(valuePortfolio(lines, 'USD', exchangeRates), instruments, options));
const mix = (equity: number) => ({ assetClasses: { equity, fixed_income: 1 - equity } });
const typical = (equity: number) => ({ ...mix(equity), source: 'default' as const });
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const savings = { accountName: 'Savings' };
const rowOf = (plan: RebalancingPlan, key: string) => plan.rows.find((row) => row.key === key);
const tradesOf = (plan: RebalancingPlan) =>
  plan.trades.map(({ accountName, action, symbol, quantity }) => [accountName, action, symbol, quantity]);

describe('cash that a default mix keeps', () => {
  /** What an account's purchases cost more than its sales bring. */
  const spent = (plan: RebalancingPlan, account: string) =>
    plan.trades
      .filter(({ accountName }) => accountName === account)
      .reduce((sum, { action, value }) => sum + (action === 'buy' ? value : -value), 0);

  test('is spent where it is at hand, and kept in an IRA instead', () => {
    const broker = { accountName: 'Broker', accountType: 'taxable' } as const;
    // Its stocks have a gain, and the IRA can buy no bonds: bonds could only be bought for the cash.
    const lines = [
      line('STOX', 200, 100, { ...broker, costBasis: 4000 }),
      cash(6000, broker),
      line('STOX', 400, 100, ira),
    ];
    const plan = planFor([...lines, line('PLAN', 10, 100, broker)], typical(0.6));
    for (const account of ['Broker', 'IRA']) expect(Math.abs(spent(plan, account))).toBeLessThan(450);
    expect(plan.notes.join(' ')).toContain('All cash is kept as it is');
  });

  test('stays in its account, whatever is held where', () => {
    const accounts = [{ accountName: 'Broker', accountType: 'taxable' }, ira, { accountName: 'Roth', accountType: 'tax_free' }] as const; // prettier-ignore
    const some = fc.integer({ min: 0, max: 300 });
    const anyHeld = fc.array(fc.record({ STOX: some, PLAN: some, LAND: some, money: some }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(anyHeld, fc.integer({ min: 20, max: 90 }), (held, equity) => {
        const lines = held.flatMap(({ money, ...units }, at) => [
          ...Object.entries(units).flatMap(([symbol, count]) =>
            count === 0 ? [] : [line(symbol, count, 100, accounts[at])],
          ),
          ...(money === 0 ? [] : [cash(money * 100, accounts[at])]),
        ]);
        const plan = planFor(lines, typical(equity / 100));
        const whole = held.reduce((sum, { STOX, PLAN, LAND, money }) => sum + 100 * (STOX + PLAN + LAND + money), 0);
        for (const { accountName } of accounts) expect(spent(plan, accountName)).toBeLessThanOrEqual(200 + whole / 100);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a savings account', () => {
  const lines = [line('STOX', 100, 100), line('BOND', 10, 100), cash(9000, savings)];

  test('buys no securities, whoever set the target', () => {
    for (const options of [mix(0.5), typical(0.5)]) {
      expect(planFor(lines, options).trades.filter(({ accountName }) => accountName === 'Savings')).toEqual([]);
    }
  });

  test('is counted toward a target for cash, so that cash elsewhere is invested first', () => {
    const plan = planFor([line('STOX', 90, 100), line('BOND', 10, 100), cash(8000, savings), cash(2000)], {
      assetClasses: { equity: 0.45, fixed_income: 0.15, cash: 0.4 },
    });
    expect(tradesOf(plan)).toEqual([['Main', 'buy', 'BOND', 20]]);
    expect(plan.residual).toBeCloseTo(0, 12);
  });

  test('spends new money that the person says goes there', () => {
    const plan = planFor(lines, { ...mix(0.5), mode: 'newMoney', newMoney: [{ accountName: 'Savings', amount: 500 }] });
    expect(tradesOf(plan)).toEqual([['Savings', 'buy', 'BOND', 5]]);
  });

  test('whose broker also holds something that has no price is not one', () => {
    const plan = planFor([...lines, line('WHAT', 1, null, savings)], mix(0.5));
    expect(plan.trades).toContainEqual(expect.objectContaining({ accountName: 'Savings', action: 'buy' }));
  });
});

describe('a default mix', () => {
  test('spends no cash, wherever it lies, and says so', () => {
    const lines = [line('STOX', 700, 100), line('BOND', 100, 100), cash(15_000), cash(5000, savings)];
    const plan = planFor(lines, typical(0.7));
    expect(rowOf(plan, 'cash')).toMatchObject({ before: 0.2, target: 0.2 });
    expect(rowOf(plan, 'cash')?.after).toBeCloseTo(0.2, 2);
    expect(rowOf(plan, 'equity')?.target).toBeCloseTo(0.56, 12);
    expect(plan.notes.join(' ')).toContain('All cash is kept as it is');
  });

  test('does not call an emergency fund a drift', () => {
    expect(planFor([line('STOX', 80, 100), line('BOND', 20, 100), cash(4000, savings)], typical(0.8))).toMatchObject({
      needed: false,
      trades: [],
    });
  });

  test('leaves a little gold and property alone, for it says nothing of them', () => {
    const lines = [line('STOX', 88, 100, ira), line('BOND', 4, 100, ira), line('GOLD', 4, 100), line('LAND', 4, 100)];
    const plan = planFor(lines, typical(0.8));
    expect(plan.needed).toBe(true);
    expect(new Set(plan.trades.map(({ symbol }) => symbol))).toEqual(new Set(['STOX', 'BOND']));
    const own = planFor(lines, mix(0.8));
    expect(own.rows.find(({ key }) => key === 'commodities')?.target).toBe(0);
  });

  test('of a portfolio that is all cash asks for nothing that is set aside', () => {
    expect(planFor([cash(1000, savings)], typical(0.8))).toMatchObject({ needed: false, residual: 0 });
  });
});

describe('trades', () => {
  test('buy no municipal bonds where they save no tax', () => {
    const lines = [line('STOX', 100, 100, ira), line('MUNI', 20, 100), line('PLAN', 10, 100, ira)];
    const plan = planFor(lines, mix(0.5));
    expect(plan.trades.filter(({ accountName }) => accountName === 'IRA').map(({ symbol }) => symbol)).toEqual([
      'STOX',
      'PLAN',
    ]);
  });

  test('keep to the fund that the account holds already', () => {
    const lines = [line('STOX', 100, 100, ira), line('PLAN', 10, 100, ira), line('BOND', 50, 100)];
    expect(planFor(lines, mix(0.5)).trades.map(({ symbol }) => symbol)).not.toContain('BOND');
  });

  test('lay one class off on another account where only that can hold what is short', () => {
    // Bonds only as the plan's own fund: gold becomes stocks here while stocks become bonds there.
    const lines = [line('STOX', 60, 100, ira), line('PLAN', 10, 100, ira), line('GOLD', 30, 100, { costBasis: 4000 })];
    const plan = planFor([...lines, line('STOX', 1, 100)], mix(0.6));
    expect(tradesOf(plan)).toEqual(
      expect.arrayContaining([
        ['Main', 'sell', 'GOLD', 30],
        ['IRA', 'buy', 'PLAN', expect.anything()],
      ]),
    );
    expect(plan.residual).toBeLessThan(0.02);
  });

  test('do not swap a fund for another of the same', () => {
    const almost = instrument('SAME', one({ equity: 0.98, cash: 0.02 }, { information_technology: 1 }));
    instruments.set(...almost);
    const lines = [line('SAME', 50, 100, ira), line('STOX', 1, 100, ira), line('BOND', 49, 100, ira)];
    const plan = planFor(lines, { ...mix(0.5), bands: { absolute: 0, relative: 0 }, minimumTrade: 1 });
    expect(plan.trades.filter(({ symbol }) => symbol === 'SAME')).toEqual([]);
  });

  test('for any portfolio: none below the minimum, and no fund sold whose class is short', () => {
    const cases = fc.record({
      equity: fc.integer({ min: 0, max: 100 }),
      minimumTrade: fc.integer({ min: 1, max: 100_000 }),
      source: fc.constantFrom('default' as const, 'person' as const),
    });
    fc.assert(
      fc.property(anyLines, cases, (lines, { equity, minimumTrade, source }) => {
        const valuation = valuePortfolio(lines, 'USD', exchangeRates);
        const plan = rebalance(valuation, instruments, { ...mix(equity / 100), minimumTrade, source });
        if (plan === null) return;
        const onlyCash = new Set(lines.map((each) => each.accountName));
        for (const each of lines) if (each.kind === 'holding') onlyCash.delete(each.accountName);
        for (const { accountName, action, symbol, value } of plan.trades) {
          expect(value).toBeGreaterThanOrEqual(minimumTrade);
          expect(onlyCash.has(accountName)).toBe(false);
          const holding = valuation.holdings.find((each) => each.symbol === symbol);
          const classes = holding === undefined ? {} : lookThrough(holding, instruments).assetClasses;
          const [pure] = Object.entries(classes).filter(([, share]) => share >= 0.9);
          const row = pure === undefined ? undefined : rowOf(plan, pure[0]);
          if (action === 'sell' && row !== undefined) expect(row.before).toBeGreaterThanOrEqual(row.target - 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a class that a blended fund carries away from its target is said to be', () => {
  const blend = instrument('BLND', {
    assetClasses: { equity: 0.42, real_estate: 0.58 },
    regions: { north_america: 1 },
    sectors: { unknown: 1 },
  });
  const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
  const lines = [line('STOX', 82.01, 300, ira), line('BLND', 768.6, 100, ira)];
  const plan = rebalance(valuePortfolio(lines, 'USD', []), new Map([...some, blend]), {
    ...{ assetClasses: { cash: 0.3, equity: 0.11, real_estate: 0.59 }, shares: 'fractional' as const },
    bands: { absolute: 0, relative: 0 },
  });
  const estate = plan?.rows.find(({ key }) => key === 'real_estate');
  expect(estate === undefined ? NaN : estate.after - estate.before).toBeLessThan(-0.01);
  expect(plan?.notes.join(' ')).toMatch(/Real estate ends further from its target, .*BLND.*sold/);
});
