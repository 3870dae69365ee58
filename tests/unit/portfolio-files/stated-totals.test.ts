// A broker's own total is compared with the lines above it: a line that was cut off would else be missed by nobody.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEADER = 'Symbol,Description,Quantity,Price,Market Value';
const [VTI, BND, CASH] = [
  'VTI,Total market,10,300.00,"$3,000.00"',
  'BND,Bonds,20,70.00,"$1,400.00"',
  'Cash & Cash Investments,--,--,--,$600.00',
];
const total = (value: string, label = 'Account Total') => `${label},--,--,--,"${value}"`;
const TOLD = /is [\d,.]+, but the lines above it add up to/;

test('a line that is missing from the export is told by the account’s own total', () => {
  const { said } = readLines(HEADER, VTI, CASH, total('$5,000.00'));
  expect(said).toContain(
    '"Account Total" is 5,000.00, but the lines above it add up to 3,600.00, 1,400.00 less: a line is missing from the file, or was not read',
  );
});

test('a line that may be there twice is told as one that is left out', () => {
  const { notes } = readLines(HEADER, VTI, BND, VTI.replace('VTI', 'ITOT'), total('$4,400.00'));
  expect(notes.find(({ message }) => message.includes('3,000.00 more'))?.topic).toBe('in_doubt');
});

test.each([
  ['adds up', [HEADER, VTI, BND, CASH, total('$5,000.00')]],
  [
    'is rounded line by line',
    [HEADER, VTI.replace('3,000.00', '3,000.49'), BND.replace('1,400.00', '1400'), total('4400')],
  ],
  ['leaves cash out', [HEADER, VTI, BND, CASH, total('$4,400.00', 'Total')]],
  [
    'is of a group, and then of all',
    [
      HEADER,
      VTI,
      total('$3,000.00', 'Total'),
      BND,
      CASH,
      total('$2,000.00', 'Total'),
      total('$5,000.00', 'Grand Total'),
    ],
  ],
  [
    'is of each account, and then of both',
    [
      '"Brokerage ...123"',
      HEADER,
      VTI,
      total('$3,000.00'),
      '',
      '"Roth IRA ...456"',
      HEADER,
      BND,
      total('$1,400.00'),
      total('$4,400.00', 'Grand Total'),
    ],
  ],
  ['takes a mortgage off', ['Asset,Value', 'VTI,5000', 'Cash,600', 'Mortgage,2000', 'Total,3600']],
  ['takes a mortgage off a house', ['Asset,Value', 'VTI,5000', 'House,9000', 'Mortgage,"-2,000"', 'Total,12000']],
  ['leaves a mortgage out', ['Asset,Value', 'VTI,5000', 'Cash,600', 'Mortgage,2000', 'Total,5600']],
  ['is beside a line without a value', [HEADER, VTI, 'XYZQ,Unpriced,5,--,--', total('$9,000.00')]],
  [
    'counts an option that is left out',
    [HEADER, VTI, 'SPY   260116C00450000,Call,1,12.00,"$1,200.00"', total('$4,200.00')],
  ],
  ['is a fund’s name', [HEADER, VTI, 'TOTL,Total Return,10,5.00,$50.00']],
])('a total that %s says nothing', (_how, lines) => {
  expect(readLines(...lines).said).not.toMatch(TOLD);
});

test('lines in two currencies are not summed', () => {
  const lines = ['VTI,10,300,3000,USD', 'VWCE,10,100,1000,EUR', 'Total,,,4150,USD'];
  expect(readLines('Symbol,Quantity,Price,Market Value,Currency', ...lines).said).not.toMatch(TOLD);
});

test.each([
  ['in another currency', ['VTI,10,300,3000,USD', 'Total,,,2600,EUR'], false],
  ['in pounds, of pence', ['ISF,500,880,4400,GBX', 'Total,,,44,GBP'], false],
  ['in pounds, of pence in the cells', ['ISF,500,880.10p,440050p,GBP', 'Total,,,4400.50,GBP'], false],
  ['in the same currency', ['VTI,10,300,3000,USD', 'Total,,,4000,usd'], true],
  ['in dashes', ['VTI,10,300,3000,USD', 'Total,,,4000,--'], true],
])('a total %s is compared, or not, as if it were another', (_how, lines, told) => {
  const { said } = readLines('Symbol,Quantity,Price,Market Value,Currency', ...lines);
  expect(TOLD.test(said)).toBe(told);
});
