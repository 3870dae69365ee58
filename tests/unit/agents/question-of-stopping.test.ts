// Work that stops with something else, or against one's will: half of a question dropped and the other half answered as if it were all of it,
// and a time lost with which it would be another answer.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

const read = (question: string) => {
  const { whatIfs, unread = [] } = planPlay(question, 45);
  const tried = whatIfs.map(({ changes }) =>
    changes.map(({ what, how, value, when, time }) => `${what} ${how} ${value}${when ? ` ${when} ${time}` : ''}`),
  );
  return { first: tried[0] ?? [], all: tried.flat(), unread: unread.map(({ words }) => words) };
};

describe('work that stops when something else comes stops at that date', () => {
  test.each([
    ['What if I inherit $300,000 at 60 and retire then?', 'retireAt to 60'],
    ['What if I sell my business for $500,000 at 58 and retire then?', 'retireAt to 58'],
    ['What if I inherit $300,000 in ten years and stop working then?', 'retireAt in 10'],
    ['What if I inherit $300,000 at 60 and retire at that point?', 'retireAt to 60'],
    ['What if I inherit $300,000 at 60 and retire the same year?', 'retireAt to 60'],
    ['What if I inherit $300,000 at 60 and retire?', 'retireAt to 60'],
    ['If the market falls 40% at 64, can I still retire then?', 'retireAt to 64'],
    ['If I get a $200,000 settlement in 2032, could I quit work that year?', 'retireAt to 2032'],
    ['We downsize and free up $350,000 at 63; would we be able to retire at the same time?', 'retireAt to 63'],
    ['What if I win $500,000 at 50, retire at once and spend $50,000 a year?', 'retireAt to 50'],
    ['sell my business in 4 years for 1.2 million and retire right away', 'retireAt in 4'],
    ['Retire when I inherit $300,000 at 60?', 'retireAt to 60'],
    ['What if I inherit $200,000 at 61, stop working right after and spend $50,000 a year?', 'retireAt to 61'],
    ['What if I take Social Security at 70 and retire then?', 'retireAt to 70'],
    ['What if I receive my pension of $20,000 a year from 60 and stop working then?', 'retireAt to 60'],
    ['My uncle leaves me $100,000 in 2035. Would retiring that year work?', 'retireAt to 2035'],
  ])('%s', (question, expected) => {
    const { first, unread } = read(question);
    expect(first).toContain(expected);
    expect(first).toHaveLength(question.includes('$50,000') ? 3 : 2);
    expect(unread).toEqual([]);
  });
});

test.each([
  ['What if I inherit $300,000 and retire?', 'retire'],
  ['If I inherit $300,000 at 60, may I stop working?', 'stop working'],
  ['What if I get $50,000 at 50, $50,000 at 60, and retire in between?', 'retire in between'],
  ['What if stocks fall 30% at 60 and I retire anyway?', 'retire anyway'],
  ['Inflation is 5% and I retire the year the mortgage is paid off.', 'retire the year the mortgage is paid off'],
  ['What if I retire when my house is paid off?', 'retire when my house is paid off'],
  ['What if I spend $50,000 a year and retire next summer?', 'retire next summer'],
  ['Can I retire in a few years if I spend $50,000 a year?', 'retire in a few years'],
  ['What if I pay $30,000 a year for college from 55 to 59 and retire then?', 'retire then'],
])('what says no age and no date at which work stops is named: %s', (question, words) => {
  const { all, unread } = read(question);
  expect(all.filter((one) => one.startsWith('retireAt'))).toEqual([]);
  expect(unread).toContain(words);
});

describe('whatever words say that work stops then, it does, or that is named', () => {
  const stops = ['retire', 'stop working', 'quit', 'quit my job', 'call it quits', 'leave work', 'give up work', 'hang it up', 'get laid off']; // prettier-ignore
  const thens = ['then', 'that year', 'the same year', 'at that point', 'right away', 'on the spot', 'after that', 'with it', 'when the cat dies']; // prettier-ignore
  const events = ['I inherit $300,000 at 60', 'stocks fall 40% at 60', 'I buy a boat for $90,000 at 60'];

  test.each(events)('%s', (event) => {
    const dropped = stops.flatMap((stop) =>
      thens.flatMap((then) =>
        [`What if ${event} and I ${stop} ${then}?`, `If ${event}, can I ${stop} ${then}?`].filter((question) => {
          const { all, unread } = read(question);
          return !all.includes('retireAt to 60') && !unread.some((words) => words.includes(stop));
        }),
      ),
    );
    expect(dropped).toEqual([]);
  });
});

test.each([
  ['What if I inherit $150,000 at 57 and go fishing for good?', 'go fishing for good'],
  ['What if I get $150,000 from my trust at 57 and pack it in?', 'pack it in'],
  ['Could I step down the year I turn 61 with $70,000 a year?', 'step down the year I turn 61 with $70,000 a year'],
])('nor is one more thing dropped, whatever its words: %s', (question, words) => {
  expect(read(question).unread).toEqual([words]);
});

test.each([
  'What if I pay $80,000 for a wedding at 55 and still retire as planned?',
  'Can I still retire on time if stocks drop 35% at 64?',
  'Can I retire if I inherit $300,000 at 60?',
  'What if I inherit $200,000 at 60 and spend more when I retire?',
  'What if I retire and the market falls 40% immediately?',
])('the retirement of the plan is no other one: %s', (question) => {
  const { all, unread } = read(question);
  expect(all.filter((one) => one.startsWith('retireAt'))).toEqual([]);
  expect(unread.filter((words) => words.includes('retire') && !words.includes('more'))).toEqual([]);
});

describe('work lost at a date', () => {
  test.each([
    ['What if I get laid off next year?', 'retireAt in 1'],
    ['What if I get laid off in 2030?', 'retireAt to 2030'],
    ['What if I get laid off in two years?', 'retireAt in 2'],
    ['What if I get fired at 58?', 'retireAt to 58'],
    ['What if I was let go within the next year?', 'retireAt in 1'],
    ['What if I lost my job in 2029?', 'retireAt to 2029'],
    ["What if I'm unemployed in 2031?", 'retireAt to 2031'],
  ])('is lost then, and not today: %s', (question, expected) => {
    expect(read(question)).toEqual({ first: [expected], all: [expected], unread: [] });
  });

  test.each([
    'I was laid off in 2023. Can I make it?',
    'I was let go at 44. Can I make it?',
    'I retired in 2024. Does the money last?',
    'I got laid off in 2024 and want to know if it lasts.',
    'I lost my job a few months ago. Can I make it?',
  ])('that has been is lost today: %s', (question) => {
    expect(read(question).first).toEqual(['retireAt in 0']);
  });

  test.each([
    'What if I get laid off next spring?',
    'What if I get laid off the year after next?',
    'What if I am laid off by the end of the decade?',
    'What if I get laid off in my fifties?',
    'What if I get laid off in 2 or 3 years?',
    'What if I get fired some day?',
  ])('at a time that is none is named, and nothing is tried: %s', (question) => {
    const { all, unread } = read(question);
    expect([all, unread.length > 0]).toEqual([[], true]);
  });
});

describe('whatever has a time that no date tells is not tried as of today', () => {
  const changes = ['I save $30,000 a year', 'I spend $60,000 a year', 'stocks fall by 30%', 'inflation is 5%', 'I inherit $200,000', 'I get laid off', 'my pension pays $20,000 a year']; // prettier-ignore
  const times = ['next summer', 'the year after next', 'some day', 'by the end of the decade', 'in the next decade', 'in my fifties', 'in a few years', 'eventually']; // prettier-ignore

  test.each(changes)('%s', (change) => {
    const lost = times.filter((time) => {
      const { all, unread } = read(`What if ${change} ${time}?`);
      return all.length > 0 || unread.length === 0;
    });
    expect(lost).toEqual([]);
  });
});

describe('rent of what is bought later', () => {
  test.each([
    ['Can I buy a $300k house at 55 and rent it out for $1,500 a month?', 'otherIncome to 1500 age 55'],
    ['Buy a condo for $200,000 in 3 years and rent it out for $1,200 a month?', 'otherIncome to 1200 in_years 3'],
    ['What if I buy a house for $250,000 and rent it out for $1,800 a month?', 'otherIncome to 1800 in_years 0'],
    ['What if I inherit a house at 60 and rent it out for $2,000 a month?', 'otherIncome to 2000 age 60'],
    ['I buy a flat for $200,000 when I retire and rent it out for $1,000 a month.', 'otherIncome to 1000 after_retirement 0'], // prettier-ignore
    ['What if I rent out a room for $700 a month?', 'otherIncome to 700'],
  ])('begins when that is bought: %s', (question, expected) => {
    expect(read(question).first).toContain(expected);
  });

  test('is not what something else costs', () => {
    expect(read('I buy a boat for $90,000 and rent out a flat.').all).toEqual(['balance down 90000']);
  });
});
