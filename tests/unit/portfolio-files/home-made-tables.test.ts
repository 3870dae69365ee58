// Tables as people make them: headings of groups, sums without a word, headers of their own.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

test.each(['ETF', 'ETFs', 'REIT', 'ADR', 'US', 'ISA', 'Shares', 'Mutual Funds'])(
  'a heading %s over a group of holdings refuses no file',
  (heading) => {
    const { held, said } = readLines(
      'Symbol;Name;Quantity;Price',
      heading,
      'VTI;Total Market;5;300',
      `${heading};;;`,
      'BND;Bonds;5;72',
    );
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
    expect(said).toContain(`("${heading}")`);
  },
);

test('a ticker alone on its line is still a line with something missing', () => {
  const { held, said } = readLines('Symbol;Name;Quantity;Price', 'VTI', 'BND;Bonds;5;72');
  expect([held, said]).toEqual([[], expect.stringContaining('my.csv:2')]);
});

test('a fund called ETF by its ticker is held where its line says how many', () => {
  expect(readLines('Symbol,Quantity,Price', 'ETF,5,10').held).toMatchObject([{ symbol: 'ETF', quantity: '5' }]);
});

test('a sum below a table needs no word to be one', () => {
  const { held, cash, said } = readLines(
    ',Ticker,Shares,Price,Total',
    ',VTI,"1,250.5",#N/A,#N/A',
    ',BND,100,$72.50,"$7,250.00"',
    ',Emergency fund (cash),,,"$10,000.00"',
    ',,,,"$17,250.00"',
    ',,,,',
  );
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
  expect(cash).toEqual([{ currency: 'USD', amount: '10000' }]);
  expect(said).toContain('line 5 ("$17,250.00")');
});

test('a value without a symbol in the midst of a table keeps no other line out, and is told', () => {
  const { held, said } = readLines('Ticker,Shares,Price,Value', 'VTI,10,300,3000', ',,,500', 'BND,10,72,720');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
  expect(said).toContain(
    'neither a symbol nor a name: this line was left out of every total; the file values it at 500; ',
  );
});

test('a name that no code can be made of is called by itself', () => {
  const { held, said } = readLines('Ticker,Name,Shares,Price', 'VTI,US stocks,10,300', ',日本の株式,3,250');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect(said).toContain('"日本の株式", and no code can be made of that: this line was left out of every total');
});

test.each([
  ['Coin,Symbol,Holdings,Price (USD)', 'Bitcoin,BTC,0.5,95000'],
  ['Slice,Name,Value,Owned quantity', 'BTC,Bitcoin,47500,0.5'],
  ['Ticker,How many,Price', 'BTC,0.5,95000'],
])('%s says how many are held', (...lines) => {
  expect(readLines(...lines).held).toMatchObject([{ symbol: 'BTC', quantity: '0.5', price: '95000' }]);
});

test('holdings that are names are no numbers of shares', () => {
  const { held } = readLines('Symbol,Holdings,Shares,Price', 'VTI,Vanguard Total Stock Market ETF,10,300');
  expect(held).toMatchObject([{ symbol: 'VTI', name: 'Vanguard Total Stock Market ETF', quantity: '10' }]);
});

test('a table without a quantity says which column to change', () => {
  const { said } = readLines('Fund,Value', 'VTI,"$120,000"');
  expect(said).toContain('head the column that says how many are held "Quantity", or add one');
  expect(said).toContain(
    'where only a value is known, as of a fund in a 401(k) plan, write 1 as Quantity and the value as Price',
  );
  expect(readLines('Fund,Price', 'VTI,300').said).not.toContain('only a value');
});

test('Boursorama: what was paid for one share stands under buyingPrice', () => {
  const { held } = readLines(
    'name;isin;quantity;buyingPrice;lastPrice',
    '"AMUNDI";"LU1681043599";"100";"400,00";"550,00"',
  );
  expect(held).toMatchObject([{ price: '550', costBasis: '40000' }]);
});

test.each([
  ['Investment,Quantity,Price', '10,300'],
  ['Investment,Quantity,Value', '10,3000'],
  ['Name,Units,Value', '10,3000'],
  ['Fund,Balance,Units', '3000,10'],
])('a column of names that holds beside a price holds nothing elsewhere: %s', (header, amounts) => {
  const { held } = readLines(header, `Harbor Point Total Market Fund,${amounts}`);
  expect(held).toMatchObject([{ name: 'Harbor Point Total Market Fund', quantity: '10', price: '300' }]);
});

test.each([
  'Price last updated',
  'Last updated',
  'Last update',
  'Price updated',
  'Price as at',
  'Priced on',
  'As of date',
])('a price of last year under %s is one of today', (header) => {
  const { held } = readLines(`Symbol,Quantity,Price,${header}`, 'VTI,10,300,20/11/2025');
  expect(held).toMatchObject([{ symbol: 'VTI', priceAsOf: '2025-11-20' }]);
});

test('what is wrong with one cell is told as often as it is looked at', () => {
  const { messages } = readLines('Symbol,Quantity,Price,Value', 'VTI,10,300,3000', 'BND,,#REF!,#REF!');
  expect(new Set(messages).size).toBe(messages.length);
});
