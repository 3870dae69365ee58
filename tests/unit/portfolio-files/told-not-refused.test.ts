import { expect, test } from '@jest/globals';
import { typeInName } from '../../../shared/portfolio-files/account-type.ts';
import { readLines } from './read-lines.ts';

test.each([
  ['Roth_IRA ...456', 'tax_free'],
  ['RothIRA', 'tax_free'],
  ['Rollover_IRA', 'tax_deferred'],
  ['TraditionalIRA', 'tax_deferred'],
  ['non_retirement', 'taxable'],
  ['Joint_Tenant ...123', 'taxable'],
  ['Miranda', null],
])('%s is taken for another kind of account', (name, type) => {
  expect(typeInName(name)).toBe(type);
});

test('a partnership’s cost below nothing refuses the whole file', () => {
  const { held, said } = readLines('Symbol,Quantity,Price,Cost basis', 'EPD,40,30,(1000.00)', 'VTI,1,300,200');
  expect(held.map(({ symbol, costBasis }) => [symbol, costBasis])).toEqual([
    ['EPD', undefined],
    ['VTI', '200'],
  ]);
  expect(said).toContain('the cost is negative (-1000): it was left out, so there is no gain');
});

test('the day of Merrill’s prices is that of the export', () => {
  const { held } = readLines('"COB Date",Symbol,Quantity,Price ($)', '11/19/2026,VTI,100,300');
  expect(held[0]?.priceAsOf).toBe('2026-11-19');
});
