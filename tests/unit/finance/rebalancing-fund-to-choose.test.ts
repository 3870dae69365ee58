// A class that stays short though a tax-advantaged account holds what is too much: what would reach it is said, or a gap of 20 points stands unexplained.
import { expect, test } from '@jest/globals';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { RebalancingOptions } from '../../../shared/finance/rebalancing/rebalance.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { cash, instrument, instruments as known, line } from './portfolios.ts';

const stocks = { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { financials: 1 } } as const;
const bonds = { ...stocks, assetClasses: { fixed_income: 1 } } as const;
const instruments = new Map([
  ...known,
  instrument('VBTLX', bonds, { type: 'mutual_fund', name: 'Vanguard Bonds' }),
  instrument('VTSAX', stocks, { type: 'mutual_fund', name: 'Vanguard Stocks' }),
  instrument('VTI', stocks, { type: 'etf', name: 'Vanguard Stocks ETF' }),
  instrument('QQQ', stocks, { type: 'etf', name: 'Growth Stocks ETF' }),
]);
const plan = { accountName: '401k', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth IRA', accountType: 'tax_free' } as const;
const hsa = { accountName: 'HSA', accountType: 'tax_free' } as const;
const ira = { accountName: 'ACME 401(k) Plan', accountType: 'tax_deferred' } as const;
const taxable = [line('VTI', 100, 300), line('ACME', 50, 270), cash(2000)];
const inPlan = [line('VBTLX', 2000, 9.8, plan), line('VTSAX', 100, 150, plan)];
const inRoth = [line('QQQ', 40, 600, roth), cash(500, roth)];
const half = { equity: 0.5, fixed_income: 0.5 };

const planFor = (lines: readonly SnapshotLine[], options: RebalancingOptions = { assetClasses: half }) =>
  rebalance(valuePortfolio([...lines], 'USD', []), instruments, options);
const notesFor = (...given: Parameters<typeof planFor>) =>
  planFor(...given)?.notes.filter((note) => note.includes('could become')) ?? [];

test('names the account, the sum, the share of the portfolio and the fund that is lacking, and no other reason beside it', () => {
  const result = planFor([...taxable, ...inPlan, ...inRoth]);
  expect(result?.residual).toBeGreaterThan(0.1);
  expect(result?.notes.filter((note) => note.includes('could become'))).toEqual([
    // Of 104,600 in all: what is short after the swap in the 401k, but not more than the Roth IRA holds.
    expect.stringMatching(
      /^In Roth IRA \$1\d,\d{3} of stocks could become bonds without tax, 1\d(?:\.\d)?% of the portfolio: a fund of bonds would have to be chosen there\.$/,
    ),
  ]);
  expect(result?.notes.join(' ')).not.toContain('no trades were found');
});

test('names no more than the account holds, nor than is short, the one that closes most first', () => {
  const lines = [
    line('VTI', 1000, 100),
    line('QQQ', 30, 1000, roth),
    line('QQQ', 20, 1000, hsa),
    ...inPlan.slice(0, 1),
  ];
  // 169,600 in all, of which 84,800 aimed for and 19,600 held.
  expect(notesFor(lines)).toEqual([
    'In Roth IRA $30,000 of stocks could become bonds without tax, 17.7% of the portfolio: a fund of bonds would have to be chosen there.',
    'In HSA $20,000 of stocks could become bonds without tax, 11.8% of the portfolio: a fund of bonds would have to be chosen there.',
  ]);
});

test('of a plan at work says to look at its own list', () => {
  const lines = [line('VTI', 500, 100), line('VTSAX', 300, 100, ira), line('VBTLX', 100, 100, hsa)];
  expect(notesFor(lines)).toEqual([
    'In ACME 401(k) Plan $30,000 of stocks could become bonds without tax, 33.3% of the portfolio: no fund held there is mostly bonds. See whether one is on the plan’s list.',
  ]);
});

test.each<[string, ...Parameters<typeof planFor>]>([
  ['the account can buy one', [...taxable, ...inPlan, ...inRoth, line('BOND', 10, 73)]],
  ['the account holds one', [...inPlan]],
  ['only taxable accounts hold what is too much', [...taxable, line('VBTLX', 100, 10, plan)]],
  ['the account holds next to nothing', [line('VTI', 1000, 100), line('QQQ', 1, 500, roth), ...inPlan.slice(0, 1)]],
  ['every weight is inside its band', [line('VTI', 52, 100), line('QQQ', 1, 100, roth), line('VBTLX', 470, 10, plan)]],
  [
    'nothing is to be sold',
    [...taxable, ...inPlan, ...inRoth],
    { assetClasses: half, mode: 'newMoney', newMoney: [{ accountName: 'Main', amount: 5000 }] },
  ],
])('says nothing where %s', (_, ...given) => {
  expect(notesFor(...given)).toEqual([]);
});
