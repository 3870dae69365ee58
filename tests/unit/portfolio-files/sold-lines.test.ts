// A journal lists what was sold beside what is held: counted, what was sold would be owned twice, as shares and as cash.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const symbols = (...lines: string[]) => readLines(...lines).held.map(({ symbol }) => symbol);

test.each(['Sell Price', 'Sold Price', 'Price Sold', 'Sale Price', 'Exit Price ($)', 'Sold For'])(
  'what has a day of sale is not held, and "%s" is no price of today',
  (header) => {
    const { held, said } = readLines(
      `Ticker,Shares,Buy Date,Buy Price,Date Sold,${header}`,
      'KO,50,1/5/2024,55.2,,',
      'PG,20,2/1/2025,125,3/2/2026,151',
    );
    expect(held).toEqual([{ symbol: 'KO', quantity: '50', currency: 'USD', costBasis: '2760' }]);
    expect(said).toContain('left out of every total as sold, by "Date Sold": PG (line 3)');
    expect(said).toContain('is what sales brought in, and no price of today');
  },
);

test.each(['Sold', 'Closed', 'Sold 3/2026', 'SOLD', 'Exited on 2026-03-01'])(
  'a line of status "%s" is not held',
  (status) => {
    expect(symbols('Ticker,Shares,Price,Status', 'VTI,50,301,Active', `AAPL,20,268,${status}`)).toEqual(['VTI']);
  },
);

test.each(['Hold', 'Open', 'Sold half', 'Closed-end fund', 'Closed to new investors', 'Settled', ''])(
  'a line of status "%s" is held',
  (status) => {
    expect(symbols('Ticker,Shares,Price,Status', 'VTI,50,301,', `AAPL,20,268,${status}`)).toEqual(['VTI', 'AAPL']);
  },
);

test('a sale that is planned, and a word for one that has not been, leave a line held', () => {
  const lines = ['VTI,50,301,1/5/2028', 'AAPL,20,268,not yet sold', 'KO,5,70,no', 'PG,6,150,1/5/2026'];
  expect(symbols('Ticker,Shares,Current Price,Sell Date', ...lines)).toEqual(['VTI', 'AAPL', 'KO']);
});

test('a file of sales alone is refused with what to do', () => {
  const { said } = readLines('Ticker,Shares,Buy Price,Date Sold,Proceeds', 'KO,50,50,1/5/2026,2500');
  expect(said).toContain('each line of the file is one of what was sold, by "Date Sold": list what is still held');
});

test('a price that a fund can be sold for is one of today where nothing was bought or sold', () => {
  expect(readLines('Symbol,Units,Sell Price', 'VTSAX,50,160').held).toMatchObject([{ symbol: 'VTSAX', price: '160' }]);
});
