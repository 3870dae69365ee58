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

describe('in other words', () => {
  test.each([
    [
      'Could we retire early, say at 58, and spend $40k?',
      [
        { what: 'retireAt', value: 58 },
        { what: 'income', value: 40_000 },
      ],
    ],
    ['Could I retire early, maybe 58?', [{ what: 'retireAt', value: 58 }]],
    ['What happens if I lose my job at 58?', [{ what: 'retireAt', value: 58 }]],
    ['What if I save 15% of my salary of 150k?', [{ what: 'contribute', value: 22_500, per: 'year' }]],
    ['What if we put away 10% of our income of $90,000 a year?', [{ what: 'contribute', value: 9000 }]],
  ])('%s', async (question, changes) => {
    const { planned } = await asked(question, { lines, instruments: reference, goals });
    expect(planned.whatIfs[0]?.changes).toEqual(changes.map((one) => expect.objectContaining(one)));
    expect(planned.unread).toBeUndefined();
  });

  test('how many shares there are, and what they are worth, is answered both', async () => {
    const { answer } = await asked('How many shares of NVDA do I own and what are they worth?', {
      lines,
      instruments: reference,
    });
    expect(answer).toMatch(/200 units of NVIDIA[^]*NVIDIA.*worth \$30,000/);
  });

  test.each([
    'What if the dollar loses 20%?',
    'What happens if the US dollar weakens by a third?',
    'What if the euro falls 10%?',
  ])('a currency that moves is no fall of what is held: %s', async (question) => {
    const { planned, answer } = await asked(question, { lines, instruments: reference, goals });
    expect(planned.whatIfs).toEqual([]);
    expect(answer).toContain('no exchange rate is assumed');
  });
});
