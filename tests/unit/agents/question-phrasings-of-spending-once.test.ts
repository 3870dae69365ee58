// What is spent once, taken for what is spent every year: a plan looks better by paying for it. Asked by someone of 52.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

/** What the first what-if tries, and after a question mark why another part is not tried. */
const inShort = (question: string): string => {
  const { whatIfs, unread = [] } = planPlay(question, 52);
  const tried = whatIfs[0]?.changes.map(({ what, how, value, per }) => `${what} ${how} ${value}${per === null ? '' : `/${per}`}`); // prettier-ignore
  return [...(tried ?? []), ...unread.map(({ why }) => `?${why}`)].join('; ');
};

describe('what a sum does once comes out of the portfolio', () => {
  test.each([
    ['What if I spend $45,000 refinishing the basement?', '?unclear'],
    ['What if we spend $45,000 finishing the basement?', 'balance down 45000'],
    ['Can I spend $28,000 replacing all the windows?', 'balance down 28000'],
    ['I want to spend $65,000 building a workshop. Can I still stop at 63?', 'balance down 65000; retireAt to 63'],
    ['If I spend $90,000 opening a bakery, will my money last?', 'balance down 90000'],
    ['What if we need $22,000 to repair the septic tank?', 'balance down 22000'],
    ['What if I spend $20,000 helping my son start a company?', 'balance down 20000'],
    ['Can I retire at 61 and spend $38,000 of my savings upgrading the kitchen?', 'retireAt to 61; balance down 38000'],
    ['What if I use $24,000 to repair the porch?', 'balance down 24000'],
    ['Should we spend 55k to install a pool and a sauna?', 'balance down 55000'],
  ])('%s', (question, read) => {
    expect(inShort(question)).toBe(read);
  });
});

describe('what may be spent once or every year is not tried as what is lived on', () => {
  test.each([
    'What if I spend $40,000 cruising the Mediterranean?',
    'Can we spend $30,000 at the casino?',
    'What if I spend $75,000 caring for my mother?',
    'What if we spend $48,000 sending our twins to camp?',
    'What if I spend $35,000 right away?',
    'Can I spend $25,000 to see the world?',
    'What if I spend $26,000 a year sailing?',
    'What if I spend $60,000 because the roof leaks?',
  ])('%s', (question) => {
    expect(inShort(question)).toMatch(/^\?(?:unclear|later|period)$/);
  });
});

describe('what a life costs stays what is lived on', () => {
  test.each([
    ['What if I spend $72,000 in retirement?', 'income to 72000'],
    ['Can I spend $72,000 to live comfortably?', 'income to 72000'],
    ['Could we spend $68,000 living in Portugal?', 'income to 68000'],
    ['If I spend $64,000 can I retire at 61?', 'income to 64000; retireAt to 61'],
    ['Do I need $66,000 a year to retire at 62?', 'income to 66000/year; retireAt to 62'],
    ['We need $5,500 a month to cover our bills. Is that safe?', 'income to 5500/month'],
  ])('%s', (question, read) => {
    expect(inShort(question)).toBe(read);
  });
});
