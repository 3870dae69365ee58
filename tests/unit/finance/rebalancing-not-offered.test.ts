// Money that stays in cash, for the fund it would buy is not sold in its account, is explained: it was left idle without a word.
import { expect, test } from '@jest/globals';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import { cash, instrument, instruments as known, line } from './portfolios.ts';

const instruments = new Map([
  ...known,
  instrument(
    'FBND',
    { assetClasses: { fixed_income: 1 }, regions: { north_america: 1 }, sectors: { government_bonds: 1 } },
    { type: 'mutual_fund', name: 'Fidelity Bonds' },
  ),
  instrument(
    'PLAN',
    { assetClasses: { equity: 0.75, fixed_income: 0.25 }, regions: { north_america: 1 }, sectors: { financials: 1 } },
    { type: 'mutual_fund', name: 'Collective Trust 2040' },
  ),
]);
const others = {
  ACME: { accountName: 'ACME 401(k)', accountType: 'tax_deferred' },
  HSA: { accountName: 'HSA', accountType: 'tax_free' },
} as const;
const held = (bond: string) => [line('PLAN', 1000, 100, others.ACME), line(bond, 100, 100, others.HSA)];
const notesFor = (lines: ReturnType<typeof held>, accountName: string, amount = 20_000) =>
  rebalance(valuePortfolio(lines, 'USD', []), instruments, {
    assetClasses: { equity: 0.4, fixed_income: 0.6 },
    mode: 'newMoney',
    newMoney: [{ accountName, amount }],
  })?.notes ?? [];

test('new money for a plan at work that has no bonds says that the plan sells its own list only', () => {
  expect(notesFor(held('FBND'), others.ACME.accountName)).toContain(
    'ACME 401(k) keeps $20,000 in cash: no fund held there is mostly bonds, and a plan at work sells the funds of its own list only. See whether a fund of bonds is on it.',
  );
});

test('in another account the mutual fund that is held elsewhere is named', () => {
  const lines = [line('STOX', 500, 100), ...held('FBND')];
  expect(notesFor(lines, 'Main')).toContain(
    'Main keeps $20,000 in cash: no fund held there is mostly bonds, and FBND, held elsewhere, is taken to be sold only where it is held, or other mutual funds of its house.',
  );
});

test.each([
  ['an exchange-traded fund of bonds can be bought anywhere', held('BOND'), others.ACME.accountName, 20_000],
  ['the account holds the fund', held('FBND'), others.HSA.accountName, 20_000],
  ['no fund of bonds is held at all', [line('PLAN', 10, 100, others.ACME)], others.ACME.accountName, 20_000],
  ['cash is what was aimed for', [...held('FBND'), cash(-15_000, others.ACME)], others.ACME.accountName, 100],
])('nothing is said of it where %s', (_, lines, account, amount) => {
  expect(notesFor(lines, account, amount).filter((note) => note.includes(' keeps $'))).toEqual([]);
});
