// A correction in a box beside the text, in a menu, a footer or an advertisement was thrown away with it, and the wrong figure went into reports.
import { describe, expect, test } from '@jest/globals';
import { extractArticle } from '../../../services/researcher/browsing/extract/article.ts';
import { pageDocument } from '../../../services/researcher/knowledge/page-document.ts';
import { framesOf } from '../../../shared/agents/research/framing/framing.ts';
import { whySetAside } from '../../../shared/agents/research/set-aside.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';
import { noticesBeside } from '../../../shared/knowledge/own-notices.ts';

const WRONG = 'Kroger (KR) reported revenue of $33.9 billion for the third quarter.';
const STORES = 'Kroger (KR) opened 14 stores in October 2026, it said.';
const TITLE = 'Kroger reports';
const around = { title: TITLE, written: '2026-11-18' };
const page = (beside: string) =>
  `<html><head><title>${TITLE}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>${TITLE}</h1><p>${WRONG}</p><p>${STORES}</p><p>The figures came with the quarterly report, which was filed on Wednesday with the Commission.</p></article>${beside}</main></body></html>`;

/** As the researcher reads a page, and as ingest does. */
const readings = (beside: string): string[] => [
  extractArticle(page(beside), new URL('https://www.kroger-news.com/a')).text,
  extractBlocks('text/html', page(beside))
    .map(({ text }) => text)
    .join('\n'),
];
const isQuoted = (text: string, sentence = WRONG): boolean => {
  const at = text.split('\n').indexOf(sentence);
  return whySetAside({ title: TITLE, text }) === null && framesOf(text, around)[at]?.[0] === null;
};

const RIGHT = 'an earlier version of this article misstated the revenue. It was $32.9 billion, not $33.9 billion.';

describe('a correction is known, whatever it stands in', () => {
  test.each([
    ...[`<aside class="correction">Correction: ${RIGHT}</aside>`, `<footer><p>Correction: ${RIGHT}</p></footer>`],
    ...[`<nav><p>Correction: ${RIGHT}</p></nav>`, `<div role="complementary"><p>Correction: ${RIGHT}</p></div>`],
    ...[
      `<div class="ad-slot"><p>Correction: ${RIGHT}</p></div>`,
      `<div class="related"><p>We regret: ${RIGHT}</p></div>`,
    ],
    `<figure><img src="a.png"><figcaption>Correction: ${RIGHT}</figcaption></figure>`,
    `<details><summary>More</summary><p>Correction: ${RIGHT}</p></details>`,
    '<aside><h4>Corrections</h4><p>Revenue was $32.9 billion, not $33.9 billion.</p></aside>',
    '<footer><section><h3>Corrections</h3><ul><li>An earlier headline misstated the revenue, which was $32.9 billion.</li></ul></section></footer>',
    '<div class="article-correction">Revenue was $32.9 billion, not $33.9 billion.</div>',
    '<aside><p>Correction: an earlier version of this article misstated the revenue of Kroger, which was $32.9 billion.</p></aside>',
    '<aside><p>This article has been retracted.</p></aside>',
    '<footer><p>This website is satire.</p></footer>',
    '<aside><p>This is only a test of our publishing system.</p></aside>',
  ])('%s', (beside) => {
    expect(readings(beside).map((text) => isQuoted(text))).toEqual([false, false]);
  });
});

test.each([
  '<aside><h4>Related</h4><ul><li><a href="/x">Correction: Safeway sold less than we said last week</a></li></ul></aside>',
  '<footer><a href="/corrections">Corrections</a><p>To report an error, write to the editor.</p></footer>',
  '<footer><h3>Corrections</h3><p>Write to corrections@news.test.</p></footer>',
  '<aside><h3>Market correction</h3><p>Stocks fell 11% from their high in April.</p></aside>',
  '<div class="corrections-policy"><p>We correct errors within 2 days.</p></div>',
  '<aside><h4>Corrections</h4><h4>Markets</h4><p>Stocks fell 11%, not a little.</p></aside>',
  '<nav><span>Draft</span> <span>Test</span></nav>',
  '<aside><p>Correction: an earlier version of this article misspelled the name of the chief executive.</p></aside>',
  '<aside style="display:none"><p>This article has been retracted.</p></aside>',
])('what says nothing of the page loses nothing of it: %s', (beside) => {
  expect(readings(beside).map((text) => isQuoted(text))).toEqual([true, true]);
});

test('what else the page tells is quoted, and what the text has is not told twice', () => {
  const [article = ''] = readings(`<aside><p>Correction: ${RIGHT}</p></aside>`);
  expect(isQuoted(article, STORES)).toBe(true);
  expect(noticesBeside(article, page(`<aside><p>Correction: ${RIGHT}</p></aside>`))).toEqual([]);
});

test('a correction far below is kept with the excerpt of a long page', () => {
  const text = [WRONG, ...Array.from({ length: 400 }, () => STORES), `Correction: ${RIGHT}`].join('\n\n');
  const read = { url: 'https://www.kroger-news.com/a', finalUrl: 'https://www.kroger-news.com/a', title: TITLE, text };
  const rest = { fetchedAt: '2026-11-18T10:00:00.000Z', excerptHash: 'a'.repeat(64), links: [] };
  const { content } = pageDocument({ ...read, ...rest, contentType: 'text/html', truncated: false, via: 'fetch' }, []);
  expect(content.length).toBeLessThan(21_000);
  expect(isQuoted(content)).toBe(false);
});

describe('the right figure of a correction is told from the wrong one', () => {
  const RIGHTLY = 'Kroger (KR) reported revenue of $32.9 billion for the third quarter.';
  test.each([
    'Correction: an earlier version of this article misstated the revenue of Kroger, which was $32.9 billion.',
    'An earlier version of this story gave revenue as $33.9 billion when it was $32.9 billion.',
    'This article originally said revenue was $33.9 billion; it was $32.9 billion.',
    'Correction: This story misstated the revenue (it should have been $32.9 billion).',
    'An earlier headline misstated the revenue, which was $32.9 billion.',
    'We got the revenue wrong in an earlier version: it is $32.9 billion.',
    'The revenue given in this story is wrong. It was $32.9 billion.',
  ])('%s', (correction) => {
    expect(isQuoted(`${WRONG}\n\n${correction}`)).toBe(false);
    expect(isQuoted(`${RIGHTLY}\n\n${correction}`, RIGHTLY)).toBe(true);
  });

  test('also where it says what it had said', () => {
    expect(isQuoted(`${WRONG}\n\nCorrection: this story misstated the revenue, which we said was $33.9 billion.`)).toBe(
      false,
    );
  });
});

test.each([
  'These numbers are unaudited and preliminary; final figures differ.',
  'The figures above are preliminary and unaudited; the final ones will be different.',
])('figures that are not the last are quoted only where that is said: %s', (line) => {
  const said = 'Kroger (KR) reported preliminary revenue of $33.9 billion for the third quarter.';
  expect(isQuoted(`${WRONG}\n\n${line}`)).toBe(false);
  expect(isQuoted(`${said}\n\n${line}`, said)).toBe(true);
});

test.each([
  'The statements are unaudited.',
  'Data for the latest month are preliminary (p).',
  'Actual results may differ from forecasts.',
])('but a filing is quoted that says: %s', (line) => {
  expect(isQuoted(`${WRONG}\n\n${line}`)).toBe(true);
});
