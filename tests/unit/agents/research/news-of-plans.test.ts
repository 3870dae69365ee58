// News tells what companies and offices will do: that is a report, and no promise to a reader; and what stands under "For the year:" is of the year.
import { describe, expect, test } from '@jest/globals';
import { complianceProblems } from '../../../../shared/agents/compliance/compliance.ts';
import { sells } from '../../../../shared/agents/research/passage-aside.ts';
import { quotableOf } from '../../../../shared/agents/research/quotable.ts';

describe('news of what will be done advertises nothing', () => {
  test.each([
    'The New York Stock Exchange and Nasdaq will be closed Thursday for Thanksgiving.',
    'Owners will be notified by mail beginning Dec. 8.',
    'Dealers will replace the fuel injectors at no cost to owners.',
    'Netflix will raise the price of its standard plan to $19.99 from $17.99.',
    'Novo Nordisk will cut 9,000 jobs and will save 8 billion Danish kroner a year.',
    'The new company will be led by Miguel Patricio and will trade under the symbol KHC.',
    'Apple will report results on Jan. 28 after the market closes.',
    'Home Depot will hold a conference call today at 9 a.m. ET to discuss results.',
    'The Bureau of Labor Statistics will publish the October jobs report with November’s on Dec. 16.',
    'Shareholders will vote on the proposal in December.',
  ])('%s', (sentence) => {
    expect(sells(sentence)).toBe(false);
  });

  test.each([
    'Nvidia will soar next year, and you will be rich.',
    'Stocks will rise next year.',
    'Buy now before it is too late.',
    'This fund will never lose money.',
    'Call today to lock in your share.',
    'Bitcoin will surge to new highs.',
  ])('and what promises or hurries still does: %s', (sentence) => {
    expect(sells(sentence)).toBe(true);
  });

  test('in Alex’s own words the future told as known stays a promise, of every text', () => {
    const promise = 'The plan will carry the whole family.';
    expect(complianceProblems(['Fine.', promise, promise])).toHaveLength(1);
  });
});

test('a line under the heading of a time is not quoted without it', () => {
  const lines = ['On Friday:', 'The S&P 500 rose 41.30 points, or 0.6%, to 7,012.44.', 'For the week:', 'The S&P 500 is up 131.20 points, or 1.9%.', 'For the year:', 'The S&P 500 is up 166.94 points, or 2.4%.', '## Elsewhere', 'The S&P 500 closed above 7,000 points on Friday.']; // prettier-ignore
  const quoted = quotableOf({ title: 'How stocks fared', text: lines.join('\n') }, ['S&P 500', 'SPY']);
  expect(quoted.map(({ text }) => text)).toEqual([lines[1], lines[7]]);
});

describe('a sentence that says only that there are results', () => {
  const quoted = (text: string) =>
    quotableOf({ title: 'Results', text }, ['The Coca-Cola Company', 'KO', 'Nvidia', 'NVDA', 'Walmart', 'WMT']);
  test.each([
    'The Coca-Cola Company today reported third quarter 2026 results.',
    'Nvidia reported fiscal third-quarter results after the bell on Wednesday.',
    'Nvidia announced its financial results for the third quarter ended October 25, 2026.',
  ])('is no finding: %s', (sentence) => {
    expect(quoted(sentence)).toEqual([]);
  });

  test.each([
    'Walmart reported third-quarter results that beat estimates on Thursday.',
    'Nvidia reported record third-quarter revenue of $57.0 billion.',
    'Walmart’s revenue rose 5.6% in the third quarter.',
  ])('and one that says how they were is: %s', (sentence) => {
    expect(quoted(sentence)).toMatchObject([{ text: sentence }]);
  });
});
