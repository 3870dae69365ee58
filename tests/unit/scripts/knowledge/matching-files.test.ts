// notes/*.md as a shell of Windows gives it: unexpanded.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { matchingFiles } from '../../../../scripts/knowledge/matching-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-matching-'));
  mkdirSync(join(folder, 'notes'));
  for (const name of ['b.md', 'a.md', 'c.txt', 'd[1].md']) writeFileSync(join(folder, 'notes', name), 'x');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inNotes = (...names: string[]): string[] => names.map((name) => join(folder, 'notes', name));

test('stands for the files that have such names, in order', () => {
  expect(matchingFiles(inNotes('*.md'))).toEqual(inNotes('a.md', 'b.md', 'd[1].md'));
  expect(matchingFiles([...inNotes('?.txt'), join(folder, '*', 'b.md')])).toEqual(inNotes('c.txt', 'b.md'));
});

test('that no file has is told, and not taken for a file of that name', () => {
  expect(() => matchingFiles(inNotes('*.html'))).toThrow(/^Cannot read .*\*\.html: no file has such a name\.$/);
});

test('leaves addresses, names without a pattern, and files that are named like one', () => {
  const given = ['https://example.com/?a[]=*', 'nowhere.md', ...inNotes('d[1].md')];
  expect(matchingFiles(given)).toEqual(given);
});
