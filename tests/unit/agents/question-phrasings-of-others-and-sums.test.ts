// Questions whose figure is of something else than it looks: a total for a year's spending, a break for a retirement, another's age for
// one's own, a death that somebody survives. What is not tried is named.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

/** "retireAt 60 + income 70000" for what is tried first, then the reasons of what is not. */
function inShort(question: string): string {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  const alone = whatIfs.filter(({ changes }) => changes.length === 1).map(({ changes: [one] }) => one);
  const changes = whatIfs.length > 1 && whatIfs[0]?.changes.length === 1 ? alone : (whatIfs[0]?.changes ?? []);
  const tried = changes.flatMap((one) => (one === undefined ? [] : [`${one.what} ${one.how} ${one.value}${one.per === null ? '' : `/${one.per}`}`])); // prettier-ignore
  return [...tried, ...unread.map(({ why }) => `?${why}`)].join('; ');
}

/** By a kind, questions and what is made of each. */
const kinds: readonly [string, [question: string, made: string][]][] = [
  [
    'how much to save',
    [
      [
        'How much do I need to save a month to retire at 62 with 90k?',
        'retireAt to 62; income to 90000; contribute enough 0/month',
      ],
      [
        'How much a month do I need to save to retire at 60 with $70,000?',
        'retireAt to 60; income to 70000; contribute enough 0/month',
      ],
      [
        'How much do I have to save to retire at 60 on 70k a year?',
        'retireAt to 60; income to 70000/year; contribute enough 0',
      ],
      ['How much should I put aside each month to stop at 61?', 'retireAt to 61; contribute enough 0/month'],
      ['How much more should I be saving?', 'contribute enough 0'],
    ],
  ],
  [
    'a time without work',
    [
      ['What if I get laid off for two years?', '?pause'],
      ['What if I lose my job for 3 years?', '?pause'],
      ['What if I am unemployed for 18 months?', '?pause'],
      ['What if I take two years off?', '?pause'],
      ['What if I take a sabbatical of 6 months?', '?pause'],
      ['What if I get fired at 55?', 'retireAt to 55'],
    ],
  ],
  [
    'whoever lives on',
    [
      ['What if I die at 75, will my wife be ok?', '?survivor'],
      ['If I die at 80, what is left for my wife?', '?survivor'],
      ['If my husband dies at 70, can I keep the house?', '?survivor'],
      ['Would she be ok if I passed away at 72?', '?survivor'],
      ['What happens if Dave dies first?', '?survivor'],
      ['What if Carol is widowed at 70?', '?survivor'],
      ['What if I die at 75?', 'lifeExpectancy to 75'],
      ['My aunt dies and leaves me $50,000', 'balance up 50000'],
    ],
  ],
  [
    'a sum of a day, and a part more or less each year',
    [
      ['What if I get $200,000 at 60 and spend 10% more?', 'balance up 200000; income up_percent 10'],
      ['What if I inherit $200,000 at 60 and save 20% more?', 'balance up 200000; contribute up_percent 20'],
      ['What if I buy a boat for $80,000 at 60 and cut my spending by 10%?', 'cost to 80000; income down_percent 10'],
      ['What if I get $250,000 at 60 and spend 20% of it?', '?later; ?unclear'],
      ['What if I get $250,000 at 60 and save 20% of that?', '?later; ?unclear'],
    ],
  ],
  [
    'several ages',
    [
      ['Retire at 65 vs 67 vs 70?', 'retireAt to 65; retireAt to 67; retireAt to 70'],
      ['Compare retiring at 60, 62 and 64', 'retireAt to 60; retireAt to 62; retireAt to 64'],
      ['Which is better, retiring at 60, 63 or 66?', 'retireAt to 60; retireAt to 63; retireAt to 66'],
      ['What is the difference between retiring at 60, 65 and 70?', 'retireAt to 60; retireAt to 65; retireAt to 70'],
      ['60 or 62 or 64?', 'retireAt to 60; retireAt to 62; retireAt to 64'],
    ],
  ],
  [
    'a sum to have',
    [
      ['Do I need 2 million to retire at 60?', '?total'],
      ['Do we need $3 million before we retire?', '?total'],
      ['Do I need $60,000 a year to retire at 60?', 'income to 60000/year; retireAt to 60'],
    ],
  ],
  [
    'what rises every year',
    [
      ['If I raise my savings by 5% every year, when can I retire?', '?rises'],
      ['What if I increase my contributions 3% a year?', '?rises'],
      ['What if I spend 3% more every year?', '?rises'],
      ['What if I spend 10% less a year?', 'income down_percent 10'],
    ],
  ],
  [
    'somebody else',
    [
      ['My mother is 88 and retired at 60. When can I retire?', '?another; ?another'],
      ['My dad retired at 55. Can I?', '?another'],
      ['A friend retired at 52 on $40k a year. Could I?', '?another'],
      ['My brother stopped working at 58 and I want to retire at 60.', 'retireAt to 60; ?another'],
    ],
  ],
  [
    'what flows at a time or on a condition',
    [
      ['What if I save $100,000 just once?', '?unclear'],
      ['What if I spend $30,000 more this year?', '?unclear'],
      ['What if I spend 20% less whenever the market falls?', '?unclear'],
      ['When stocks fall, can I spend 15% less?', '?unclear'],
      ['What if I spend $60,000 once the mortgage is paid off?', '?unclear'],
      ['What if I spend $60,000 in bad years?', '?unclear'],
      ['What if I spend $100,000 initially?', '?unclear'],
      ['What if I spend $70,000 on average?', '?unclear'],
      ['What if I spend $100,000 for starters?', '?unclear'],
      ['What if I spend $15,000 more now and then?', '?unclear'],
      ['What if I save $10,000 less while the kids are in college?', '?unclear'],
      ['What if I retire at 60 and spend $90,000 until then?', 'retireAt to 60; ?unclear'],
      ['What if I retire at 60 once the kids are out of the house?', 'retireAt to 60; ?unclear'],
      ['Once I retire, can I spend $70,000 a year?', 'income to 70000/year'],
      ['What if I save $30,000 a year while I work?', 'contribute to 30000/year'],
      ['What if I buy a car for $40,000 this year?', 'balance down 40000'],
    ],
  ],
  [
    'what is got for something of one’s own',
    [
      ['What if I get $50,000 for my car?', 'balance up 50000'],
      ['What if I get $500,000 for my business and save half of it?', 'balance up 500000; ?unclear'],
      ['What if I get $30,000 for a new roof?', 'balance down 30000'],
    ],
  ],
  [
    'half of another sum, or an amount without a sign',
    [
      ['A raise of 20k and save half', '?earned; ?earned'],
      ['What if I inherit $200,000 and spend half of it?', 'balance up 200000; ?unclear'],
      ['What if I receive a $60,000 bonus and invest $40,000 of it?', 'balance up 60000; ?unclear'],
      ['What if I inherit $100,000 and use a quarter of it to pay off debt?', 'balance up 100000; ?unclear'],
      ['What if I inherit $200,000 and keep half of it in cash?', 'balance up 200000; ?unclear'],
      ['What if my salary doubles and I save half of it?', '?earned; ?earned'],
      ['What if I spend double what I save?', '?unclear'],
      ['What if I save half my income?', '?unclear'],
      ['What if I spend half of what I spend now?', 'income down_percent 50'],
      ['Save 500 a month instead and spend 6k a month', 'contribute to 500/month; income to 6000/month'],
    ],
  ],
];

describe.each(kinds)('a question of %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    expect(inShort(question)).toBe(expected);
  });
});

test('a fee that is too high is no holding that is too large', () => {
  expect(planPlay('Am I paying too much in fees?', 45).focus).toEqual(['costs']);
});
