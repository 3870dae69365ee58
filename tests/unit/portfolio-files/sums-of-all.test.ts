// A file's own sum that is counted as a holding doubles what a person is told that they own.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEADER = 'Ticker,Name,Shares,Price,Value';
const HELD = [
  'VTI,Total market,100,301.20,"$30,120.00"',
  'BND,Bonds,200,73.10,"$14,620.00"',
  'CASH,Cash,,,"$5,000.00"',
];

describe('a sum below a line of cash', () => {
  test.each(
    'Sum,SUM,Portfolio value,Account value,Net value,Overall,Depotwert,Grand sum,Sum:,Everything I have,All my money,Endstand'.split(
      ',',
    ),
  )('is a holding where it is called "%s"', (label) => {
    for (const row of [`,${label},,,"$49,740.00"`, `${label},,,,"$49,740.00"`]) {
      const { held, cash, said } = readLines(HEADER, ...HELD, row);
      expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
      expect(cash).toMatchObject([{ amount: '5000' }]);
      expect(said).toContain('totals or text, were found on line 5');
    }
  });

  test('is a holding where it is of one account, or stands in the column of accounts', () => {
    const lines = [
      ['Roth IRA,VTI,100,301.20,30120', 'Roth IRA,Cash,,,500', 'Roth IRA,What it comes to,,,30620'],
      ['Brokerage,BND,200,73.10,14620', 'Brokerage,Cash,,,5000', 'Brokerage,What it comes to,,,19620'],
      ['All accounts,,,,50240'],
    ].flat();
    const { accounts } = readLines('Account,Ticker,Shares,Price,Value', ...lines);
    expect(accounts.map(({ positions }) => positions.map(({ symbol }) => symbol))).toEqual([['VTI'], ['BND']]);
  });

  test('is a holding where a loan is taken off', () => {
    const margin = ['Margin balance,,,,"(12,450.00)"', 'What is mine,,,,"$37,290.00"'];
    expect(readLines(HEADER, ...HELD, ...margin).held).toHaveLength(2);
  });

  test('of a group within the table is a holding', () => {
    const lines = ['Stocks,,,', 'VTI,100,301.20,30120', 'VXUS,100,71,7100', 'Stocks sum,,,37220', 'Bonds,,,'];
    const { held } = readLines('Ticker,Shares,Price,Value', ...lines, 'BND,200,73.10,14620', 'Cash,,,5000', 'Sum,,,56840'); // prettier-ignore
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'VXUS', 'BND']);
  });

  test('of values alone is a holding', () => {
    const lines = [
      'Fund,Value',
      'Vanguard Total Bond Market,"$58,010"',
      'My fund,"$210,400"',
      'Savings account,"$30,000"',
    ];
    for (const label of ['Sum', 'Everything']) expect(readLines(...lines, `${label},"$298,410"`).held).toHaveLength(2);
  });

  test('that is of other prices says so', () => {
    const { held, said } = readLines(HEADER, ...HELD, ',Sum,,,"$49,000.00"');
    expect(held).toHaveLength(2);
    expect(said).toContain('"Sum" is 49,000.00, but the lines above it add up to 49,740.00');
  });
});

describe('what is held is lost', () => {
  test.each([
    ['as it is worth another amount', ',TIAA Traditional,,,"$49,000.00"', 3],
    ['as it is a ticker', 'AAPL,,,,"$49,740.00"', 3],
    ['as it is called a sum', 'SUM,Summit Materials,100,52.50,"$5,250.00"', 3],
    ['as it is a lump sum', ',Pension lump sum,,,"$80,000.00"', 3],
  ])('%s', (_why, row, count) => {
    expect(readLines(HEADER, ...HELD, row).held).toHaveLength(count);
  });

  test('as a fund is called Total, and is worth as much as those above it', () => {
    const lines = ['Vanguard Total Bond Market Index,10000', 'Vanguard Total Stock Market Index,10000'];
    const { held } = readLines('Fund,Value', ...lines, 'Vanguard Total International Stock,20000', 'Total,40000');
    expect(held).toHaveLength(3);
  });

  test('where round values are by chance the sum of others', () => {
    const { held } = readLines('Fund,Value', 'Alpha fund,10000', 'Beta fund,10000', 'Gamma fund,10000', 'Delta fund,30000'); // prettier-ignore
    expect(held).toHaveLength(4);
  });
});

test('a house and a car in the column of accounts are told by what they are called, below a blank line too', () => {
  const header = 'Account,Owner,Ticker,Shares,Price,Value';
  const lines = [
    'Roth IRA,Ann,VTI,100,301.20,30120',
    '',
    'Mortgage,,,,,-310000',
    'House (Zillow),,,,,720000',
    'Car,,,,,18000',
  ];
  const { held, said } = readLines(header, ...lines);
  expect(held).toHaveLength(1);
  for (const what of ['House (Zillow)', 'Car', 'Mortgage']) expect(said).toMatch(new RegExp(`"${what.replace(/[()]/g, '.')}".* was left out of every total`)); // prettier-ignore
});

test('a sum over a price that is not known, "#N/A", is told as a holding without a name', () => {
  const lines = ['VTI,Total market,100,301.20,30120,21000', 'FXAIX,#N/A,50,#N/A,#N/A,8000', ',,,,#N/A,29000'];
  const { held, said } = readLines(`${HEADER},Cost`, ...lines);
  expect(held).toHaveLength(2);
  expect(said).not.toContain('to have it counted');
});

test('Excel’s own line of the separator is told as text above the table', () => {
  expect(readLines('sep=;', 'Ticker;Shares;Price', 'VTI;100;301.20').said).not.toContain('titles or text');
});
