import { describe, expect, test } from '@jest/globals';
import { called } from '../../../shared/finance/called.ts';

describe('what is spoken of is called by its', () => {
  test.each([
    ['VTI', 'Vanguard Total Stock Market ETF'],
    ['BRK.B', 'Berkshire Hathaway'],
    ['BTC-USD', 'Bitcoin'],
    ['SPY5', 'SPDR S&P 500'],
    ['A1', 'Some Fund'],
    ['US0378331005', null],
    ['US0378331005', 'US0378331005'],
    ['912828ZT0', '  '],
  ])('symbol: %s (%s)', (symbol, name) => {
    expect(called(symbol, name)).toBe(symbol);
  });

  test.each([
    ['IE00B3RBWM25', 'VANGUARD FTSE ALL-WORLD UCITS ETF'],
    ['912828ZT0', 'UNITED STATES TREAS NTS'],
    ['A1JX52', 'Vanguard All-World'],
    ['ST500', 'STATE STREET S&P 500'],
    ['STABLEVALUE', 'Stable Value Fund'],
    ['TARGET', 'Target Retirement 2045'],
    ['0700.HK', '腾讯控股'],
  ])('name where the symbol is a mere code: %s is %s', (symbol, name) => {
    expect(called(symbol, name)).toBe(name);
  });

  test('currency where it is a balance, and by no more of a name than fits', () => {
    expect(called('CASH:EUR', null)).toBe('Cash in EUR');
    expect(called('912828ZT0', 'x'.repeat(200))).toHaveLength(48);
  });
});
