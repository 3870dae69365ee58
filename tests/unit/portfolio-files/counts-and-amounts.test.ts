// How many are held and what they are worth, under headers that mean the one in one file and the other in the next.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const ALONE = 'and not how many are held';

test.each([
  ['Account,Investment,Amount ($)', 'Roth IRA,VTI,"12,000.00"', '401k,FXAIX,"30,000.00"'],
  ['Account,Investment,$ Amount,%', 'Roth IRA,VTI,"$12,000.00",28', '401k,FXAIX,"$30,000.00",72'],
  ['Account,Ticker,Amount (USD)', 'Roth IRA,VTI,12000', '401k,FXAIX,30000'],
  ['Account,Asset,Amount', 'Roth IRA,VTI,$12000', '401k,FXAIX,$30000'],
  ['Account,Ticker,Total', 'Roth IRA,VTI,$12000', '401k,FXAIX,$30000'],
])('amounts of money under "%s" refuse the file', (...lines) => {
  const { held, said } = readLines(...lines);
  expect(held.map(({ symbol, quantity, price }) => [symbol, quantity, price])).toEqual([
    ['VTI-BY-VALUE', '12000', '1'],
    ['FXAIX-BY-VALUE', '30000', '1'],
  ]);
  expect(said).toContain(ALONE);
});

test.each([
  ['Account,Ticker,Amount,Price,Total', 'Roth IRA,VTI,12,300,3600', '401k,FXAIX,30,230,6900'],
  ['Account,Ticker,Amount,Price,Worth', 'Roth IRA,VTI,12,300,3600', '401k,FXAIX,30,230,6900'],
  ['Account;Ticker;Total;Price;Amount', 'Roth IRA;VTI;12;300,00;3.600,00', '401k;FXAIX;30;230,00;6.900,00'],
  ['Account,Ticker,Number,Price', 'Roth IRA,VTI,12,300', '401k,FXAIX,30,230'],
  ['Account,Ticker,Count,Worth', 'Roth IRA,VTI,12,3600', '401k,FXAIX,30,6900'],
  ['Account,Name,Ticker,Number,Market value', 'Roth IRA,Total,VTI,12,3600', '401k,Big,FXAIX,30,6900'],
  ['Account,Investment,Number,Price', 'Roth IRA,VTI,12,300', '401k,FXAIX,30,230'],
  ['Account,Ticker,Shares,Amount ($)', 'Roth IRA,VTI,12,3600', '401k,FXAIX,30,6900'],
])('how many are held under "%s" is not read, or said to be stated nowhere', (...lines) => {
  const { held, said } = readLines(...lines);
  expect(held.map(({ symbol, quantity, price }) => [symbol, quantity, price])).toEqual([
    ['VTI', '12', '300'],
    ['FXAIX', '30', '230'],
  ]);
  expect(said).not.toContain(ALONE);
});

test.each([
  ['Name,Holding,Price', 'Apple Inc.,10,254', 'Exxon Mobil Corporation,10,110'],
  ['Company,Holdings,Price,Value', 'Apple Inc.,10,254,2540', 'Exxon Mobil Corporation,10,110,1100'],
  ['Stock,Current holding,Price', 'Apple Inc.,10,254', 'Exxon Mobil Corporation,10,110'],
  ['Asset,Holding,Price', 'Apple Inc.,10,254', 'Exxon Mobil Corporation,10,110'],
  ['Security,Position,Price', 'Apple Inc.,10,254', 'Exxon Mobil Corporation,10,110'],
  ['Stock,Holding,Price', 'AAPL,10,254', 'XOM,10,110'],
  ['Holding,Name,Price', '10,Apple Inc.,254', '10,Exxon Mobil Corporation,110'],
  ['Name,Ticker,Holding,Price', 'Apple Inc.,AAPL,10,254', 'Exxon Mobil Corporation,XOM,10,110'],
  // What was put into it, or what it is worth, beside how many there are.
  ['Stock,Shares,Holding,Price', 'Apple Inc.,10,2540,254', 'Exxon Mobil Corporation,10,1100,110'],
  ['Name,Shares,Investment,Price', 'Apple Inc.,10,1500,254', 'Exxon Mobil Corporation,10,1500,110'],
  ['Name,Shares,Price,Equity', 'Apple Inc.,10,254,2540', 'Exxon Mobil Corporation,10,110,1100'],
  ['Equity,Shares,Holding,Price', 'Apple Inc.,10,"$2,540.00",254', 'Exxon Mobil Corporation,10,"$1,100.00",110'],
  // And here the names are in that column.
  ['Holding,Shares,Price', 'Apple Inc.,10,254', 'Exxon Mobil Corporation,10,110'],
  ['Position,Quantity,Price', 'AAPL,10,254', 'XOM,10,110'],
])('figures are taken for what is held under "%s"', (...lines) => {
  const { held } = readLines(...lines);
  expect(held).toMatchObject([
    { symbol: expect.stringMatching(/^(?:AAPL|APPLE-INC)$/), quantity: '10', price: '254' },
    { symbol: expect.stringMatching(/^(?:XOM|EXXON-MOBIL-CORPORATION)$/), quantity: '10', price: '110' },
  ]);
});

test('codes of digits under "Holding" are no longer what is held, though no other column says that', () => {
  const { held } = readLines('Holding,Units,Price,Currency', '7203,10,254,JPY', '9984,5,500,JPY');
  expect(held.map(({ symbol, quantity }) => [symbol, quantity])).toEqual([
    ['7203', '10'],
    ['9984', '5'],
  ]);
});

test.each([
  // An amount that is no product and has no sign may be either.
  ['Ticker,Amount,Price,Total', 'VTI,12,300,9999', 'FXAIX,30,230,1'],
  ['Ticker,Amount', 'VTI,12', 'FXAIX,30'],
  ['Ticker,Amount,Price', 'VTI,12,300', 'FXAIX,30,230'],
  // Numbers of lines.
  ['Number,Ticker,Price', '1,VTI,300', '2,FXAIX,230'],
])('"%s" is guessed to say how many', (...lines) => {
  const { held, said } = readLines(...lines);
  expect(held).toEqual([]);
  expect(said).toContain('there is no column quantity');
});

test('numbers of lines beside values are taken for how many are held', () => {
  const { held } = readLines('Number,Ticker,Value', '1,VTI,300', '2,FXAIX,230', '3,BND,100');
  expect(held.map(({ quantity }) => quantity)).toEqual(['300', '230', '100']);
});

test('a card that is named by its account alone is told as sold short', () => {
  const { cash, said } = readLines('Bank,Account,Asset,Amount', 'A,Roth IRA,VTI,$82000', 'B,Credit card,,($1200)');
  expect(cash).toMatchObject([{ amount: '-1200' }]);
  expect(said).not.toContain('short');
});
