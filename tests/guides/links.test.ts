import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ROOT } from './guide-blocks.ts';
import { anchorsOf, brokenLinks, markdownFiles } from './markdown.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-links-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('no link of any Markdown file leads nowhere', () => {
  const files = markdownFiles(ROOT);
  expect(files).toContain('README.md');
  expect(files).toContain('guides/0-laptop.md');
  expect(files.flatMap((file) => brokenLinks(ROOT, file))).toEqual([]);
});

describe('the check of links', () => {
  const broken = (text: string): string[] => {
    writeFileSync(join(folder, 'a.md'), text);
    writeFileSync(join(folder, 'b.md'), '# The title\n\n## What it costs, a day\n\n## Steps\n\n## Steps\n');
    return brokenLinks(folder, 'a.md');
  };

  test.each([
    ['a file that is not there', '[x](c.md)', 'c.md is not there'],
    ['a heading that is not there', '[x](b.md#stepps)', 'b.md#stepps has no such heading'],
    ['a heading of its own that is not there', '# One\n[x](#two)', '#two has no such heading'],
    ['an image', '![x](pictures/x.png)', 'pictures/x.png is not there'],
    ['a definition', '[x]\n\n[x]: d.md', 'd.md is not there'],
    ['an address that is none', '[x](https://)', 'https:// is no address'],
  ])('finds %s', (_, text, expected) => {
    expect(broken(text)).toEqual([`a.md: ${expected}`]);
  });

  test.each([
    ['headings with signs in them', '[x](b.md#what-it-costs-a-day)'],
    ['the second heading of a name', '[x](b.md#steps-1)'],
    ['code', 'a `[x](c.md)` and\n\n```md\n[x](c.md)\n```\n'],
    ['the web', '[x](https://example.com/c.md)'],
    ['its own heading', '# One `two`\n[x](#one-two)'],
  ])('lets %s pass', (_, text) => {
    expect(broken(text)).toEqual([]);
  });

  test('anchors are those of GitHub', () => {
    expect([...anchorsOf('# 0 · On your laptop\n## `npm start`: what it does\n## Why?\n## Why?')]).toEqual([
      '0--on-your-laptop',
      'npm-start-what-it-does',
      'why',
      'why-1',
    ]);
  });
});
