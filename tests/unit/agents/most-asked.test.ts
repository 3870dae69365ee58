// "The biggest position in my 401(k)" was answered with the biggest of all, and "my second largest" with the first.
import { describe, expect, test } from '@jest/globals';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const brokerage = { accountName: 'Schwab Brokerage', accountType: 'taxable' } as const;
const work = { accountName: 'Fidelity 401(k)', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Roth IRA', accountType: 'tax_free' } as const;
const lines = [
  line('VTI', 500, 300, { ...brokerage, costBasis: 90_000 }),
  line('NVDA', 200, 150, { ...brokerage, costBasis: 45_000 }),
  line('BND', 800, 70, { ...work, costBasis: 61_000 }),
  line('VXUS', 500, 60, { ...work, costBasis: 20_000 }),
  line('VXUS', 100, 60, { ...roth, costBasis: 4000 }),
  line('GLD', 40, 250, { ...roth, costBasis: 9000 }),
  cash(9000, brokerage),
];
const answerTo = async (question: string): Promise<string> =>
  (await asked(question, { lines, instruments: reference })).answer;

describe('the most of some of what is held', () => {
  test.each([
    [
      'What is the biggest position in my 401(k)?',
      /^The largest holding that is only in Fidelity 401\(k\) is .*\(BND\).* held in other accounts, too/,
    ],
    ['What is my largest holding in my Schwab account?', /^The largest holding in Schwab Brokerage is .*\(VTI\)/],
    [
      'What is the smallest holding in my brokerage account?',
      /^The smallest holding in Schwab Brokerage is .*\(NVDA\)/,
    ],
    ['Which fund in my Roth IRA is the cheapest?', /^The cheapest fund in Roth IRA is .*\(VXUS\), at 0\.0\d% a year/],
    ["What's the most expensive fund in my 401(k)?", /^The most expensive fund in Fidelity 401\(k\) is .*\(VXUS\)/],
    ['Which of my bond funds is the most expensive?', /^The most expensive fund is .*\(BND\)/],
    ["What's my second largest holding?", /^The second largest holding is .*\(BND\)/],
    ['Which is my third biggest position?', /^The third largest holding is .*\(VXUS\)/],
    ['What is my smallest holding?', /^The smallest holding is .*\(GLD\)/],
    ["What's the smallest fund I own?", /^Of the funds the smallest is .*\(GLD\)/],
    ['What is the largest holding in my HSA?', /^No account here is called that; there is Schwab Brokerage/],
    [
      'What is my largest holding and my smallest holding?',
      /^The largest holding is .*\(VTI\).* The smallest holding is .*\(GLD\)/,
    ],
    [
      'What is my largest holding in my Schwab account and what is the cheapest fund in my Roth IRA?',
      /\(VTI\)[^]*The cheapest fund in Roth IRA is .*\(VXUS\)/,
    ],
  ])('%s', async (question, answer) => {
    expect(await answerTo(question)).toMatch(answer);
  });

  test.each([
    ['What is my biggest holding?', /^Your largest holding is .*\(VTI\)/],
    ['Which is my biggest account?', /^Schwab Brokerage is/],
    ['Which fund is the most expensive?', /^The most expensive fund you hold is .*\(GLD\)/],
  ])('of all it has the answer that it had: %s', async (question, answer) => {
    expect(await answerTo(question)).toMatch(answer);
  });

  test.each([
    ['Which stock has gained the most?', /\bworth less\b|No such holding/],
    ["What's my worst performing stock?", /NVIDIA.*less than was paid/],
    ['What is my best performing fund?', /\(VTI\).*more than was paid/],
    ['Which of my funds has lost the most?', /\(BND\).*less than was paid/],
  ])('a stock is no fund, nor a fund a stock: %s', async (question, answer) => {
    expect(await answerTo(question)).toMatch(answer);
  });
});
