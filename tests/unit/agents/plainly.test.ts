// Whether something is more or less than an amount was answered with a plan that begins with that amount, or not understood.
import { describe, expect, test } from '@jest/globals';
import { plainly } from '../../../shared/agents/models/narrator/plan/plainly.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const work = { accountName: '401(k)', accountType: 'tax_deferred' } as const;
const lines = [
  line('VTI', 500, 300, { accountName: 'Brokerage' }),
  line('NVDA', 200, 150, { accountName: 'Brokerage' }),
  line('BND', 800, 70, work),
  cash(9000, { accountName: 'Brokerage' }),
];
const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 45_000, contribute: 10_000 };

describe('a comparison is answered with what it is of, and tries nothing', () => {
  test.each([
    ['Is my portfolio worth more than a million?', /portfolio is worth \$245,000/],
    ['Is my portfolio worth at least $200,000?', /portfolio is worth \$245,000/],
    ['Am I a millionaire?', /portfolio is worth \$245,000/],
    ['Do I have over $100k in stocks?', /^Stocks are 73% of your portfolio, worth \$180,000/],
    ['Do I have less than $20,000 in cash?', /^Cash is 3\.7% of your portfolio, worth \$9,000/],
    ['Is VTI more than 20% of my portfolio?', /\(VTI\) is 61% of your portfolio/],
    ['Does Nvidia make up more than 10% of my portfolio?', /NVIDIA.* is 12% of your portfolio/],
    ['Is more than half of my money in stocks?', /^Stocks are 73%/],
    ['Is my 401(k) worth more than $100,000?', /^401\(k\) is 23% of your portfolio, worth \$56,000/],
    ['Which is bigger, my 401(k) or my brokerage account?', /401\(k\) is 23%.*Brokerage is 77%/],
    ["How much of my portfolio isn't in the US?", /Canada is counted with the United States/],
    ['How many different funds do I own?', /^You hold .*\(VTI\).*\(BND\)/],
    ['Which account has the most cash?', /^Your cash, \$9,000 in all, is held in Brokerage/],
    ['How much is not in stocks?', /^Stocks are 73%.* The rest is 27% of your portfolio/],
    ['How much do I have excluding my 401(k)?', /The rest is 77% of your portfolio/],
  ])('%s', async (question, answer) => {
    const { answer: said, planned } = await asked(question, { lines, instruments: reference, goals });
    expect(planned.whatIfs).toEqual([]);
    expect(said).toMatch(answer);
  });
});

test.each([
  'What if my portfolio is worth $1,000,000 when I retire?',
  'Can I retire at 60 with more than $50,000 a year?',
  'What if I save more than $20,000 a year?',
  'Is my spending more than $40,000 a year?',
  'What if I have over $100k in stocks and they fall by 30%?',
])('what supposes something, or is of the plan, stays as it is: %s', (question) => {
  expect(plainly(question)).toBe(question);
});
