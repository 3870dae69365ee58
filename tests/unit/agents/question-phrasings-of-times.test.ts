// What comes, changes or ends at a time of its own: each is tried for that time and no other, or named with what to ask instead.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { namedIn } from '../../../shared/finance/question/plan-changed.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const inWords = ({ asset = null, what, how, value, per, fromAge, when = null, time = null, toAge = null, years = null, until = null, who = null, times }: PlanChange) =>
  [asset, `${what === 'cost' && who !== null ? `${who}: ` : ''}${what} ${how} ${times ? `${times} x ` : ''}${value}`, per, fromAge, when, time, toAge !== null && `to ${toAge}`, years !== null && `years ${years}`, until !== null && `until ${until}`]
    .filter((word) => word !== null && word !== false)
    .join(' '); // prettier-ignore

/** Each what-if, its changes joined by "+", then the reasons of what is not tried: asked by someone of 45. */
function made(question: string): string {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  return [...whatIfs.map(({ changes }) => changes.map(inWords).join(' + ')), ...unread.map(({ why }) => `?${why}`)].join('; '); // prettier-ignore
}

const kinds: readonly [string, [question: string, made: string][]][] = [
  [
    'a year of the calendar in other words than "in 2029", which was passed over while the rest came today',
    [
      ['college costs $35,000 a year for four years starting 2029', 'cost to 35000 year in_year 2029 years 4'],
      [
        'What if tuition is $35,000 a year for 4 years, beginning in fall of 2029?',
        'cost to 35000 year in_year 2029 years 4',
      ],
      ['Save $500 more a month starting in 2028', 'contribute up 500 month in_year 2028'],
      ['As of 2028 I will save $500 more a month', 'contribute up 500 month in_year 2028'],
      ['Starting in 2030, I will save $10,000 more a year', 'contribute up 10000 year in_year 2030'],
      ['What if I save $10,000 more a year from 2030 on?', 'contribute up 10000 year in_year 2030'],
      ['I get a pension of $20,000 a year starting in 2035', 'otherIncome to 20000 year in_year 2035'],
      ['What if my pension pays $1,500 a month from 2035?', 'otherIncome to 1500 month in_year 2035'],
      ['Claim Social Security in 2040', 'claimAt to 2040'],
      ['start taking Social Security at the beginning of 2040', 'claimAt to 2040'],
      ['What if I retire in March 2031?', 'retireAt to 2031'],
      ['Can I retire in mid-2031?', 'retireAt to 2031'],
      ['I retire in the summer of 2031', 'retireAt to 2031'],
      ['I sell my house for $400,000 in June of 2031', 'balance up 400000 in_year 2031'],
    ],
  ],
  [
    'spending that comes to another level, which is no house that is sold',
    [
      ['What if we downsize our spending to $85,000 after 80?', 'income to 85000 age 80'],
      ['What if I downsize my spending to $55,000 a year from age 75?', 'income to 55000 year age 75'],
      ['What if we downsize our living costs to $60,000 at 75?', 'income to 60000 age 75'],
      ['What if we downsize our budget to $60,000?', 'income to 60000'],
      ['What if our spending drops to $50,000 at 80?', 'income to 50000 age 80'],
      ['What if my expenses fall to $4,000 a month from 80?', 'income to 4000 month age 80'],
      ['What if we downsize to spending $45,000 from age 78?', '?later'],
      ['We downsize our house at 70 and free up $200,000', 'balance up 200000 age 70'],
      ['What if I downsize for $200,000 when I am 70?', 'balance up 200000 age 70'],
      ['What if I spend $50,000 a year after 80?', '?unclear'],
    ],
  ],
  [
    'how much earlier or longer, which is the earliest age with what is changed',
    [
      [
        'If I contribute $25k instead of $18k, how much earlier can I retire?',
        'contribute to 25000 + retireAt enough 0; contribute to 25000',
      ],
      [
        'How much longer do I have to work if I want to spend $80,000 a year?',
        'income to 80000 year + retireAt enough 0; income to 80000 year',
      ],
      [
        'How many more years do I need to work if I spend $5,000 more a year?',
        'income up 5000 year + retireAt enough 0; income up 5000 year',
      ],
      [
        'If I inherit $200,000 at 55, how many years sooner can I quit?',
        'balance up 200000 age 55 + retireAt enough 0; balance up 200000 age 55',
      ],
      [
        'By how much later would I have to retire if inflation is 4%?',
        'inflation to 4 + retireAt enough 0; inflation to 4',
      ],
      ['How much longer will my money last if I work two more years?', 'retireAt up 2'],
      ['How much longer do I have to work?', ''],
    ],
  ],
  [
    'what comes or goes every year, which was tried once and today',
    [
      ['Can I afford a $5,000 vacation every year?', 'cost to 5000 year in_years 0 to 120'],
      ['Can we take a $10,000 trip every year?', 'cost to 10000 year in_years 0 to 120'],
      ['What if I take a $6,000 cruise every summer from 65?', 'cost to 6000 year age 65 to 120'],
      ['What if I take a $6,000 cruise once a year until 80?', 'cost to 6000 year in_years 0 to 80'],
      ['Can I take an $8,000 vacation each year in retirement?', 'cost to 8000 year after_retirement 0 to 120'],
      ['What if I take a $6,000 cruise every other year?', '?cost'],
      ['What if I take a $6,000 cruise every summer until I retire?', '?cost'],
      ['What if I buy a $40,000 car every 10 years?', '?cost'],
      ['What if I take $25,000 out of my IRA every year?', '?account'],
      ['What if I get a $20,000 bonus every year?', '?earned'],
      ['What if we get a yearly bonus of $12,000 until I retire?', '?earned'],
      ['What if I get a $5,000 tax refund every year?', '?earned'],
      ['What if I receive my annual bonus of $30,000?', '?earned'],
      ['What if I get a $20,000 bonus this year?', 'balance up 20000'],
      [
        'If I sell my house for $300,000, can I spend $90,000 a year?',
        'balance up 300000 + income to 90000 year; balance up 300000; income to 90000 year',
      ],
    ],
  ],
  [
    'what is received from now on or until work stops, which was tried from then on',
    [
      [
        'What if I rent out a room for $800 a month from now until I retire?',
        'otherIncome to 800 month in_years 0 until retirement',
      ],
      [
        "What if I rent out a room for $800 a month while I'm still working?",
        'otherIncome to 800 month in_years 0 until retirement',
      ],
      [
        'What if I get royalties of $5,000 a year until retirement?',
        'otherIncome to 5000 year in_years 0 until retirement',
      ],
      [
        'What if I rent out a room for $800 a month from 50 until I retire?',
        'otherIncome to 800 month 50 until retirement',
      ],
      ['What if I rent out my basement for $900 a month until I am 60?', 'otherIncome to 900 month in_years 0 to 60'],
      ['What if I get $12,000 a year of rent from now on?', 'otherIncome to 12000 year in_years 0'],
      ['What if we receive rent of $1,500 a month starting now?', 'otherIncome to 1500 month in_years 0'],
      ['What if I rent out a room for $800 a month?', 'otherIncome to 800 month'],
    ],
  ],
  [
    'ages that stand with what one of two needs, which are those of that one',
    [
      [
        "What if we pay $15,000 a year for Tom's health insurance from 62 to 65?",
        'Tom: cost to 15000 year age 62 to 65',
      ],
      ['What if Tom needs care costing $90,000 a year from 85 to 88?', 'Tom: cost to 90000 year age 85 to 88'],
      [
        'What if we need a nursing home for Tom at $120,000 a year from 84 to 87?',
        'Tom: cost to 120000 year age 84 to 87',
      ],
      ['What if Tom needs a $30,000 surgery at 70?', 'Tom: cost to 30000 age 70'],
      [
        'What if Tom needs care costing $90,000 a year in 2040 for three years?',
        'cost to 90000 year in_year 2040 years 3',
      ],
      ["What if we pay $15,000 a year for Tom's insurance from when I'm 62 to 65?", 'cost to 15000 year age 62 to 65'],
      ['What if we pay $15,000 a year for health insurance from 62 to 65?', 'cost to 15000 year age 62 to 65'],
      ["What if we pay $15,000 a year for my wife's health insurance from 62 to 65?", '?another'],
    ],
  ],
  [
    'two that are compared, or the least that does',
    [
      ['How does retiring at 62 compare with 67?', 'retireAt to 62; retireAt to 67'],
      ['How does spending $50,000 compare to $80,000 a year?', 'income to 50000; income to 80000 year'],
      ["What's the minimum I need to save each month?", 'contribute enough 0 month'],
      ['What is the least I must save to retire at 62?', 'retireAt to 62 + contribute enough 0; retireAt to 62'],
    ],
  ],
  [
    'pay before work stops, which no plan has in it',
    [
      ['What if I get a raise?', '?earned'],
      ['a 5% raise each year', '?earned'],
      ['What if my salary doubles?', '?earned'],
      ['I earn $20,000 more a year', '?earned'],
      ['we take a pay cut of $15,000', '?earned'],
      ['I get a $10,000 raise and save $5,000 more a year', 'contribute up 5000 year; ?earned'],
      ['my portfolio earns 2% more a year', 'returns up 2'],
      ['raise my contributions by $5,000', 'contribute up 5000'],
    ],
  ],
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
      [
        'sell my condo for 400k at 60 and my car for 20k at 61',
        'balance up 400000 age 60 + balance up 20000 age 61; balance up 400000 age 60; balance up 20000 age 61',
      ],
      ['I inherit $100,000 in 2030 and $50,000 in 2035 for my son', 'balance up 100000 in_year 2030; ?later'],
      ['I inherit $100,000 in 2030 and spend $50,000 in 2035', 'balance up 100000 in_year 2030; ?later'],
      ['I inherit $100,000 in 2030 and $50,000 a year in 2035', 'balance up 100000 in_year 2030; ?unclear'],
      ['I inherit $100,000 in 2030 and $50,000 when my aunt dies', 'balance up 100000 in_year 2030; ?unclear'],
    ],
  ],
  [
    'so much to each of several, which is so many times that',
    [
      ['give $20,000 to each of my three children', 'balance down 3 x 20000'],
      ['what if i give my 3 kids 20k each', 'balance down 3 x 20000'],
      ['give both my kids $20,000 each for a house', 'balance down 2 x 20000'],
      ['inherit $20,000 from each of my two brothers', 'balance up 2 x 20000'],
      ['give my two daughters $50,000 apiece in 2030', 'cost to 2 x 50000 in_year 2030'],
      [
        'What if I pay for college for two kids, $30,000 each a year for four years in 5 years',
        'cost to 2 x 30000 year in_years 5 years 4',
      ],
      [
        'What if I give $20,000 to each of my three children and $10,000 to my niece',
        'balance down 3 x 20000; ?unclear',
      ],
      ['give $20,000 to each of my children', '?each'],
      ['give each child $20,000', '?each'],
      ['save $5,000 for each of my two kids', '?unclear'],
      ['each of my three kids needs $500 a month', '?cost'],
    ],
  ],
  [
    'spending that is less or more from an age on, and not from the first day',
    [
      ['what if I spend 20% less after 80', 'income down_percent 20 age 80'],
      ['at 80 I spend 20% less', 'income down_percent 20 age 80'],
      ['my spending drops 20% at 80', 'income down_percent 20 age 80'],
      ['spend half as much after 85', 'income down_percent 50 age 85'],
      ['What if I spend $15,000 less a year from 70 to 80?', 'income down 15000 year age 70 to 80'],
      ['spend 10% more until 75', 'income up_percent 10 after_retirement 0 to 75'],
      ['spend 10% more in the first ten years of retirement', 'income up_percent 10 after_retirement 0 years 10'],
      ['spend 10% less after the first 10 years of retirement', 'income down_percent 10 after_retirement 10'],
      ['spend 5% less every year after 80', '?rises'],
      ['What if I spend $10,000 more a year for the next 10 years?', '?unclear'],
      ['Can I live on $60,000 a year from 62', '?begins'],
      ['could i spend 10% more in 2030', '?unclear'],
      ['can i retire at 62 and spend 10% less after social security starts at 67', 'retireAt to 62; ?unclear'],
      ['spend 20% less after 70 and spend 30% less after 80', '?unclear; ?unclear'],
    ],
  ],
  [
    'saving that ends before work does',
    [
      [
        'what if I stop saving at 55 but retire at 65',
        'contribute to 0 age 55 + retireAt to 65; contribute to 0 age 55; retireAt to 65',
      ],
      [
        'what if i only save until 55 and retire at 65',
        'contribute to 0 age 55 + retireAt to 65; contribute to 0 age 55; retireAt to 65',
      ],
      ['save nothing after 60', 'contribute to 0 age 60'],
      ['I stop saving in 5 years', 'contribute to 0 in_years 5'],
      ['stop contributing to my 401k at 55', '?unclear'],
      ['stop 401k at 60', '?unclear'],
      ['what if i dont save anything the next 2 years', 'contribute to 0 in_years 0 years 2'],
      ['pause my contributions for 2 years', 'contribute to 0 in_years 0 years 2'],
      ['what if I stop saving when my kids go to college', '?unclear'],
    ],
  ],
  [
    'saving that is more or less for some years, and not for good',
    [
      ['what if I save $10,000 more a year for the next five years', 'contribute up 10000 year in_years 0 years 5'],
      ['for the next five years I save $10,000 more a year', 'contribute up 10000 year in_years 0 years 5'],
      ['save 10k extra a year from 50 to 55', 'contribute up 10000 year age 50 to 55'],
      ["put away $500 more a month until I'm 55", 'contribute up 500 month in_years 0 to 55'],
      ['save 20% more for 3 years', 'contribute up_percent 20 in_years 0 years 3'],
      ['save $30,000 a year until 60', '?unclear'],
      [
        'What if I save $24,000 a year until I retire at 60',
        'contribute to 24000 year + retireAt to 60; contribute to 24000 year; retireAt to 60',
      ],
    ],
  ],
  [
    'what investments return, which is no rise of today',
    [
      ['what if my stocks return only 4% a year', 'equity returns to 4'],
      ['what if the market only goes up 3% a year', 'equity returns to 3'],
      ['what if returns are 2% lower than expected', 'returns down 2'],
      ['what if my portfolio earns 5% a year', 'returns to 5'],
      ['what if I get 4% on my investments', 'returns to 4'],
      ['with 4% returns can I retire at 62', 'returns to 4 + retireAt to 62; returns to 4; retireAt to 62'],
      [
        'what if stocks return 4% and bonds return 2%',
        'equity returns to 4 + fixed_income returns to 2; equity returns to 4; fixed_income returns to 2',
      ],
      ['what if stocks return 4% or 6%', 'equity returns to 4; equity returns to 6'],
      ['stocks gain 20%', 'stocks up_percent 20'],
      ['what if tech stocks return 4%', '?unclear'],
      ['what if stocks return 4% after inflation', '?unclear'],
      ['what if stocks return 4% a year for the next ten years', '?unclear'],
      ['what if my savings account pays 4%', '?unclear'],
      ['guaranteed 5% return from an annuity', ''],
      ['what if returns average 5% and inflation 3%', 'returns to 5 + inflation to 3; returns to 5; inflation to 3'],
      ['my portfolio returned 8% last year', '?unclear'],
    ],
  ],
  [
    'a fund that has a mix of its own',
    [
      ['what if I move into a target-date fund', '?mix'],
      ['should I put it all in a target date 2045 fund?', '?mix'],
      ['what if i switch to a balanced fund', '?mix'],
    ],
  ],
  [
    'a flow whose end stands in the clause behind it, or that is of a time without work',
    [
      ['what if i need 8000 a month but only til 75', '?unclear'],
      ['what if i stop contributing for 2 years', 'contribute to 0 in_years 0 years 2'],
      ['what if I take a sabbatical year at 50 and spend $40k', '?pause; ?pause'],
      ["what if my pension of 1,800/mo starts at 65 and isn't inflation adjusted", '?unclear'],
    ],
  ],
  [
    'what is spent in retirement for some years, which is not spent from today on',
    [
      [
        'What if I retire at 59 and take cruises for $18,000 a year until 72?',
        'retireAt to 59 + cost to 18000 year after_retirement 0 to 72; retireAt to 59; cost to 18000 year after_retirement 0 to 72',
      ],
      [
        'If I stop working at 61, can I travel for six years at $14,000 a year?',
        'retireAt to 61 + cost to 14000 year after_retirement 0 years 6; retireAt to 61; cost to 14000 year after_retirement 0 years 6',
      ],
      [
        'What if I travel the first eight years of retirement for $9,000 a year?',
        'cost to 9000 year after_retirement 0 years 8',
      ],
      [
        "In retirement I'd like to spend $1,500 a month on hobbies for ten years",
        'cost to 1500 month after_retirement 0 years 10',
      ],
      [
        'Will my savings last if I spend $12,000 a year on cruises until 80 once I am retired?',
        'cost to 12000 year after_retirement 0 to 80',
      ],
      [
        'Can I spend $7,000 a year on golf for 12 years if I retire at 60?',
        'cost to 7000 year after_retirement 0 years 12 + retireAt to 60; cost to 7000 year after_retirement 0 years 12; retireAt to 60',
      ],
      [
        'I want to quit at 57 and travel for 4 years spending 80k a year, then 50k',
        'retireAt to 57; ?unclear; ?unclear',
      ],
      // When it begins is not said.
      ['Can I retire at 61? I would travel for six years at $15,000 a year.', 'retireAt to 61; ?unclear'],
      ['Can I retire at 60 if I travel for 6 years at $20,000 a year?', 'retireAt to 60; ?unclear'],
      ['If I spend $10,000 a year on travel for 10 years, when can I retire?', '?unclear'],
      ['Can I retire at 60 and pay $25,000 a year in tuition for four years?', 'retireAt to 60; ?cost'],
    ],
  ],
  [
    'what is paid for some years while work goes on, which is paid from today on',
    [
      [
        'What if we pay $22,000 a year for college for 4 years and retire at 62?',
        'cost to 22000 year in_years 0 years 4 + retireAt to 62; cost to 22000 year in_years 0 years 4; retireAt to 62',
      ],
      [
        'Can I retire at 60 if I pay $25,000 a year in tuition for four years?',
        'retireAt to 60 + cost to 25000 year in_years 0 years 4; retireAt to 60; cost to 25000 year in_years 0 years 4',
      ],
      [
        'What if I spend $10,000 a year on travel for the next 5 years and retire at 62?',
        'cost to 10000 year in_years 0 years 5 + retireAt to 62; cost to 10000 year in_years 0 years 5; retireAt to 62',
      ],
    ],
  ],
  [
    'what is typed as people type it',
    [
      ['whats my chance if i dont get social security', 'otherIncome to 0'],
      ['retire @ 62 w/ $5k/mo', 'retireAt to 62 + income to 5000 month; retireAt to 62; income to 5000 month'],
      [
        'Double my savings, retire 2 yrs earlier?',
        'contribute up_percent 100 + retireAt down 2; contribute up_percent 100; retireAt down 2',
      ],
      ['what if i put 500 bucks a month more into my ira', 'contribute up 500 month'],
      ['what if i put everything in sp500', 'mix to 100'],
      [
        'what if i inherit 200k around 2035 and retire at that time',
        'balance up 200000 in_year 2035 + retireAt to 2035; balance up 200000 in_year 2035; retireAt to 2035',
      ],
    ],
  ],
  [
    'years of the calendar, of which none is an age or a sum',
    [
      ['What if college costs $30,000 a year from 2028 to 2032?', 'cost to 30000 year in_year 2028 years 5'],
      ['What if I pay $25,000 a year for tuition from 2029 until 2032?', 'cost to 25000 year in_year 2029 years 3'],
      ['What if I pay $25,000 a year for tuition until 2032?', '?cost'],
      ['What if I spend $10,000 more a year from 2035 to 2040?', 'income up 10000 year in_year 2035 years 6'],
      ['What if I save $500 more a month from 2028 until 2032?', 'contribute up 500 month in_year 2028 years 4'],
      ['What if I save $500 more a month until 2032?', '?unclear'],
      ['What if I spend $90,000 until 2040 and $60,000 afterwards?', '?unclear; ?unclear'],
      ['What if I work part time from 2030 to 2035 for $40,000 a year?', '?unclear'],
      ['Should I retire in 2030 or 2032?', 'retireAt to 2030; retireAt to 2032'],
      ['What if I increase my savings from 2000 to 2500 a month?', 'contribute to 2500 month'],
    ],
  ],
  [
    'more that is spent for something, of which no part is all that is lived on',
    [
      ['What if I spend $12,000 a year more on travel?', 'income up 12000 year'],
      ['What if my expenses go up by $1,000 a month because of health insurance?', 'income up 1000 month'],
      ['What if I spend 10% less in a down market?', '?unclear'],
    ],
  ],
  [
    'sums that no answer of the plan as it is has in it',
    [
      ['If I invest $1,000 a month for 20 years how much will I have?', '?unclear'],
      ['How much will I have at 65 if I save $500 more a month?', 'contribute up 500 month'],
      ['How much will I have in 10 years if markets return 5%?', 'equity returns to 5'],
      ['What if I invest $50,000 now?', '?part'],
      ['What if I invest $5,000 a year now?', 'contribute to 5000 year'],
      ['What if I only get 70% of my social security?', 'otherIncome down_percent 30'],
      ['What if Social Security only pays 75%?', 'otherIncome down_percent 25'],
      ['What if I lose 20% this year?', 'balance down_percent 20'],
      ['What if I lose 20% of my income?', '?unclear'],
      ['What if tech crashes by 50%?', '?market'],
    ],
  ],
  [
    'a claim that does not say of what, which is Social Security',
    [
      ['What if I claim at 62 and retire at 62?', 'claimAt to 62 + retireAt to 62; claimAt to 62; retireAt to 62'],
      ['Should I claim early at 62?', 'claimAt to 62'],
      ['What if we both claim at 70?', 'claimAt to 70'],
      ['What if I claim a deduction at 62?', '?unclear'],
    ],
  ],
  [
    'what a plan cannot tell apart',
    [
      ['What if I lose my $20,000 bonus?', '?absent'],
      ["What if I don't get the $50,000 inheritance at 60?", '?absent'],
      ['What if I get no bonus of $20,000 next year?', '?absent'],
      ['What if my $10,000 bonus is cancelled?', '?absent'],
      ['What if I lose my job and get $50,000 severance?', 'balance up 50000; ?unclear'],
      ['What if my rental income of $12,000 a year ends at 75?', '?ends'],
      ['What if Laura saves $20,000 a year?', '?whose'],
      ['What if Tom stops contributing next year?', '?whose'],
      ['What if Tom inherits $100,000 at 70?', '?whose'],
      ['What if I stop saving now?', 'contribute to 0'],
      ['Can I retire at 62 with only my 401k?', 'retireAt to 62; ?account'],
      ['Can I retire at 62 without touching my Roth?', 'retireAt to 62; ?account'],
      ['How much can I withdraw at 70?', '?sustained'],
    ],
  ],
  [
    'the last years of a life, which nobody knows',
    [
      ['What if we need long-term care at $100,000 a year for 3 years at the end?', '?cost'],
      ['What if we need $50,000 a year for nursing care in the last 5 years of our lives?', '?cost'],
      ['What if I need care at $80,000 a year for 3 years from 85?', 'cost to 80000 year age 85 years 3'],
    ],
  ],
  [
    'whether money is left at an age',
    [
      ['Will I have money left at 95?', 'lifeExpectancy to 95'],
      ['What are the odds that I still have money at 90?', 'lifeExpectancy to 90'],
    ],
  ],
  [
    'a sum that is taken out once, which is no less saved every year and no loan',
    [
      ['What if I take $50,000 out of my savings at 60?', 'cost to 50000 age 60'],
      ['What if I take $30,000 out of my IRA in 2030?', 'cost to 30000 in_year 2030'],
      ['What if I take $30,000 from my 401k in 2030?', 'cost to 30000 in_year 2030'],
      ['What if I cash out $80,000 of my 401k at 58?', 'cost to 80000 age 58'],
      ['What if I pull $30,000 out in 2030?', 'cost to 30000 in_year 2030'],
      ['What if I withdraw $50,000 at 60?', 'cost to 50000 age 60'],
      ['Can I take $50,000 out next year?', 'cost to 50000 in_years 1'],
      ['What if I take $50,000 out of my savings?', '?later'],
      ['What if I withdraw $50,000 from my savings?', '?later'],
      ['What if I take $30,000 out of my IRA in 2030 and convert it to Roth?', '?later'],
      ['What if I take $200,000 out at 60 and put it into a business?', '?later'],
      ['What if I withdraw $40,000 from age 62 on?', '?later'],
      ['What if I take $10,000 out of my savings each year from 60?', '?unclear'],
      ['What if I take $500 a month off my savings?', 'contribute down 500 month'],
      ['What if I cut $2,000 a year from my savings?', 'contribute down 2000 year'],
      ['What if I take out a loan of $50,000 in 2028?', '?lent'],
      ['What if I borrow $50,000?', '?lent'],
      ['What if I get a reverse mortgage that pays $1,000 a month from 70?', '?lent'],
    ],
  ],
  [
    'a sum that comes in and is kept, as all that comes in is',
    [
      ['What if I get a $40,000 bonus in 2027 and save it?', 'balance up 40000 in_year 2027'],
      ['What if I get $40,000 in 2027 and invest it?', 'balance up 40000 in_year 2027'],
      ['What if I inherit $100,000 in 2030 and put it in my savings?', 'balance up 100000 in_year 2030'],
    ],
  ],
  [
    'a cost that is named before its sum',
    [
      [
        'What if I pay for college, $25,000 a year for 4 years starting in 2030?',
        'cost to 25000 year in_year 2030 years 4',
      ],
      ['What if I help with college, $25,000 a year from 2030 to 2033?', 'cost to 25000 year in_year 2030 years 4'],
      ['What if I pay for a wedding, $30,000 in 2030?', 'cost to 30000 in_year 2030'],
      ["My daughter's college will cost 30k a year from 2029 to 2032", 'cost to 30000 year in_year 2029 years 4'],
    ],
  ],
  [
    'somebody beside who asks, whom no name tells',
    [
      ['What if my wife and I both retire at 62?', 'retireAt to 62'],
      ['What if Laura and Tom both claim at 70?', 'claimAt to 70'],
      ['What if I retire at 60 and my wife works until 65?', 'retireAt to 60; ?another'],
      ['What if stocks fall 20% when my wife retires?', '?fall'],
      ['What if we inherit $100,000 when Tom retires?', '?later'],
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

test.each([
  [
    "What if Laura's Social Security is cut by 20%?",
    { what: 'otherIncome', how: 'down_percent', value: 20, who: 'Laura' },
  ],
  [
    'What if Tom gets a pension of $20,000 a year?',
    { what: 'otherIncome', how: 'to', value: 20_000, source: 'pension', who: 'Tom' },
  ],
  ["What if Laura's pension is cut by 20%?", { what: 'otherIncome', how: 'down_percent', value: 20, who: 'Laura' }],
  ['What if Laura receives $30,000 a year of Social Security?', { what: 'otherIncome', value: 30_000, who: 'Laura' }],
  ['What if Tom takes his Social Security at 70?', { what: 'claimAt', value: 70, who: 'Tom' }],
  ['What if Laura takes her Social Security early, at 62?', { what: 'claimAt', value: 62, who: 'Laura' }],
])('what is of one of two is of nobody else: %s', (question, change) => {
  expect(planPlay(question, 52).whatIfs).toMatchObject([{ changes: [change] }]);
});

test.each([
  ['What if Laura retires at 60 and Tom at 67?', 'retireAt', [['Laura', 60], ['Tom', 67]]],
  ['What if Laura retires at 60 and Tom retires at 67?', 'retireAt', [['Laura', 60], ['Tom', 67]]],
  ['What if Laura retires at 60 and Tom keeps working until 67?', 'retireAt', [['Laura', 60], ['Tom', 67]]],
  ['What if Tom retires in 2028 and Laura in 2030?', 'retireAt', [['Tom', 2028], ['Laura', 2030]]],
  ['What if Tom claims at 70 and Laura at 62?', 'claimAt', [['Tom', 70], ['Laura', 62]]],
  ['What if Tom waits until 70 for Social Security and Ruth claims at 62?', 'claimAt', [['Tom', 70], ['Ruth', 62]]],
] as const)('what two people do is tried together first, and nothing of it left out: %s', (question, what, each) => {
  const { whatIfs, unread = [] } = planPlay(question, 52);
  expect(unread).toEqual([]);
  expect(whatIfs[0]?.changes).toMatchObject(each.map(([who, value]) => ({ what, who, value })));
  expect(whatIfs).toHaveLength(3);
}); // prettier-ignore

test.each([
  ['What if stocks drop 25% the year Tom retires?', 'Tom', 'after_retirement', 0],
  ['What if stocks fall 30% when Ruth retires?', 'Ruth', 'after_retirement', 0],
  ['What if stocks fall 20% two years after Ruth retires?', 'Ruth', 'after_retirement', 2],
  ['What if stocks fall 20% the year before Tom retires?', 'Tom', 'before_retirement', 1],
])('a fall in the year in which one of two retires is that one’s, and not today: %s', (question, who, when, time) => {
  expect(planPlay(question, 52).whatIfs[0]?.changes).toMatchObject([{ what: 'stocks', who, when, time }]);
});

test.each(['What if Tom dies at 72 and Ruth has to live on $60,000 a year?', 'If Ruth dies at 75, can Tom spend $60,000 a year?'])(
  'what one of two spends alone is not spent by both from the first day on: %s',
  (question) => {
    expect(made(question)).toMatch(/^lifeExpectancy to 7\d; \?alone$/);
  },
); // prettier-ignore

test('of a plan for two who asks is not known, so that no age of theirs is tried of both', () => {
  const [whatIf] = planPlay('What if I retire at 60 and my wife works until 65?', 52).whatIfs;
  const people = [{ age: 52, retireAt: 65 }, { age: 54, retireAt: 66 }]; // prettier-ignore
  const of = (count: number) => ({ people: people.slice(0, count) }) as Parameters<typeof namedIn>[1];
  const [change] = whatIf?.changes ?? [];
  expect(change && [namedIn(change, of(1)), namedIn(change, of(2))]).toEqual([0, null]);
});

test('an age that is typed without its apostrophe asks for nothing beyond the plan', () => {
  expect(planPlay('im 45 and want to retire at 60 with 70k a year, is that doable?', 45).outside).toEqual([]);
});

describe.each(kinds)('a question of %s', (_kind, rows) => {
  test.each(rows)('%s', (question, expected) => {
    expect(made(question)).toBe(expected);
  });
});
