// Lines that name no account are put in that of the line above, and with it under its taxes, without a word.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const CARRIED = 'put in that of the line above';

test.each([
  [
    [
      'Account,Symbol,Shares,Price',
      'Brokerage,TSLA,10,400',
      ',NVDA,5,180',
      'Roth IRA,VTI,10,300',
      ',QQQ,1,600',
      ',BND,1,70',
    ],
    '3 lines name no account and were put in that of the line above: line 3 in "Brokerage"; lines 5, 6 in "Roth IRA"',
  ],
  // By its number, shown by its end; and by its kind alone.
  [
    ['Account number,Symbol,Shares,Price', '652123456,TSLA,10,400', ',NVDA,5,180'],
    'one line names no account and was put in that of the line above: line 3 in "Account ending 3456"',
  ],
  [
    ['Account type,Symbol,Shares,Price', 'Roth IRA,TSLA,10,400', ',NVDA,5,180', '401k,VTI,1,300'],
    'one line names no account and was put in that of the line above: line 3 in "Roth IRA"',
  ],
])('%j is read without a word of it', (lines, said) => {
  expect(readLines(...lines).messages.filter((message) => message.includes(CARRIED))).toEqual([`my.csv: ${said}`]);
});

test.each([
  [['Account,Symbol,Shares,Price', 'Brokerage,TSLA,10,400', 'Brokerage,NVDA,5,180']],
  [['Symbol,Shares,Price', 'TSLA,10,400', 'NVDA,5,180']],
  [['Positions for Joint', 'Symbol,Shares,Price', 'TSLA,10,400', 'NVDA,5,180']],
  // A total and a blank line hold nothing.
  [['Account,Symbol,Shares,Price', 'Brokerage,TSLA,10,400', ',,,', ',Total,,4000']],
  // A card has an account of its own.
  [['Account,Symbol,Value', 'Brokerage,VTI,400', ',Credit card,-50']],
])('%j is told to name no account on some line', (lines) => {
  expect(readLines(...lines).said).not.toContain(CARRIED);
});
