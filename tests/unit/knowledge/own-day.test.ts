// A document that is sent without its day: news of years ago would be cited as of the day on which it was sent.
import { expect, test } from '@jest/globals';
import { extract } from '../../../services/researcher/browsing/extract/extract.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';
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
  // Companies' own sites name no wire.
  ['<h1>Results</h1><p>BENTONVILLE, Ark., Feb. 19, 2019 – Walmart Inc. (NYSE: WMT) today announced its results.</p>', 'text/html', '2019-02-19'],
  ['<h1>Results</h1><p>REDMOND, Wash. — October 29, 2025 — Microsoft Corp. today announced its results.</p>', 'text/html', '2025-10-29'],
  ['<h1>Results</h1><p>SEATTLE—(BUSINESS WIRE) October 30, 2025—Amazon.com, Inc. today announced its results.</p>', 'text/html', '2025-10-30'],
  ['<h1>Results</h1><p>SEATTLE (February 1, 2024) – Amazon today announced its results.</p>', 'text/html', '2024-02-01'],
  ['<h1>Results</h1><p>Zurich, 4 November 2025 - UBS today announced its results.</p>', 'text/html', '2025-11-04'],
  ['<h1>Results</h1><p>November 4, 2025 – ISSAQUAH, Wash. – Costco today announced its results.</p>', 'text/html', '2025-11-04'],
  [`<h1>Results</h1><ul>${'<li>Revenue of $4 billion</li>'.repeat(9)}</ul><p>New York, NY, January 15, 2026 - BlackRock today said so.</p>`, 'text/html', '2026-01-15'],
  ['Results\n\nISSAQUAH, Wash., Nov. 4,\n2025 – Costco Wholesale Corpo-\nration today announced its results.', 'text/plain', '2025-11-04'],
  // Metadata of a page, and what tools that keep notes write above a text.
  ['<head><meta property="article:published_time" content="2019-03-11T08:00:00Z"></head><h1>Bonds</h1><p>BND charges 0.03%.</p>', 'text/html', '2019-03-11'],
  ['<script type="application/ld+json">{"datePublished": "2019-03-11"}</script><h1>Bonds</h1><p>BND charges 0.03%.</p>', 'text/html', '2019-03-11'],
  ['<h1>Bonds</h1><time datetime="2019-03-11">Long ago</time><p>BND charges 0.03%.</p>', 'text/html', '2019-03-11'],
  ['---\ntitle: "Bonds"\ndate: 2019-03-11\ntags:\n  - BND\n---\n\n# Bonds\n\nBND charges 0.03%.', 'text/markdown', '2019-03-11'],
  ['+++\ntitle = "Bonds"\ndate = 2019-03-11T10:00:00Z\n+++\n\nBND charges 0.03%.', 'text/markdown', '2019-03-11'],
  ['---\ncreated: 2026-11-20\npublished: March 11, 2019\n---\nBND charges 0.03%.', 'text/plain', '2019-03-11'],
  ['<!-- saved from url=(0020)https://news.test/a -->\n---\nlastmod: 2019-03-11\n---\nBND charges 0.03%.', 'text/markdown', '2019-03-11'],
  ['# Gold\n\n*19 November 2025 — Priya Raman*\n\nGold fell.', 'text/plain', '2025-11-19'],
  ['# Gold\n\n**Published:** November 19, 2025\n\nGold fell.', 'text/markdown', '2025-11-19'],
  ['# Gold\n\n_November 19, 2025_\n\nGold fell.', 'text/markdown', '2025-11-19'],
])('%s', (content, type, day) => {
  expect(dayOf(content, type)).toBe(day);
  // The researcher reads the same page as of the same day.
  expect(extract(Buffer.from(content), type, new URL('https://news.test/a')).published).toBe(day);
}); // prettier-ignore

test.each([
  '/2021/03/03/bonds',
  '/2021/mar/03/bonds',
  '/2021/3/3/bonds',
  '/2021-03-03-bonds',
  '/bonds-2021-03-03.html',
])('by its address, %s, of whatever kind it is', (path) => {
  const url = `https://news.test${path}`;
  for (const type of ['text/html', 'text/markdown', 'text/plain']) {
    const text = type === 'text/html' ? '<p>BND fell.</p>' : 'BND fell.';
    expect(dayOf(text, type, { url })).toBe('2021-03-03');
    expect(extract(Buffer.from(text), type, new URL(url)).published).toBe('2021-03-03');
  }
});

test('no date of a text is its day because names stand before it, nor one that may be another', () => {
  expect(dayOf('<h1>Walmart</h1><p>Walmart, founded on July 2, 1962 – by Sam Walton – has 11,000 stores and more.</p>')).toBeUndefined();
  expect(dayOf('<h1>Zinc</h1><p>Shares fell 2% on Monday, March 3, 2021 – the worst day of a bad year for all miners.</p>')).toBeUndefined();
  expect(dayOf('---\ndate: 03/11/2019\n---\nOf a day or another.', 'text/markdown')).toBeUndefined();
}); // prettier-ignore

test('what stands above a text for programs is none of its words', () => {
  const text = '<!-- saved from url=(0020)https://news.test/a -->\n---\ntitle: "Bonds now"\ndate: 2026-03-11\n---\nBND charges 0.03%.';
  for (const contentType of ['text/markdown', 'text/plain'] as const) {
    expect(extractBlocks(contentType, text)).toEqual([{ kind: 'text', text: 'BND charges 0.03%.' }]);
    expect(extract(Buffer.from(text), contentType, new URL('https://news.test/a'))).toMatchObject({ title: 'Bonds now', text: 'BND charges 0.03%.' });
  }
}); // prettier-ignore

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

const cover = (form: string, told: string) =>
  `<h1>pg-20261013</h1><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM ${form}</p><p>${told}</p><p>The Company declared a dividend.</p>`;
const signed = (day: string) =>
  `<p>SIGNATURE</p><p>Pursuant to the requirements of the Act, the registrant has caused this report to be signed.</p><p>Date: ${day}</p><p>By: /s/ Ann Lee</p>`;

test.each([
  ['8-K', 'Date of Report (Date of earliest event reported): October 8, 2026'],
  ['10-Q', '15,115,823,000 shares of common stock were issued and outstanding as of July 17, 2026'],
])('a report on form %s is of the day on which it was signed, and of none of its cover', (form, told) => {
  expect(dayOf(`${cover(form, told)}${signed('October 14, 2026')}`)).toBe('2026-10-14');
  expect(dayOf(cover(form, told))).toBeUndefined();
  expect(dayOf(`${cover(form, told)}${'<p>Revenue rose in all segments of the company.</p>'.repeat(9000)}${signed('October 14, 2026')}`)).toBe('2026-10-14'); // prettier-ignore
});

test('shares that were outstanding on a day were not published on it', () => {
  expect(dayOf('<h1>Annual report</h1><p>15,115,823,000 shares outstanding as of July 17, 2026</p>')).toBeUndefined();
});
