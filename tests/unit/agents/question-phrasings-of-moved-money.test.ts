// Money that is moved, paid, needed by others or earned beside the plan, and work that has stopped already: each amount is of what the
// question says, or named as not tried with the reason that is true. Asked by someone of 52.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

/** "cost 35000/year, in_years 4, years 4". */
const inShort = ({ what, how, value, per, fromAge, source, toAge, years, when, time }: PlanChange): string =>
  [
    `${what} ${how} ${String(value)}${per === null ? '' : `/${per}`}${fromAge === null ? '' : `@${String(fromAge)}`}`,
    ...(source === undefined || source === null ? [] : [source]),
    ...(when === undefined || when === null ? [] : [`${when} ${String(time)}`]),
    ...(years === undefined || years === null ? [] : [`years ${String(years)}`]),
    ...(toAge === undefined || toAge === null ? [] : [`to ${String(toAge)}`]),
  ].join(', ');

/** What the first what-if tries, and after a question mark why another part is not tried. */
const phrasings: readonly (readonly [kind: string, rows: readonly (readonly [question: string, read: string])[]])[] = [
  [
    'give a price, which is no income',
    [
      ['Should I buy an annuity for $200,000?', '?price'],
      ['Should I get an annuity for 150k?', '?price'],
      ['Would a $100,000 annuity help?', '?price'],
      ['Should I buy a $250k annuity at retirement?', '?price'],
      ['Can I purchase an annuity for $300k and retire at 62?', 'retireAt to 62; ?price'],
      ['An annuity pays $12,000 a year from 70. Does that help?', 'otherIncome to 12000/year@70'],
    ],
  ],
  [
    'move money that is there already',
    [
      ['What if I put $50,000 in bitcoin?', '?moved'],
      ["Should I invest 100k in my friend's restaurant?", '?moved'],
      ["What if I put $25,000 in my cousin's startup?", '?moved'],
      ['What if I invest $200,000 in real estate?', '?moved'],
      ['Should I move $100,000 to my brother?', '?moved'],
      ['What if I put 10% in crypto?', '?moved'],
      ['Should I put $150,000 into CDs at 4%?', '?moved'],
      ['What if I move $200,000 from my 401k to an IRA?', '?moved'],
      ['What if I do a Roth conversion of $200,000 this year?', '?moved'],
      ['What happens if I buy $40,000 worth of ethereum?', '?moved'],
      ['Sell Apple and put the $100,000 in bonds?', '?moved'],
      ['What if I put $4,000 a year in my HSA?', '?part'],
      ['What if I put another $100,000 in?', 'balance up 100000'],
      ['Can I put my $60,000 bonus into the portfolio?', 'balance up 60000'],
    ],
  ],
  [
    'earn beside retirement, without an end or a sum',
    [
      ['What if I work part time from 60 and earn $30,000?', '?until; ?until'],
      ['What if I earn $1,500 a month from a side job after I retire?', '?until'],
      ['What if I drive for Uber in retirement and make $800 a month?', '?unclear; ?until'],
      ['What if I retire at 60 and work part time for $20,000 a year?', 'retireAt to 60; ?until'],
      ['Could I go part time at 55 earning $50,000?', '?until'],
      ['What if I semi-retire at 58 making $40k?', '?until'],
      ['What if I work part-time in retirement?', '?amount'],
      ['What if I consult for $40,000 a year from 60 to 65?', 'otherIncome to 40000/year@60, work, to 65'],
    ],
  ],
  [
    'trade one holding, which is no new money',
    [
      ['What if I sell my Tesla shares for $50,000?', '?holding'],
      ['What if I sell $50,000 of Apple?', '?holding'],
      ['What if I sell all my NVDA?', '?holding'],
      ['What if I halve my NVDA position?', '?holding'],
      ['What if I cut NVDA to 5% of my portfolio?', '?holding'],
      ['What if I replace VTSAX with BND?', '?holding'],
      ['What if I reduce my exposure to Nvidia?', '?holding'],
      ['What if I sell my company stock?', '?holding'],
      ['What if I buy more Apple?', '?holding'],
      ['Can I sell Tesla and still retire at 60?', 'retireAt to 60; ?holding'],
      ['I sold my Microsoft shares last year. Can I retire at 60?', 'retireAt to 60'],
      ['What if I sell my house in Boston for $700,000?', 'balance up 700000'],
      ['What if I sell my RV for $60,000?', 'balance up 60000'],
      ['What if I sell all my bonds?', 'mix to 0'],
      ['What if Nvidia falls 50%?', 'price down_percent 50'],
      ['What if I reduce my spending to $50,000 in May?', 'income to 50000'],
    ],
  ],
  [
    'take a single sum out',
    [
      ['Can I cash out $100,000 from my 401k now?', 'balance down 100000'],
      ['Can I take out $50,000 from my 401k for a house?', 'balance down 50000'],
      ['Can I withdraw $80,000 from my IRA next month to buy a truck?', 'balance down 80000'],
      ['Could I pull $35,000 out of my 403b to pay for a kitchen?', 'balance down 35000'],
      ['Should I use $180,000 to pay off my mortgage?', 'balance down 180000'],
      ['Can I withdraw $60,000 a year?', 'withdraw to 60000/year'],
      ['Can I withdraw 50k a year starting at 58?', '?begins'],
      ['Take $30,000 a year from my IRA from 60 to 64?', '?begins'],
    ],
  ],
  [
    'say what others need',
    [
      ['My aunt needs $500 a month, can I still retire at 63?', 'retireAt to 63; ?cost'],
      ['My mom needs $2,000 a month for care. Can I still retire at 64?', 'retireAt to 64; ?cost'],
      ['What if I help my kids with $15,000 a year until I retire?', '?cost'],
      ['My wife was laid off. Can I still retire at 64?', 'retireAt to 64; ?unclear'],
      ['Long-term care could cost $120,000 a year. Am I covered?', '?cost'],
      ['Home health aide costs $6,000 a month. Would I be covered?', '?cost'],
      ['I have to pay $2,500 a month alimony until I am 60. Does that work?', '?cost'],
    ],
  ],
  [
    'tell that work has stopped',
    [
      ['I just retired. Can I spend 45k a year?', 'retireAt in 0; income to 45000/year'],
      ['I got laid off. Can I live on 36k a year from today?', 'retireAt in 0; income to 36000/year'],
      ['I am already retired. Can I afford $60,000 a year?', 'retireAt in 0; income to 60000/year'],
      ['I quit my job last week. Can I manage on 50k a year?', 'retireAt in 0; income to 50000/year'],
      ['I retired last month at 52. Does 55k a year work?', 'retireAt in 0; income to 55000/year'],
      ['I took early retirement in June. Can I spend $42,000 a year?', 'retireAt in 0; income to 42000/year'],
      ['Since I was fired I live on 30k a year. Is that ok?', 'retireAt in 0; income to 30000/year'],
      ['We got let go, both of us. Can we live on 5k a month?', 'retireAt in 0; income to 5000/month'],
      ['I have been retired for two years. How much can I spend?', 'retireAt in 0; income enough 0'],
      ['When I am retired, can I spend $50,000 a year?', 'income to 50000/year'],
      ['I just got laid off. Can I retire at 60?', 'retireAt to 60; ?unclear'],
    ],
  ],
  [
    'date a cost',
    [
      [
        'My kid goes to college in 4 years, 35k a year for four years. Can I still retire at 64?',
        'cost to 35000/year, in_years 4, years 4; retireAt to 64',
      ],
      ["My daughter's wedding will cost $50,000 in 3 years.", 'cost to 50000, in_years 3'],
      ['My wedding is next year and costs $45,000.', 'cost to 45000, in_years 1'],
      ['Can I buy a second home for $350,000 in 5 years?', 'cost to 350000, in_years 5'],
      ["When I'm 60 I want to buy a $400,000 cottage.", 'cost to 400000, age 60'],
      ['We want a $25,000 cruise every year from 65 to 70.', 'cost to 25000/year, age 65, to 70'],
      ['What if I need $10,000 a year for health insurance from 62 to 65?', 'cost to 10000/year, age 62, to 65'],
      ["Private school costs us 22k a year until she's 18, in 6 years.", '?cost; ?unclear'],
      ['Nursing home at 85 for $110,000 a year. Will I be able to pay?', 'cost to 110000/year, age 85, to 120'],
      ['We downsize at 66 and free up $250,000.', 'balance up 250000, age 66'],
    ],
  ],
  [
    'earn something after the work of today',
    [
      ['What if I work part time at 58 earning $30k until 64?', 'otherIncome to 30000/year@58, work, to 64'],
      ['What if a part-time job pays 20k from 64 to 70?', 'otherIncome to 20000/year@64, work, to 70'],
      ['Consulting would bring me $2,500 a month from 64 to 68.', 'otherIncome to 2500/month@64, work, to 68'],
      [
        'Can I stop working now and start consulting for $40,000 a year until 60?',
        'retireAt in 0; otherIncome to 40000/year, work, to 60',
      ],
      ["I receive rent of $18,000 a year until I'm 75.", 'otherIncome to 18000/year, in_years 0, to 75'],
    ],
  ],
  [
    'were not understood',
    [
      ['Will I be broke by 85?', 'lifeExpectancy to 85'],
      ['What if I retire in 2032?', 'retireAt to 2032'],
      ['Can we stop at the end of 2029?', 'retireAt to 2029'],
      ['What if inflation goes to 5%?', 'inflation to 5'],
      ['62 with 80k?', 'retireAt to 62; income to 80000'],
      ['What if I take Social Security at 62?', 'claimAt to 62'],
      ['What if I delay Social Security to 70?', 'claimAt to 70'],
      ['What if I get $2,000 a month from Social Security at 67?', 'otherIncome to 2000/month@67, social_security'],
    ],
  ],
];

describe.each(phrasings)('questions that %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    const { whatIfs, unread = [] } = planPlay(question, 52);
    const [first] = whatIfs;
    const read = [...(first?.changes ?? []).map(inShort), ...unread.map(({ why }) => `?${why}`)];
    expect(read.join('; ')).toBe(expected);
  });
});

describe('what a question is about', () => {
  test.each([
    ['Do I have too much Apple?', ['concentration']],
    ['Am I too heavy in Nvidia?', ['concentration']],
    ['Is my Apple position too big?', ['concentration']],
    ['Long-term care could cost $120,000 a year. Am I covered?', []],
    ['Should I buy an annuity for $200,000?', []],
    ['How long will my money last?', ['running_out']],
    ['At what age will the money run out?', ['running_out']],
  ])('%s', (question, focus) => {
    expect(planPlay(question, 52).focus).toEqual(focus);
  });

  test('heirs are spoken of where something is left to them, and not for real estate', () => {
    expect(planPlay('What if I invest $200,000 in real estate?', 52).outside).toEqual([]);
    expect(planPlay('I want to leave my children $500,000. Can I?', 52).outside).toEqual(['inheritance']);
  });

  test('taxes are spoken of where money comes out of an account that defers them', () => {
    expect(planPlay('Can I cash out $100,000 from my 401k now?', 52).outside).toContain('taxes');
  });
});
