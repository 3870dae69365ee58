// Who has said a quotation is read with it: a footer of a quotation is none of the page, and without it a short seller's words were the page's.
import { expect, test } from '@jest/globals';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';
import { extract } from '../../../services/researcher/browsing/extract/extract.ts';

const SAID = 'Nvidia overstated its revenue by $6 billion in the third quarter.';
const words =
  '<p>The company reports its results on Wednesday, after the close of trading in New York, as it has for years.</p>';
const linesOf = (quotation: string): string[][] => {
  const html = `<html><body><article><h1>Nvidia</h1>${words.repeat(6)}${quotation}${words.repeat(6)}</article><footer>All rights</footer></body></html>`;
  const read = extract(Buffer.from(html), 'text/html', new URL('https://example.com/nvidia')).text;
  const ingested = extractBlocks('text/html', html).map(({ text }) => text);
  return [read.split('\n').map((line) => line.replace(/^[>\s]+/u, '')), ingested];
};

test.each([
  `<blockquote><p>${SAID}</p><footer>Muddy Grizzly, a short seller</footer></blockquote>`,
  `<blockquote><p>${SAID}</p><cite>Muddy Grizzly, a short seller</cite></blockquote>`,
  `<blockquote>${SAID} <cite>Muddy Grizzly, a short seller</cite></blockquote>`,
  `<blockquote><p>${SAID}</p><footer><cite>Muddy Grizzly, a short seller</cite></footer></blockquote>`,
])('the signature stands in a line of its own: %s', (quotation) => {
  for (const lines of linesOf(quotation)) {
    expect(lines).toContain(SAID);
    expect(lines.filter((line) => /^— Muddy Grizzly, a short seller$/u.test(line))).toHaveLength(1);
    expect(lines.join(' ')).not.toContain('All rights');
  }
});

test('a work that a quotation tells of signs nothing', () => {
  for (const lines of linesOf(`<blockquote><p>It told <cite>Barron’s</cite> so on Monday.</p></blockquote>`)) {
    expect(lines).toContain('It told Barron’s so on Monday.');
  }
});
