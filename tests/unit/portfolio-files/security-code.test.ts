// A bond has a CUSIP and no ticker: one line of them must not keep the rest of the file out.
import { expect, test } from '@jest/globals';
import { readLines as read } from './read-lines.ts';

test('a line without a ticker is kept under its CUSIP, and a note says so', () => {
  const { held, said } = read(
    'Description,Ticker,CUSIP,Quantity,Price,Value',
    'APPLE INC,AAPL,037833100,10,240,2400',
    'AT&T INC NOTES 4.35% MAR 01 2029,,00206RHJ4,10000,99.5,9950',
  );
  expect(held).toMatchObject([
    { symbol: 'AAPL', price: '240' },
    { symbol: '00206RHJ4', name: 'AT&T INC NOTES 4.35% MAR 01 2029', quantity: '10000', price: '0.995' },
  ]);
  expect(said).toContain('there is no symbol; the line is kept under its CUSIP, 00206RHJ4');
});

test('without a value, a bond known by its CUSIP is quoted for 100 of face value', () => {
  const { held } = read('Ticker,CUSIP,Name,Quantity,Price', ',912828ZT0,US TREASURY,5000,99.1');
  expect(held).toMatchObject([{ symbol: '912828ZT0', price: '0.991' }]);
});

test("a bond's words in place of a ticker become its code, and its name", () => {
  const { held, said } = read('Symbol,Quantity,Price,Value', 'VTI,1,300,300', 'T 4 1/4 11/15/34,10000,99.5,9950');
  expect(held[1]).toMatchObject({ symbol: 'T-4-1/4-11/15/34', name: 'T 4 1/4 11/15/34', price: '0.995' });
  expect(said).toContain('"T 4 1/4 11/15/34" is not a ticker; the line is kept under a code made of that');
});

test('a long name keeps its end, by which bonds of one issuer differ', () => {
  const { held } = read('Symbol,Quantity,Price,Value', 'MORGAN STANLEY FINANCE LLC 4.55 05/12/33,1000,99.5,995');
  expect(held[0]?.symbol).toMatch(/^[A-Z0-9].{0,23}$/);
  expect(held[0]?.symbol).toMatch(/4\.55-05\/12\/33$/);
});

test('a line without ticker and CUSIP is kept under a code made of its name, and words that are no ticker are a problem', () => {
  expect(read('Name,Ticker,CUSIP,Quantity', 'Something,,,10').said).toContain('there is no symbol for "Something"');
  expect(read('Symbol,Quantity', 'my best fund,10').said).toContain('"my best fund" is not a ticker');
});

test('a ticker counts before its CUSIP', () => {
  expect(read('CUSIP,Symbol,Quantity,Price', '037833100,AAPL,10,240').held).toMatchObject([{ symbol: 'AAPL' }]);
});
