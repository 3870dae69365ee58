// One line that a person can do without refuses no file: it is left out or kept under a made-up code, and a note says so.
import { describe, expect, test } from '@jest/globals';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { knownCodes, tickerOf } from '../../../shared/portfolio-files/known-codes.ts';
import { readLines as read } from './read-lines.ts';

test('a trust of a 401(k) without a symbol is kept under a code of its name', () => {
  const { held, said } = read('Symbol,Description,Quantity,Price', ',VANGUARD TARGET 2045 TRUST,123.4,$101.10');
  expect(held).toMatchObject([{ symbol: 'VANGUARD-B4FS-2045-TRUST', name: 'VANGUARD TARGET 2045 TRUST' }]);
  expect(said).toContain('the line is kept under a code made of that');
});

test('names that differ at their end alone get codes of their own', () => {
  const { held } = read(
    'Fund,Shares,Price',
    'Vanguard Target Retirement 2045 Trust,1,100',
    'Vanguard Target Retirement 2050 Trust,1,100',
    'Ford,1,100',
  );
  expect(held.map(({ symbol }) => symbol)).toEqual([
    'VANGUARD-XHXB-2045-TRUST',
    'VANGUARD-VVB9-2050-TRUST',
    'FORD-BY-NAME',
  ]);
});

test.each([
  ['in the midst', ['Vanguard Target Retirement 2040 Trust II', 'Vanguard Target Retirement 2060 Trust II']],
  ['in the midst', ['State Street S&P 500 Index Fund Class K', 'State Street U.S. Bond Index Fund Class K']],
  [
    'in the midst',
    [
      'Vanguard Institutional Total Bond Market Index Trust',
      'Vanguard Institutional Total International Stock Market Index Trust',
    ],
  ],
  ['before its coupon', ['CALIFORNIA ST GO BDS 5.00 08/01/2030', 'TEXAS STATE ST GO BDS 5.00 08/01/2030']],
])('names of funds that differ %s alone are no one fund: %j', (_where, names) => {
  const { held } = read('Symbol,Shares,Price', ...names.map((name) => `${name},1,100`));
  const codes = held.map(({ symbol }) => symbol);
  expect(new Set(codes).size).toBe(names.length);
  for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9./-]{1,23}$/);
});

test('what states its value alone is kept as that; a heading over its own lines is not counted twice', () => {
  const { held, said } = read(
    'Investment,Ticker,Units,Unit Value,Balance',
    'Stocks,,,,"$3,300.00"',
    'Fund A,VTI,11,$300.00,"$3,300.00"',
    'TIAA Traditional,,,,"$50,000.00"',
  );
  expect(held).toMatchObject([
    { symbol: 'VTI', quantity: '11' },
    { symbol: 'TIAA-TRADITIONAL', quantity: '50000', price: '1' },
  ]);
  expect(said).toContain('2 ("Stocks $3,300.00")');
});

test('a value alone beside a ticker is no number of shares', () => {
  const { held, said } = read('Symbol,Quantity,Value', 'VTI,,3000', 'BND,10,720');
  expect(held).toMatchObject([
    { symbol: 'VTI-BY-VALUE', quantity: '3000', price: '1' },
    { symbol: 'BND', quantity: '10', price: '72' },
  ]);
  expect(said).toContain('"VTI" states no quantity; it is kept as its value of 3000, at a price of 1');
});

test.each(['Incomplete', 'Missing', '1e99'])('a cost of %s is left out', (cost) => {
  const { held, said } = read('Symbol,Quantity,Price,Cost Basis', `VTI,10,300,${cost}`);
  expect(held).toMatchObject([{ symbol: 'VTI', price: '300' }]);
  expect(held[0]?.costBasis).toBeUndefined();
  expect(said).toContain(`Cost Basis: "${cost}"`);
});

test('a loan is money that is owed; any other quantity below zero is refused and told how to write one', () => {
  expect(read('Account,Symbol,Quantity,Price', 'Student loan,LOAN,-42000,').cash).toEqual([
    { currency: 'USD', amount: '-42000' },
  ]);
  expect(read('Symbol,Quantity,Price', 'TSLA,-5,200').said).toContain('what is owed is a line CASH');
});

test('what is sold short, or held no more, is left out', () => {
  const { held, said } = read('Symbol,Quantity,Price,Market Value', 'VTI,1,300,300', 'TSLA,-5,200,-1000', 'BND,0,73,0');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect(said).toContain('"TSLA" (-5) was left out of every total');
  expect(said).toContain('the file values it at -1000');
  expect(said).toContain('"BND" was left out');
});

test('what an option left out is worth is told: the total of the file counts it', () => {
  const { said } = read(
    'Symbol,Quantity,Price,Market Value',
    'VTI,1,300,300',
    'SPY 01/16/2026 450.00 C,-1,24.60,"-$2,460.00"',
  );
  expect(said).toContain('options are not understood; the file values it at -$2,460.00');
});

test('a bond that was due says so', () => {
  const { said } = read(
    'Symbol,Description,Quantity,Price',
    '912828ZT0,UNITED STATES TREAS NTS 0.25% 05/31/2025,5000,99.1',
  );
  expect(said).toContain('was due on 2025-05-31');
});

test.each([
  ['Bestand;ISIN;Bezeichnung;Kurs;Kurswert in Euro', '120;IE00B4L5Y983;Core;95,32;11.438,40', 'EUR'],
  ['Coin,Amount,GBP Value', 'BTC,0.05,3000', 'GBP'],
  ['Sym,Qty,Last,Mkt Value', 'AAPL,10,190,1900', 'USD'],
])('%s', (head, line, currency) => {
  expect(read(head, line).held).toMatchObject([{ currency }]);
});

describe('CUSIPs and ISINs that are known', () => {
  const names = new Map(referenceInstruments.map(({ symbol, name }) => [symbol, name.toLowerCase()]));

  test.each([...knownCodes])('%s', (cusip, { ticker, word }) => {
    // The "modulus 10 double add double" check of ANSI X9.6.
    const sum = Array.from(cusip.slice(0, 8), (sign, at) => parseInt(sign, 36) * (at % 2 === 1 ? 2 : 1))
      .map((value) => Math.floor(value / 10) + (value % 10))
      .reduce((total, value) => total + value, 0);
    expect((10 - (sum % 10)) % 10).toBe(Number(cusip[8]));
    expect(names.get(ticker)).toContain(word);
  });

  test('give the ticker, unless the name beside them is another’s', () => {
    expect(tickerOf('US0378331005', 'APPLE INC')).toBe('AAPL');
    expect(tickerOf('922908769', '')).toBe('VTI');
    expect(tickerOf('US0378331005', 'Some bond')).toBeNull();
    expect(tickerOf('IE00B3RBWM25', '')).toBeNull();
  });
});
