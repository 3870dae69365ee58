// A page that takes itself back is quoted nowhere; news of what others took back, recalled or withdrew is quoted like other news.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { whyPassageAside } from '../../../../shared/agents/research/passage-aside.ts';
import { whySetAside } from '../../../../shared/agents/research/set-aside.ts';

const lines = z.array(z.string());
const { takenBack, titles, honest, honestTitles } = z
  .object({ takenBack: lines, titles: lines, honest: lines, honestTitles: lines })
  .parse(JSON.parse(readFileSync(new URL('../../../fixtures/research/taken-back.json', import.meta.url), 'utf8')));

const TOLD = 'Vanguard Total Bond Market ETF (BND) returned 0.8% in the month, its best since June.';
const MORE = 'The fund charges 0.03% a year, and holds 11,400 bonds.';
const first = (line: string) => `# Bonds in October\n\nBy Al Roe\n\n${line}\n\n${TOLD}\n\n${MORE}`;
const last = (line: string) => `${TOLD}\n\n${MORE}\n\n${line}\n\nCopyright 2026. All rights reserved.`;
const why = (text: string, title = 'Bonds in October') => whySetAside({ title, text });

test.each(takenBack)('a page that takes itself back is set aside: %s', (line) => {
  expect([why(first(line)), why(last(line))]).toEqual(['retracted', 'retracted']);
});

test.each(honest)('and one that reports is not: %s', (line) => {
  expect([why(first(line)), why(last(line))]).not.toContain('retracted');
});

test.each(titles)('a title that says so is enough: %s', (title) => {
  expect(why(TOLD, title)).toBe('retracted');
});

test.each(honestTitles)('and one that tells of it is none: %s', (title) => {
  expect(why(TOLD, title)).not.toBe('retracted');
});

test('a passage that has the note alone says it of its document, as that of a page stored before the rule', () => {
  expect(whyPassageAside({ title: 'Bonds', text: 'Editor’s note: This article has been retracted.' })).toBe(
    'retracted',
  );
});

test('a list of articles that others retracted is news, and so is one in the middle of a page', () => {
  const filler = Array.from({ length: 6 }, (_, at) => `Fund ${at} took in $${at + 2} million in October.`).join('\n\n');
  expect(why(`${TOLD}\n\n- Retracted: Effects of rates on gold\n- Retracted: Gold and the dollar`)).toBeNull();
  expect(why(`${filler}\n\nExpression of concern\n\n${filler}`)).toBeNull();
});
