// A passage is about a holding where it says the whole name, wherever in the text it stands by itself.
import { expect, test } from '@jest/globals';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import { tagByName } from '../../../../shared/agents/research/tag-by-name.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import type { SearchRequest } from '../../../../shared/schemas/knowledge.ts';
import { passageOf } from './passages.ts';

const facts: Fact[] = [
  { name: 'holding.GPN.weight', label: 'GPN (Global Payments Inc.), share of the portfolio', value: 1, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' },
]; // prettier-ignore
const tickersIn = (text: string) =>
  tagByName(facts, ['GPN'])(
    passageOf({ id: 'one', document: 'one', title: 'News', url: 'https://news.test/', text, tickers: [] }),
  ).map(({ tickers }) => tickers);

test.each([
  'Shares of Global Payments rose.',
  'Global Paymentsystems fell, while Global Payments rose.',
  'Of MyGlobal Payments nobody knows. Global Payments',
])('is named: %s', (text) => {
  expect(tickersIn(text)).toEqual([['GPN']]);
});

test.each(['Global Paymentsystems fell.', 'MyGlobal Payments fell.', 'Payments are global.'])('is not named: %s', (text) => {
  expect(tickersIn(text)).toEqual([]);
}); // prettier-ignore

test('a name is read without the "& Company" that texts leave out', () => {
  const bank = { ...facts[0], name: 'holding.WFC.weight', label: 'WFC (Wells Fargo & Company), share of the portfolio' } as Fact; // prettier-ignore
  const page = passageOf({ id: 'one', document: 'one', title: 'News', url: 'https://news.test/', text: 'Wells Fargo earned $5.6 billion.', tickers: [] }); // prettier-ignore
  expect(tagByName([bank], ['WFC'])(page).map(({ tickers }) => tickers)).toEqual([['WFC']]);
});

const HELD = { MSFT: 'Microsoft Corporation', PFE: 'Pfizer Inc.', AAPL: 'Apple Inc.', NVDA: 'NVIDIA Corporation', WMT: 'Walmart Inc.', TGT: 'Target Corporation', V: 'Visa Inc.', F: 'Ford Motor Company', SHEL: 'Shell plc', JPM: 'JPMorgan Chase & Co.', GOOGL: 'Alphabet Inc. Class A', AMZN: 'Amazon.com, Inc.', META: 'Meta Platforms, Inc.', ORCL: 'Oracle Corporation', KO: 'The Coca-Cola Company', DIS: 'The Walt Disney Company', TSLA: 'Tesla, Inc.', LLY: 'Eli Lilly and Company', MRK: 'Merck & Co., Inc.', GS: 'The Goldman Sachs Group, Inc.' }; // prettier-ignore
const holdings = Object.entries(HELD).map(([symbol, name]): Fact => {
  return { name: `holding.${symbol}.weight`, label: `${symbol} (${name}), share of the portfolio`, value: 0.05, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
});
const taggedWith = (title: string, text: string) =>
  tagByName(
    holdings,
    Object.keys(HELD),
  )(passageOf({ id: 'one', document: 'one', title, url: 'https://news.test/', text, tickers: [] })).flatMap(
    ({ tickers }) => tickers,
  );

test.each([
  ['MSFT','Microsoft to lay off thousands','Microsoft is laying off about 6,500 workers, the company said Thursday, its third round of job cuts this year.'],
  ['MSFT','Layoffs at Microsoft','NEW YORK, Nov 19 (Reuters) - Microsoft said on Thursday it will lay off about 9,000 employees.'],
  ['AAPL','Apple reports fourth quarter results','CUPERTINO, CALIFORNIA Apple today announced financial results. “Our results capped off a record year,” said Apple’s CFO. Apple’s board of directors has declared a cash dividend of $0.27.'],
  ['AAPL','iPhone sales fall','Apple said iPhone sales fell 3%. Apple shares dropped 2%.'],
  ['PFE','Pfizer wins approval','Pfizer said the FDA approved its drug.'],
  ['NVDA','Wall Street ends higher as Nvidia rallies','Nvidia shares rose 3.4%, while Microsoft added 0.9% and Apple fell 0.2%.'],
  ['WMT','Walmart raises outlook','Walmart raised its outlook for the year.'],
  ['WMT','Retail sales','Walmart said sales rose 4%. Walmart has 4,600 stores.'],
  ['GOOGL','Google to build data center','Google said it will spend $9 billion in Texas.'],
  ['KO','Coca-Cola lifts forecast','Coca-Cola raised its forecast.'],
  ['DIS','Disney posts profit','Disney posted a profit of $1.2 billion. Disney said streaming grew.'],
  ['TSLA','Tesla deliveries fall','Tesla delivered 447,000 cars in the quarter.'],
  ['LLY','Lilly cuts prices','Lilly said it will cut the price of Zepbound.'],
  ['GS','Goldman profit jumps','Goldman Sachs reported profit of $4.1 billion. Goldman said trading rose.'],
  ['AAPL','Apple’s new phone','Apple unveiled a phone. Apple said it costs $799.'],
  ['F','Ford recalls trucks','Ford said it recalls 200,000 trucks. Ford shares fell 1%.'],
])('a page plainly about a company by the name that people say is of %s: %s', (symbol, title, text) => {
  expect(taggedWith(title, text)).toEqual([symbol]);
}); // prettier-ignore

test.each([
  ['','Apple Hospitality REIT reports','Apple Hospitality said its hotels earned more. Apple Hospitality’s revenue rose.'],
  ['','Target prices rise','Target prices for stocks rose on Friday. The target was missed.'],
  ['','Visa fees rise for H-1B workers','Visa applications rose 5% in October. Visa fees for workers were raised.'],
  ['','Doug Ford cuts taxes','Ontario Premier Doug Ford said on Friday that taxes will fall. Ford said the budget is balanced. Ford’s government agreed.'],
  ['','Shell companies under scrutiny','Shell companies are used to hide money. Shell firms rose in number.'],
  ['','Fed cuts rates','Microsoft was among the gainers.'],
  ['','Markets wrap','Stocks rose, led by Nvidia and Microsoft. Bond yields fell, JPMorgan economists said.'],
  ['','Amazon basin fires spread','Amazon rainforest fires rose 12% in October. The Amazon lost trees.'],
  ['','Oracle bones found in China','Oracle bones were found.'],
  ['','Gap between rich and poor','Gap analysis showed differences. The gap rose 3%.'],
  ['','Walt Disney biography','The life of the man who drew a mouse. Critics liked the book.'],
  ['','Meta-analysis of funds','Meta analysis of 40 studies was published.'],
  ['','Nikola Tesla museum opens','Nikola Tesla was born in 1856. Nikola Tesla’s papers were shown. Tesla had many patents.'],
  ['','Merck KGaA lifts outlook','Merck KGaA raised its outlook. Merck said sales rose 3%.'],
  ['','Goldman Sachs raises S&P 500 target','Goldman Sachs strategists raised their target to 7,600.'],
  ['','Investors flee','Funds such as Fidelity Blue Chip hold Apple, Microsoft and Nvidia.'],
  ['','Apple harvest in Washington state falls','Apple growers picked fewer boxes. Apple prices rose 4% in October. Apple orchards were hit by frost.'],
  ['','Pumpkin and apple pies','Apple sales rose at bakeries.'],
  ['','Antitrust: Epic v. Apple','The judge ruled for Epic Games.'],
  ['','Ford Foundation grants','Ford Foundation said it will give $200 million. The Ford Foundation’s president spoke.'],
])('a page about somebody or something else, or that only names one, is of none: %s', (title, text) => {
  expect(taggedWith(title, text)).toEqual([]);
}); // prettier-ignore

test('where nothing of a page tagged with a holding can be quoted, an untagged page that names it is looked for', async () => {
  const about = (id: string, title: string, text: string, tickers: string[]) =>
    passageOf({ id, document: `doc_${id.repeat(32)}`, url: `https://${id}.test/`, title, text, tickers });
  const tagged = about('a', 'Drug approvals', 'They were approved.', ['PFE']);
  const untagged = about('b', 'Pfizer lifts outlook', 'Pfizer reported revenue of $16.7 billion for the third quarter of 2026.', []); // prettier-ignore
  const search = ({ tickers = [] }: SearchRequest) => {
    const all = [tagged, untagged];
    return Promise.resolve({
      passages: tickers.length === 0 ? all : all.filter((one) => one.tickers.some((each) => tickers.includes(each))),
    });
  };
  const { passages } = await findResearch(
    holdings.filter(({ name }) => name.includes('PFE')),
    search,
  );
  expect(passages[0]?.id).toBe('b');
});

test('what contradicts an untagged page that is cited by its name is looked for among untagged ones too', async () => {
  const about = (id: string, title: string, text: string) =>
    passageOf({ id, document: `doc_${id.repeat(32)}`, url: `https://${id}.test/`, title, text, tickers: [] });
  const cited = about(
    'a',
    'Pfizer lifts outlook',
    'Pfizer reported revenue of $16.7 billion for the third quarter of 2026.',
  );
  const other = about('b', 'Pfizer slips', 'Pfizer reported revenue of $15.2 billion for the third quarter of 2026.');
  const search = ({ tickers = [], k = 0 }: SearchRequest) =>
    Promise.resolve({ passages: tickers.length > 0 ? [] : k > 12 ? [cited, other] : [cited] });
  const { passages } = await findResearch(
    holdings.filter(({ name }) => name.includes('PFE')),
    search,
  );
  expect(passages.map(({ id }) => id)).toEqual(['a', 'b']);
});
