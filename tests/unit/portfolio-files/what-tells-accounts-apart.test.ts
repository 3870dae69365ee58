import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const accountsOf = (...lines: readonly string[]): string[] =>
  readLines(...lines).accounts.map(({ name, type, positions }) => `${name} ${type} ${positions.length}`);

describe('without a column of accounts their types tell them apart', () => {
  test('the account of the row above is never carried down to a row of another type', () => {
    const lines = ['Account Type,Ticker,Shares,Price', 'Roth IRA,VTI,12,300', 'Taxable,JPST,100,50.40', ',VTI,1,300'];
    expect(accountsOf(...lines)).toEqual(['Roth IRA tax_free 1', 'Taxable taxable 2']);
  });

  test('Alex’s own words, one a row, are an account each, which may hold the same fund', () => {
    const rows = ['taxable', 'tax_free', 'tax_deferred'].map((type) => `${type},VTI,1,300`);
    expect(accountsOf('Account Type,Ticker,Shares,Price', ...rows)).toEqual([
      'Taxable taxable 1',
      'Tax-free tax_free 1',
      'Tax-deferred tax_deferred 1',
    ]);
  });

  test('one word of Alex’s own for all of a file leaves its account as it is called', () => {
    const lines = ['Account Type,Ticker,Shares,Price', 'tax_free,VTI,1,300', 'tax_free,BND,1,70'];
    expect(accountsOf(...lines)).toEqual(['Portfolio tax_free 2']);
  });

  test('where it is and whose it is tell accounts of one type apart', () => {
    expect(
      accountsOf(
        'Broker,Account Type,Held by,Ticker,Shares,Price',
        'Fidelity,401k,Ann,VTI,1,300',
        'Fidelity,401k,Bob,VTI,1,300',
        'Schwab,401k,Bob,VTI,1,300',
      ),
    ).toEqual([
      'Fidelity 401k (Ann) tax_deferred 1',
      'Fidelity 401k (Bob) tax_deferred 1',
      'Schwab 401k (Bob) tax_deferred 1',
    ]);
  });

  test('a row without a name whose type is another is not in the account above', () => {
    const lines = ['Account,Account type,Ticker,Shares,Price', 'Fidelity,Roth IRA,VTI,1,300', ',Taxable,VTI,1,300'];
    expect(accountsOf(...lines)).toEqual(['Fidelity tax_free 1', 'Taxable taxable 1']);
  });
});

describe('a column "Type" is what its cells say', () => {
  test.each(['Type', 'Kind', 'Wrapper', 'Tax bucket', 'Asset type'])(
    '%s of words of taxation alone is the account type',
    (header) => {
      const read = readLines(
        `Account,${header},Ticker,Shares,Price`,
        'Empower,401k,VTI,1,300',
        'Fidelity,Roth IRA,VXUS,2,70',
        'Schwab,Taxable,BND,1,73',
        'Optum,HSA,BND,1,73',
      );
      expect(read.accounts.map(({ type }) => type)).toEqual(['tax_deferred', 'tax_free', 'taxable', 'tax_free']);
      expect(read.said).not.toContain('how it is taxed');
    },
  );

  test('several kinds under one name are accounts of their own, and no contradiction', () => {
    const rows = ['401k', 'Rollover IRA', 'Taxable'].map((type) => `Fidelity,${type},VTI,1,300`);
    expect(accountsOf('Account,Type,Ticker,Shares,Price', ...rows)).toEqual([
      'Fidelity (401k) tax_deferred 1',
      'Fidelity (Rollover IRA) tax_deferred 1',
      'Fidelity (Taxable) taxable 1',
    ]);
  });

  test('kinds of securities are no taxation, though a trust and savings be among them', () => {
    const rows = ['Stock', 'Investment Trust', 'Savings bond', 'ETF'].map(
      (type, at) => `Mine,${type},VT${'IVXO'.charAt(at)},1,300`,
    );
    const read = readLines('Account,Type,Ticker,Shares,Price', ...rows);
    expect(read.said).toContain('"Mine" is assumed to be taxable: nothing says how it is taxed');
  });

  test('what a bank’s accounts are called alone says nothing of taxation', () => {
    expect(readLines('Account,Type,Ticker,Shares,Price', 'Mine,Savings,VTI,1,300').said).toContain('nothing says');
  });

  test('a list of trades keeps its column of what was done', () => {
    const read = readLines('Date,Type,Ticker,Quantity,Price', '2026-01-05,Buy,VTI,1,300', '2026-02-05,Buy,BND,1,70');
    expect(read.kind).toBe('transactions');
  });

  test('a column that was not read is named, and nothing is said to say nothing', () => {
    const { said } = readLines('Account,Type,Ticker,Shares,Price', 'Empower,401k,VTI,1,300', 'Fidelity,ETF,VXUS,2,70');
    expect(said).toContain('"Empower" is assumed to be taxable: the column "Type" was not read');
    expect(said).not.toContain('nothing says how it is taxed');
  });
});

describe('a plan that is named above the table is its account', () => {
  test.each([
    'Plan Name: Example Corp, Inc. 401(k) Plan',
    'Plan: Example 401(k)',
    'Plan: Example, Inc., 401(k)',
    'Account name: Example 401(k)',
  ])('%s', (line) => {
    const { accounts, said } = readLines(line, '', 'Investment,Ticker,Shares,Price', 'Total market,VTI,10,300');
    expect(accounts.map(({ name, type }) => [name, type])).toEqual([[line.replace(/^[^:]*: /, ''), 'tax_deferred']]);
    expect(said).not.toContain('titles or text above');
  });

  test('a plan’s number and a year are no name of an account', () => {
    expect(accountsOf('Plan number: 12345', 'Plan: 2027', 'Symbol,Shares,Price', 'VTI,1,300')).toEqual([
      'Portfolio taxable 1',
    ]);
  });

  test('other lines above the header are named, with no more of a number than its end', () => {
    const { said } = readLines('My holdings', 'Participant number 123456789', 'Symbol,Shares,Price', 'VTI,1,300');
    expect(said).toContain(
      'titles or text above the table, and no positions, were found on lines 1 ("My holdings"), 2 (',
    );
    expect(said).not.toContain('123456');
  });
});

describe('the owner tells accounts of one name apart', () => {
  test.each(['Owner', 'Name of owner', 'Held by', 'Registered to', 'Account holder'])('%s', (header) => {
    expect(
      accountsOf(
        `Account,${header},Symbol,Shares,Price`,
        '401k,Ann,VTI,1,300',
        '401k,Bob,VTI,2,300',
        'IRA,Bob,VTI,1,300',
      ),
    ).toEqual(['401k (Ann) tax_deferred 1', '401k (Bob) tax_deferred 1', 'IRA tax_deferred 1']);
  });

  test('a name that has its owner in it gets it no second time', () => {
    const rows = ["Ann's IRA,Ann,VTI,1,300", "Bob's IRA,Bob,VTI,1,300"];
    expect(accountsOf('Account,Owner,Symbol,Shares,Price', ...rows)).toEqual([
      "Ann's IRA tax_deferred 1",
      "Bob's IRA tax_deferred 1",
    ]);
  });

  test('one number is one account, whoever holds it', () => {
    const rows = ['Joint,X-12345,Ann,VTI,1,300', 'Joint,X-12345,Bob,BND,1,70'];
    expect(accountsOf('Account,Account number,Owner,Symbol,Shares,Price', ...rows)).toEqual(['Joint taxable 2']);
  });

  test('a blank cell is the owner of the row above in the same account', () => {
    const rows = ['401k,Ann,VTI,1,300', '401k,,BND,1,70', '401k,Bob,VTI,2,300'];
    expect(accountsOf('Account,Owner,Symbol,Shares,Price', ...rows)).toEqual([
      '401k (Ann) tax_deferred 2',
      '401k (Bob) tax_deferred 1',
    ]);
  });
});
