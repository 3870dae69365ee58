// What comes, changes or ends at a time of its own: each is tried for that time and no other, or named with what to ask instead.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const inWords = ({ what, how, value, per, fromAge, when = null, time = null, toAge = null, years = null }: PlanChange) =>
  [`${what} ${how} ${value}`, per, fromAge, when, time, toAge !== null && `to ${toAge}`, years !== null && `years ${years}`]
    .filter((word) => word !== null && word !== false)
    .join(' '); // prettier-ignore

/** Each what-if, its changes joined by "+", then the reasons of what is not tried: asked by someone of 45. */
function made(question: string): string {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  return [...whatIfs.map(({ changes }) => changes.map(inWords).join(' + ')), ...unread.map(({ why }) => `?${why}`)].join('; '); // prettier-ignore
}

const kinds: readonly [string, [question: string, made: string][]][] = [
  [
    'travel in the first years, which costs nothing afterwards',
    [
      ['travel for the first ten years: $10,000 extra a year', 'cost to 10000 year after_retirement 0 years 10'],
      [
        'I want to travel in the first 10 years of retirement, that is $10,000 a year more',
        'cost to 10000 year after_retirement 0 years 10',
      ],
      [
        'I want to travel in the first 10 years of retirement for $10,000 a year more',
        'cost to 10000 year after_retirement 0 years 10',
      ],
    ],
  ],
  [
    'a second sum that has nothing but its date',
    [
      [
        'I inherit $100,000 in 2030 and $50,000 in 2035',
        'balance up 100000 in_year 2030 + balance up 50000 in_year 2035; balance up 100000 in_year 2030; balance up 50000 in_year 2035',
      ],
      [
        'I pay $30,000 for a wedding in 2030 and another $20,000 in 2033',
        'cost to 30000 in_year 2030 + cost to 20000 in_year 2033; cost to 30000 in_year 2030; cost to 20000 in_year 2033',
      ],
      ['I inherit $100,000 in 2030 and $50,000 in 2035 for my son', 'balance up 100000 in_year 2030; ?later'],
      ['I inherit $100,000 in 2030 and spend $50,000 in 2035', 'balance up 100000 in_year 2030; ?later'],
      ['I inherit $100,000 in 2030 and $50,000 a year in 2035', 'balance up 100000 in_year 2030; ?unclear'],
      ['I inherit $100,000 in 2030 and $50,000 when my aunt dies', 'balance up 100000 in_year 2030; ?unclear'],
    ],
  ],
  [
    'how many futures there are, which is no amount of money',
    [
      ['run it with 10000 futures', '?futures'],
      ['would 10,000 simulations be enough', '?futures'],
      ['what is my chance in 10000 futures?', ''],
      ['can I retire at 60 in 10000 futures', 'retireAt to 60'],
    ],
  ],
];

describe.each(kinds)('a question of %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    expect(made(question)).toBe(expected);
  });
});
