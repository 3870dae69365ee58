// Interactive Brokers write a letter before a last price after hours: one of them had the whole file refused.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEAD = 'Financial Instrument,Currency,Position,Last,Market Value';

test('the price of a previous close or of a halt is a price, and a note says what it is', () => {
  const { held, said } = readLines(HEAD, 'VWRA,USD,120,C152.31,"18,277"', 'CSPX,USD,15,H640.10,"9,602"');
  expect(held).toMatchObject([
    { symbol: 'VWRA', price: '152.31' },
    { symbol: 'CSPX', price: '640.1' },
  ]);
  expect(said).toContain('prices such as "C152.31" were read without their letter, 152.31: C is of a previous close');
});

test.each(['X152.31', 'C', 'Call 5', 'C1A'])('another word is no price: %s', (last) => {
  expect(readLines('Symbol,Quantity,Last', `VTI,1,${last}`).held[0]?.price).toBeUndefined();
});
