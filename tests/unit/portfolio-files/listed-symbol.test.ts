// A ticker written with its exchange must find what is listed there, and not what has the same letters in New York.
import { describe, expect, test } from '@jest/globals';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { readSymbol } from '../../../shared/portfolio-files/symbol-text.ts';
import { readLines as read } from './read-lines.ts';

describe('a ticker with its exchange', () => {
  test.each([
    ['XETR:VWCE', 'VWCE.DE'],
    ['LON: VUSA', 'VUSA.L'],
    ['lon:bt.a', 'BT-A.L'],
    ['STO:VOLV-B', 'VOLV-B.ST'],
    ['HKG:700', '0700.HK'],
    ['TSE:7203', '7203.T'],
    ['TSE:T', 'T.TO'],
    ['VWCE GY', 'VWCE.DE'],
    ['BT/A LN Equity', 'BT-A.L'],
    ['700 HK Equity', '0700.HK'],
    ['VWCE.DE', 'VWCE.DE'],
    ['BT-A.L', 'BT-A.L'],
  ])('%s is %s', (text, symbol) => {
    expect(readSymbol(text)).toBe(symbol);
  });

  test.each([
    ['NYSE:T', 'T'],
    ['NASDAQ:AAPL', 'AAPL'],
    ['BATS:VTI', 'VTI'],
    ['BRK B', 'BRK.B'],
    ['GOLD AU', null],
    ['GOLD GR', null],
    ['CASH NA', null],
    ['VTI US', 'VTI'],
    ['BRK/B US', 'BRK.B'],
    ['AAPL US Equity', 'AAPL'],
    ['AAPL UW EQUITY', 'AAPL'],
    ['AAPL.US', 'AAPL'],
    ['brk-b.us', 'BRK.B'],
    ['Large US', null],
    ['CASH US', null],
  ])('%s is of no exchange abroad', (text, symbol) => {
    expect(readSymbol(text)).toBe(symbol);
  });

  test('a symbol of the reference set is no form that a file is read in', () => {
    const other = referenceInstruments.map(({ symbol }) => [symbol, readSymbol(symbol)]).filter(([a, b]) => a !== b);
    expect(other).toEqual([]);
  });

  test('is quoted in the currency of that exchange', () => {
    const { held } = read(
      'Symbol,Quantity,Price',
      'XETR:VWCE,10,140',
      'TSX:T,10,20',
      'TYO:7203,100,2800',
      'NYSE:T,5,27',
    );
    expect(held).toMatchObject([
      { symbol: 'VWCE.DE', currency: 'EUR' },
      { symbol: 'T.TO', currency: 'CAD' },
      { symbol: '7203.T', currency: 'JPY' },
      { symbol: 'T', currency: 'USD' },
    ]);
  });
});
