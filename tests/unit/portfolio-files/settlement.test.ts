// Trading 212's list: the day under "Time", a price in the share's currency, and what moved in the account's.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const read = (...lines: string[]) => {
  const { accounts, transactions, messages } = readLines(...lines);
  return { account: accounts[0] ?? null, transactions, said: messages };
};
const HEAD =
  'Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total)';
const TRADES = [
  'Market buy,2026-01-05 10:00:00,US0378331005,AAPL,"Apple, Inc.",2.5,240,USD,1.25,480,GBP',
  'Market sell,2026-03-05 10:00:00,US0378331005,AAPL,"Apple, Inc.",1,250,USD,1.25,200,GBP',
];

test.each([
  ['Time', HEAD],
  ['Date', HEAD.replace('Time', 'Date')],
])('a purchase in dollars costs dollars, whatever was paid in pounds: %s', (_, head) => {
  const { account, transactions, said } = read(head, ...TRADES);
  expect(account?.positions).toMatchObject([{ symbol: 'AAPL', quantity: '1.5', costBasis: '360', currency: 'USD' }]);
  expect(transactions).toMatchObject([
    { kind: 'buy', date: '2026-01-05', price: '240' },
    { kind: 'sell', date: '2026-03-05', price: '250' },
  ]);
  expect(said.join('\n')).toContain('no deposit or withdrawal is listed');
});

test('the pounds are taken from the pounds that were deposited, and no dollars are owed', () => {
  const { account } = read(HEAD, 'Deposit,2026-01-02 10:00:00,,,,,,,,1000,GBP', ...TRADES);
  expect(account?.cash).toEqual([{ currency: 'GBP', amount: '720' }]);
});

test('a dividend of a share in dollars is the pounds that came', () => {
  const { account } = read(
    HEAD,
    'Deposit,2026-01-02 10:00:00,,,,,,,,1000,GBP',
    ...TRADES,
    'Dividend (Ordinary),2026-04-01 10:00:00,US0378331005,AAPL,"Apple, Inc.",1.5,0.25,USD,,0.3,GBP',
  );
  expect(account?.cash).toEqual([{ currency: 'GBP', amount: '720.3' }]);
});

test('a price in pence and a total in pounds', () => {
  const { account } = read(
    HEAD.replace('Total,Currency (Total)', 'Total (GBP)'),
    'Deposit,2026-01-02 10:00:00,,,,,,,,1000',
    'Market buy,2026-02-05 10:00:00,GB0008706128,LLOY,Lloyds,1000,85.5,GBX,1,855',
  );
  expect(account).toMatchObject({
    cash: [{ currency: 'GBP', amount: '145' }],
    positions: [{ symbol: 'LLOY', price: '0.855', costBasis: '855', currency: 'GBP' }],
  });
});

test('a list of trades without a day says that the day is missing, and not the action that it has', () => {
  const { said } = read('Action,Ticker,Shares,Price', 'buy,AAPL,1,240');
  expect(said).toEqual([
    'my.csv:1: this is a list of trades, and there is no column date; add it, or export the positions instead',
  ]);
});

test('a time beside a date is not taken for the day', () => {
  const { transactions } = read('Date,Time,Action,Ticker,Shares,Price', '2026-01-05,10:00:00,buy,AAPL,1,240');
  expect(transactions).toMatchObject([{ date: '2026-01-05' }]);
});
