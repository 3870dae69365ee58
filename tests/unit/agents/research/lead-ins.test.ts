// An item of a list, or a quotation, says nothing of who says so: below a lead-in that is not plainly neutral it is not quoted, for it would be
// told as what its page says.
import { describe, expect, test } from '@jest/globals';
import { framesOf } from '../../../../shared/agents/research/framing/framing.ts';

const ITEM = 'Goldman Sachs earned $4.1 billion in the third quarter.';
const isQuoted = (lines: readonly string[], item = ITEM): boolean => {
  const frames = framesOf(lines.join('\n'), { title: 'Goldman Sachs in the news', written: '2026-11-19' });
  return lines.some((line, at) => line.includes(item) && frames[at]?.every((frame) => frame === null) === true);
};

const DOUBTED = [
  ...['None of the following is true:', 'Three things are often said about Goldman Sachs and are not so:'],
  ...['The following statements went around last week, and none of them holds:', 'The suit says that:'],
  ...['Prosecutors accuse Goldman Sachs of the following:', 'The company denied each of these points:'],
  ...['The complaint lists what he says the company did.', 'Here is what did not happen in October:'],
  ...['Five things people believe about Goldman Sachs, and why they are mistaken:', 'According to the indictment:'],
  ...['The short seller makes four points:', "The state's lawyers put it this way:", 'You may have heard these:'],
  ...['The shareholders who sued say:', 'Traders whispered this on Thursday:', 'The union alleges as follows.'],
];

const NEUTRAL = [
  ...['Key figures of the quarter:', 'Highlights:', 'In October:', 'In the quarter that ended in September:', 'Asia:'],
  ...['Five things to know before the market opens:', 'The following banks reported this week:', 'By the numbers:'],
  ...['Here is what the company reported for the third quarter:', 'The company said:', 'The data showed:', 'Movers:'],
  ...[
    'Shares rose on Thursday for two reasons:',
    'Goldman Sachs announced the following results:',
    'How the sectors did:',
  ],
  ...['Here is what happened on Wall Street on Thursday:', 'Other news of the day:', 'Jobless claims by state:'],
];

describe('below a lead-in that is in doubt nothing is quoted', () => {
  test.each(DOUBTED)('%s', (leadIn) => {
    expect(isQuoted([leadIn, '', `- ${ITEM}`, '- Goldman Sachs sold a unit.'])).toBe(false);
    expect(isQuoted([leadIn, '', '- Goldman Sachs sold a unit.', `- ${ITEM}`])).toBe(false);
    expect(isQuoted([leadIn, '', `> ${ITEM}`])).toBe(false);
    expect(isQuoted([`## ${leadIn}`, '', `- ${ITEM}`])).toBe(false);
    // A passage of a document has lost the marks of its lists.
    expect(isQuoted([leadIn, 'Goldman Sachs sold a unit.', ITEM])).toBe(false);
  });

  test('also where nobody knows who speaks, as far as the list goes', () => {
    expect(isQuoted(['Muddy Brook wrote on Monday:', '', `- ${ITEM}`])).toBe(false);
    expect(isQuoted(['Muddy Brook wrote on Monday:', '', '- It is so.', '', ITEM])).toBe(true);
  });
});

describe('below a neutral one it is', () => {
  test.each(NEUTRAL)('%s', (leadIn) => {
    expect(isQuoted([leadIn, '', `- ${ITEM}`])).toBe(true);
    expect(isQuoted([leadIn, '', `> ${ITEM}`])).toBe(true);
    expect(isQuoted([`## ${leadIn}`, '', `- ${ITEM}`])).toBe(true);
    expect(isQuoted([leadIn, ITEM])).toBe(true);
  });

  test('so is what a company says of itself', () => {
    expect(isQuoted(['Goldman Sachs said:', '', `- ${ITEM}`])).toBe(true);
    expect(isQuoted(['Muddy Brook said:', '', `- ${ITEM}`])).toBe(false);
  });
});

describe('a side of a debate is an opinion', () => {
  test.each(['The bear: ', '**The bull:** ', 'Pro: ', 'Con: ', 'Bulls say: ', 'The case against: '])('%s', (side) => {
    expect(isQuoted([`${side}Goldman Sachs has lost half of its bankers. ${ITEM}`])).toBe(false);
  });

  test('and the animals are none', () => {
    expect(isQuoted([`Build-A-Bear: the week. The bull market is four years old. ${ITEM}`])).toBe(true);
  });
});
