// What Ghostfolio lists of no account makes an account of nothing, with notes of its own, or is lost without a word.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const activity = (type: string, given: object) => ({
  ...{ type, symbol: 'VTI', quantity: 1, unitPrice: 100, fee: 0, currency: 'USD', dataSource: 'YAHOO' },
  ...{ date: '2026-01-02T00:00:00.000Z', ...given },
});
const BUY = activity('BUY', { accountId: 'a' });
const FEE = activity('FEE', { symbol: 'platform', quantity: 0, unitPrice: 0, fee: 9 });
const account = (id: string, name: string) => ({ id, name, balance: 100, currency: 'USD' });
const exported = (accounts: readonly object[], ...activities: readonly object[]) =>
  readLines(JSON.stringify({ meta: { version: '2.0' }, accounts, activities }));
const TWO = [account('a', 'Brokerage'), account('b', 'Roth IRA')];

test('a fee of no account makes an empty account', () => {
  const { accounts, transactions, said } = exported(TWO, BUY, FEE);
  expect(accounts.map(({ name }) => name)).toEqual(['Brokerage']);
  expect(transactions).toHaveLength(1);
  expect(said).toContain('activities without an account: fees (1), left out, for nothing is held there');
  expect(said).not.toContain('"Portfolio"');
});

test('a fee of no account is lost where there is only one account', () => {
  const { accounts, transactions, said } = exported(TWO.slice(0, 1), BUY, FEE);
  expect(accounts).toHaveLength(1);
  expect(transactions).toMatchObject([{ kind: 'buy' }, { kind: 'fee', account: 'Brokerage', amount: '-9' }]);
  expect(said).toContain('activities without an account: fees (1), counted in "Brokerage", the only account');
});

test('what is held in no account is left out, or said to be all that there is', () => {
  const { accounts, said } = exported(TWO, BUY, activity('BUY', { symbol: 'BND' }), FEE);
  expect(accounts.map(({ name, positions }) => [name, positions[0]?.symbol])).toContainEqual(['Portfolio', 'BND']);
  expect(accounts).toHaveLength(2);
  expect(said).toContain('"Portfolio" is assumed to be taxable: nothing says how it is taxed');
  expect(said).not.toContain('the file names no account');
  expect(said).not.toContain('activities without an account');
});

test('a note counts what is not there', () => {
  const { said } = exported(TWO, BUY, activity('ITEM', { accountId: 'a', symbol: 'watch' }));
  expect(said).toContain('left out, for they are no securities: items (1)');
  expect(said).not.toContain('liabilities');
});
