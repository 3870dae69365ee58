// A sheet lists what was sold, watched or planned below what is held: counted, it is money that nobody has.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEAD = 'Symbol,Shares,Price,Value';
const symbols = (...lines: string[]) => readLines(HEAD, ...lines).held.map(({ symbol }) => symbol);

describe('lines below a heading that says that they are not held are left out', () => {
  test.each([
    ['Sold', 'sold'],
    ['SOLD:', 'sold'],
    ['Sold positions', 'sold'],
    ['Sold stocks (2025)', 'sold'],
    ['Sold in 2024', 'sold'],
    ['Recently sold', 'sold'],
    ['Closed positions', 'sold'],
    ['Closed out', 'sold'],
    ['Past holdings', 'sold'],
    ['Realized gains/losses', 'sold'],
    ['Matured CDs', 'sold'],
    ['Geschlossene Positionen', 'sold'],
    ['Watchlist', 'watched'],
    ['My watch list', 'watched'],
    ['Wish list (2027)', 'watched'],
    ['Stocks to watch', 'watched'],
    ['Planned purchases', 'planned'],
    ['Want to buy', 'planned'],
    ['To buy', 'planned'],
    ['Future buys', 'planned'],
    ['Open orders', 'planned'],
    ['Paper trading', 'not invested'],
    ['Virtual portfolio', 'not invested'],
  ])('%s', (heading, how) => {
    const { held, said } = readLines(HEAD, 'VTI,100,300,30000', ',,,', `${heading},,,`, 'INTC,200,24,4800');
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect(said).toContain(`left out of every total as ${how}, by "${heading}": INTC (line 5)`);
    expect(said).not.toContain('may name an account');
  });

  test('up to another heading, cash or a total, and across blank lines', () => {
    const lines = ['VTI,100,300,30000', 'Sold,,,', 'INTC,200,24,4800', ',,,', 'T,200,24,4800'];
    expect(symbols(...lines, 'Still held,,,', 'BND,50,73,3650')).toEqual(['VTI', 'BND']);
    expect(symbols(...lines, 'Total sold,,,9600', 'BND,50,73,3650')).toEqual(['VTI', 'BND']);
    expect(readLines(HEAD, ...lines, ',,,', 'Cash,,,500').cash).toMatchObject([{ amount: '500' }]);
  });

  test('with the sum of the lines beside it, and of a symbol that is held too', () => {
    const { accounts, said } = readLines(HEAD, 'VTI,100,300,30000', 'Sold,,,600', 'VTI,2,300,600', 'Total,,,30000');
    expect(accounts).toHaveLength(1);
    expect(accounts[0]?.positions).toMatchObject([{ symbol: 'VTI', quantity: '100' }]);
    expect(said).not.toContain('add up');
  });

  test('and so are those of a table of their own under such a title', () => {
    const lines = ['Holdings', HEAD, 'VTI,100,300,30000', '', 'Watchlist', HEAD, 'AMD,50,230,11500'];
    expect(readLines(...lines).held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  });

  test('though a line has fewer cells than the header', () => {
    expect(symbols('VTI,100,300,30000', 'Watchlist', 'AMD,50')).toEqual(['VTI']);
  });
});

describe('an account that is none', () => {
  test.each(['Wishlist', 'Paper trading', 'Sold', 'Planned purchases'])('%s', (account) => {
    const lines = ['Account,Ticker,Shares,Price', 'Roth IRA,VTI,10,300', `${account},AMD,50,230`];
    const { accounts, said } = readLines(...lines);
    expect(accounts.map(({ name }) => name)).toEqual(['Roth IRA']);
    expect(said).toContain(`by "${account}": AMD (line 3)`);
  });

  test('the cash of paper trading is no money', () => {
    const lines = ['Account,Ticker,Shares,Price', 'Roth IRA,VTI,10,300', 'Paper trading,Cash,100000,1'];
    expect(readLines(...lines).cash).toEqual([]);
  });
});

describe('what is held stays held', () => {
  test.each([
    'Closed-end funds',
    'Open positions',
    'Current holdings',
    'Dividend growth',
    'Bought in 2024',
    'Holdings',
    'Speculative ideas',
    'Watches',
  ])('under "%s"', (heading) => {
    expect(symbols('VTI,100,300,30000', `${heading},,,`, 'INTC,200,24,4800')).toEqual(['VTI', 'INTC']);
  });

  test('a file of one table is what a person wants analysed, whatever its title', () => {
    expect(readLines('Watchlist', HEAD, 'VTI,100,300,30000').held).toHaveLength(1);
  });

  test('the account that stands below what was sold', () => {
    const lines = ['Roth IRA,,,', 'VTI,100,300,30000', 'Sold,,,', 'INTC,200,24,4800', 'Brokerage,,,', 'BND,50,73,3650'];
    expect(readLines(HEAD, ...lines).accounts.map(({ name, positions }) => [name, positions.length])).toEqual([
      ['Roth IRA', 1],
      ['Brokerage', 1],
    ]);
  });
});

test('a file of what is only watched is refused with what to do', () => {
  const { said } = readLines('Account,Ticker,Shares,Price', 'Wishlist,AMD,50,230');
  expect(said).toContain(
    'each line of the file is one of what is only watched, by "Wishlist": list what is still held',
  );
});
