// Interactive Brokers' Flex query writes codes in its rows that are headers elsewhere: STK is German for a quantity, ISIN a symbol.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEAD =
  '"ClientAccountID","CurrencyPrimary","FXRateToBase","AssetClass","Symbol","Description","SecurityID","SecurityIDType",' +
  '"ReportDate","Quantity","MarkPrice","PositionValue","CostBasisMoney","LevelOfDetail"';
const row = (currency: string, ...cells: readonly (string | number)[]): string =>
  ['U1234567', currency, currency === 'USD' ? '1' : '1.08', ...cells].map((cell) => `"${cell}"`).join(',');
const VTI = ['STK', 'VTI', 'VANGUARD TOTAL STOCK MKT ETF', 'US9229087690', 'ISIN', '20261119'];

test('a row of codes and figures below the header is no second header', () => {
  const { held, rates } = readLines(
    HEAD,
    row('USD', ...VTI, 100, 300, 30000, 20000, 'SUMMARY'),
    row(
      'EUR',
      'STK',
      'VWCE',
      'VANG FTSE AW USDA',
      'IE00BK5BQT80',
      'ISIN',
      '20261119',
      150,
      130.5,
      19575,
      15000,
      'SUMMARY',
    ),
    row(
      'USD',
      'BOND',
      'T 4 1/4 11/15/34',
      'US TREASURY',
      'US91282CLW90',
      'ISIN',
      '20261119',
      10000,
      98.5,
      9850,
      9900,
      'SUMMARY',
    ),
  );
  expect(held).toMatchObject([
    { symbol: 'VTI', quantity: '100', price: '300', priceAsOf: '2026-11-19' },
    { symbol: 'VWCE', quantity: '150', price: '130.5', currency: 'EUR' },
    { symbol: 'US91282CLW90', quantity: '10000', price: '0.985' },
  ]);
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.08' }]);
});

test('lots beside the line that they add up to do not count twice, and refuse no file', () => {
  const { held, said } = readLines(
    HEAD,
    row('USD', ...VTI, 100, 300, 30000, 20000, 'SUMMARY'),
    row('USD', ...VTI, 60, 300, 18000, 12000, 'LOT'),
    row('USD', ...VTI, 40, 300, 12000, 8000, 'LOT'),
  );
  expect(held).toMatchObject([{ symbol: 'VTI', quantity: '100', costBasis: '20000' }]);
  expect(said).toContain('tax lots');
});

test('a year may head a column of the header itself, and each of several tables may repeat it', () => {
  const { held } = readLines('Symbol,Shares,2025', 'VTI,10,5', '', 'Symbol,Shares,2025', 'BND,20,5');
  expect(held).toMatchObject([
    { symbol: 'VTI', quantity: '10' },
    { symbol: 'BND', quantity: '20' },
  ]);
});
