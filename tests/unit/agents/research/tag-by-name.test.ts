// A passage is about a holding where it says the whole name, wherever in the text it stands by itself.
import { expect, test } from '@jest/globals';
import { tagByName } from '../../../../shared/agents/research/tag-by-name.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
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
