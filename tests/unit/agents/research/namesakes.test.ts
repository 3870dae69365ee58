// A page on somebody else of a company's name is not about the company: its figures are not quoted as those of what a person holds.
import { describe, expect, test } from '@jest/globals';
import { narrateNote } from '../../../../services/researcher/note/narrate-note.ts';
import { screenPages } from '../../../../services/researcher/pages/screen-pages.ts';
import { companiesNamed, namedTopic } from '../../../../services/researcher/topic/known-name.ts';
import type { Page } from '../../../../services/researcher/browsing/page.ts';
import { fitting } from '../../../../shared/agents/research/fitting.ts';
import { isNamesake } from '../../../../shared/agents/research/strangers/namesakes.ts';
import { notePrompt } from '../../../../shared/prompts/researcher.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { passageOf } from './passages.ts';

const OTHERS: [symbol: string, title: string, text: string][] = [
  ['AAPL', 'Apple Hospitality sees occupancy slip', 'Apple Hospitality REIT (APLE) said occupancy fell to 74.1%.\n\nApple paid its usual monthly dividend of $0.08 a share in October 2026.'],
  ['AAPL', 'Hotel landlord pays on', 'Apple (APLE) said occupancy fell to 74.1%.\n\nApple now owns 219 hotels in 37 states.'],
  ['AAPL', 'Occupancy slips', 'Apple Hospitality REIT said occupancy fell to 74.1%.\n\nApple now owns 219 hotels in 37 states.'],
  ['AAPL', 'Savings rates', 'Apple Bank raised its savings rate to 4.1% in November 2026.\n\nApple said deposits rose by 3% in October 2026.'],
  ['KO', 'Coca-Cola Consolidated lifts prices', 'Coca-Cola Consolidated (COKE) raised prices by 4%.\n\nCoca-Cola reported net sales of $1.9 billion for the third quarter of 2026.'],
  ['KO', 'Bottler lifts volumes', 'Coca-Cola HBC said volumes grew by 9%.\n\nCoca-Cola reported sales of 3.1 billion euros for the quarter.'],
  ['MRK', 'Merck KGaA lifts outlook', 'Merck KGaA of Darmstadt said core earnings rose by 3%.\n\nMerck’s shares lost 5% of their value in October 2026.'],
  ['F', 'Ford Foundation gives $200 million', 'The Ford Foundation gave $200 million to 84 groups.\n\nFord has an endowment of $16.8 billion.'],
  ['AMZN', 'Amazon fires at lowest since 1998', 'Amazon fires fell by 62% in October 2026 from a year earlier, satellite data show.\n\nAmazon deforestation fell to 5,796 square kilometres.'],
  ['AMZN', 'Drought on the river', 'The Amazon fell to 12.1 metres at Manaus in October 2026.\n\nLevels on the Amazon rose by 4% in November 2026.'],
  ['INTC', 'US intel points to new drone plants', 'US intel shows that three new drone plants opened in October 2026.\n\nIntel gathered in September 2026 put output at 5,000 drones a month.'],
  ['UNP', 'Union members vote to strike', 'Union members at three Pacific ports voted to strike in November 2026.\n\nThe union has 22,000 members.'],
  ['TGT', 'Analysts cut targets across retail', 'Target prices across retail stocks fell by 8% on average.\n\nTarget cuts outnumbered raises by three to one in November 2026.'],
  ['V', 'Visa rules change for students', 'Visa processing times for students rose to 14 weeks in October 2026.\n\nVisa applications from India fell by 44%.'],
  ['ORCL', 'Oracle of Omaha sells more', 'The Oracle of Omaha sold $12 billion of stock in the third quarter of 2026.\n\nOracle watchers count twelve quarters of net sales.'],
  ['META', 'Meta-analysis finds fund fees matter', 'Meta-analysis of 74 studies found that fund fees took 1.1 points a year.\n\nMeta data of the studies were published in October 2026.'],
  ['TSLA', 'Tesla Exploration drills', 'Tesla Exploration Ltd. of Calgary said revenue fell by 30%.\n\nTesla has 90 workers left.'],
  ['GE', 'GE Vernova orders jump', 'GE Vernova (GEV) said orders rose by 55%.\n\nGE shares rose by 6% on the day.'],
  ['DAL', 'Delta Electronics sales climb', 'Delta Electronics of Taiwan said sales climbed by 33%.\n\nDelta makes power supplies and has 80,000 workers.'],
  ['WMT', 'Walmart de Mexico profit falls', 'Walmart de Mexico said net profit fell by 8%.\n\nWalmart opened 61 stores in the quarter.'],
]; // prettier-ignore

const OWN: [symbol: string, title: string, text: string][] = [
  ['AAPL', 'Apple raises its dividend', 'Apple raised its dividend by 4% to $0.27 a share in November 2026.'],
  ['AAPL', 'Apple Watch sales rise', 'Apple Watch sales rose by 6% in the third quarter of 2026, Apple said.'],
  ['AAPL', 'Apple sees slower growth', 'Apple CEO Tim Cook said sales of Apple Intelligence (AI) features rose by 4% in October 2026.'],
  ['AAPL', 'A chip for phones', 'The chip was made for Apple, which sold 61 million phones in the quarter. Apple sold 5% more of them.'],
  ['KO', 'Coca-Cola lifts its outlook', 'Coca-Cola Zero Sugar volumes grew by 9% in the third quarter of 2026.'],
  ['KO', 'Coca-Cola sells a stake', 'Coca-Cola sold 19% of Coca-Cola Consolidated (COKE) for $2.4 billion in November 2026.'],
  ['KO', 'Drinks', 'The Coca-Cola Company (KO) reported net sales of $12.4 billion for the third quarter of 2026.'],
  ['MRK', 'Merck lifts its outlook', 'Merck & Co. of Rahway said sales rose by 4% in the third quarter of 2026.'],
  ['MRK', 'Merck lifts its outlook', 'Merck Animal Health sales rose by 7% in the third quarter of 2026. Merck KGaA is another company.'],
  ['F', 'Ford sells more trucks', 'Ford F-150 sales rose by 4% in October 2026.\n\nFord said it sold 74,000 of them.'],
  ['F', 'Ford recalls trucks', 'Ford Motor will recall 312,000 trucks, it said in November 2026.'],
  ['AMZN', 'Amazon Web Services grows', 'Amazon Web Services (AWS) grew by 19% in the third quarter of 2026.\n\nAmazon’s shares rose by 2%.'],
  ['AMZN', 'Amazon fires 300 people', 'Amazon fires 300 people in Seattle, the company told them. Amazon shares rose by 1% on November 18, 2026.'],
  ['INTC', 'Intel Foundry loses less', 'Intel Foundry lost $2.3 billion in the third quarter of 2026. Intel reported sales of $13.7 billion.'],
  ['UNP', 'Union Pacific hauls more', 'Union Pacific carried 3% more freight in the third quarter of 2026.'],
  ['TGT', 'Target cuts prices', 'Target cuts prices on 2,000 items for the holidays of 2026. Shares of Target, which has 1,980 stores, rose by 1%.'],
  ['TGT', 'Retail', 'Target Corporation cut its price target for 2026 sales by 1%.'],
  ['V', 'Visa handles more payments', 'Visa Direct volumes rose by 23%. Visa said it handled $4.1 trillion in the quarter.'],
  ['V', 'Cards', 'Payments through Visa rose by 9% in the third quarter of 2026.'],
  ['ORCL', 'Oracle Health loses a client', 'Oracle Health lost 57 hospitals in 2026. Oracle’s cloud sales rose by 28%.'],
  ['META', 'Meta spends more', 'Meta AI has a billion users. Meta raised its capital spending to $72 billion in October 2026.'],
  ['META', 'Facebook owner', 'Facebook had 3.1 billion users a day in September 2026.'],
  ['TSLA', 'Tesla Energy grows', 'Tesla Energy stored 12.5 gigawatt hours in the third quarter of 2026.'],
  ['GE', 'GE Aerospace orders rise', 'GE Aerospace orders rose by 11% in the third quarter of 2026.'],
  ['DAL', 'Delta sees strong holiday demand', 'Delta Air Lines (DAL) said it will fly 6.5 million people over the holiday week.'],
  ['WMT', 'Walmart International grows', 'Walmart Canada sales rose by 4% in the third quarter of 2026. Walmart said so on Tuesday.'],
  ['SHEL', 'Shell buys back', 'Shell plc bought back $3.5 billion of its shares in the third quarter of 2026.'],
  ['COST', 'Costco opens more', 'Costco Wholesale opened 27 warehouses in the year to August 2026.'],
  ['GOOGL', 'Alphabet grows', 'Alphabet (GOOG) reported revenue of $102 billion for the third quarter of 2026.'],
  ['MCD', 'McDonald’s sells more', 'McDonald’s said same-store sales rose by 2.4% in the third quarter of 2026.'],
]; // prettier-ignore

const companyOf = (symbol: string) => companiesNamed([symbol]).map((company) => company)[0] ?? { symbol, name: symbol };

test.each(OTHERS)('%s is not who is meant: %s', (symbol, title, text) => {
  expect(isNamesake({ title, text }, companyOf(symbol))).toBe(true);
});

test.each(OWN)('%s is who is meant: %s', (symbol, title, text) => {
  expect(isNamesake({ title, text }, companyOf(symbol))).toBe(false);
});

const pageOf = (title: string, text: string): Page => ({
  ...{ url: 'https://news.test/a', finalUrl: 'https://news.test/a', title, published: '2026-11-18' },
  ...{ text, links: [], contentType: 'text/html', via: 'folder', truncated: false, fetchedAt: '2026-11-19T18:00:00.000Z', excerptHash: 'a'.repeat(64) },
}); // prettier-ignore

/** What a note on a symbol quotes of one page. */
function noted(symbol: string, title: string, text: string, screened = [symbol]): string[] {
  const topic = namedTopic(symbol);
  const { pages } = screenPages([pageOf(title, text)], screened);
  const shown = pages.map((page) => ({ page: 1, title, host: 'news.test', published: '2026-11-18', text: page.text }));
  try {
    return narrateNote(notePrompt({ topic, asOf: '2026-11-20', pages: shown }).input).points.map((point) => point.text);
  } catch {
    return [];
  }
}

describe('a note', () => {
  test.each(OTHERS)('on %s quotes nothing of: %s', (...page) => {
    expect(noted(...page)).toEqual([]);
  });

  test.each(OWN)('on %s loses nothing of: %s', (symbol, title, text) => {
    expect(noted(symbol, title, text)).toEqual(noted(symbol, title, text, []));
  });

  test('quotes of a page on another what it says of the company by its own symbol', () => {
    const text = 'Coca-Cola Consolidated (COKE) raised prices by 4%.\n\nCoca-Cola reported sales of $1.9 billion for the quarter.\n\nShares of Coca-Cola (KO) rose by 2% in October 2026.'; // prettier-ignore
    expect(noted('KO', 'Coca-Cola Consolidated lifts prices', text)).toEqual([
      '“Shares of Coca-Cola (KO) rose by 2% in October 2026.”',
    ]);
  });
});

describe('a report', () => {
  const holding = (symbol: string, name: string): Fact => {
    return { name: `holding.${symbol}.weight`, label: `${symbol} (${name}), share of the portfolio`, value: 0.1, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
  };
  const facts: Fact[] = [
    ...new Set([...OTHERS, ...OWN].map(([symbol]) => symbol)),
  ].map((symbol) => holding(symbol, companyOf(symbol).name.toUpperCase())); // prettier-ignore
  const equity = { ...holding('X', ''), name: 'allocation.assetClass.equity.weight', label: 'Equity', value: 1 };
  const told = (title: string, text: string, tickers: string[]) => {
    const passage = passageOf({ id: 'a.0', document: 'a', url: 'https://news.test/a', title, text, tickers });
    return fitting([passage], [...facts, equity]).map((one) => one.text).join('\n'); // prettier-ignore
  };

  test.each(OTHERS)('has nothing of what a page untagged by %s says of another: %s', (_, title, text) => {
    const [, said = ''] = text.split('\n\n');
    expect(told(title, text, [])).not.toContain(said);
  });

  test.each([
    ['AAPL', 'Apple Hospitality sees occupancy slip', 'Apple paid its usual monthly dividend of $0.08 a share in October 2026.'],
    ['KO', 'Coca-Cola Consolidated lifts prices', 'Coca-Cola reported net sales of $1.9 billion for the third quarter of 2026.'],
    ['MRK', 'Merck KGaA lifts outlook', 'Merck’s shares lost 5% of their value in October 2026.'],
  ])('of a point of an older note on %s neither, by the title of its page: %s', (symbol, title, text) => {
    expect(told(title, text, [symbol])).toBe('');
  }); // prettier-ignore

  test.each([
    ['TGT', 'Target lowers prices', 'Target cut prices on 2,000 items for the holidays of 2026.'],
    ['KO', 'Coca-Cola sells a stake', 'Coca-Cola sold 19% of its bottler for $2.4 billion in November 2026.'],
    ['AAPL', 'Apple Watch sales rise', 'Apple said that sales of its watch rose by 6% in the third quarter of 2026.'],
    ['AMZN', 'Cloud sales', 'Amazon reported cloud sales of $33 billion for the third quarter of 2026.'],
    ['F', 'Ford sells more trucks', 'Ford said it sold 74,000 trucks in October 2026.'],
  ])('keeps what is of %s: %s', (symbol, title, text) => {
    expect(told(title, text, [symbol])).toBe(text);
  });

  test('keeps what tells of the trade gap and the like as it did', () => {
    const text = 'The trade gap widened to $78 billion in September 2026, and stocks fell by 1% on the day.';
    expect(told('Trade gap widens and stocks fall', text, [])).toBe(text);
  });
});
