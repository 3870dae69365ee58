// What is given to `npm run ingest` and is no file that can be taken: each refusal says what it is, and what to give instead.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CommandError } from '../../../../scripts/analysis/command-error.ts';
import { readSource } from '../../../../scripts/knowledge/read-source.ts';

const home = mkdtempSync(join(tmpdir(), 'alex-source-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});
const folder = (name: string, files: readonly string[]): string => {
  mkdirSync(join(home, name));
  for (const file of files) writeFileSync(join(home, name, file), 'A text.');
  return join(home, name);
};

async function refused(given: string): Promise<string> {
  try {
    await readSource(given);
  } catch (error) {
    if (error instanceof CommandError) return [error.message, ...error.lines].join('\n');
    throw error;
  }
  return 'taken';
}

test('a folder is said to be one, with the files in it', async () => {
  const notes = folder('notes', ['b.md', 'a.txt', 'picture.png', 'my fund.html']);
  const named = [join(notes, 'a.txt'), join(notes, 'b.md'), `"${join(notes, 'my fund.html')}"`];
  expect(await refused(notes)).toBe(
    `${notes} is a folder, and files are taken.\nName what is in it: npm run ingest -- ${named.join(' ')}`,
  );
});

test('of a folder with many files the first are named', async () => {
  const many = folder(
    'many',
    Array.from({ length: 9 }, (_, index) => `${index}.md`),
  );
  expect(await refused(many)).toMatch(/3\.md and so on \(9 files\)$/);
});

test('a folder whose name ends as a file’s does, and nothing that can be taken', async () => {
  expect(await refused(folder('old.md', ['x.pdf']))).toMatch(
    /old\.md is a folder, and files are taken\.\nNone is in it that can be: \.md, /,
  );
});

test('what is not there is said not to be, whatever its name', async () => {
  expect(await refused(join(home, 'nothing'))).toMatch(/^Cannot read .*nothing: there is no such file\.$/);
});

test('a file of another kind', async () => {
  writeFileSync(join(home, 'a.pdf'), '%PDF');
  expect(await refused(join(home, 'a.pdf'))).toMatch(/a\.pdf is of a kind that is not taken\.\nFiles that are: \.md/);
});
