// A summary above the table lists the accounts by number and kind, as a monthly statement of Fidelity does: a Roth IRA is taken for taxable.
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { readLines } from './read-lines.ts';

const SUMMARY = 'Account Type,Account,Beginning mkt Value,Change in Investment,Ending mkt Value';
const [ROTH, IRA] = [
  'ROTH IRA,239876543,50491.78,1124.44,51616.22',
  'Traditional IRA,Z41-112222,19718.22,765.78,20484.00',
];
const HEADER = 'Symbol/CUSIP,Description,Quantity,Price,Beginning Value,Ending Value,Cost Basis';
const FUND = 'FXAIX,FIDELITY 500 INDEX FUND ,200.00000,236.12000,46100.00,47224.00,30000.00';
const AMAZON = 'AMZN,AMAZON.COM INC ,80.00000,231.05000,17718.22,18484.00,11000.00';
const core = (value: string): string =>
  `SPAXX,FIDELITY GOVERNMENT MONEY MARKET ,${value},1.00000,${value},${value},not applicable`;

/** What each account holds, and how it is taxed. */
const accountsIn = (lines: readonly string[]): string[] =>
  readLines(...lines).accounts.map(
    ({ name, type, positions }) => `${name} (${type}): ${positions.map(({ symbol }) => symbol).join(' ')}`,
  );

const STATEMENT = [
  ...[SUMMARY, ROTH, IRA, '', '', HEADER, '', ''],
  ...['239876543', 'Mutual Funds ', FUND, 'Subtotal of Mutual Funds,,,,,47224.00,30000.00,,, ', ''],
  ...['239876543', 'Core Account ', core('4392.22'), 'Subtotal of Core Account,,,,,4392.22,,,,,', ''],
  ...[' Z41112222', 'Stocks ', AMAZON, 'Subtotal of Stocks,,,,,18484.00,11000.00,,, ', ''],
  ...['Z41112222', 'Core Account ', core('2000.00'), 'Subtotal of Core Account,,,,,2000.00,,,,,'],
];

describe('a monthly statement of Fidelity', () => {
  test('has the accounts of its first table, and its core is no account', () => {
    expect(accountsIn(STATEMENT)).toEqual([
      'ROTH IRA (tax_free): FXAIX SPAXX',
      'Traditional IRA (tax_deferred): AMZN SPAXX',
    ]);
    const { said } = readLines(...STATEMENT);
    expect(said).not.toContain('assumed to be taxable');
    expect(said).not.toContain('239876543');
    expect(said).not.toContain('ROTH IRA …543');
  });

  test('that does not repeat the number above the core lists it in the same account', () => {
    const lines = STATEMENT.filter((line, at) => !(/^Z?\d+$/.test(line) && STATEMENT[at + 1] === 'Core Account '));
    expect(lines).toHaveLength(STATEMENT.length - 2);
    expect(accountsIn(lines)).toEqual(accountsIn(STATEMENT));
  });

  test('with two accounts of one kind keeps them apart', () => {
    const lines = STATEMENT.map((line) => line.replace('Traditional IRA', 'ROTH IRA'));
    expect(accountsIn(lines)).toEqual([
      'ROTH IRA (6543) (tax_free): FXAIX SPAXX',
      'ROTH IRA (2222) (tax_free): AMZN SPAXX',
    ]);
  });

  test('has an account that its first table lacks under its number', () => {
    expect(accountsIn(STATEMENT.filter((line) => line !== IRA))).toEqual([
      'ROTH IRA (tax_free): FXAIX SPAXX',
      'Account ending 2222 (taxable): AMZN SPAXX',
    ]);
  });

  test.each([
    ['Statement10312026.csv', '2026-10-31'],
    ['Statement9302026.csv', '2026-09-30'],
    ['Statement1312026 (1).csv', '2026-01-31'],
    ['statement_10312026.csv', '2026-10-31'],
    // No such day, a day after the download, and another kind of number.
    ['Statement13452026.csv', '2026-11-20'],
    ['Statement12312026.csv', '2026-11-20'],
    ['Statement239876543.csv', '2026-11-20'],
  ])('called %s has prices of %s', (name, day) => {
    const bytes = new TextEncoder().encode(STATEMENT.join('\n'));
    const read = readPortfolioFile({ name, bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' });
    if (!read.ok) throw new Error(read.problems.map(formatProblem).join('\n'));
    const days = read.portfolio.accounts.flatMap(({ positions }) => positions.map(({ priceAsOf }) => priceAsOf));
    expect(new Set(days)).toEqual(new Set([day]));
  });

  test('that states a day keeps it, whatever it is called', () => {
    const bytes = new TextEncoder().encode(['Prices as of 10/30/2026', ...STATEMENT].join('\n'));
    const read = readPortfolioFile({
      name: 'Statement10312026.csv',
      bytes,
      modifiedOn: '2026-11-20',
      asOf: '2026-11-20',
    });
    expect(read.ok && read.portfolio.accounts[0]?.positions[0]?.priceAsOf).toBe('2026-10-30');
  });
});

describe('other tables below such a summary', () => {
  const LIST = [
    'Account Name,Account Number,Account Type,Value',
    'Nest egg,7712-3456,Roth IRA,300',
    'Joint,7799-1111,,73',
  ];

  test.each([
    ['number', 'Account Number,Symbol,Quantity,Price', '77123456,VTI,1,300', '77991111,BND,1,73'],
    ['name', 'Account,Symbol,Quantity,Price', '7712-3456,VTI,1,300', '7799-1111,BND,1,73'],
  ])('that name the accounts in a column by their %s', (_, ...table) => {
    expect(accountsIn([...LIST, '', ...table])[0]).toBe('Nest egg (Roth IRA) (tax_free): VTI');
  });

  test('one for each account, under its number', () => {
    const table = ['Symbol,Quantity,Price', 'VTI,1,300'];
    const lines = [SUMMARY, ROTH, IRA, '', '239876543', ...table, '', 'Z41112222', ...table];
    expect(accountsIn(lines)).toEqual(['ROTH IRA (tax_free): VTI', 'Traditional IRA (tax_deferred): VTI']);
  });

  test('of the one account that the summary lists', () => {
    expect(accountsIn([SUMMARY, ROTH, '', 'Symbol,Quantity,Price', 'VTI,1,300'])).toEqual(['ROTH IRA (tax_free): VTI']);
  });

  test('that name none, of several', () => {
    expect(accountsIn([SUMMARY, ROTH, IRA, '', 'Symbol,Quantity,Price', 'VTI,1,300'])).toEqual([
      'Portfolio (taxable): VTI',
    ]);
  });
});

test.each([
  'Core Account',
  'Core accounts',
  'Sweep account',
  'Exchange Traded Products',
  'Common Stock',
  'Structured products',
])('%s within an account is no account of its own', (group) => {
  const lines = ['Symbol,Quantity,Price', 'Roth IRA,,', 'VTI,1,300', `${group},,`, 'SPAXX,5,1', 'HSA,,', 'BND,1,73'];
  expect(accountsIn(lines)).toEqual(['Roth IRA (tax_free): VTI SPAXX', 'HSA (tax_free): BND']);
});
