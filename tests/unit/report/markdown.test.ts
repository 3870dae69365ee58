import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { renderMarkdown } from '../../../shared/report/markdown.ts';
import { escapeMarkdown } from '../../../shared/report/markdown/escape.ts';
import { results } from '../../fixtures/results/named.ts';
import { sampleDisclaimer } from '../../fixtures/results/sample.ts';

/** A reader that trusts what it reads: raw HTML and links on. */
const trusting = new MarkdownIt({ html: true, linkify: false });

describe.each(Object.entries(results))('the Markdown of the %s result', (_name, result) => {
  const text = renderMarkdown(result);
  const page = trusting.render(text);

  test('gives no element, link or image but its own, even to a reader that trusts it', () => {
    expect(page).not.toMatch(/<(script|img|a|iframe|svg|style)\b/i);
  });

  test('says the disclaimer once, and prints no figure that is none', () => {
    expect(page.split(sampleDisclaimer).length - 1).toBe(1);
    expect(page).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
  });

  test('has tables with as many cells in each row as heads', () => {
    for (const block of text
      .trimEnd()
      .split('\n\n')
      .filter((one) => one.startsWith('| '))) {
      const widths = block.split('\n').map((line) => line.replace(/\\\|/g, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

test('says the disclaimer where it is met: before the hundreds of lines of facts', () => {
  const text = renderMarkdown(results.sample);
  expect(text.indexOf('Please note')).toBeLessThan(text.indexOf('## The portfolio'));
});

test('reads no chart out whose figures stand in a table', () => {
  const text = renderMarkdown(results.full);
  const chart = (title: string) => text.split('\n').find((line) => line.startsWith(`> **${title}`)) ?? '';
  expect(chart('What past bad times')).not.toContain('Bar chart');
  expect(chart('What the portfolio is made of')).not.toContain('Ring chart');
});

test('has what the HTML has: figures, tables, charts in words, gaps, authors', () => {
  const text = renderMarkdown(results.sample);
  for (const part of [
    '$917,900',
    '| VTI (Vanguard Total Stock Market ETF',
    'Fan chart by age',
    'no price',
    'rules, not a language model',
    'Retire two years later',
  ]) {
    expect(text).toContain(part);
  }
});

test('names the file with the facts in the place of hundreds of rows that nobody reads', () => {
  const text = renderMarkdown(results.sample);
  expect(text).not.toContain('retirement.success');
  expect(text).toMatch(/All \d+ facts behind the figures.*result\.json/);
});

test('any name, escaped, reads as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }), (name) => {
      const shown = name.trim().replace(/\s+/g, ' ');
      if (shown === '') return;
      const page = trusting.renderInline(escapeMarkdown(shown));
      const read = page
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      expect(read).toBe(shown);
    }),
  );
});
