// What a person asked of research was said not to be covered, and was not looked up.
import { expect, test } from '@jest/globals';
import { planPlay } from '../../../../shared/agents/models/narrator/plan/plan-play.ts';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { searchRequest, type SearchRequest } from '../../../../shared/schemas/knowledge.ts';
import { passageOf } from './passages.ts';

const fact = (name: string, label: string, value: number): Fact => {
  return { name, label, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' };
};
const facts: Fact[] = [
  fact('holding.VTI.weight', 'VTI (Vanguard Total Stock Market ETF), share of the portfolio', 0.6),
  fact('holding.COST.weight', 'COST (Costco Wholesale Corporation), share of the portfolio', 0.1),
  fact('holding.BND.weight', 'BND (Vanguard Total Bond Market ETF), share of the portfolio', 0.3),
  fact('allocation.assetClass.equity.weight', 'Equity, share of the portfolio', 0.7),
  fact('allocation.assetClass.fixed_income.weight', 'Fixed income, share of the portfolio', 0.3),
  fact('allocation.account.a.weight', 'Greta’s savings (account), share of the portfolio', 1),
];
const page = (at: number, title: string, text: string, tickers: string[] = []) =>
  passageOf({ id: `v.${at}`, document: `doc_${String(at).padStart(32, '0')}`, url: `https://n${at}.test/a`, title, text, tickers }); // prettier-ignore
const pages = [
  page(1, 'Stocks in October', 'US stocks rose 2.1% in October 2026.', ['VTI']),
  page(2, 'Stocks in September', 'US stocks fell 1.4% in September 2026.', ['VTI']),
  page(3, 'Bonds in October', 'The bond market returned 0.6% in October 2026.', ['BND']),
  page(4, 'Bonds in September', 'The bond market lost 0.9% in September 2026.', ['BND']),
  page(5, 'Costco sales rise', 'Costco said that its sales rose 8.1% to $22.6 billion in October 2026.', ['COST']),
  page(6, 'Treasury yields in October', 'The yield on the 10-year Treasury note fell to 4.06% in October 2026.'),
];

const asking = async (asked: string) => {
  const sent: SearchRequest[] = [];
  const found = await findResearch(
    facts,
    (request) => {
      sent.push(searchRequest.parse(request));
      const wanted = request.tickers ?? [];
      return Promise.resolve({
        passages: pages.filter(({ tickers }) => wanted.length === 0 || tickers.some((one) => wanted.includes(one))),
      });
    },
    { question: { asked, outside: planPlay(asked, null).outside } },
  );
  return { sent, cited: found.passages.map(({ title }) => title) };
};

test.each([
  ['What does research say about Costco?', 'Costco sales rise'],
  ['Any news on Costco?', 'Costco sales rise'],
  ['How much Costco do I own?', 'Costco sales rise'],
  ['What do analysts say about Treasury yields?', 'Treasury yields in October'],
])('%s: what is known of it is cited first', async (asked, title) => {
  expect((await asking(asked)).cited[0]).toBe(title);
});

test('the rest of a report is of what is held as before', async () => {
  const { cited } = await asking('What does research say about Costco?');
  expect(cited).toEqual(expect.arrayContaining(['Stocks in October', 'Bonds in October']));
  expect((await asking('Can I retire at 60?')).cited[0]).toBe('Stocks in October');
});

test('a question is sent without names of accounts and sums of money', async () => {
  const { sent } = await asking('Any news on Costco for Greta’s savings of 412,000?');
  expect(sent[0]).toMatchObject({ tickers: ['COST'] });
  expect(sent.map(({ query }) => query).join(' ')).not.toMatch(/Greta|412/);
});

test('a question of neither research nor a holding is not sent', async () => {
  const { sent } = await asking('Can I retire at 60?');
  expect(sent.map(({ query }) => query).join(' ')).not.toMatch(/retire/);
});

test.each([
  'What does research say about Costco?',
  'What do analysts say about Costco and mortgage rates?',
  'What is the latest on health care stocks?',
  'What has been written about gold lately?',
  'Is there research on JPMorgan?',
])('%s: the report is pointed to, and no home or health cost is spoken of', (asked) => {
  expect(planPlay(asked, 45).outside).toEqual(['market_news']);
});

test('what is asked besides research is still tried', () => {
  const plan = planPlay('What is the latest on health care stocks and can I retire at 60?', 45);
  expect(plan.outside).toEqual(['market_news']);
  expect(plan.whatIfs).toHaveLength(1);
  expect(planPlay('Can I pay for my health care?', 45).outside).toEqual(['health_costs']);
});
