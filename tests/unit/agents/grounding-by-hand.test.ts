import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/grounding/${name}.json`, import.meta.url), 'utf8'));
const honest = z.record(z.string(), z.array(z.string())).parse(read('honest'));
const lies = z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))).parse(read('lies'));

describe.each(Object.keys(honest))('about the portfolio of the %s', (name) => {
  const facts = factList.parse(read(`${name}.facts`));

  test('fewer than one in a hundred honest texts are flagged', () => {
    const flagged = (honest[name] ?? []).flatMap((text) => {
      const { strays } = checkGrounding([text], facts);
      return strays.length === 0 ? [] : [{ text, strays }];
    });
    expect(flagged).toEqual([]);
  });

  test('every lie is flagged, and the figure that is one', () => {
    const believed = (lies[name] ?? []).filter(([text, lie]) => !checkGrounding([text], facts).strays.includes(lie));
    expect(believed).toEqual([]);
  });

  test('each figure is found where it stands', () => {
    for (const text of honest[name] ?? []) {
      for (const { start, end, text: figure } of checkGrounding([text], facts).findings) {
        const stands = text
          .slice(start, end)
          .normalize('NFKC')
          .replaceAll('*', '')
          .replace(/[\u2010\u2212]/gu, '-');
        // The unit of a range is read at both of its ends and stands at one.
        expect(figure.replace(/^\$/, '')).toContain(stands.replace(/^\$/, '').slice(0, 4));
      }
    }
  });
});

test('there are at least 150 honest texts and 100 lies', () => {
  expect(Object.values(honest).flat().length).toBeGreaterThanOrEqual(150);
  expect(Object.values(lies).flat().length).toBeGreaterThanOrEqual(100);
});

describe('a passage', () => {
  const facts = factList.parse(read('family.facts'));
  const passages = [
    {
      text: 'Global equity funds saw inflows of $14 billion in February. Analysts at IMF expect world growth of 3.1 percent in 2026.',
      source: 'World outlook',
      url: 'https://example.org/outlook',
      date: '2026-03-12',
    },
  ];
  const check = (text: string) => checkGrounding([text], facts, passages);

  test('backs a figure, a date and a link that are cited from it', () => {
    const text =
      'Analysts at the IMF expect world growth of 3.1% in 2026 (https://example.org/outlook, March 12, 2026).';
    expect(check(text).strays).toEqual([]);
    expect(check(text).findings.map(({ fact }) => fact)).toContain('passage.1');
  });

  test.each([
    ['https://247wallst.com/2026/11/20/bonds', '247wallst.com'],
    ['https://www.24-7news.com/a', '24-7news.com'],
    ['http://127.0.0.1:8671/c.html', '127.0.0.1:8671'],
    ['https://news.example.net:8443/c.html', 'news.example.net:8443'],
  ])('%s is cited by its bare host, whose digits are no figures', (url, host) => {
    const text = `- ${host} (March 12, 2026): Global equity funds saw inflows of $14 billion in February.`;
    const cited = [{ ...passages[0], text: passages[0]?.text ?? '', url }];
    expect(checkGrounding([text], facts, cited).strays).toEqual([]);
    expect(checkGrounding([text], facts, passages).strays).toEqual([host]);
  });

  test.each([
    ['Analysts expect world growth of 4.1%.', '4.1%'],
    ['Your portfolio saw inflows of $14 billion in February, like global equity funds.', '$14 billion'],
    ['See https://example.org/other for more.', 'https://example.org/other'],
    ['Bonds are 3.1% of it.', '3.1%'],
  ])('does not back %s', (text, stray) => {
    expect(check(text).strays).toContain(stray);
  });

  test('backs nothing where none was given', () => {
    expect(checkGrounding(['Equity funds saw inflows of $14 billion.'], facts).strays).toEqual(['$14 billion']);
  });
});
