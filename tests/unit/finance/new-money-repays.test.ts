// New money repays the loan of its account first: that is neither cash that stays nor a purchase that is not made.
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { purchasesTable } from '../../../shared/report/tables/purchases-table.ts';
import { tradesTables } from '../../../shared/report/tables/trades-table.ts';
import { AS_OF, cash, instruments, line } from './portfolios.ts';

const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
const held = [line('STOX', 300, 100), cash(-5000), line('BOND', 20, 73, roth)];
const targets = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };
const of = (lines: ReturnType<typeof line>[], more: object) =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, targets, seed: 1, paths: 200, ...more });
const notesOf = (analysis: ReturnType<typeof of>) => tradesTables(analysis).flatMap(({ notes }) => notes);

describe('new money into an account that owes', () => {
  const buying = (amount: number, account = 'Main') =>
    of(held, { rebalancing: { newMoney: [{ account, amount }], mode: 'newMoney', shares: 'fractional' } });

  test('repays that first, and only what is left can stay in cash', () => {
    const notes = notesOf(buying(8000)).join(' ');
    expect(notes).toContain('$5,000 of the new money repays what Main owes, before anything is bought there.');
    expect(notes).not.toMatch(/\$5,0\d\d of it stays in cash/);
  });

  test('that takes all of it is the reason why nothing is bought', () => {
    const analysis = buying(4000);
    expect(analysis.rebalancing?.trades).toEqual([]);
    expect(notesOf(analysis).join(' ')).toContain('$4,000 of the new money repays part of the $5,000 that Main owes');
  });

  test('a year’s saving pays debts that state their interest before it buys anything', () => {
    const goals = { age: 40, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 12_000 };
    const rated = { ...cash(-30_000, { accountName: 'Bank' }), interestRate: 0.06 };
    const owing = [line('STOX', 900, 100), line('BOND', 20, 73, roth)];
    expect(of([...owing, rated], { goals }).purchases).toBeUndefined();
    expect(purchasesTable(of(owing, { goals }))).not.toBeNull();
  });
});

test('a bank account whose new money buys is not said to buy nothing', () => {
  const bank = { accountName: 'HSA', accountType: 'tax_free' } as const;
  const analysis = of([line('STOX', 300, 100), line('BOND', 20, 73, roth), cash(3000, bank)], {
    rebalancing: { newMoney: [{ account: 'HSA', amount: 3000 }], mode: 'newMoney', shares: 'fractional' },
  });
  expect(analysis.rebalancing?.trades.some(({ accountName }) => accountName === 'HSA')).toBe(true);
  expect(notesOf(analysis).join(' ')).not.toContain('buys nothing there');
});
