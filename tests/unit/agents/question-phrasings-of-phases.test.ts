// Spending that is another at another age, loans that come back, funds by their index, and what a
// question asks of the past or of the plan's own chance: each is tried as asked, or named.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const inWords = ({ what, how, value, per, fromAge, when = null, time = null, toAge = null, years = null, mix }: PlanChange) =>
  mix !== null && mix !== undefined
    ? mix.map((one) => `${one.value}% ${one.asset}`).join(' ')
    : [`${what} ${how} ${value}`, per, fromAge, when, time, toAge !== null && `to ${toAge}`, years !== null && `years ${years}`]
        .filter((word) => word !== null && word !== false)
        .join(' '); // prettier-ignore

/** Each what-if, its changes joined by "+", then the reasons of what is not tried. */
function made(question: string): string {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  return [...whatIfs.map(({ changes }) => changes.map(inWords).join(' + ')), ...unread.map(({ why }) => `?${why}`)].join('; '); // prettier-ignore
}

const kinds: readonly [string, [question: string, made: string][]][] = [
  [
    'spending in phases',
    [
      [
        'What if I spend $90,000 until 75 and $60,000 afterwards?',
        'income to 60000 + cost to 30000 year after_retirement 0 to 75',
      ],
      [
        'What if I spend $60,000 until 75 and $90,000 after that?',
        'income to 60000 + cost to 30000 year age 75 to 120',
      ],
      [
        'Can I spend $120,000 in the first ten years of retirement and $70,000 after that?',
        'income to 70000 + cost to 50000 year after_retirement 0 years 10',
      ],
      [
        'Can I spend $8,000 a month until 70 and then $5,000 a month?',
        'income to 5000 month + cost to 3000 month after_retirement 0 to 70',
      ],
      [
        'What if I retire at 60, spend $90,000 until 75 and $60,000 from 75?',
        'retireAt to 60 + income to 60000 + cost to 30000 year after_retirement 0 to 75; retireAt to 60; income to 60000 + cost to 30000 year after_retirement 0 to 75',
      ],
      ['What if I spend $10,000 more a year until 80?', 'cost to 10000 year after_retirement 0 to 80'],
      ['What if I spend $20,000 less after 80?', 'income down 20000 + cost to 20000 year after_retirement 0 to 80'],
      ['What if I spend $15,000 more a year from 70 to 80?', 'cost to 15000 year age 70 to 80'],
      ['What if I spend $90,000 until 75 and $60,000 from 80?', '?unclear; ?later'],
      ['What if I spend $90,000 until 75 and save $60,000?', 'contribute to 60000; ?unclear'],
      ['What if I spend $90,000 until 75 and inherit $60,000 afterwards?', '?unclear; ?unclear'],
      ['What if I spend $900 until 75 and $600 afterwards?', '?period; ?unclear'],
      ['What if I spend 20% less after 80?', 'income down_percent 20 age 80'],
      ['What if I spend $15,000 less a year from 70 to 80?', 'income down 15000 year age 70 to 80'],
      ['What if I spend $10,000 more a year for the next 10 years?', '?unclear'],
      ['What if I save $10,000 more a year until 60?', 'contribute up 10000 year in_years 0 to 60'],
    ],
  ],
  [
    'care',
    [
      ['What if I need $100,000 a year for long-term care from 85?', 'cost to 100000 year age 85 to 120'],
      [
        'What if I need long-term care costing $100,000 a year for three years from 85?',
        'cost to 100000 year age 85 years 3',
      ],
      ['What if I pay $12,000 a year for health insurance from 60?', '?cost'],
      ['What if my mother needs $60,000 a year for care from 85?', '?cost'],
      ['What if I need $100,000 a year for long-term care?', '?cost'],
    ],
  ],
  [
    'work after a pause',
    [
      [
        'What if I retire at 60 and work again from 62 to 64 for $50,000 a year?',
        'retireAt to 60 + otherIncome to 50000 year 62 to 64; retireAt to 60',
      ],
      ['What if I work from 62 to 64 for $50,000 a year?', '?unclear'],
    ],
  ],
  [
    'what is lent',
    [
      ['What if I lend my brother $50,000 for five years?', 'balance down 50000 + balance up 50000 in_years 5'],
      [
        'What if I lend my brother $50,000 for five years at 5% interest?',
        'balance down 50000 + balance up 50000 in_years 5; ?unclear',
      ],
      ['What if I lend my brother $50,000?', 'balance down 50000'],
    ],
  ],
  [
    'sums and incomes with their own terms',
    [
      ['What if I lend my son $80,000 and he pays me back at 60?', 'balance down 80000 + balance up 80000 age 60'],
      ['What if I lend my son $80,000 and he repays me someday?', '?later'],
      ['What if I take a loan of $50,000 for five years?', '?lent'],
      ['Is it better to take a lump sum of $300,000 or $1,800 a month for life?', 'balance up 300000; ?unclear'],
      [
        'What if I inherit $100,000 at 60 and $200,000 at 70?',
        'balance up 100000 age 60 + balance up 200000 age 70; balance up 100000 age 60; balance up 200000 age 70',
      ],
      ['What if I inherit $100,000 at 60 and spend $70,000 at 70?', 'balance up 100000 age 60; ?later'],
      [
        'Can I retire at 60 and sell my house for $500,000 then?',
        'retireAt to 60 + balance up 500000 after_retirement 0; retireAt to 60; balance up 500000 after_retirement 0',
      ],
      [
        'Can I retire at 60, then sell my house for $500,000?',
        'retireAt to 60 + balance up 500000 after_retirement 0; retireAt to 60; balance up 500000 after_retirement 0',
      ],
      ['What if my Social Security starts at 67 with $2,800 a month?', 'otherIncome to 2800 month 67'],
      ['What if I get a pension of $2,500 a month at 62 with no cost of living adjustment?', '?unclear'],
      [
        'What if I get a pension of $2,500 a month at 62 that is adjusted for inflation?',
        'otherIncome to 2500 month 62',
      ],
      ['What if I spend $60,000 a year without adjusting for inflation?', '?unclear'],
      ['What if I buy long-term care insurance for $4,000 a year from 60?', '?cost'],
    ],
  ],
  [
    'funds by their index',
    [
      ['What if I put everything in an S&P 500 index fund?', '100% equity'],
      ['What if I put everything in a total market fund?', '100% equity'],
      ['What if I moved everything into a bond fund?', '100% fixed_income'],
      ['What if I sell everything and buy VTI?', '100% VTI'],
      ['What if I sell everything and then buy bonds?', '100% fixed_income'],
      ['What if I sell everything and invest in crypto?', '?mix'],
      ['What if I put everything in a target date fund?', '?mix'],
      ['What if I put everything in an international index fund?', '?mix'],
      ['What if the S&P 500 is 40% overvalued?', '?unclear'],
      ['Should I sell my S&P 500 fund?', ''],
    ],
  ],
  [
    'what is left open',
    [
      [
        'If I retire at 58 how much would I have to cut my spending?',
        'retireAt to 58 + income enough 0; retireAt to 58',
      ],
      [
        'I want to retire at 58. What do I have to change?',
        'retireAt to 58 + contribute enough 0; retireAt to 58 + income enough 0; retireAt to 58',
      ],
      [
        'If I retire at 55, what must I save and how much can I spend?',
        'retireAt to 55 + contribute enough 0; retireAt to 55 + income enough 0; retireAt to 55',
      ],
      ['If I retire at 58 how much would I have to cut my taxes?', 'retireAt to 58'],
    ],
  ],
];

describe.each(kinds)('a question of %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    expect(made(question)).toBe(expected);
  });
});

test.each([
  ['How would my portfolio have done in 2008?', ['risk'], ''],
  ['What would the Great Depression have done to my portfolio?', ['risk'], ''],
  ['How would my portfolio have held up in past crashes?', ['risk'], ''],
  ['How would my portfolio have held up in 2008 and 2020?', ['risk'], '?size'],
  ['How much would I have lost in 2020?', [], '?size'],
  ['How would Apple have done in 2008?', [], '?unclear'],
  ['How would a 60/40 portfolio have done in 2008?', [], '?mix'],
  ['How did my portfolio do in 2022?', [], '?unclear'],
  ['Why is my chance of success only 72%?', ['retirement'], ''],
  ['Why did I get 72%?', ['retirement'], ''],
  ['Why is my success rate so low?', ['retirement'], ''],
  ['Why is my plan failing?', ['retirement'], ''],
  ['Am I on track?', ['retirement'], ''],
  ['How much should I have saved by 50?', ['retirement'], '?needed'],
  ["Why is my fund's return only 5%?", [], '?unclear'],
])('the past and the plan’s own chance: %s', (question, focus, unread) => {
  expect(planPlay(question, 45).focus).toEqual(focus);
  expect(made(question)).toBe(unread);
});
