// A file with one ticker at prices that no one listing has: what it says of each line is what is counted.
import { describe, expect, test } from '@jest/globals';
import { analysed } from './analysed-files.ts';

const AS_OF = '2026-11-21';
const HEADER = 'Account,Account type,Symbol,Name,Quantity,Price,Price date,Market value';
const BOND = ',tax_deferred,BND,,100,73,2026-11-20,7300';

const stockFund = (plan: string, day: string): string[] => [
  `Brokerage,taxable,MSFT,Microsoft Corporation,100,500,${day},50000`,
  `${plan},tax_deferred,MSFT,Microsoft stock fund (units),2000,45.20,2026-11-20,90400`,
  plan + BOND,
];

describe('a file that states one ticker at two prices', () => {
  test.each([
    ['401k', '2026-11-20'],
    ['Zeta 401k', '2026-11-20'],
    ['401k', '2026-11-19'],
    ['Zeta 401k', '2026-11-19'],
  ])('has another total with the plan called %s and the share’s price of %s', (plan, day) => {
    const lines = stockFund(plan, day);
    for (const rows of [lines, lines.toReversed()]) {
      const { value, analysis, notes } = analysed([HEADER, ...rows], [], AS_OF);
      expect(notes).toContain('the prices of MSFT are too far apart to be of one thing');
      expect(notes).toContain(`500 of ${day} on line ${rows === lines ? 2 : 4} (50000.00 USD)`);
      expect(notes).toContain('45.2 of 2026-11-20 on line 3 (90400.00 USD)');
      expect(value).toBe(147_700);
      expect(analysis.pricedApart?.map(({ symbol, count }) => [symbol, count])).toEqual([['MSFT', 2]]);
    }
  });

  test('and no market value is counted at one of them', () => {
    const rows = stockFund('401k', '2026-11-20').map((row) => row.replace(/,[^,]*$/, ''));
    expect(analysed([HEADER.replace(',Market value', ''), ...rows], [], AS_OF).value).toBe(147_700);
  });

  test('with a slipped decimal is counted at either price throughout', () => {
    const rows = [
      'Brokerage,taxable,FXAIX,,100,235.50,2026-11-20,23550',
      'Ann IRA,tax_deferred,FXAIX,,2000,23.55,2026-11-20,47100',
    ];
    expect(analysed([HEADER, ...rows], [], AS_OF).value).toBe(70_650);
  });

  test('of one listing on two days is brought up to the newer', () => {
    const rows = ['A,taxable,VTI,,10,300,2026-11-19,3000', 'B,taxable,VTI,,10,303,2026-11-20,3030'];
    const { value, notes } = analysed([HEADER, ...rows], [], AS_OF);
    expect(value).toBe(6060);
    expect(notes).not.toContain('too far apart');
  });
});
