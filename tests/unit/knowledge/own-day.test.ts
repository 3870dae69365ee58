// A document that is sent without its day: news of years ago would be cited as of the day on which it was sent.
import { expect, test } from '@jest/globals';
import { prepareDocuments } from '../../../shared/knowledge/prepare-document.ts';
import { ingestDocument } from '../../../shared/schemas/knowledge.ts';

const now = new Date('2026-11-20T12:00:00Z');
const dayOf = (content: string, contentType = 'text/html', fields: Record<string, string> = {}) => {
  const sent = ingestDocument.parse({ url: 'https://news.test/a', title: 'Bonds', kind: 'article', contentType, content, ...fields }); // prettier-ignore
  return prepareDocuments([sent], now)[0]?.document.published;
};

test.each([
  ['<h1>Bonds tumble</h1><p>Updated: 06/13/2022 04:35 PM EDT</p><p>BND fell 1.6% on Monday.</p>', 'text/html', '2022-06-13'],
  ['<article><header><h1>Bonds</h1><span>By Ann Lee, March 3, 2021</span></header><p>BND fell.</p></article>', 'text/html', '2021-03-03'],
  ['<html lang="en-GB"><h1>Bonds</h1><p>06/07/2022</p><p>BND fell.</p></html>', 'text/html', '2022-07-06'],
  ['# Bonds\n\n*Published March 3, 2021*\n\nBND fell 1.6% on Monday.', 'text/markdown', '2021-03-03'],
  ['Bonds tumble\n\nMarch 12, 2020 4:05 pm ET\n\nBND fell 1.6% on Thursday.', 'text/plain', '2020-03-12'],
  ['<h1>BND: fact sheet</h1><p>As of October 31, 2026</p><p>BND yielded 4.2%.</p>', 'text/html', '2026-10-31'],
  ['<h1>Results</h1><p>SANTA CLARA, Calif., Nov. 18, 2026 /PRNewswire/ -- Nvidia sold more.</p>', 'text/html', '2026-11-18'],
])('%s', (content, type, day) => {
  expect(dayOf(content, type)).toBe(day);
}); // prettier-ignore

test('by its address', () => {
  expect(dayOf('<p>BND fell.</p>', 'text/html', { url: 'https://news.test/2021/03/03/bonds' })).toBe('2021-03-03');
});

test('but not where whoever sends it says the day, nor by a day of which the text tells', () => {
  const printed = '<h1>Bonds</h1><p>March 3, 2021</p><p>BND fell.</p>';
  expect(dayOf(printed, 'text/html', { published: '2026-11-02' })).toBe('2026-11-02');
  expect(dayOf('<h1>Bonds</h1><p>On March 3, 2021 BND fell.</p>')).toBeUndefined();
});

test('a day to come that a document prints is refused, and told', () => {
  expect(() => dayOf('<h1>Bonds</h1><p>March 3, 2031</p><p>BND fell.</p>')).toThrow(
    expect.objectContaining({
      problems: [{ path: 'documents[0].published', message: 'must not be a day to come: as it says itself, it is of 2031-03-03' }],
    }),
  );
}); // prettier-ignore
