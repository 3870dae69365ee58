// A page is found by the ticker of the company that it is about, which texts call by its name.
import { expect, test } from '@jest/globals';
import { narrateNote } from '../../../services/researcher/note/narrate-note.ts';
import { pageDocument } from '../../../services/researcher/knowledge/page-document.ts';
import { aboutness, readTopic } from '../../../services/researcher/topic/topic.ts';
import { notePrompt } from '../../../shared/prompts/researcher.ts';

const page = (title: string, text: string) =>
  pageDocument({ ...{ title, text, excerpt: text, published: '2026-11-18', fetchedAt: '2026-11-19T09:00:00.000Z' }, ...{ url: 'https://news.test/a', finalUrl: 'https://news.test/a' } } as never, ['AMD', 'IBM']).tickers; // prettier-ignore

test.each([
  ['Salesforce raises its outlook', 'Salesforce said on Monday that demand was strong. Rival IBM said so too.', ['CRM', 'IBM']],
  ['FORM 8-K', 'On October 20, 2026, The Home Depot, Inc. declared a dividend. The Home Depot pays it in December.', ['HD']],
  ['Results of the quarter', 'Procter & Gamble earned more. P&G sold more soap.', ['PG']],
  ['The week of banks', 'Wells Fargo analysts raised their target.', []],
  ['Apple Hospitality REIT pays', 'Apple Hospitality REIT declared a dividend. Apple Hospitality owns hotels.', []],
])('%s', (title, text, tickers) => {
  expect(page(title, text)).toEqual(tickers);
}); // prettier-ignore

test('a note on a company quotes nothing of what its analysts say of another', () => {
  const text = 'JPMorgan said its revenue rose 4% to $47 billion in the third quarter.\n\nJPMorgan analysts raised their price target on Nvidia to $250 from $235.';
  const material = { topic: 'JPM', asOf: '2026-11-20', pages: [{ page: 1, host: 'news.test', title: 'JPMorgan in November', published: '2026-11-18', text }] };
  const { points } = narrateNote(notePrompt(material).input);
  expect(JSON.stringify(points)).toContain('$47 billion');
  expect(JSON.stringify(points)).not.toContain('Nvidia');
}); // prettier-ignore

test('what central banks bought by the tonne is nothing about yields', () => {
  expect(aboutness(readTopic('Treasury yields'), 'Central banks bought 220 tonnes in the third quarter.')).toBeLessThan(0.5);
  expect(aboutness(readTopic('interest rates'), 'Central banks bought 220 tonnes in the third quarter.')).toBeLessThan(0.5);
  expect(aboutness(readTopic('interest rates'), 'The central bank kept its policy.')).toBeGreaterThan(0.5);
}); // prettier-ignore
