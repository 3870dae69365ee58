// A line's own name says in which account it is ("Roth IRA - VTI"), and the account was told to be taxable as nothing said how it is taxed.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

/** What each account holds, and how it is taxed. */
const accountsOf = (...lines: readonly string[]): string[] =>
  readLines(...lines).accounts.map(({ name, type, positions, cash }) => {
    const held = [...positions.map(({ name: what }) => what), ...cash.map(({ amount }) => `cash ${amount}`)];
    return `${name} (${type}): ${held.join(', ')}`;
  });

test.each([
  ['Roth IRA - VTI', 'Roth IRA (tax_free): VTI'],
  ['401k - Fidelity 2045 target date', '401k (tax_deferred): Fidelity 2045 target date'],
  ["Ann's Roth IRA: Bond Index", "Ann's Roth IRA (tax_free): Bond Index"],
  ['401(k) (Large-cap index)', '401(k) (tax_deferred): Large-cap index'],
  ['Roth IRA (S&P 500)', 'Roth IRA (tax_free): Roth IRA (S&P 500)'],
  ['VTI (Roth IRA)', 'Roth IRA (tax_free): VTI'],
  ['Stable value fund – 403(b)', '403(b) (tax_deferred): Stable value fund'],
  ['BND in my 401k', '401k (tax_deferred): BND'],
  ['HSA VTI', 'HSA (tax_free): VTI'],
  ['HSA, cash', 'HSA (tax_free): cash 500'],
  ['Brokerage / US stocks', 'Brokerage (taxable): US stocks'],
  ['529 - age-based portfolio', '529 (other): age-based portfolio'],
  ['SIPP - FTSE Global All Cap', 'SIPP (tax_deferred): FTSE Global All Cap'],
  // Where it is, whose it is and who employs them is not what is held.
  ['Roth IRA - Schwab', 'Roth IRA - Schwab (tax_free): Roth IRA - Schwab'],
  ['401k (old employer)', '401k (old employer) (tax_deferred): 401k (old employer)'],
  ['TSP - C Fund', 'TSP (tax_deferred): TSP - C Fund'],
])('"%s" is in %s', (label, account) => {
  const lines = ['Asset,Value', `${label.includes(',') ? `"${label}"` : label},500`, 'Gold coins,300'];
  expect(accountsOf(...lines)).toContain(account);
  expect(accountsOf(...lines)).toContain('Portfolio (taxable): Gold coins');
});

test.each([
  'SPDR Gold Trust (GLD)',
  'TIAA Traditional',
  'Northern Trust - NTRS',
  'Tax-free bond fund - California',
  'Savings bonds - series I',
  'Retirement 2045 Fund (TRRKX)',
  'Individual stocks - AAPL',
])('"%s" names no account', (label) => {
  expect(readLines('Asset,Value', `${label},500`, 'VTI,300').accounts.map(({ name }) => name)).toEqual(['Portfolio']);
});

describe('a list of which some lines name their accounts', () => {
  const LIST = ['Asset,Owner,Value', 'Roth IRA - VTI,Ann,500', 'Roth IRA - VTI,Bob,300', 'Emergency fund,Ann,200'];

  test('keeps those of two owners apart, and what follows in none', () => {
    expect(accountsOf(...LIST)).toEqual([
      'Roth IRA (Ann) (tax_free): VTI',
      'Roth IRA (Bob) (tax_free): VTI',
      'Ann (taxable): cash 200',
    ]);
    expect(readLines(...LIST).said).toContain(
      'lines 2, 3 name their accounts beside what is held: "Roth IRA - VTI" is "VTI" in "Roth IRA"',
    );
  });

  test('leaves what a column says of the account', () => {
    const lines = ['Account,Asset,Value', 'My HSA,Roth IRA - VTI,500', 'Ann,401k - Bond Index,300'];
    expect(accountsOf(...lines)[0]).toContain('My HSA (tax_free)');
    expect(accountsOf(...lines)[1]).toBe('Ann (401k) (tax_deferred): Bond Index');
  });

  test('does not carry a line’s account to blank cells below it', () => {
    const lines = ['Account,Asset,Value', 'Ann,Roth IRA - VTI,500', ',BND,300'];
    expect(accountsOf(...lines).map((one) => one.split(':')[0])).toEqual(['Ann (taxable)']);
  });

  test('has accounts on rows of their own beside', () => {
    const lines = ['Asset,Value', 'Roth IRA - VTI,500', 'Joint,', 'BND,300', 'AAPL,100'];
    expect(accountsOf(...lines).map((one) => one.split(':')[0])).toEqual(['Roth IRA (tax_free)', 'Joint (taxable)']);
  });
});

test('a column of accounts alone whose names say what is held is no missing column of symbols', () => {
  const lines = ['Account,Value', 'Checking,6200', '401k (Target 2045),212000', 'Roth IRA (VTI),54300', 'HSA,14000'];
  expect(accountsOf(...lines)).toEqual([
    'Portfolio (taxable): cash 6200',
    '401k (tax_deferred): Target 2045',
    'Roth IRA (tax_free): ',
  ]);
  expect(readLines(...lines).held.map(({ symbol }) => symbol)).toContain('VTI-BY-VALUE');
  expect(readLines(...lines).said).toContain('"HSA" is an account, and nothing says what is held in it');
  expect(readLines('Account,Value', 'Roth IRA,54300', '401k,1000').said).toContain('there is no column symbol');
});
