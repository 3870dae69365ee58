// Marks of notes, powers and fractions: no figure is read that the page does not show, by one rule for the researcher and for ingest.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extract } from '../../../services/researcher/browsing/extract/extract.ts';
import { extractFeed } from '../../../services/researcher/browsing/extract/feed.ts';
import { quotationsIn } from '../../../shared/agents/research/quotations.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';
import { readRaised } from '../../../shared/knowledge/raised/read-raised.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

const around = '<p>The central bank left its rate where it was, as most had expected it to do this week.</p>'.repeat(6);
const url = new URL('https://example.com/markets/today');

/** The sentence "It said … and more." as each of the two reads it. */
function readings(words: string, head = ''): string[] {
  const page = `<html><head><title>Rates</title>${head}</head><body><article><h1>Rates hold</h1>${around}<p>It said ${words} and more.</p>${around}</article></body></html>`;
  const ingested = extractBlocks('text/html', page).map(({ text }) => text);
  const researched = extract(Buffer.from(page), 'text/html; charset=utf-8', url).text.split('\n');
  return [ingested, researched].map((lines) => lines.filter((line) => line.includes('It said')).join('\n'));
}
const readAs = (words: string) => [`It said ${words} and more.`, `It said ${words} and more.`];

describe('the mark of a note is no digit of the figure before it', () => {
  test.each([
    ['a yield of 4.2<sup>1</sup>% on it', 'a yield of 4.2% on it'],
    ['$0.24<sup>2</sup> a share', '$0.24 a share'],
    ['11,400<sup>3</sup> bonds', '11,400 bonds'],
    ['$71.2<a href="#fn3"><sup>3</sup></a> billion', '$71.2 billion'],
    ['$71.2<sup><a href="/about#notes">3</a></sup> billion', '$71.2 billion'],
    ['9.1%<sup>2</sup> in May', '9.1% in May'],
    ['9.1%<sup> 2 </sup> in May', '9.1% in May'],
    ['4.2<sup>*</sup>%, 4.3<sup>†</sup>%, 4.4<sup>a</sup>%', '4.2%, 4.3%, 4.4%'],
    ['the fund<sup>1,2</sup> and bonds <sup>(3)</sup>, too', 'the fund and bonds, too'],
    ['in 2025<sup>4</sup>, on Nov. 18<sup>2</sup>', 'in 2025, on Nov. 18'],
    ['the S&amp;P 500<sup>®</sup> and iShares<sup>TM</sup> funds', 'the S&P 500 and iShares funds'],
    ['the S&amp;P 500<sup>2</sup> rose', 'the S&P 500 rose'],
    ['103<sup>4</sup> stocks in 24<sup>2</sup> countries', '103 stocks in 24 countries'],
    ['10<sup>1</sup> holdings, $10<sup>2</sup> a share, 10<sup>3</sup>%', '10 holdings, $10 a share, 10%'],
    ['4.2<a role="doc-noteref" href="#x">1</a>% on it', '4.2% on it'],
    ['4.2<span class="footnote-ref">[1]</span>% on it', '4.2% on it'],
    ['4.2<sup class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup> billion', '4.2 billion'],
    ['4.2<span style="vertical-align:super;font-size:60%">1</span>% on it', '4.2% on it'],
    ['4.2<span class="superscript">1</span>% on it', '4.2% on it'],
    ['4.2<a href="/notes">2</a>% on it', '4.2% on it'],
    ['4.2<sub>1</sub>% and bonds<sub>2</sub>', '4.2% and bonds'],
    ['$71.2[3] billion, 4.2%[a] and 5%(1) in 2020[1][2], too', '$71.2 billion, 4.2% and 5% in 2020, too'],
    ['4.2¹% and 11,400³ bonds⁽²⁾', '4.2% and 11,400 bonds'],
    ['<a href="/x">BND yields 4.2<sup>1</sup>%</a> now', 'BND yields 4.2% now'],
    ['Class A<sup>2</sup> shares of $5m<sup>2</sup>', 'Class A shares of $5m'],
  ])('%s', (words, read) => {
    expect(readings(words)).toEqual(readAs(read));
  });

  test('by a style sheet of the page either', () => {
    expect(readings('4.2<span class="n">1</span>% on it', '<style>.n{vertical-align:super}</style>')).toEqual(readAs('4.2% on it'));
  }); // prettier-ignore

  test('of Markdown and plain text either, on both ways in', () => {
    const said = 'It held 4.2%[1](#notes), $0.24<sup>2</sup> a share, $71.2[^3] billion and 11,400³ bonds, ~~or not~~ it said.';
    const read = 'It held 4.2%, $0.24 a share, $71.2 billion and 11,400 bonds, it said.';
    expect(extractBlocks('text/markdown', said).map(({ text }) => text)).toEqual([read]);
    expect(extract(Buffer.from(said), 'text/markdown', url).text.replace(/ {2}/gu, ' ')).toBe(read);
    expect(extractBlocks('text/plain', '4.2¹% of it').map(({ text }) => text)).toEqual(['4.2% of it']);
  }); // prettier-ignore

  test('in a title, a heading, a link, a table or a feed either', () => {
    const page = extract(Buffer.from(`<body><article><h1>BND yields 4.2<sup>1</sup>%</h1>${around}<table><tr><td>Fee<sup>2</sup></td><td>0.05<sup>3</sup></td></tr></table><p><a href="/next">Up 5<sup>1</sup>%</a> today</p></article></body>`), 'text/html', url); // prettier-ignore
    expect([page.title, page.links[0]?.title]).toEqual(['BND yields 4.2%', 'Up 5%']);
    expect(page.text).toContain('| Fee | 0.05 |');
    const feed = '<rss><channel><item><title>BND yields 4.2&lt;sup&gt;1&lt;/sup&gt;%</title><link>https://example.com/a</link></item></channel></rss>'; // prettier-ignore
    expect(extractFeed(feed, url)?.links[0]?.title).toBe('BND yields 4.2%');
  });
});

test.each([
  ['the 19<sup>th</sup> and October 31<sup>st</sup>', 'the 19th and October 31st'],
  ['1<sup>1</sup>/<sub>2</sub>% and <sup>3</sup>/<sub>4</sub>', '1 1/2% and 3/4'],
  ['1<sup>1</sup>&frasl;<sub>2</sub>% and 1¹⁄₂ too', '1 1/2% and 1 1/2 too'],
  ['2<sup>3/4</sup> points and 3 <sup>1</sup>/8', '2 3/4 points and 3 1/8'],
  ['1½ points and ¼', '1½ points and ¼'],
  ['3 × 10<sup>9</sup> shares and 10<sup>-3</sup> parts', '3 × 10^9 shares and 10^-3 parts'],
  ['$1,000 × 1.07<sup>30</sup> of it', '$1,000 × 1.07^30 of it'],
  ['500 m<sup>2</sup>, 20 km² and 3 ft<sup>3</sup>', '500 m², 20 km² and 3 ft³'],
  ['CO<sub>2</sub>, H₂O, PM<sub>2.5</sub> and R<sup>2</sup>', 'CO2, H2O, PM2.5 and R²'],
  ['$4<sup>.99</sup>, <sup>$</sup>19 and 5<sup>%</sup>', '$4.99, $19 and 5%'],
  ['M<sup>c</sup>Donald and <a href="/b">B</a> of BRK.<a href="/b">B</a>', 'McDonald and B of BRK.B'],
  [
    '12 funds on page <a href="/2">2</a>, as <a href="/x">12 analysts said</a>',
    '12 funds on page 2, as 12 analysts said',
  ],
  ['it increase[d] and “[T]he fund” [1] held', 'it increase[d] and “[T]he fund” [1] held'],
  ['4.2%<sup>per year</sup> of it', '4.2% per year of it'],
])('what is raised and is no note stays, and makes no other number: %s', (words, read) => {
  expect(readings(words)).toEqual(readAs(read));
});

test.each([
  '10<sup>2</sup> bonds',
  '2<sup>3</sup> bonds',
  '10² bonds',
  '$19<sup>99</sup> a share',
  '$24<sup>B</sup> of bonds',
  '1.07<sup>30</sup> of it',
  '4.2<sup>1</sup>5 more',
  '41&frasl;2% of it',
])('where nobody can tell whether %s has a note, the sentence is found and not quoted', (words) => {
  for (const text of readings(`the fund sold ${words} in October and held the rest`)) {
    expect(text).toMatch(/^\[It said .*\]$/u);
    expect(quotationsIn([sentencesIn(`Prices rose by 2% in all of October. ${text} They fell by 3% in November.`)], '')).toHaveLength(1); // prettier-ignore
  }
});

test('of any marks whatever no sign of ours is left, and what is read is read the same again', () => {
  const part = fc.oneof(
    fc.constantFrom('<sup>', '</sup>', '<sub>', '</sub>', '<a href="#fn1">', '</a>', '1', '10', '/', '.', '%', ' ', 'm', '²', '⁄', '[1]', '\ufdd0', '\ufdd4', '\ufdd5', '</p><p>'), // prettier-ignore
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      for (const { text } of extractBlocks('text/html', `<p>${parts.join('')}</p>`)) {
        expect(text).not.toMatch(/[\ufdd0-\ufdef]/u);
      }
    }),
  );
});

test('no number of marks takes long to be read', () => {
  const texts = ['<sup>'.repeat(5_000), '<sup>1</sup>'.repeat(10_000), '<a href="#fn1"><sup>1'.repeat(2_000), '1²'.repeat(30_000), '[1]'.repeat(100_000), `${'1'.repeat(100_000)}⁄2`, 'x[a'.repeat(100_000), '10²'.repeat(20_000)]; // prettier-ignore
  const start = performance.now();
  for (const text of texts) expect(() => extractBlocks('text/html', `<p>${text}</p>`)).not.toThrow();
  expect(readRaised('4.2% of it')).toBe('4.2% of it');
  expect(performance.now() - start).toBeLessThan(10_000);
});
