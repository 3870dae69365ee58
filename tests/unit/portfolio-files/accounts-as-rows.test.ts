// An account that stands on a row of its own between the positions is passed over: what is sheltered is taxed, and one fund in two accounts is refused.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

/** What each account holds, and how it is taxed. */
const accountsOf = (lines: readonly string[]): string[] =>
  readLines(...lines).accounts.map(
    ({ name, type, positions }) => `${name} (${type}): ${positions.map(({ symbol }) => symbol).join(' ')}`,
  );

const HEADER = 'Name,Ticker,Shares,Price';
const [VTI, BND, AAPL] = ['Total Stock,VTI,100,300', 'Total Bond,BND,100,73', 'Apple,AAPL,50,230'];

describe('an account on a row of its own is that of the rows below it', () => {
  test.each([
    ['under the name', [HEADER, 'Roth IRA,,,', VTI, BND, 'Joint,,,', VTI]],
    ['under the ticker, without commas behind it', [HEADER, ',Roth IRA', VTI, BND, '', ',Joint', VTI]],
    ['with a colon', [HEADER, 'Roth IRA:,,,', VTI, BND, 'Joint:,,,', VTI]],
    [
      'in the column of accounts',
      ['Account,Ticker,Shares,Price', 'Roth IRA,,,', ',VTI,1,300', ',BND,1,73', 'Joint,,,', ',VTI,1,300'],
    ],
    [
      'in a first column without a header',
      [',Ticker,Shares,Price', 'Roth IRA,,,', ',VTI,1,300', ',BND,1,73', 'Joint,,,', ',VTI,1,300'],
    ],
    [
      'with its kind',
      ['Account,Account type,Ticker,Shares', 'Roth IRA,tax_free,,', ',,VTI,1', ',,BND,1', 'Joint,taxable,,', ',,VTI,1'],
    ],
    [
      'with groups within it',
      [
        HEADER,
        'Roth IRA,,,',
        'US Equities,,,',
        VTI,
        'Total US Equities,,,',
        'Bonds,,,',
        BND,
        'Subtotal,,,',
        'Joint,,,',
        VTI,
      ],
    ],
    [
      'with the value of the rows below',
      [
        'Name,Ticker,Shares,Value',
        'Roth IRA,,,37300',
        ',VTI,100,30000',
        ',BND,100,7300',
        'Joint,,,30000',
        ',VTI,100,30000',
      ],
    ],
    [
      'with the sums of a pivot table',
      [
        'Name,Ticker,Shares,Value',
        'Roth IRA,,200,37300',
        ',VTI,100,30000',
        ',BND,100,7300',
        'Joint,,100,30000',
        ',VTI,100,30000',
      ],
    ],
    [
      'with a value that leaves out some cash',
      [
        'Name,Ticker,Shares,Value',
        'Roth IRA,,,37900',
        ',VTI,100,30000',
        ',BND,100,7300',
        'Joint,,,30000',
        ',VTI,100,30000',
      ],
    ],
  ])('%s', (_, lines) => {
    expect(accountsOf(lines)).toEqual(['Roth IRA (tax_free): VTI BND', 'Joint (taxable): VTI']);
    expect(readLines(...lines).said).toContain('name accounts, each that of the lines below it');
    expect(readLines(...lines).said).not.toContain('the file names no account');
  });

  test('of values alone, and the sum beside it is not counted once more', () => {
    const read = readLines('Name,Value', 'Roth IRA,37300', 'VTI,30000', 'BND,7300', '401k,44000', 'FXAIX,44000');
    expect(
      read.accounts.map(({ name, positions }) => `${name} ${positions.map(({ quantity }) => quantity).join(' ')}`),
    ).toEqual(['Roth IRA 30000 7300', '401k 44000']);
  });

  test('written as tickers are', () => {
    expect(accountsOf(['Ticker,Shares,Price', 'ROTH,,', 'VTI,1,300', 'JOINT,,', 'VTI,1,300'])).toEqual([
      'ROTH (tax_free): VTI',
      'JOINT (taxable): VTI',
    ]);
  });

  test('below the name of the person whose it is, which tells two of one name apart', () => {
    const lines = [HEADER, 'Ann,,,', 'Roth IRA,,,', VTI, 'Bob,,,', 'Roth IRA,,,', VTI];
    expect(accountsOf(lines)).toEqual(['Roth IRA (Ann) (tax_free): VTI', 'Roth IRA (Bob) (tax_free): VTI']);
  });

  test('and one above the header that of the rows before it', () => {
    expect(accountsOf(['Brokerage', HEADER, AAPL, 'Roth IRA,,,', VTI])).toEqual([
      'Brokerage (taxable): AAPL',
      'Roth IRA (tax_free): VTI',
    ]);
  });
});

describe('no further than', () => {
  test('a total, below which nothing may be sheltered without a word', () => {
    const { said } = readLines(HEADER, 'Roth IRA,,,', VTI, 'Total Roth IRA,,,', AAPL);
    expect(accountsOf([HEADER, 'Roth IRA,,,', VTI, 'Total Roth IRA,,,', AAPL])).toEqual([
      'Roth IRA (tax_free): VTI',
      'Portfolio (taxable): AAPL',
    ]);
    expect(said).toContain(
      'some lines are under no account: they are in one called "Portfolio", assumed to be taxable',
    );
  });

  test('a row with an account of its own', () => {
    const lines = ['Account,Ticker,Shares', 'Roth IRA,,', ',VTI,1', 'Brokerage,AAPL,1', ',MSFT,1', 'HSA,,', ',BND,1'];
    expect(accountsOf(lines)).toEqual([
      'Roth IRA (tax_free): VTI',
      'Brokerage (taxable): AAPL MSFT',
      'HSA (tax_free): BND',
    ]);
    expect(readLines(...lines).said).toContain('line 5 in "Brokerage"');
  });
});

describe('no account is', () => {
  test.each([
    'Stocks',
    'US Equities',
    'Bonds',
    'Cash',
    'Technology',
    'Real Estate Investment Trusts',
    'Individual stocks',
    'Savings bonds',
    'Tax-free bonds',
    'Unit trusts',
  ])('%s, a group of holdings', (group) => {
    expect(accountsOf([HEADER, 'Roth IRA,,,', VTI, `${group},,,`, BND])).toEqual(['Roth IRA (tax_free): VTI BND']);
    expect(accountsOf([HEADER, VTI, `${group},,,`, BND])).toEqual(['Portfolio (taxable): VTI BND']);
  });

  test.each(['Subtotal Roth IRA', 'Roth IRA total', 'Total', 'My Roth IRA is at prices of 11/20/2026'])(
    '%s, a sum or a remark',
    (words) => {
      expect(accountsOf([HEADER, VTI, `${words},,,`, BND])).toEqual(['Portfolio (taxable): VTI BND']);
    },
  );

  test('what states a value that the rows below do not add up to: it is a holding, or what nothing is told of', () => {
    const lines = ['Name,Ticker,Shares,Value', '401k,,,150000', ',VTI,100,30000', ',BND,100,7300'];
    expect(accountsOf(lines)).toEqual(['Portfolio (taxable): VTI BND']);
    expect(readLines(...lines).said).toContain('"401k" is an account, and nothing says what is held in it');
  });

  test('the name of a share above its purchases', () => {
    expect(readLines(HEADER, 'Acme Rockets,,,', ',AAPL,100,300', ',AAPL,80,300').accounts).toEqual([]);
  });
});

describe('words that may be an account or a group of holdings', () => {
  test('are an account beside one, and that is told', () => {
    const { said } = readLines(HEADER, 'Roth IRA,,,', VTI, 'Kids,,,', VTI);
    expect(accountsOf([HEADER, 'Roth IRA,,,', VTI, 'Kids,,,', VTI])).toEqual([
      'Roth IRA (tax_free): VTI',
      'Kids (taxable): VTI',
    ]);
    expect(said).toContain('line 4 ("Kids") may name an account or a group of holdings: taken for an account');
  });

  test('are groups right below an account, and that is told', () => {
    const lines = [HEADER, 'Roth IRA,,,', 'Fun bets,,,', AAPL, 'Payers,,,', BND, 'Joint,,,', VTI];
    expect(accountsOf(lines)).toEqual(['Roth IRA (tax_free): AAPL BND', 'Joint (taxable): VTI']);
    expect(readLines(...lines).said).toContain(
      'lines 3 ("Fun bets"), 5 ("Payers") may name accounts or groups of holdings: taken for groups',
    );
  });

  test('are accounts where one fund is under two of them, and that is told', () => {
    expect(accountsOf([HEADER, 'Mine,,,', VTI, 'Hers,,,', VTI])).toEqual([
      'Mine (taxable): VTI',
      'Hers (taxable): VTI',
    ]);
    expect(readLines(HEADER, 'Mine,,,', VTI, 'Hers,,,', VTI).said).toContain('as the same is listed under two of them');
  });

  test('are groups where nothing says that they are accounts, and that is told', () => {
    const lines = [HEADER, 'Winners,,,', VTI, 'Losers,,,', BND];
    expect(accountsOf(lines)).toEqual(['Portfolio (taxable): VTI BND']);
    expect(readLines(...lines).said).toContain('may name accounts or groups of holdings: taken for groups');
  });
});

describe('a fund on two lines', () => {
  test('of one account by their own cells is to be added up', () => {
    const { messages } = readLines('Account,Ticker,Shares', 'Roth IRA,VTI,1', 'Roth IRA,VTI,2');
    expect(messages).toEqual([
      'my.csv:3: Ticker: VTI is already on line 2 of account "Roth IRA"; add the two into one line',
    ]);
  });

  test.each([
    [[HEADER, VTI, BND, VTI], 'if they are in two accounts, name each line'],
    [
      [HEADER, VTI, 'Other stocks,,,', VTI],
      'if they are in two accounts (line 3, "Other stocks", stands between them), name',
    ],
    [
      [HEADER, 'Roth IRA,,,', VTI, 'Stocks,,,', VTI],
      'of account "Roth IRA"; if they are in two accounts (line 4, "Stocks"',
    ],
  ])('that do not say whose they are may be of two: %j', (lines, said) => {
    expect(readLines(...lines).said).toContain(said);
  });

  test('of several days is not to be added up', () => {
    const { said } = readLines('Date,Ticker,Shares,Price', '2026-11-19,VTI,100,300', '2026-10-20,VTI,95,290');
    expect(said).toContain('as of 2026-11-19, and here as of 2026-10-20; keep the lines of the newest day alone');
    expect(said).not.toContain('add the two');
  });
});

test('a total of an account with groups in it is compared with all of the account', () => {
  const lines = [
    'Name,Ticker,Shares,Value',
    'Roth IRA,,,',
    'Stocks,,,',
    ',VTI,1,300',
    'Subtotal,,,300',
    'Bonds,,,',
    ',BND,1,73',
    'Total,,,373',
  ];
  expect(readLines(...lines, '401k,,,', ',FXAIX,1,220', 'Total,,,220').said).not.toContain('add up to');
  expect(readLines(...lines, '401k,,,', ',FXAIX,1,220', 'Total,,,225').said).toContain('5.00 less');
});
