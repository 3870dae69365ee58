// What the guides say that commands on AWS print: no account is asked, but every sentence has to be one that some script,
// function or variable of this project says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blocksOf, guideNames, placeOf, ROOT } from './guide-blocks.ts';
import { stageNames } from './terraform-names.ts';

/** Shorter pieces prove nothing. */
const LEAST = 10;

const sources = ['scripts', 'terraform', 'lambdas', 'shared/schemas']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:ts|tf)$/.test(entry.name))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n')
  .replaceAll('\\"', '"');

/** A line's words between what differs or is put together: anything, names, numbers, amounts, addresses, marks. */
function pieces(line: string): string[] {
  const names = [...stageNames(), 'Ada', 'arn:\\S*', 'https://\\S*', 'us-east-\\d', 'lambda \\w+', '\\S*/\\S*'];
  const differs = new RegExp(`…|${names.join('|')}|\\$?\\d[\\d.]*|[:?,;"] ?|\\. | \\[y/N\\] y`, 'g');
  return line
    .split(differs)
    .map((piece) => piece.trim().replace(/^\W+|\W+$/g, ''))
    .filter((piece) => piece.length >= LEAST);
}

const unsaid = (text: string): string[] =>
  text.split('\n').flatMap((line) => pieces(line).filter((piece) => !sources.includes(piece)));

test('every sentence is one that the project says', () => {
  const blocks = guideNames.flatMap(blocksOf).filter(({ words }) => words.join(' ') === 'output aws');
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.flatMap((block) => unsaid(block.text).map((piece) => `${placeOf(block)}: ${piece}`))).toEqual([]);
});

test('the check finds a sentence that nobody says', () => {
  expect(unsaid('Stages 1-permissions cost around $0 a day without any use')).toEqual([
    'cost around',
    'a day without any use',
  ]);
  expect(unsaid('To stop paying: npm run destroy -- --keep-permissions')).toEqual([]);
});
