import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { placeMoney } from '../../../shared/finance/rebalancing/new-money.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import type { RebalancingRequest } from '../../../shared/schemas/rebalancing.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { AccountType } from '../../../shared/schemas/portfolio.ts';
import { AS_OF, cash, instrument, instruments, line } from './portfolios.ts';

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

describe('trades beside the recommendation to spread the stocks over the world', () => {
  const regions = { north_america: 0.6, europe: 0.2, pacific: 0.1, emerging_markets: 0.1 };
  const fund = (symbol: string, equity: number, places: Partial<typeof regions>, more: { type?: 'mutual_fund' } = {}) =>
    instrument(
      symbol,
      {
        assetClasses: equity === 1 ? { equity } : { equity, fixed_income: 1 - equity },
        regions: places,
        sectors: { other: 1 },
      },
      more,
    );
  const known = new Map([
    ...instruments,
    fund('HOME', 1, { north_america: 1 }),
    fund('ABROAD', 1, { europe: 0.5, pacific: 0.3, emerging_markets: 0.2 }),
    // Bought nowhere but where it is held.
    fund('AGE', 0.9, regions, { type: 'mutual_fund' }),
    fund('NOTES', 0, { north_america: 1 }),
  ]);
  const plansOf = (lines: typeof held, contribute = 0) =>
    analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments: known, goals: { ...goals, contribute }, seed: 1, paths: 40 }); // prettier-ignore
  const plan = { accountName: '401k', accountType: 'tax_deferred' } as const;
  const roth = { accountName: 'Roth IRA', accountType: 'tax_free' } as const;

  test('the only fund with stocks from abroad is not sold where one of home could be', () => {
    const { rebalancing } = plansOf([
      line('HOME', 4000, 100),
      line('AGE', 2000, 100, plan),
      line('NOTES', 200, 100, plan),
      line('HOME', 1200, 100, roth),
    ]);
    const sold = rebalancing?.trades.filter(({ action }) => action === 'sell') ?? [];
    expect(sold.map(({ symbol }) => symbol)).toContain('HOME');
    expect(sold.every(({ accountType }) => accountType !== 'taxable')).toBe(true);
    expect(rebalancing?.notes[0]).toMatch(/nearer to the world’s markets: \d+(?:\.\d)?% of the stocks .* 24\.7% now/);
    expect(rebalancing?.rows.every(({ breakdown }) => breakdown === 'assetClass')).toBe(true);
  });

  test('where nothing else can be sold it is said that the regions end further off', () => {
    const { rebalancing } = plansOf([
      line('HOME', 3000, 100),
      line('AGE', 3000, 100, plan),
      line('NOTES', 10, 100, plan),
    ]);
    expect(rebalancing?.trades.map(({ action, symbol }) => [action, symbol])).toContainEqual(['sell', 'AGE']);
    expect(rebalancing?.notes[0]).toMatch(
      /end further from the mix of the world’s markets: [\d.]+% .* off it then, [\d.]+% now/,
    );
  });

  test('a year’s savings in stocks go abroad where a fund is held for it, and else it is said that they do not', () => {
    const lines = [line('HOME', 1000, 100), line('NOTES', 3000, 100)];
    const bought = (one: ReturnType<typeof plansOf>) =>
      one.purchases?.plan.trades.map(({ action, symbol }) => `${action} ${symbol}`);
    const home = plansOf(lines, 20_000);
    expect(bought(home)).toEqual(['buy HOME']);
    expect(home.purchases?.plan.notes[0]).toMatch(/leaves the regions of the stocks as far from the world’s markets/);
    const abroad = plansOf([...lines, line('ABROAD', 10, 100)], 20_000);
    expect(bought(abroad)).toEqual(['buy ABROAD']);
    expect(abroad.purchases?.plan.notes.join(' ')).not.toMatch(/No fund held has many|leaves the regions/);
  });
});

describe('what may be paid into an account in a year', () => {
  const account = (accountName: string, accountType: AccountType, quantity: number) =>
    line('STOX', quantity, 100, { accountName, accountType });
  const placed = (amount: number, lines: Parameters<typeof valuePortfolio>[0], age?: number, name?: string) =>
    placeMoney([{ amount, ...(name !== undefined && { account: name }) }], valuePortfolio(lines, 'USD', []), age);

  // The IRS's limits of 2026: $7,500, and $1,100 more from 50 on.
  test.each([
    ['Rollover IRA', 'tax_deferred', 20_000, 45, 'Brokerage'],
    ['Rollover IRA', 'tax_deferred', 7_500, 45, 'Rollover IRA'],
    ['Roth', 'tax_free', 8_600, 45, 'Brokerage'],
    ['Roth', 'tax_free', 8_600, 50, 'Roth'],
    ['Roth 401(k)', 'tax_free', 20_000, 45, 'Roth 401(k)'],
    ['SEP IRA', 'tax_deferred', 20_000, 45, 'SEP IRA'],
    ['Health Savings Account', 'tax_free', 4_000, 45, 'Brokerage'],
    ['Kids 529 Plan', 'other', 4_000, 45, 'Brokerage'],
    ['Ira Smith, joint', 'taxable', 20_000, 45, 'Ira Smith, joint'],
  ] as const)('%s (%s) with most in it, $%d at %d: %s', (name, type, amount, age, goes) => {
    const to = placed(amount, [account(name, type, 1000), account('Brokerage', 'taxable', 10)], age);
    expect(to).toMatchObject({ placed: [{ accountName: goes, chosen: false }], notes: [] });
  });

  test('an IRA beyond its limit is not filled without a word, be it the only account or the one that is named', () => {
    const ira = account('Traditional IRA', 'tax_deferred', 100);
    const said = /Traditional IRA takes at most \$7,500 of new savings in 2026, \$8,600 from age 50/;
    expect(placed(20_000, [ira], 45).notes).toEqual([expect.stringMatching(said)]);
    const named = placed(20_000, [ira, account('Brokerage', 'taxable', 10)], 45, 'traditional ira');
    expect(named).toMatchObject({ placed: [{ accountName: 'Traditional IRA', chosen: true }] });
    expect(named.notes).toEqual([expect.stringMatching(said)]);
  });

  // The IRS's limits of 2026: Notice 2025-67 for plans at work, Rev. Proc. 2025-19 for HSAs.
  test.each([
    ['My 401(k)', 'tax_deferred', 60_000, 45, /at most \$24,500 of pay in 2026, \$32,500 from age 50/],
    ['Roth 403b', 'tax_free', 25_000, 45, /at most \$24,500 of pay/],
    ['My 401(k)', 'tax_deferred', 24_500, 45, null],
    ['TSP', 'tax_deferred', 32_500, 52, null],
    [
      'Fidelity HSA',
      'tax_free',
      4_401,
      45,
      /at most \$4,400 .* \$8,750 where it covers a family, \$1,000 more from age 55/,
    ],
    ['Health Savings Account', 'tax_free', 4_400, 45, null],
    ['Plan for a house', 'taxable', 60_000, 45, null],
  ] as const)('%s (%s), $%d at %d named for it: what stands against it is told', (name, type, amount, age, said) => {
    const { notes } = placed(amount, [account(name, type, 100)], age, name);
    expect(notes).toEqual(said === null ? [] : [expect.stringMatching(said)]);
  });
});
