// "Apple" in a household's list stays unknown, and is another holding than "Apple Inc"; or a bank account is taken for a bank's stock.
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { companiesByName, shortNamesBySymbol } from '../../../shared/portfolio-files/short-names.ts';
import { readTransactionsFile } from '../../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';

const names = { tickers: tickerByName(referenceInstruments), companies: companiesByName(referenceInstruments) };
const file = (rows: readonly string[]) => ({
  ...{ name: 'my.csv', bytes: new TextEncoder().encode(rows.join('\n')), modifiedOn: '2026-11-22', asOf: '2026-11-22' },
  ...names,
});
function read(...rows: string[]) {
  const reading = readPortfolioFile(file(rows));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const held = reading.portfolio.accounts.flatMap(({ positions }) => positions);
  return { held, symbols: held.map(({ symbol }) => symbol), notes: reading.notes.map(({ message }) => message) };
}
const ofValue = (name: string): string | undefined =>
  read('Holding,Value', `${name},3000`, 'Other Partners,1').symbols[0];
const ofShares = (name: string, price = '30'): string | undefined =>
  read('Company,Shares,Price', `"${name}",10,${price}`, 'Other Partners,1,2').symbols[0];

describe('a column of tickers', () => {
  const inTickers = (symbol: string, ...more: string[]) => {
    const header = more.length === 0 ? 'Ticker,Shares,Price' : 'Ticker,Name,Shares,Price';
    return read(
      header,
      [symbol, ...more, '5', '30'].join(','),
      'VTI,10,300'.replace(',', more.length === 0 ? ',' : ',,'),
    ).symbols[0];
  };
  test.each([
    ['Apple', 'AAPL'],
    ['amazon', 'AMZN'],
    ['TESLA', 'TSLA'],
    ['Nvidia', 'NVDA'],
    ['Google', 'GOOGL'],
  ])('in which %s stands for a company leaves it unknown', (name, ticker) => {
    expect(inTickers(name)).toBe(ticker);
  });

  test.each(['FXAIX', 'GOOGL', 'VTSAX', 'FORD', 'Coke', 'ADYEY', 'QQQQQ'])(
    'in which %s stands is read as a company’s name',
    (ticker) => {
      expect(inTickers(ticker)).toBe(ticker.toUpperCase());
    },
  );

  test('beside a name of its own is taken for a company’s name', () => {
    expect(inTickers('Apple', 'Apple Hospitality Partners')).toBe('APPLE');
  });
});

describe('a short name', () => {
  test.each([
    ['Apple', 'AAPL'],
    ['Microsoft', 'MSFT'],
    ['Amazon', 'AMZN'],
    ['amazon.com', 'AMZN'],
    ['Tesla', 'TSLA'],
    ['Nvidia', 'NVDA'],
    ['Meta', 'META'],
    ['Disney', 'DIS'],
    ['Coca-Cola', 'KO'],
    ["McDonald's", 'MCD'],
    ['Micron', 'MU'],
    ['Exxon Mobil', 'XOM'],
    ['Johnson & Johnson', 'JNJ'],
    ['Procter and Gamble', 'PG'],
    ['General Motors', 'GM'],
    ['Ford', 'F'],
    ['Google', 'GOOGL'],
    ['Alphabet Inc', 'GOOGL'],
    ['Berkshire Hathaway', 'BRK.B'],
  ])('%s is %s, and its value is no count of its shares', (name, symbol) => {
    expect(ofShares(name)).toBe(symbol);
    expect(ofValue(name)).toBe(`${symbol}-BY-VALUE`);
  });

  test.each(['Visa', 'Wells Fargo', 'Charles Schwab', 'Target', 'American Express', 'JPMorgan'])(
    '%s at an amount may be a card, an account or a word, and is a share where shares have a price',
    (name) => {
      const symbol = ofShares(name) ?? '';
      expect(referenceInstruments.some((one) => one.symbol === symbol)).toBe(true);
      expect(ofValue(name)).not.toBe(`${symbol}-BY-VALUE`);
      if (!/visa|american express/i.test(name)) expect(ofShares(name, '1')).not.toBe(symbol);
    },
  );

  test.each([
    ['Apple stock', 'AAPL'],
    ['Google stock', 'GOOGL'],
    ['Tesla shares', 'TSLA'],
    ['Tesla RSUs', 'TSLA'],
    ['Amazon restricted stock units', 'AMZN'],
    ['Microsoft ESPP', 'MSFT'],
    ['Nvidia stock (Schwab)', 'NVDA'],
    ['Shares of Meta', 'META'],
    ["McDonald's stock", 'MCD'],
    ['Walmart’s stock', 'WMT'],
    ['Visa stock', 'V'],
    ['Wells Fargo shares', 'WFC'],
  ])('%s, with a word for its stock, is %s', (name, symbol) => {
    expect(ofShares(name)).toBe(symbol);
    expect(ofValue(name)).toBe(`${symbol}-BY-VALUE`);
  });

  test.each([
    ['Exxon Mobil Stock Fund', 'XOM'],
    ['Deere Common Stock Fund', 'DE'],
    ['Chevron Leveraged ESOP', 'CVX'],
  ])('%s, a plan’s fund, is %s by its value, and its units are no shares', (name, symbol) => {
    expect(ofValue(name)).toBe(`${symbol}-BY-VALUE`);
    expect(ofShares(name)).not.toBe(symbol);
    const { notes } = read('Company,Shares,Price', `${name},10,30`, 'Other Partners,1,2');
    expect(notes).not.toContainEqual(expect.stringContaining('is meant, write that'));
  });

  test.each([
    'Apple stock options',
    'T. Rowe Price Stock Fund',
    'Prudential stock',
    'International Stock Fund',
    'Stock',
  ])('%s is no company’s share', (name) => {
    expect(ofValue(name) ?? '').not.toContain('-BY-VALUE');
  });

  test.each([
    'Chase',
    'Target date 2045',
    'Apple Savings',
    'General',
    'United',
    'Gold',
    'Bitcoin',
    'Emergency savings plan',
  ])('%s is no company', (name) => {
    expect(referenceInstruments.map(({ symbol }) => symbol)).not.toContain(ofShares(name));
    expect(ofValue(name) ?? '').not.toContain('-BY-VALUE');
  });

  test('what is kept with a company is not its stock', () => {
    const { symbols } = read(
      'Name,Type,Value',
      'Apple,Savings account,500',
      'Tesla,Corporate bond,500',
      'Intel,Stock,1',
    );
    expect(symbols).not.toContain('AAPL-BY-VALUE');
    expect(symbols).not.toContain('TSLA-BY-VALUE');
    expect(symbols).toContain('INTC-BY-VALUE');
  });

  test('the price of a class A share is not that of a class B', () => {
    expect(ofShares('Berkshire Hathaway', '"712,345.00"')).toBe('BERKSHIRE-HATHAWAY');
    expect(ofShares('Berkshire Hathaway', '498.12')).toBe('BRK.B');
  });

  test('a company that is listed at several exchanges is of none of them, but where only its value counts', () => {
    expect(ofShares('Toyota')).toBe('TOYOTA-BY-NAME');
    expect(ofValue('Toyota')).toBe('TM-BY-VALUE');
  });
});

test('whoever reads the list does not learn what a name was taken for, or what to write in its place', () => {
  const { notes } = read('Holding,Value', 'Google,3000', 'Target,500', 'Charles Schwab,4000');
  expect(notes).toEqual(
    expect.arrayContaining([
      '"Google" was taken for GOOGL (Alphabet Inc. Class A) by its name, and not GOOG',
      expect.stringContaining('TARGET-BY-NAME; if TGT is meant, write that'),
      expect.stringContaining('CHARLES-SCHWAB; if SCHW is meant, write that'),
    ]),
  );
});

test('two names of one company are two holdings, or refuse the file', () => {
  const values = read('Holding,Value', 'Apple,3000', 'Apple Inc,2000');
  expect(values.held).toMatchObject([{ symbol: 'AAPL-BY-VALUE', name: 'Apple Inc.', quantity: '5000', price: '1' }]);
  expect(values.notes).toContainEqual(expect.stringContaining('call AAPL-BY-VALUE by two names: they were added up'));
  const shares = read('Company,Shares,Price,Cost', 'Apple,10,230,1000', 'Apple Inc,5,230,500');
  expect(shares.held).toMatchObject([{ symbol: 'AAPL', quantity: '15', costBasis: '1500' }]);
});

test.each([
  ['one line twice', 'Apple,3,230', 'Apple,3,230'],
  ['two prices of one share', 'Apple,3,230', 'Apple Inc,3,190'],
])('%s is added up', (_, ...rows) => {
  expect(readPortfolioFile(file(['Company,Shares,Price', ...rows])).ok).toBe(false);
});

test('its trades are under another symbol than its shares', () => {
  const rows = ['Date,Action,Description,Quantity,Price', '2026-01-05,Buy,Apple,5,230', '2026-02-05,Sell,Apple,1,235'];
  const reading = readTransactionsFile(file(rows));
  expect(reading.ok && reading.list.listed.map(({ symbol }) => symbol)).toEqual(['AAPL', 'AAPL']);
});

test('a text that calls a company by its short name is not found by the symbol, or one with an everyday word is', () => {
  const named = shortNamesBySymbol(referenceInstruments);
  expect(named.get('CSCO')).toEqual(['cisco systems inc', 'cisco systems', 'cisco']);
  expect(named.get('GOOGL')).toEqual(expect.arrayContaining(['alphabet', 'google']));
  expect(named.get('TGT')).not.toContain('target');
  expect(named.get('VTI')).toBeUndefined();
});
