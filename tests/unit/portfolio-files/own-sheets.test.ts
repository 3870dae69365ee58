// Sheets that people keep themselves, in words of their own: refused or misread, their owner has no report or a wrong one.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

test.each(['Buy Date', 'Date Bought', 'Bought', 'Bought On', 'Purchased', 'Date of Purchase', 'Entry Date'])(
  'lots by "%s" are added up, and no line twice',
  (header) => {
    const lines = ['KO,1/2/2020,50,55.2,71', 'KO,4/1/2020,10,47.3,71'];
    const { held } = readLines(`Symbol,${header},Shares,Cost Per Share,Price`, ...lines);
    expect(held).toMatchObject([{ symbol: 'KO', quantity: '60', price: '71', costBasis: '3233' }]);
  },
);

test('"Bought" above counts is no day', () => {
  expect(readLines('Symbol,Bought,Shares,Price', 'KO,50,50,71', 'KO,10,10,71').said).toContain(
    'KO is already on line 2',
  );
});

test('the only price of purchases that differ is what was paid, and none of today', () => {
  const lines = ['KO,1/2/2020,50,55.2', 'KO,4/1/2020,10,47.3', 'PG,3/3/2021,20,125'];
  const { held } = readLines('Symbol,Date Bought,Shares,Price/Share', ...lines);
  expect(held).toMatchObject([
    { symbol: 'KO', quantity: '60', costBasis: '3233' },
    { symbol: 'PG', costBasis: '2500' },
  ]);
  expect(held.every(({ price }) => price === undefined)).toBe(true);
});

test.each([
  ['Ticker,Shares,Price,Value,Action', ['VTI,100,300,30000,SELL', 'BND,180,70,12600,HOLD']],
  ['Ticker,Shares,Price,Target %,Buy/Sell', ['VTI,100,300,60%,Sell', 'BND,180,70,40%,Buy']],
  ['Ticker,Shares,Price,Action', ['VTI,100,300,Trim', 'BND,180,70,Buy more']],
])('a sheet for rebalancing lists what is held: %s', (head, lines) => {
  const { held, kind, said } = readLines(head, ...lines);
  expect(kind).toBe('positions');
  expect(held).toMatchObject([{ symbol: 'VTI', quantity: '100' }, { symbol: 'BND' }]);
  expect(said).toContain('was read as what is to be done, and not as what was');
});

test.each([
  ['Ticker,Shares,Price,Action', ['VTI,100,300,Sell', 'BND,180,70,Buy']],
  ['Ticker,Shares,Price,Target %,Action', ['VTI,100,300,60%,Bought', 'BND,180,70,40%,Sold']],
  ['Ticker,Shares,Price,Target %,Action', ['VTI,100,300,60%,Buy', 'VTI,20,310,40%,Sell']],
])('trades without days are no holdings: %s', (head, lines) => {
  expect(readLines(head, ...lines).held).toEqual([]);
});

test("Zerodha's quantity available is how many are held, at the last close", () => {
  const { held } = readLines(
    'Symbol,ISIN,Quantity Available,Quantity Discrepant,Quantity Long Term,Quantity Pledged (Margin),Average Price,Previous Closing Price',
    'INFY,INE009A01021,50,0,40,0,1400.5,1720.2',
  );
  expect(held).toMatchObject([{ symbol: 'INFY', quantity: '50', price: '1720.2', costBasis: '70025' }]);
});

test('an unknown kind of account is told, and keeps no file from being read', () => {
  const { accounts, said } = readLines(
    'Account,Account Type,Symbol,Shares,Price',
    'A,Single Account,VTI,1,300',
    'A,Single Account,BND,1,70',
  );
  expect(accounts).toMatchObject([{ name: 'A', type: 'taxable' }]);
  expect(said.split('"Single Account" is not a kind of account')).toHaveLength(2);
  expect(said).toContain('"A" is assumed to be taxable');
});

test.each(['Fund/Share', 'Stock or ETF', 'Investment / Fund', 'Account / Holding'])(
  '"%s" is what is held',
  (header) => {
    expect(readLines(`${header},Units,Price`, 'VTI,10,300', 'BND,5,70').held).toMatchObject([
      { symbol: 'VTI' },
      { symbol: 'BND' },
    ]);
  },
);

test('a table of units is not told to be one of what accounts are worth', () => {
  expect(readLines('Account,What,Units,Price,Value', 'ISA,Thing,1,2,2').said).not.toContain('each account is worth');
});

test('"Amount" of investments is their worth where it is no count of shares', () => {
  const { held } = readLines('Account,Investment,Amount', 'Vanguard,VTSAX,95000', 'Vanguard,VXUS,12000');
  expect(held).toMatchObject([{ quantity: '95000', price: '1' }, { quantity: '12000' }]);
  expect(readLines('Account,Investment,Amount', 'Vanguard,VTSAX,95', 'Vanguard,VXUS,12').held).toEqual([]);
});

test('a ticker among names is one where the column of CUSIPs is blank', () => {
  const { held } = readLines('Name,CUSIP,Quantity,Price', 'VTI,,10,301.2', 'Apple Inc,037833100,10,268', 'SPAXX,,31,1');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'AAPL', 'SPAXX']);
});

test('a column "Section" that names accounts tells how each is taxed, and one of kinds does not', () => {
  const head = 'Section,Asset,Ticker,Quantity,Price';
  const { accounts } = readLines(head, 'Fidelity Brokerage,Stocks,VTI,10,300', 'Fidelity Roth IRA,500,FXAIX,5,230');
  expect(accounts).toMatchObject([{ name: 'Fidelity Brokerage' }, { name: 'Fidelity Roth IRA', type: 'tax_free' }]);
  expect(readLines(head, 'Stocks,Total,VTI,10,300', 'Bonds,Total,BND,5,70').accounts).toHaveLength(1);
});

test('a column "Plan" that names plans of employers tells them apart and how each is taxed, and one of intentions does not', () => {
  const head = 'Plan,Investment,Units/Shares,Price,Balance';
  const lines = ['UNIVERSITY DEFINED CONTRIBUTION PLAN,CREF Stock R3,120,800,"$96,000"', 'UNIVERSITY TDA PLAN,TIAA Real Estate,50,480,"$24,000"']; // prettier-ignore
  expect(readLines(head, ...lines).accounts).toMatchObject([
    { name: 'UNIVERSITY DEFINED CONTRIBUTION PLAN', type: 'tax_deferred' },
    { name: 'UNIVERSITY TDA PLAN', type: 'tax_deferred' },
  ]);
  const { accounts } = readLines('Plan,Investment,Balance', 'ACME SAVINGS PLAN,Bond R3,"$9,000"', 'ACME EXECUTIVE PROGRAM,Bond R3,$500'); // prettier-ignore
  expect(accounts).toMatchObject([
    { name: 'ACME SAVINGS PLAN', type: 'tax_deferred' },
    { name: 'ACME EXECUTIVE PROGRAM' },
  ]);
  expect(readLines('Plan,Stock,Shares,Price', 'hold,VTI,10,300', 'sell 5,BND,5,70').accounts).toHaveLength(1);
});

test.each([
  ['Position,Qty,Fair Value', ['VTI,10,3000', 'BND,5,350']],
  ['Position,Shares,Price', ['VTI,10,300', 'BND,5,70']],
])('"Position" above tickers is what is held, and no number that is none: %s', (header, lines) => {
  expect(readLines(header, ...lines).held).toMatchObject([
    { symbol: 'VTI', quantity: '10', price: '300' },
    { symbol: 'BND', quantity: '5', price: '70' },
  ]);
});

test('"Position" above numbers says how many, as at brokers', () => {
  expect(readLines('Symbol,Position,Price', 'VTI,10,300').held).toMatchObject([{ symbol: 'VTI', quantity: '10' }]);
});

test.each([
  ["Ann's trad", 'tax_deferred'],
  ['Bob 401', 'tax_deferred'],
  ['Trading', 'taxable'],
  ['Fidelity x401', 'taxable'],
])('an account called "%s" is taken for %s, and told so', (name, type) => {
  const { accounts, said } = readLines('Account,Symbol,Shares,Price', `${name},VTI,10,300`);
  expect(accounts).toMatchObject([{ name, type }]);
  expect(said).toContain(`"${name}" is assumed to be ${type.replace('_', '-')}`);
});

test.each([
  ['45980', '2025-11-19'],
  ['45980.75', '2025-11-19'],
  ['43890', '2020-02-29'],
  ['25569', '1970-01-01'],
])('a day that Excel left as the number %s is no date', (number, day) => {
  const { held, said } = readLines('Symbol,Shares,Price,Date', `VTI,10,300,${number}`);
  expect(held).toMatchObject([{ symbol: 'VTI', priceAsOf: day }]);
  expect(said).toContain(`dates such as ${number} were read as the number by which Excel counts days: ${day}`);
});

test.each(['12', '999', '2026', '99999', '250000'])('%s is a day', (number) => {
  expect(readLines('Symbol,Shares,Price,Date', `VTI,10,300,${number}`).said).toMatch(/is not a date|is after/);
});
