// A stock plan lists each grant and a workplace plan each source of contributions: lines of one holding, and no mistake.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

test('grants of one stock, told apart by their days or numbers, are refused as the same line twice', () => {
  const { held, said } = readLines(
    'Symbol,Grant Date,Vest Date,Vested Shares,Unvested Shares,Price',
    'ACME,01/15/2024,01/15/2025,100,200,55.00',
    'ACME,01/15/2025,01/15/2026,75,225,55.00',
  );
  expect(held).toMatchObject([{ symbol: 'ACME', quantity: '175' }]);
  expect(said).toContain('grants of account "Portfolio" were added up: ACME (2)');
  expect(said).not.toContain('ACME, ACME');
  const numbered = ['Award ID,Symbol,Shares,Price', 'A-1,MSFT,10,500', 'A-2,MSFT,5,500'] as const;
  expect(readLines(...numbered).held).toMatchObject([{ symbol: 'MSFT', quantity: '15' }]);
  const released = ['Symbol,Release date,Shares,Price', 'MSFT,02/01/2026,10,500', 'MSFT,05/01/2026,5,500'] as const;
  expect(readLines(...released).held).toMatchObject([{ symbol: 'MSFT', quantity: '15' }]);
});

test('a fund that is bought from several sources of contributions is refused as the same line twice', () => {
  const { held, said } = readLines(
    'Investment Option,Source,Units,Unit Value',
    'S&P 500 Index Separate Account,Employee Pre-tax,100.5,250.11',
    'S&P 500 Index Separate Account,Employer Match,50.1,250.11',
    'Bond Market Index Separate Account,Employee Pre-tax,300,15.20',
  );
  expect(held.map(({ quantity }) => quantity).toSorted()).toEqual(['150.6', '300']);
  expect(said).toContain('sources of contributions of account');
});

test.each([
  ['Symbol,Source,Shares,Price', 'VTI,Yahoo,10,300', 'VTI,Yahoo,5,300'],
  ['Symbol,Source,Shares,Price', 'VTI,Rollover IRA,10,300', 'VTI,Roth IRA,5,300'],
  ['Symbol,Grant Date,Shares,Price', 'VTI,,10,300', 'VTI,,5,300'],
])('%s: the same holding twice is added up though nothing says that its lines are parts', (...lines) => {
  expect(readLines(...lines).said).toContain('VTI is already on line 2');
});
