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
