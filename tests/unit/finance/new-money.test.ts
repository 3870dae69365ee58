import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { placeMoney } from '../../../shared/finance/rebalancing/new-money.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import type { RebalancingRequest } from '../../../shared/schemas/rebalancing.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { AS_OF, cash, instruments, line } from './portfolios.ts';

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 20_000 };
const targets = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };
const held = [
  line('STOX', 900, 100),
  line('BOND', 100, 100, { accountName: 'IRA', accountType: 'tax_deferred' }),
  line('STOX', 200, 100, { accountName: 'IRA', accountType: 'tax_deferred' }),
];
const of = (rebalancing?: RebalancingRequest, saver: RetirementGoals | undefined = goals, lines = held) =>
  analysisSchema.parse(
    analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines,
      instruments,
      targets,
      goals: saver,
      rebalancing,
      seed: 1,
      paths: 40,
    }),
  );

describe('new money', () => {
  test('what is saved in a year buys what is missing, and nothing is sold for it', () => {
    const { purchases, rebalancing } = of();
    expect(purchases).toMatchObject({
      origin: 'savings',
      accounts: [{ accountName: 'Main', amount: 20_000, chosen: false }],
      plan: { mode: 'newMoney', sold: 0, newMoney: 20_000 },
    });
    expect(purchases?.plan.trades.map(({ action, symbol }) => [action, symbol])).toEqual([['buy', 'BOND']]);
    expect(purchases?.plan.residual).toBeLessThan(purchases?.plan.turnoverBefore ?? 0);
    expect(rebalancing?.newMoney).toBe(0);
  });

  test('who saves nothing, or has retired, is shown no purchases', () => {
    expect(of(undefined, { ...goals, contribute: 0 }).purchases).toBeUndefined();
    expect(of(undefined, { ...goals, retireAt: 45 }).purchases).toBeUndefined();
  });

  test('money that comes in is in the trades, in the account that is named whatever its capitals, and stands alone beside', () => {
    const { purchases, rebalancing } = of({ newMoney: [{ account: 'ira', amount: 30_000 }] });
    expect(rebalancing).toMatchObject({ mode: 'full', newMoney: 30_000 });
    expect(purchases).toMatchObject({ origin: 'given', accounts: [{ accountName: 'IRA', chosen: true }] });
    expect(purchases?.plan.trades.every(({ accountName }) => accountName === 'IRA')).toBe(true);
  });

  test('buying only, there is one list', () => {
    const { purchases, rebalancing } = of({ newMoney: [{ amount: 30_000 }], mode: 'newMoney' });
    expect(purchases).toBeUndefined();
    expect(rebalancing).toMatchObject({ mode: 'newMoney', sold: 0, newMoney: 30_000 });
    expect(rebalancing?.tradeCount).toBeGreaterThan(0);
  });

  test('where the whole list only buys it stands there once; where nothing calls for trades the money has its own', () => {
    const lines = [line('STOX', 600, 100), line('BOND', 300, 100)];
    expect(of({ newMoney: [{ amount: 10_000 }] }, goals, lines).purchases).toBeUndefined();
    const near = [line('STOX', 600, 100), line('BOND', 398, 100)];
    const { purchases, rebalancing } = of({ newMoney: [{ amount: 1000 }] }, goals, near);
    expect(rebalancing).toMatchObject({ needed: false, tradeCount: 0 });
    expect(purchases?.plan.bought).toBeGreaterThan(0);
  });

  test('an account that is not there loses no money: it is said where it is taken to go', () => {
    const { rebalancing } = of({ newMoney: [{ account: 'Nope', amount: 30_000 }] });
    expect(rebalancing?.newMoney).toBe(30_000);
    expect(rebalancing?.notes[0]).toContain('no account "Nope"');
  });

  test('bands, the smallest trade and parts of shares reach the trades and the facts', () => {
    expect(of({ bands: { absolute: 1, relative: 1 } }).rebalancing).toMatchObject({ needed: false, tradeCount: 0 });
    expect(of({ minimumTrade: 1_000_000 }).rebalancing?.tradeCount).toBe(0);
    const dear = [line('STOX', 9, 10_001), line('BOND', 3, 7777)];
    const parts = of({ shares: 'fractional' }, goals, dear).rebalancing;
    expect(parts?.residual).toBeLessThan(of(undefined, goals, dear).rebalancing?.residual ?? 0);
    const facts = factsOf(of({ bands: { absolute: 0.03, relative: 0.5 } }));
    expect(facts.find(({ name }) => name === 'rebalancing.needed')?.how).toContain('3 points, or 50%');
    expect(facts.find(({ name }) => name === 'rebalancing.newMoney.bought')?.value).toBeGreaterThan(19_000);
  });

  test('little money is invested all the same: its smallest purchase is its own, not half a percent of the portfolio', () => {
    expect(of(undefined, { ...goals, contribute: 500 }).purchases?.plan.bought).toBeGreaterThan(300);
  });

  test('without an account it goes where most is invested, not where most cash lies', () => {
    const lines = [cash(1_000_000, { accountName: 'Savings' }), ...held];
    const { placed } = placeMoney([{ amount: 5 }], valuePortfolio(lines, 'USD'));
    expect(placed).toEqual([{ accountName: 'Main', amount: 5, chosen: false }]);
    expect(placeMoney([{ amount: 5 }], valuePortfolio([], 'USD')).placed).toEqual([]);
  });

  test('no purchase spends more than comes in, and none makes the mix worse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom('whole' as const, 'fractional' as const),
        (amount, bonds, shares) => {
          const lines = [line('STOX', 500, 100), line('BOND', bonds, 97.31)].filter(({ quantity }) => quantity > 0);
          const { rebalancing } = of({ newMoney: [{ amount }], shares, mode: 'newMoney' }, goals, lines);
          const plan = rebalancing;
          expect(plan?.bought).toBeLessThanOrEqual(amount + 1e-6);
          expect(plan?.sold).toBe(0);
          expect(plan?.residual).toBeLessThanOrEqual((plan?.turnoverBefore ?? 0) + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });
});
