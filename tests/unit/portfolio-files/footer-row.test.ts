// A line of two cells below the table ("As of, 11/20/2026") is none of what is held: taken for a damaged one, it cost the whole file.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';
import { readPricesFile } from '../../../shared/portfolio-files/read-prices-file.ts';

const TABLE = [
  'Symbol,Description,Quantity,Price,Market Value',
  'VTI,Total Market,10,300,3000',
  'BND,Bonds,20,73,1460',
];
const LEFT_OUT = 'is no line of the table and was left out; if it is money that no line holds, add a line CASH';

describe('what stands below the table is passed over, and told', () => {
  test.each([
    'As of,11/20/2026',
    'DATE,11/20/2026',
    'Date downloaded,11/20/2026 4:00 PM',
    'Note:,prices delayed 15 minutes',
    'Exported by,Jane,11/20/2026',
    'Exported by,JANE',
    'Base currency,USD',
    'Account number,12345678',
    'Overall P/L YTD,"$1,234.00"',
    'Net liquidating value,"$4,460.00"',
    'Option buying power,"$4,460.00"',
    'Cash balance,$0.00',
  ])('%s', (line) => {
    const { held, said } = readLines(...TABLE, '', line);
    expect(held).toHaveLength(2);
    expect(said).toContain('no positions, but totals or text, were found on line 5');
    expect(said).not.toContain('add a line CASH');
  });

  test.each(['Cash & Sweep Vehicle,"5,321.00"', 'Available dollars,"$5,321.00"', 'Cash balance,$500', 'Sweep:,$12.40'])(
    'and with a word on money that may be nowhere else: %s',
    (line) => {
      const { held, cash, said } = readLines(...TABLE, 'Total,,,,4460', line);
      expect([held.length, cash.length]).toEqual([2, 0]);
      expect(said).toContain(`"${line.replaceAll('"', '').replace(',', ' ')}" ${LEFT_OUT}`);
    },
  );

  test('and the day that it states is that of the prices', () => {
    expect(readLines(...TABLE, 'As of,11/18/2026').held[0]).toMatchObject({ priceAsOf: '2026-11-18' });
  });

  test('so it is below a list of transactions and one of prices', () => {
    const trades = ['Date,Action,Symbol,Quantity,Price,Amount', '11/02/2026,Buy,VTI,1,300,-300', 'Exported by,Jane'];
    expect(readLines(...trades).transactions).toHaveLength(1);
    const bytes = new TextEncoder().encode('Symbol,Price,Date,Currency\nVTI,300,2026-11-20,USD\nSource:,Acme\n');
    const read = readPricesFile({ name: 'p.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' });
    expect(read.ok).toBe(true);
  });
});

describe('what may be a damaged line of the table is a problem, with what to do', () => {
  test.each([
    'VEA,Developed',
    'Vanguard Total Stock,VT',
    'My Private Fund,5000',
    'Farmland,50000',
    'Acme,100,25.50',
    'US9229087690,12',
    'Cash trust fund,500',
  ])('%s', (line) => {
    const { held, said } = readLines(...TABLE, line);
    expect(held).toEqual([]);
    expect(said).toMatch(
      /:4: this row has [23] fields and the header 5 fields; write the fields that it lacks, or take the row out if it is no line/,
    );
  });

  test('above a line that is held, whatever it says', () => {
    expect(readLines(...TABLE.slice(0, 2), 'Available dollars:,500', ...TABLE.slice(2)).held).toEqual([]);
  });

  test('and so is one that begins with the account of the others', () => {
    const lines = ['Account,Symbol,Quantity,Price,Value', 'Cash plan,VTI,1,300,300', 'Cash plan,500'];
    expect(readLines(...lines).held).toEqual([]);
  });
});
