// A question that leaves a figure open ("how much must I save to retire at 60?") answered with another one: of the plan as it is, or of
// something that is no part of it.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

const inShort = (question: string): { tried: string[]; unread: string[] } => {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  const tried = whatIfs.map(({ changes }) =>
    changes.map(({ what, how, value }) => `${what} ${how} ${value}`).join('; '),
  );
  return { tried, unread: unread.map(({ why }) => why) };
};

describe('what is left open is found with all that the question changes', () => {
  test.each([
    ['How much must I save to retire at 60?', 'retireAt to 60; contribute enough 0'],
    ['How much more must I save to retire at 60?', 'retireAt to 60; contribute enough 0'],
    [
      'How much more do I need to save each month to retire at 60 with $80,000 a year?',
      'retireAt to 60; income to 80000; contribute enough 0',
    ],
    ['How much should I save a month?', 'contribute enough 0'],
    ['What do I need to put aside each month to stop working at 58?', 'retireAt to 58; contribute enough 0'],
    ['How much do I have to save so that the money lasts until 100?', 'lifeExpectancy to 100; contribute enough 0'],
    ['If I retire at 60, how much can I spend?', 'retireAt to 60; income enough 0'],
    [
      'How much can I spend if I retire at 63 and stocks fall 30%?',
      'retireAt to 63; stocks down_percent 30; income enough 0',
    ],
    ['How much can I withdraw if inflation is 4%?', 'inflation to 4; withdraw enough 0'],
    ['I just retired. How much can I safely withdraw each year?', 'retireAt in 0; withdraw enough 0'],
    ['When can I retire if I spend $50,000 a year?', 'income to 50000; retireAt enough 0'],
    ['How early can I retire if I inherit $200,000?', 'balance up 200000; retireAt enough 0'],
    ['When can I retire if I get no Social Security?', 'otherIncome to 0; retireAt enough 0'],
    ['Can I retire early if I spend $5,000 a month?', 'income to 5000; retireAt enough 0'],
    ['When can I retire if I inherit $500,000 at 55?', 'balance up 500000; retireAt enough 0'],
    ['What is the most I can spend if I retire at 62?', 'retireAt to 62; income enough 0'],
    ["What's the maximum I could withdraw each year if I stop at 60?", 'retireAt to 60; withdraw enough 0'],
    ['What would it take to stop at 58?', 'retireAt to 58; contribute enough 0'],
    ['Can I stop working before 62 if I inherit $200,000?', 'balance up 200000; retireAt enough 0'],
    [
      'Am I able to retire before 60 if I downsize for a gain of $150,000 at 58?',
      'balance up 150000; retireAt enough 0',
    ],
    ['How much less must I spend to retire at 62?', 'retireAt to 62; income enough 0'],
    ['Tell me how much to save to retire at 60.', 'retireAt to 60; contribute enough 0'],
    ['How much should my annual savings be to retire at 62?', 'retireAt to 62; contribute enough 0'],
    ['How much do I have to put into my 401k every month to retire at 60?', 'retireAt to 60; contribute enough 0'],
    ['How much do I need to save if I want to retire 5 years earlier?', 'retireAt down 5; contribute enough 0'],
    ['How much extra do I need to save to retire at 60 instead of 65?', 'retireAt to 60; contribute enough 0'],
    [
      'How much must I save to retire at 60 if stocks crash 40% tomorrow?',
      'retireAt to 60; stocks down_percent 40; contribute enough 0',
    ],
    ['How much money do I need to retire at 60?', 'retireAt to 60; balance enough 0'],
    ['How much do I need to retire?', 'balance enough 0'],
    ['How big must my nest egg be to retire at 60?', 'retireAt to 60; balance enough 0'],
    ['How large a portfolio do I need to spend $80,000 a year?', 'income to 80000; balance enough 0'],
  ])('%s', (question, first) => {
    const { tried, unread } = inShort(question);
    expect([tried[0], unread]).toEqual([first, []]);
  });

  test('of two ages each, and two open figures each by itself', () => {
    expect(inShort('How much do I need to save to retire at 60 or 62?').tried.slice(0, 2)).toEqual([
      'retireAt to 60; contribute enough 0',
      'retireAt to 62; contribute enough 0',
    ]);
    expect(inShort('What would it take to retire at 55?').tried).toEqual([
      'retireAt to 55; contribute enough 0',
      'retireAt to 55; income enough 0',
      'retireAt to 55',
    ]);
    expect(inShort('What do I have to change to spend $100,000 a year?').tried[0]).toBe(
      'income to 100000; contribute enough 0',
    );
    expect(inShort('If I save $2,000 a month, when can I retire and how much can I spend?').tried.slice(0, 2)).toEqual([
      'contribute to 2000; income enough 0',
      'contribute to 2000; retireAt enough 0',
    ]);
  });
});

test.each([
  ['What return do I need to retire at 60?', 'unclear'],
  ['How much can I spend on a car if I retire at 60?', 'sustained'],
  ['When can I retire if I buy a boat for $90,000 and rent out a flat?', 'sustained'],
])(
  'where nothing is found it is said that it was not, and the plan as it is is no answer to it: %s',
  (question, why) => {
    expect(inShort(question).unread).toContain(why);
  },
);

test.each([
  'If I die at 80, how much is left?',
  'How much money would be left at the end if I retire at 62?',
  'If I spend $60,000 a year, what will I leave behind?',
])('the amount that is left under what is tried is no chance, and is named: %s', (question) => {
  expect(inShort(question).unread).toEqual(['ending']);
});

test.each([
  'How much do I need to save to have $2 million at 65?',
  'How much must I save to buy a house?',
  'How much must I save to retire early?',
  "How much must I save for my daughter's college and retire at 60?",
  'How much can I spend on a car if I retire at 60?',
  'How much can I spend on travel if I retire at 60?',
  'How much can I spend if I retire at 60 and leave $500,000 to my kids?',
  'How much can I spend?',
  'When can I retire?',
  'When can Ben retire if I retire at 60?',
  'How much can I spend after taxes if I retire at 60?',
  'How much must I save to retire at 60 in Portugal?',
  'How much should I contribute so that retiring at 61 is as safe as my plan?',
  'How much do I need to live on in retirement?',
  'How much money do I need for a house if I retire at 60?',
  'What would it take to double my portfolio?',
  'What would it take to retire at 55 with $2 million?',
  'What would happen if I retire at 60?',
])('nothing is found for what may be another figure: %s', (question) => {
  expect(inShort(question).tried.filter((one) => one.includes('enough'))).toEqual([]);
});
