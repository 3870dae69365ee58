// A file that values a line in two currencies holds their exchange rate: who holds it should not have to look it up.
import { expect, test } from '@jest/globals';
import { converterTo } from '../../../shared/finance/exchange-rates.ts';
import { readLines } from './read-lines.ts';

const DEGIRO = 'Product,Symbol/ISIN,Amount,Closing,Local value,,Value in EUR';

test('DEGIRO: a local value beside one in euros is an exchange rate of the file’s day, and a note says so', () => {
  const { rates, said } = readLines(
    DEGIRO,
    'CASH & CASH FUND & FTX CASH (USD),,,,USD,"2,24","2,06"',
    'APPLE INC,US0378331005,20,"230,15",USD,"4603,00","4234,76"',
    'MICROSOFT CORP,US5949181045,2,"500,00",USD,"1000,00","920,00"',
    'ASML HOLDING,NL0010273215,12,"780,20",EUR,"9362,40","9362,40"',
  );
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', asOf: '2026-11-20' }]);
  const [rate] = rates.map((one) => ({ ...one, rate: Number(one.rate), source: one.source ?? '' }));
  expect(converterTo('EUR', rate === undefined ? [] : [rate])('USD')?.factor).toBeCloseTo(4234.76 / 4603, 6);
  expect(rate?.source).toContain('by its values in two currencies');
  expect(said).toContain("is the file's own: 4603 USD are 4234.76 EUR (line 3)");
});

test('lines that give several rates give none: one of them is mistyped, or of another day', () => {
  const { rates, said } = readLines(
    DEGIRO,
    'APPLE INC,US0378331005,20,"230,15",USD,"4603,00","4234,76"',
    'MICROSOFT CORP,US5949181045,2,"500,00",USD,"1000,00","930,00"',
  );
  expect(rates).toEqual([]);
  expect(said).toContain('give several exchange rates (0.92 on line 2, 0.93 on line 3), and none was used');
});

test('a rate of a few cents is too rough to be one', () => {
  expect(readLines(DEGIRO, 'CASH & CASH FUND & FTX CASH (USD),,,,USD,"2,24","1,93"').rates).toEqual([]);
});

test('a rate that the file states is left as it is', () => {
  const { rates } = readLines(
    'Symbol,Quantity,Price,Currency,Value,Value in EUR',
    'AAPL,20,230.15,USD,4603.00,4234.76',
    'EUR/USD,,1.1,,,',
  );
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.1' }]);
});

test('Swissquote: a total in the line’s currency and one in francs', () => {
  const { held, rates } = readLines(
    '"Symbol";"Name";"Quantity";"Price";"Currency";"Total value";"Total value CHF"',
    '"VTI";"Vanguard Total Stock Market ETF";"50";"300.00";"USD";"15\'000.00";"12\'150.00"',
    '"NESN";"Nestlé N";"120";"89.50";"CHF";"10\'740.00";"10\'740.00"',
  );
  expect(held).toMatchObject([
    { symbol: 'VTI', price: '300', currency: 'USD' },
    { symbol: 'NESN', price: '89.5', currency: 'CHF' },
  ]);
  expect(rates).toMatchObject([{ from: 'CHF', to: 'USD', rate: '1.234568' }]);
});

test('an amount in the account’s currency that is no number refuses no file', () => {
  const { held, rates } = readLines('Symbol,Quantity,Price,Currency,Value,Value in EUR', 'AAPL,20,230,USD,4600,12x');
  expect([held.length, rates]).toEqual([1, []]);
});

test('a price in dollars beside a value in euros is valued at a rate that a person has to look up', () => {
  const { rates, said } = readLines(
    'Product,Symbol/ISIN,Amount,Closing,Local value,,Value in EUR',
    'CASH & CASH FUND & FTX CASH (EUR),,,,EUR,812.30,"812,30"',
    'APPLE INC,US0378331005,10,"253,00",USD,"2530,00","2200,00"',
  );
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.15', asOf: '2026-11-20' }]);
  expect(said).toContain("is the file's own: 2530 USD are 2200 EUR (line 3)");
});

test('lines whose prices and values disagree give a rate', () => {
  const { rates, said } = readLines(
    'Symbol,Quantity,Price,Currency,Value (GBP)',
    'AAPL,10,260,USD,2000',
    'MSFT,10,500,USD,4000',
  );
  expect(rates).toEqual([]);
  expect(said).toContain('give several exchange rates (0.8 on line 3, 0.7692308 on line 2), and none was used');
});

test('a value that is quantity times price in another currency makes that worth the same', () => {
  const { rates } = readLines('Symbol,Quantity,Price,Currency,Value (EUR)', 'AAPL,10,260,USD,2600');
  expect(rates).toEqual([]);
});

test('a bond quoted for a hundred is taken for a rate of a hundredth', () => {
  const { held, rates } = readLines(
    'Symbol,Name,Quantity,Price,Currency,Value (EUR)',
    '91282CLW9,US TREASURY 4.25% 11/15/2034,10000,98,USD,8521.74',
  );
  expect(held).toMatchObject([{ price: '0.98', currency: 'USD' }]);
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.15' }]);
});

test('an account in euros that values crowns and dollars does not say what a crown costs in dollars', () => {
  const { rates } = readLines(
    'Symbol,Quantity,Price,Currency,Value (EUR)',
    'AAPL,10,253,USD,2200',
    'VOLV-B.ST,100,275,SEK,2500',
  );
  expect(rates).toMatchObject([
    { from: 'EUR', to: 'USD', rate: '1.15' },
    { from: 'USD', to: 'SEK', rate: '9.565217' },
  ]);
});
