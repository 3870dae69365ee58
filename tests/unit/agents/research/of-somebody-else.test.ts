// A report cites no news of one company or fund that is not held: what a market, an index or a sector did is everybody's, its members' news is not.
import { describe, expect, test } from '@jest/globals';
import { fitting } from '../../../../shared/agents/research/fitting.ts';
import { isOfSomebodyElse } from '../../../../shared/agents/research/of-somebody-else.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { passageOf } from './passages.ts';

const held = [
  { symbol: 'ORCL', name: 'Oracle Corporation' },
  { symbol: 'LOW', name: "Lowe's Companies, Inc." },
  { symbol: 'BRK.B', name: 'Berkshire Hathaway Inc. Class B' },
  { symbol: 'COKE', name: 'COCA-COLA CONSOLIDATED INC' },
];
const share = (name: string, value: number, label = name): Fact => {
  return { name: `${name}.weight`, label: `${label}, share of the portfolio`, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
};
const facts = [
  share('holding.ORCL', 0.6, 'Oracle Corporation'),
  share('holding.VEA', 0.4),
  share('allocation.assetClass.equity', 1),
];

describe('somebody else is who a sentence is about', () => {
  test.each([
    'Boeing shares fell 3.1% to $201.40.',
    'Shares of Morgan Stanley rose 2%.',
    'In the third quarter, Wells Fargo earned $5.1 billion.',
    'Bank of America earned $8.1 billion in the same quarter.',
    'On November 3, 2026, Ford Motor Company issued a press release announcing its sales for October.',
    'SCHD closed at $29.10 on Wednesday.',
    'The Vanguard Total Stock Market ETF closed at $352.10.',
    'Zephyrus Robotics shares rose 12% to $14.',
    'Target said its sales fell 2%.',
    'The Coca-Cola Company declared a dividend of $0.53 per share.',
    'Rival Salesforce said that its revenue rose 9%, faster than Oracle’s.',
    'Microsoft, Oracle’s largest customer, said that its revenue rose 9%.',
    'Oracle analysts raised their price target on Boeing to $250.',
  ])('%s', (sentence) => {
    expect(isOfSomebodyElse(sentence, held)).toBe(true);
  });

  test('by its role on a page that is about it', () => {
    const sentence = 'The largest US bank earned $14.9 billion in the third quarter.';
    expect(isOfSomebodyElse(sentence, held, 'JPMorgan lifts its outlook')).toBe(true);
    expect(isOfSomebodyElse(sentence, held, 'Banks in November')).toBe(false);
  });

  test.each([
    'The Austin, Texas, company said Wednesday that it earned $1.4 billion, or 39 cents a share.',
    'The Detroit-based automaker earned $2.9 billion, or $3.12 a share.',
    'The stock fell 3% in after-hours trading.',
    'Adjusted for one-time items, earnings came to 52 cents per share.',
  ])('without its name, on a page that is about it: %s', (sentence) => {
    expect(isOfSomebodyElse(sentence, held, 'Tesla’s profit falls for a fourth straight quarter')).toBe(true);
    expect(isOfSomebodyElse(sentence, held, 'Oracle’s profit falls for a fourth straight quarter')).toBe(false);
  });
});

describe('a market, an index, a sector or what is held is who a sentence is about', () => {
  test.each([
    'Oracle shares rose 1% to $271.',
    'Lowe’s said its sales rose 3%.',
    'Berkshire Hathaway bought back $4 billion of its shares in October.',
    'Coca-Cola Consolidated’s board declared a dividend of $0.25 per share.',
    'Morgan Stanley analysts raised their price target on Oracle to $250.',
    'Stocks rose on Friday, led by Boeing and JPMorgan.',
    'Bank stocks such as Citigroup rose 2%.',
    'The Dow Jones Industrial Average fell 200 points as Boeing slid.',
    'The S&P 500 rose 1.2% to 6,801.',
    'Banks posted profits that were 9% higher.',
    'Goldman Sachs economists expect the S&P 500 to reach 7,000.',
    'European shares closed higher on Tuesday.',
  ])('%s', (sentence) => {
    expect(isOfSomebodyElse(sentence, held)).toBe(false);
  });
});

test('a page on a company that is not held is cited for nothing, and for what it says of the market', () => {
  const page = (title: string, text: string) =>
    fitting([passageOf({ id: 'a.0', document: 'a', title, text, url: 'https://news.test/a', score: 0.9 })], facts).map((one) => one.text);
  expect(page('Boeing delivers more jets', 'Boeing shares fell 3.1%. The planemaker delivered 50 jets.')).toEqual([]);
  expect(page('FORM 8-K', 'On November 3, 2026, Ford Motor Company issued a press release on its results.')).toEqual([]);
  const quarter = 'The Austin, Texas, company said that it earned $1.4 billion, or 39 cents a share. Revenue rose 12% to $28.1 billion.';
  expect(page('Tesla’s profit falls for a fourth straight quarter', quarter)).toEqual([]);
  // Nobody is named by it.
  expect(page('Profit falls for a fourth straight quarter', `${quarter} Shares fell 4% in after-hours trading.`)).toEqual([]);
  expect(page('Boeing falls', 'Boeing shares fell 3.1%. Stocks rose by 2 percent.')).toEqual(['Stocks rose by 2 percent.']);
}); // prettier-ignore
