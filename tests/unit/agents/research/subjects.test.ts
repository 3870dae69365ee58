// What a text is about: words of markets in phrases about something else, and by-words of what it is about.
import { describe, expect, test } from '@jest/globals';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import { fitting } from '../../../../shared/agents/research/fitting.ts';
import { mainSubjects } from '../../../../shared/agents/research/subjects.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { answering, passageOf } from './passages.ts';

describe('about nothing that anybody holds is', () => {
  test.each([
    ['Central banks bought 220 tonnes'],
    ['The Federal Reserve Bank of Atlanta said growth was 2%'],
    ['The World Bank cut its forecast for growth'],
    ['Food banks saw more visitors in October'],
    ['The bank holiday shortens the week'],
    ['Towns on the river bank were flooded'],
    ['The data bank holds 4 million entries'],
    ['Investors are banking on a rate cut'],
    ['She won a gold medal in the relay'],
    ['The AI gold rush has begun'],
    ['An oil painting fetched 4 million dollars'],
    ['Olive oil costs more'],
    ['Energy drink makers sold more'],
    ['Tech-savvy savers use apps'],
    ['Screen real estate is scarce'],
    ['Five tips for savers this winter'],
    ['Intellectual property disputes rose'],
    ['A software glitch delayed flights'],
    ['Sport utility vehicles sold well'],
    ['New Mexico votes on a tax'],
    ['The Indian Ocean warmed by 1 degree'],
    ['Union Pacific strike enters week two'],
    ['Union workers were taken to the hospital'],
    ['Data mining finds patterns'],
    ['A high-yield savings account paid 4.1%'],
    ['Treasury Secretary Bessent spoke on Monday'],
    ['A crude estimate puts it at 3%'],
    ['Average hourly earnings rose 0.3%'],
    ['The share of households with debt fell'],
    ['The municipal election was close'],
    ['James Bond is back'],
    ['For the duration of the strike output fell'],
    ['He shares a house with two friends'],
    ['Goods were out of stock'],
    ['French fries cost more'],
    ['Stainless and nerves of steel'],
    ['Home equity loans rose'],
    ['Health care costs in retirement rose'],
  ])('%s', (text) => {
    expect(mainSubjects(text)).toEqual([]);
  });
});

describe('about what it names first is', () => {
  test.each([
    ['Gold holds near record as central banks buy', 'assetClass.commodities'],
    ['Bank stocks slide', 'sector.financials'],
    ['Bank of America earnings beat forecasts', 'sector.financials'],
    ['The Bank of Japan kept rates', 'region.pacific'],
    ['Shares of European banks fell', 'region.europe'],
    ['European shares fell', 'region.europe'],
    ['International stocks beat the rest', 'region.europe'],
    ['Oil prices rise as stocks fall', 'assetClass.commodities'],
    ['Stocks rise as gold falls', 'assetClass.equity'],
    ['The Fed cut the federal funds rate as gold rose', 'assetClass.fixed_income'],
    ['Bonds and stocks rise', 'assetClass.fixed_income', 'assetClass.equity'],
    ['Treasury yields fall as traders bet on rate cuts', 'sector.government_bonds'],
    ['Chip makers and software', 'sector.information_technology'],
    ['Municipal bond yields', 'sector.municipal_bonds'],
    ['Gold and silver rise', 'assetClass.commodities'],
    ['TIPS yields rise', 'sector.government_bonds'],
    ['Fed keeps rates; bonds and stocks rise', 'assetClass.fixed_income', 'assetClass.equity'],
    ['U.S. stocks tumble on trade war fears', 'assetClass.equity'],
    ['Regional banks report losses', 'sector.financials'],
    ['Utilities lead the market', 'sector.utilities'],
    ['Home prices rose 3%', 'assetClass.real_estate'],
    ['Emerging markets stocks gain', 'region.emerging_markets'],
    ['Technology shares rallied', 'sector.information_technology'],
    ['Technology led the market', 'sector.information_technology'],
    ['The technology sector rose', 'sector.information_technology'],
    ['Corporate bond spreads', 'sector.corporate_bonds'],
    ['Gold miners rise', 'assetClass.commodities'],
    ['Why bond funds fell', 'assetClass.fixed_income'],
    ['The Bank of England kept its rate at 4%', 'region.europe'],
    ['The People’s Bank of China cut reserves', 'region.emerging_markets'],
    ['The technology sector rose', 'sector.information_technology'],
    ['Municipal issuers sold $9 billion of bonds', 'sector.municipal_bonds'],
  ])('%s: %s', (text, ...keys) => {
    expect(mainSubjects(text).map(([first]) => first)).toEqual(keys);
  });
});

const share = (name: string, value: number): Fact => {
  return { name: `${name}.weight`, label: `${name}, share of the portfolio`, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
};

// A blog that also named the Treasury's yields was read, and the Federal Reserve's own statement was not.
test('a portfolio of bonds reads the statement of the Federal Reserve beside whoever says otherwise, and both are told', async () => {
  const facts = [share('holding.BND', 1), share('allocation.assetClass.fixed_income', 1)];
  const statement = passageOf({
    ...{ id: 'a', document: `doc_${'1'.repeat(32)}`, url: 'https://www.federalreserve.gov/monetary20261028a.htm' },
    ...{ title: 'Federal Reserve issues FOMC statement', published: '2026-10-28' },
    text: 'In support of its goals and in light of the shift in the balance of risks, the Committee decided to lower the target range for the federal funds rate by 1/4 percentage point to 3-1/4 to 3-1/2 percent.',
  });
  const blog = passageOf({
    ...{ id: 'b', document: `doc_${'2'.repeat(32)}`, url: 'https://ratewatch.test/kept' },
    ...{ title: 'Where the Fed stands', published: '2026-11-20' },
    text: 'The Federal Reserve left the federal funds rate unchanged at 3.50% to 3.75% on October 28. The yield of the ten-year Treasury note was 4.21% on Thursday.',
  });
  const { passages } = await findResearch(facts, answering(blog, statement));
  expect(passages.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
});

describe('a portfolio of US shares', () => {
  const facts = [
    share('holding.VTI', 1),
    share('allocation.assetClass.equity', 1),
    share('allocation.region.north_america', 1),
    share('allocation.sector.financials', 0.147),
  ];
  const cited = (title: string, text: string) =>
    fitting(
      [passageOf({ id: 'a', document: `doc_${'1'.repeat(32)}`, title, text, url: 'https://news.test/a' })],
      facts,
    );

  test.each([
    [
      'Gold holds near record as central banks buy',
      'Gold held near a record on Tuesday as central banks went on buying.',
    ],
    ['The week of November 17', 'The Bank of Japan kept rates at 0.5%.'],
    ['The week of November 17', 'Gold rose 2% as stocks fell. The ounce cost $4,010 on Friday.'],
    ['Gold beats stocks for a third year', 'Gold is up 40% this year.'],
    ['European shares slump', 'European shares fell 3% on Thursday.'],
  ])('reads nothing of “%s”: %s', (title, text) => {
    expect(cited(title, text)).toEqual([]);
  });

  test.each([
    ['Bank stocks rise', 'Banks rose 2% on Friday after the stress test.'],
    ['Stocks rise as gold falls', 'US stocks rose 1% as gold fell.'],
    ['Inflation slows in October', 'Stocks rose 1% as the consumer price index slowed.'],
  ])('reads “%s”', (title, text) => {
    expect(cited(title, text)).toHaveLength(1);
  });
});
