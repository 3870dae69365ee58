// Other mixes of the portfolio, and sums that come in or go out later: each is tried as the question says it, or named as not tried with
// the reason that is true. Asked by someone of 52.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

/** "mix: equity to 60, fixed_income to 40", "balance up 200000 in_years 10". */
const inShort = ({ what, how, value, when = null, time = null, mix }: PlanChange): string =>
  mix
    ? `mix: ${mix.map((part) => `${part.asset} ${part.how} ${String(part.value)}`).join(', ')}`
    : `${what} ${how} ${String(value)}${when === null ? '' : ` ${when} ${String(time)}`}`;

/** All that is tried at once first; another what-if after a stroke; and after a question mark why another part is not tried. */
const phrasings: readonly (readonly [kind: string, rows: readonly (readonly [question: string, read: string])[]])[] = [
  [
    'ask for another mix',
    [
      ['What is the tax hit if I sell everything?', ''],
      ['How much tax would I pay if I sold all my stocks and retired at 60?', 'retireAt to 60'],
      ['What if I hold 60/40?', 'mix: equity to 60, fixed_income to 40'],
      ['whats my chance if i go 70/30', 'mix: equity to 70, fixed_income to 30'],
      ['Should I go 80% stocks?', 'mix: equity to 80'],
      ['Should I be 100% stocks?', 'mix: equity to 100'],
      ['What if I move 20% to bonds?', 'mix: fixed_income up_percent 20'],
      ['What if I move $100,000 into bonds?', 'mix: fixed_income up 100000'],
      ["I'm thinking of moving 150k from stocks into cash, good idea?", 'mix: cash up 150000, equity down 150000'],
      ['What if I go all in cash?', 'mix: cash to 100'],
      ['Should I get out of the market?', 'mix: cash to 100'],
      ['is it dumb to be 100% cash right now', 'mix: cash to 100'],
      ['What if I put everything in VTI?', 'mix: VTI to 100'],
      ['What if I put half my money in cash?', 'mix: cash to 50'],
      ['what if half of it was in treasuries', 'mix: fixed_income to 50'],
      ['What if I sell all my stocks?', 'mix: equity to 0'],
      ['What if I cut stocks to 50%?', 'mix: equity to 50'],
      ['What if I raise my bond allocation by 10%?', 'mix: fixed_income up_percent 10'],
      ['trim stocks by 15 points', 'mix: equity down_percent 15'],
      ['What if I keep 10% gold and 10% cash?', 'mix: commodities to 10, cash to 10'],
      ['what if i put 15% in reits', 'mix: real_estate to 15'],
      ['What if I hold 70% stocks, 20% bonds and 10% cash?', 'mix: equity to 70, fixed_income to 20, cash to 10'],
      ['Would a 30/70 bonds/stocks split last longer?', 'mix: fixed_income to 30, equity to 70'],
      ['What happens to my odds if I keep everything in a money market?', 'mix: cash to 100'],
      [
        'move 10% of my money out of stocks and into real estate',
        'mix: real_estate up_percent 10, equity down_percent 10',
      ],
      ['80% or 90% stocks?', 'mix: equity to 90 | mix: equity to 80'],
    ],
  ],
  [
    'compare it with another, or ask for more beside it',
    [
      ['What if I switch from 80/20 to 60/40?', 'mix: equity to 60, fixed_income to 40'],
      ['Is 60/40 better than 80/20?', 'mix: equity to 60, fixed_income to 40'],
      ['go from 70% stocks down to 40%?', 'mix: equity to 40'],
      ["I'm 90/10, should I be 60/40 at my age?", 'mix: equity to 60, fixed_income to 40'],
      [
        'What if I hold 60/40 and inherit 200k at 62?',
        'mix: equity to 60, fixed_income to 40; balance up 200000 age 62 | mix: equity to 60, fixed_income to 40 | balance up 200000 age 62',
      ],
      ['Would going from 65% stocks to 85% stocks help?', 'mix: equity to 85'],
      [
        'Can I retire at 60 with a 60/40 portfolio?',
        'retireAt to 60; mix: equity to 60, fixed_income to 40 | retireAt to 60 | mix: equity to 60, fixed_income to 40',
      ],
    ],
  ],
  [
    'give no shares, later ones, how things are, or kinds of stocks',
    [
      ['What if I were more conservative?', '?mix'],
      ['What if I take less risk?', '?mix'],
      ['less stocks more bonds?', '?mix'],
      ['What about 40/60 when I retire?', '?mix'],
      ['what about 80/20 until 65 and 50/50 after', '?mix'],
      ['What if I go 50/50 at 65?', '?mix'],
      ['move everything into a target date fund?', '?mix'],
      ['What if I hold 60% US stocks and 40% international?', '?mix'],
      ['what if I have 10% in crypto and 90% in stocks', '?mix'],
      ['what if my 401k was all in bonds', '?mix'],
      ['What if I put 10% in crypto?', '?moved'],
      ['I have 40% in cash, should I invest it?', '?unclear'],
    ],
  ],
  [
    'are of falls, and of no mix',
    [
      ['What if stocks fall 30%?', 'stocks down_percent 30'],
      ["What if there's a 30% stock market crash?", 'stocks down_percent 30'],
      ['What if stocks are down 30%?', 'stocks down_percent 30'],
      ['What if stocks are 30% lower?', '?unclear'],
      ['What if my portfolio drops 25% next year?', 'balance down_percent 25 in_years 1'],
    ],
  ],
  [
    'have a sum come in later',
    [
      ['What if I inherit $200,000 in ten years?', 'balance up 200000 in_years 10'],
      ['What if I sell the house at 70 for $500k?', 'balance up 500000 age 70'],
      ['my parents will probably leave me around $350,000 in 15 years', 'balance up 350000 in_years 15'],
      ['Expecting a $75,000 bonus in March 2027', 'balance up 75000 in_year 2027'],
      ["inherit my mother's condo worth 300k in 10 years", 'balance up 300000 in_years 10'],
      ['My RSUs vest in 2028 for $60k', 'balance up 60000 in_year 2028'],
      ["Should we downsize when I'm 65 and pocket 200k?", 'balance up 200000 age 65'],
      ['We get 600k from selling the business in two years', 'balance up 600000 in_years 2'],
      ['What if I inherit 300k when my mom dies?', '?later'],
      [
        'sell my business in 4 years for 1.2 million and retire right away',
        'balance up 1200000 in_years 4; retireAt in 4 | balance up 1200000 in_years 4 | retireAt in 4',
      ],
    ],
  ],
  [
    'have a sum go out later',
    [
      ['What if I pay off the mortgage of $150,000 at 65?', 'cost to 150000 age 65'],
      ['What if I buy a boat for $80k when I retire?', 'cost to 80000 after_retirement 0'],
      ['What if I give my daughter 50k in 2030?', 'cost to 50000 in_year 2030'],
      ['take 50000 out of the IRA at 60 for a boat', 'cost to 50000 age 60'],
      ['a $60,000 tax bill in 2027', 'cost to 60000 in_year 2027'],
      ["I'll owe my ex $70,000 in 2028", 'cost to 70000 in_year 2028'],
      [
        'at 70 sell the house for 600k, buy a condo for 350k, keep the rest invested',
        'balance up 600000 age 70; cost to 350000 age 70 | balance up 600000 age 70 | cost to 350000 age 70',
      ],
      ['my mortgage of 180k is paid off in 9 years', '?cost'],
      [
        'Sell the house at 70 for $500k and buy a condo for $300k?',
        'balance up 500000 age 70; cost to 300000 age 70 | balance up 500000 age 70 | cost to 300000 age 70',
      ],
    ],
  ],
];

describe.each(phrasings)('questions that %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    const { whatIfs, unread = [] } = planPlay(question, 52);
    const tried = whatIfs.map(({ changes }) => changes.map(inShort).join('; ')).join(' | ');
    const read = [...(tried === '' ? [] : [tried]), ...unread.map(({ why }) => `?${why}`)];
    expect(read.join('; ')).toBe(expected);
  });
});
