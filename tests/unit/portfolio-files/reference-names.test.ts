// A fund given by its name alone is guessed at, though it is known; or it is taken for a sister of another class.
import { describe, expect, test } from '@jest/globals';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { readTransactionsFile } from '../../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';

const tickers = tickerByName(referenceInstruments);
const file = (text: string) => ({
  ...{ name: 'my.csv', bytes: new TextEncoder().encode(text), modifiedOn: '2026-10-30', asOf: '2026-11-15' },
  tickers,
});
function read(...rows: string[]) {
  const reading = readPortfolioFile(file(rows.join('\n')));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return { held: reading.portfolio.accounts.flatMap(({ positions }) => positions), notes: reading.notes };
}

describe('a whole name', () => {
  test.each([
    ['Vanguard Total Stock Market ETF', 'VTI'],
    ['VANGUARD TOTAL STOCK MARKET INDEX FUND ETF SHARES', 'VTI'],
    ['Vanguard 500 Index Fund Admiral Shares', 'VFIAX'],
    ['Vanguard 500 Index Admiral', 'VFIAX'],
    ['Vanguard Total Stock Market Index Admiral CL', 'VTSAX'],
    ['VANGUARD TOTAL INTL STOCK IDX ADM', 'VTIAX'],
    ['Vanguard PRIMECAP Admiral', 'VPMAX'],
    ['ISHARES CORE S&P 500', 'IVV'],
    ['SPDR S&P 500 ETF', 'SPY'],
    ['Schwab US Dividend Equity ETF', 'SCHD'],
    ['APPLE INC COM', 'AAPL'],
    ['Amazon Com Inc', 'AMZN'],
    ['Home Depot Inc (The)', 'HD'],
    ['MERCK AND CO INC', 'MRK'],
    ['COCA COLA COMPANY', 'KO'],
    ['ALPHABET INC CL C', 'GOOG'],
    ['BERKSHIRE HATHAWAY INC CLASS B', 'BRK.B'],
    ['AIRBNB INC CLASS A', 'ABNB'],
    ['NIKE INC CLASS B', 'NKE'],
  ])('%s is %s', (name, symbol) => {
    expect(tickers(name)).toBe(symbol);
  });

  test.each([
    'Alphabet Inc',
    'Berkshire Hathaway Inc.',
    'AIRBNB INC CLASS B',
    'NIKE INC CLASS A',
    'Vanguard Total Stock Market',
    'Vanguard Total Stock Market Index Fund',
    'Vanguard Target Retirement 2045 Trust II',
    'Vanguard Institutional Index Fund',
    'Shopify Inc.',
    'Charles Schwab',
    'Apple Inc 2.4% 05/03/2023',
    '',
  ])('"%s" leaves open which one it is', (name) => {
    expect(tickers(name)).toBeNull();
  });

  test('no name of the set is taken for another of it', () => {
    for (const { symbol, name } of referenceInstruments) expect([symbol, null]).toContain(tickers(name));
  });
});

test('a page of a 401(k) without tickers is read as what it names, and says so', () => {
  const { held, notes } = read(
    'Description,Shares,Price',
    'Vanguard Total Stock Market ETF,10,300',
    'Apple Inc,5,230',
    'Alphabet Inc,3,180',
  );
  expect(held.map(({ symbol, name }) => [symbol, name])).toEqual([
    ['VTI', 'Vanguard Total Stock Market ETF'],
    ['AAPL', 'Apple Inc'],
    ['ALPHABET-INC', 'Alphabet Inc'],
  ]);
  expect(notes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      '"Vanguard Total Stock Market ETF" is VTI',
      '"Apple Inc" is AAPL',
      '"Alphabet Inc" is not a ticker; the line is kept under a code made of that, ALPHABET-INC',
    ]),
  );
});

test('a value alone is no count of shares: at the price of a share it would be a fortune', () => {
  const { held } = read(
    'Description,Quantity,Price,Value',
    'Vanguard Total Stock Market ETF,,,35000',
    'Apple Inc,5,230,1150',
  );
  expect(held).toMatchObject([{ quantity: '35000', price: '1' }, { symbol: 'AAPL' }]);
  expect(held[0]?.symbol).not.toBe('VTI');
});

test('what a company owes is not its stock', () => {
  const { held } = read(
    'Description,Type,Quantity,Price',
    'Apple Inc,Corporate Bond,10000,0.98',
    'Apple Inc.,Stock,5,230',
  );
  expect(held.map(({ symbol }) => symbol)).toEqual(['APPLE-INC', 'AAPL']);
});

test('its trades are under the same ticker', () => {
  const reading = readTransactionsFile(
    file('Date,Action,Description,Quantity,Price\n2026-01-05,Buy,Apple Inc,5,230\n2026-02-05,Sell,Apple Inc,1,235\n'),
  );
  expect(reading.ok && reading.list.listed.map(({ symbol }) => symbol)).toEqual(['AAPL', 'AAPL']);
});
