// What leads to other pages says nothing of this one: no teaser is stored as a page's text or quoted, by one rule for the researcher and for ingest.
import { describe, expect, test } from '@jest/globals';
import { extract } from '../../../services/researcher/browsing/extract/extract.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';

const around = '<p>The central bank left its rate where it was, as most had expected it to do this week.</p>'.repeat(3);
const url = new URL('https://example.com/markets/today');
const link = '<a href="/other">BND TRAP crashed 9% in one day.</a>';
const said = '<p>BND TRAP crashed 9% in one day.</p>';

function readings(part: string): string[] {
  const page = `<html><head><title>Rates</title></head><body><article><h1>Rates hold</h1>${around}${part}${around}</article></body></html>`;
  const ingested = extractBlocks('text/html', page).map(({ text }) => text);
  return [ingested.join('\n'), extract(Buffer.from(page), 'text/html; charset=utf-8', url).text];
}

test.each([
  `<div class="related"><ul><li>${link}</li></ul></div>`,
  `<ul><li>${link}</li><li><a href="https://example.org/x">VTI TRAP had its best day of the year.</a></li></ul>`,
  `<p>${link}</p>`,
  `<p><strong>Read also: ${link}</strong></p>`,
  `<p>READ MORE | ${link}</p>`,
  `<p>Don’t miss: ${link}</p>`,
  '<p>Read also: BND TRAP crashed 9% in one day.</p>',
  '<p>The market was calm. Related: BND TRAP crashed 9% in one day.</p>',
  `<div><span>Bonds</span> <a href="/other">BND TRAP crashed 9% in one day, its worst since the spring of 2020</a> <time>Nov 12</time></div>`,
  `<div class="article-related-stories">${said}</div>`,
  `<section class="RelatedArticles">${said}</section>`,
  `<div class="c-promo__inner">${said}</div>`,
  `<div class="newsletter-signup">${said}</div>`,
  `<div id="recommended">${said}</div>`,
  `<div data-module="read-more">${said}</div>`,
  `<section aria-label="Related stories">${said}</section>`,
  `<div role="complementary">${said}</div>`,
  `<div role="navigation">${said}</div>`,
  '<div class="ad-slot">BND TRAP crashed 9% in one day. Open an account at BrokerX.</div>',
  `<div class="dfp-ad">${said}</div>`,
  `<div class="advert-box">${said}</div>`,
  `<div data-ad-unit="x">${said}</div>`,
  `<ins class="adsbygoogle">${said}</ins>`,
  '<div id="AdContainer2"><span>BND TRAP crashed 9% in one day.</span></div>',
  '<section aria-label="Advertisement">BND TRAP crashed 9% in one day.</section>',
  '<div class="ad">Advertisement: BND TRAP crashed 9% in one day, and BrokerX has an account for you.</div>',
  `<div><h3>More on bonds</h3><div><a href="/x">Why bond funds fell this week</a>${said}</div></div>`,
])('%s is no text of the page', (part) => {
  for (const text of readings(part)) {
    expect(text).toContain('central bank');
    expect(text).not.toContain('TRAP');
  }
});

describe('what a page says itself stays', () => {
  test.each([
    '<p>It <a href="/a">SEEN and held what it had</a>, the bank said in a statement on Friday.</p>',
    '<p>SEEN rose, <a href="/a">as bonds did in all of the year</a> and <a href="/b">as stocks did in the end</a>, it said.</p>',
    '<ul><li><a href="/aapl">SEEN Inc</a></li><li><a href="/msft">Microsoft</a></li></ul>',
    '<ul><li>SEEN: <a href="/x">its fee</a> is 0.03% a year</li></ul>',
    `<div class="newsletter">${'<p>SEEN rose by two percent in the week, and bonds fell by a tenth of a point in all.</p>'.repeat(30)}</div>`,
    '<h2><a href="/x">SEEN: why bonds rose for a week</a></h2><p>They rose.</p>',
    '<p><a href="#top">SEEN is what this page says of itself</a></p>',
    '<div class="promo"><p>Correction: SEEN rose by 2%, and not by 3%.</p></div>',
    '<p><a href="/corrections">Correction: SEEN rose by 2%, and not by 3%.</a></p>',
    '<div><h2>More on fees</h2><p>SEEN charges 0.03% a year.</p></div>',
    '<div class="ad-free"><p>SEEN rose by 2%.</p></div>',
    '<div class="has-ads"><p>SEEN rose by 2%.</p></div>',
    '<div class="adjusted-earnings"><p>SEEN rose by 2%.</p></div>',
    '<div class="ad-label">Advertisement feature of SEEN</div>',
    '<p>It <ins>SEEN rose by 2%</ins>.</p>',
    '<p>Related party sales of SEEN rose by 2%.</p>',
    '<p>Read more than once, the letter of SEEN says little.</p>',
  ])('%s', (part) => {
    for (const text of readings(part)) expect(text).toContain('SEEN');
  });

  // Readability has its own rule for these.
  test.each([
    '<table><tr><td><a href="/bnd">SEEN Total Bond Market ETF (BND)</a></td><td>4.2%</td></tr></table>',
    '<div class="has-related"><p>SEEN rose.</p></div>',
    '<section id="related-party-transactions"><p>SEEN rose.</p></section>',
  ])('ingested: %s', (part) => {
    expect(readings(part)[0]).toContain('SEEN');
  });

  test('of a page of links alone all of it, and its links wherever they stand', () => {
    const list = `<ul>${'<li><a href="/a">SEEN bond funds rose for a week</a></li>'.repeat(5)}</ul>`;
    const page = `<html><body><nav><a href="/">Home</a></nav><h1>Markets</h1>${list}<footer>Copyright</footer></body></html>`;
    expect(extractBlocks('text/html', page).map(({ text }) => text)).toContain('SEEN bond funds rose for a week');
    expect(extract(Buffer.from(page), 'text/html', url).text).toContain('SEEN bond funds rose for a week');
    const beside = extract(Buffer.from(`<article><h1>Rates</h1>${around}${list}</article>`), 'text/html', url);
    expect(beside.text).not.toContain('SEEN');
    expect(beside.links).toEqual([{ title: 'SEEN bond funds rose for a week', url: 'https://example.com/a' }]);
    expect(extractBlocks('text/plain', 'Read also: SEEN').map(({ text }) => text)).toEqual(['Read also: SEEN']);
  });

  test('in Markdown and plain text, where lines lead elsewhere', () => {
    const text = 'Bonds rose by 2%.\n\nRead also: BND TRAP crashed 9% in one day.\n\nStocks fell by 1%.';
    for (const type of ['text/markdown', 'text/plain'] as const) {
      expect(extractBlocks(type, text).map((block) => block.text)).toEqual(['Bonds rose by 2%.', 'Stocks fell by 1%.']);
      expect(extract(Buffer.from(text), type, url).text).toBe('Bonds rose by 2%.\n\nStocks fell by 1%.');
    }
  });
});

test('no number of boxes and links takes long to be read', () => {
  const texts = ['<div class="related">'.repeat(5_000), `<ul>${'<li><a href="/x">one two three four five</a>'.repeat(5_000)}`, 'Read also: '.repeat(50_000), `<p class="${'related-'.repeat(50)}x">`.repeat(2_000)]; // prettier-ignore
  const start = performance.now();
  for (const text of texts) expect(() => extractBlocks('text/html', `<p>${text}</p>`)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(10_000);
});
