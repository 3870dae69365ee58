import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

test.each(['NaN', '#N/A', 'null', 'unknown', 'Unpriced'])(
  'a price "%s" is told of with its line and column',
  (word) => {
    const { held, said } = readLines('Symbol,Quantity,Price', 'VTI,1,300', `GOOG,10,${word}`);
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'GOOG']);
    expect(said).toContain(`my.csv:3: Price: "${word}" is not a number, and was taken as none`);
  },
);

test.each(['', '--', '-'])('a blank or dashes (%s) say by themselves that there is no price', (none) => {
  expect(readLines('Symbol,Quantity,Price', 'VTI,1,300', `GOOG,10,${none}`).said).not.toContain('not a number');
});

test('a value beside it says what the price is, and that is told', () => {
  const { said } = readLines('Symbol,Quantity,Price,Value', 'VTI,1,300,300', 'GOOG,10,NaN,1500');
  expect(said).toContain('it was taken as the value divided by the quantity, 150');
  expect(said).not.toContain('not a number');
});

test.each([
  ['Stock,Shares,Purchase price,Current', 'VTI,10,75,270', { price: '270', costBasis: '750' }],
  ['Ticker,# shares,bought at,now', 'VTI,10,"1,500","2,700"', { price: '2700', costBasis: '15000' }],
  ['Ticker,Shares,Total cost,Now', 'VTI,10,750,2700', { price: '270', costBasis: '750' }],
])('"Now" alone is of one or of all as what was paid beside it is: %s', (header, line, position) => {
  expect(readLines(header, line).held).toMatchObject([position]);
});

test('"Now" beside "Cost", which may be of one or of all, is not guessed', () => {
  expect(readLines('Ticker,Shares,Cost,Now', 'VTI,10,75,270').held[0]?.price).toBeUndefined();
});
