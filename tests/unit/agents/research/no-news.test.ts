// What a page says of all of itself holds for each of its sentences: satire, an exercise, an old text or amounts in another currency are no
// news, and none of it is quoted as such.
import { describe, expect, test } from '@jest/globals';
import { framesOf } from '../../../../shared/agents/research/framing/framing.ts';
import { whySetAside } from '../../../../shared/agents/research/set-aside.ts';
import { sentencesIn } from '../../../../shared/knowledge/sentences-in.ts';

const SAID = 'Disney (DIS) reported revenue of $22.5 billion for the quarter.';
const published = '2026-11-19';
const why = (line: string, title = 'Disney (DIS) quarter', said = SAID) => [
  whySetAside({ title, text: `${line}\n\n${said}`, published }),
  whySetAside({ title, text: `${said}\n\n${line}`, published }),
];

describe('what is made up', () => {
  test.each([
    ...['Satire. Nothing in this column is real.', 'Parody: nothing below happened.', 'This article is satire.'],
    ...['It is a grey day. That is the world of Robin Lee’s new novel.', 'An excerpt from a thriller by Ann Dole.'],
    ...['Students are given a made-up news item, which they are to judge.', 'Imagine it is November 2031.'],
    ...['In the game, each player opens an envelope with the news of the round.', 'All characters are fictional.'],
    ...['This short story won our contest for young writers.', 'April Fools’ Day: the article below was a joke.'],
    ...['This is a satirical website.', 'NewsThump is a satirical website and all articles are works of fiction.'],
    ...['The Daily Grin is a satire site. All stories are fictional.', 'Everything on this website is satire.'],
    ...['Waterford Whispers News is a fabricated satirical newspaper and comedy website.'],
    ...['All numbers shown are hypothetical.', 'The data on this page are sample data for demonstration only.'],
    ...['Numbers on this page are illustrative and were not taken from any filing.'],
    ...['(The figures of this page are of our model portfolio and not of the fund itself.)'],
    ...['The example above uses invented yields and is for illustration only.'],
  ])('%s', (line) => {
    expect(why(line)).toEqual(['invented', 'invented']);
  });

  test.each(['Humor', 'Satire', '# Our humour column', 'A short story'])('by a label above it: %s', (label) => {
    expect(why(label)).toEqual(['invented', null]);
  });

  test('by its title', () => {
    expect(why('A line.', 'Disney (DIS): the satirical week')).toEqual(['invented', 'invented']);
  });

  test('but the samples of the house are told as samples', () => {
    const text = `The figures are invented for this sample page.\n\n${SAID}`;
    expect(whySetAside({ title: 'Gold', text, url: 'https://samples.example.com/gold' })).toBeNull();
    expect(whySetAside({ title: 'Gold', text, url: 'https://www.gold.test/' })).toBe('invented');
  });
});

test.each([
  ...['From our archive: first published in May 2012.', 'This article originally appeared on September 16, 2008.'],
  ...['Originally published in 2000.', 'This column was first published in our issue of March 2026.'],
])('an old text under a new day: %s', (line) => {
  expect(why(line)[0]).toBe('reprint');
});

describe('a release whose dateline is of long before the day of its page', () => {
  const datelines = [
    ...['ATLANTA, Feb. 16, 2023 /PRNewswire/ -- ', 'ATLANTA, Oct. 24, 2023 - ', 'ATLANTA (Nov. 14, 2023) – '],
    ...['CINCINNATI — October 18, 2023 — ', 'CINCINNATI, Oct. 18, 2023 (GLOBE NEWSWIRE) -- '],
    ...['Oct. 24, 2025 – ATLANTA – ', '**ATLANTA, March 3, 2026** – '],
  ];
  test.each([...datelines, '(Reuters, 17 October 2023) ', 'NEW YORK, March 3 (Reuters) - '])('%s', (dateline) => {
    expect(why('Coca-Cola is a company of drinks.', 'Coca-Cola', dateline + SAID)).toEqual(['reprint', 'reprint']);
  });

  test.each(datelines)('below news of now is not quoted, nor what stands with it: %s', (dateline) => {
    const lines = [
      'Shares rose by 2% on Thursday.',
      `${dateline}${SAID} Today it told its sales, too, which rose by 3%.`,
    ];
    const [, old] = framesOf(lines.join('\n').replaceAll('*', ''), { title: 'The week', written: published });
    expect(old?.[0]).toBe(dateline.includes('2026') ? null : 'past');
  });

  test.each([
    'ATLANTA, Nov. 18, 2026 /PRNewswire/ -- ',
    'NEW YORK (AP) — ',
    'TOKYO, Nov 20 (Reuters) - ',
    'ATLANTA, Oct. 30 – ',
  ])('one of these days is none: %s', (dateline) => {
    expect(why('Coca-Cola is a company of drinks.', 'Coca-Cola', dateline + SAID)).toEqual([null, null]);
  });

  test('a day by the way in a sentence is no dateline', () => {
    expect(why('March 3, 2021 was the day on which it went public.')).toEqual([null, null]);
    expect(why('Founded on May 5, 1921 - in Paris - it has grown since.')).toEqual([null, null]);
  });
});

describe('amounts in another currency', () => {
  test.each([
    ...['(All amounts in Canadian dollars unless otherwise noted.)', 'All figures in this article are in Canadian dollars.'],
    ...['Amounts are in euros.', 'Unless stated otherwise, dollar figures are Canadian.', '(C$ throughout.)'],
    ...['Note: monetary amounts in this report are expressed in Hong Kong dollars (HKD).'],
  ])('%s', (line) => {
    expect(why(line)).toEqual(['currency', 'currency']);
    expect(why(line, 'Merck', 'Merck (MRK) reported sales of 17.3 billion for the quarter.')).toEqual([
      'currency',
      'currency',
    ]);
  });

  test('are no fault where each says it', () => {
    expect(why('Amounts are in euros.', 'SAP', 'SAP reported revenue of €9.1 billion.')).toEqual([null, null]);
    expect(why('Amounts are in euros.', 'SAP', 'SAP reported revenue of 9.1 billion euros.')).toEqual([null, null]);
  });
}); // prettier-ignore

test.each([
  ...['All figures are in U.S. dollars unless otherwise noted.', 'The Canadian dollar fell 0.3% on Thursday.'],
  ...['Sales in Europe, in euros, rose 4%.', 'Netflix released a comedy and a fiction series in October.'],
  ...[
    'Take-Two sells its next game in November.',
    'Amazon sold more novels in October.',
    'Games',
    '- Humor',
    'Archive',
  ],
  ...['The study was first published in May 2012.', 'This article first appeared on November 18, 2026.'],
  ...['Students owe $1.8 trillion of loans.', 'Players of its games spent 39 billion hours there.'],
  ...['Charts are for illustration.', 'Past performance is no guarantee of future results.'],
  ...['The story of the third quarter was one of cheaper fuel.', 'Index figures before 2019 are back-tested.'],
])('news is none of this: %s', (line) => {
  expect(why(line)).toEqual([null, null]);
});

describe('a figure that was changed since', () => {
  const isQuoted = (line: string, said = SAID) =>
    framesOf(`${said}\n\n${line}`, { title: 'Disney (DIS) quarter', written: published })[0]?.[0] === null;

  test.each([
    ...['Update, November 20: Disney has since restated its revenue for the quarter to $21.1 billion.'],
    ...['**Update:** Disney has restated its revenue for the quarter to $21.1 billion since this was published.'],
    ...['Editor’s note: the figure for revenue has been changed. It is $21.1 billion.'],
    ...['Update: revenue was corrected by the company to $21.1 billion.'],
    ...['The revenue figure above was later changed to $21.1 billion by the company.'],
  ])('is doubted: %s', (line) => {
    expect(isQuoted(line)).toBe(false);
  });

  test.each([
    ...['Update: adds closing prices.', 'Updated November 20, 2026 at 4:10 p.m.'],
    ...['The government revised its figure for the second quarter to 3.8%.'],
    ...['Disney has since changed its logo.', 'Revenue of the second quarter was revised by rivals.'],
  ])('and this changes none: %s', (line) => {
    expect(isQuoted(line)).toBe(true);
  });
});

test('the time of the next entry is no part of a sentence', () => {
  expect(sentencesIn('Bonds ended the day higher. 9:31 am. Bonds opened lower.')).toEqual([
    'Bonds ended the day higher.',
    '9:31 am.',
    'Bonds opened lower.',
  ]);
  expect(sentencesIn('The Fed said at 2:00 p.m. that it had cut rates.')).toHaveLength(1);
});
