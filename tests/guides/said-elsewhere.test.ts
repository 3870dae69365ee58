// What guides and scripts say about each other, and figures in a guide's words that are counted elsewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { guideNames, ROOT, textOf } from './guide-blocks.ts';

const program = /\.(?:ts|mjs|tf|example)$/;
const sources = ['scripts', 'terraform', 'local', 'shared', 'lambdas', 'services'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => program.test(path) && !path.includes('node_modules') && !path.includes('.terraform'))
    .map((path) => join(room, path)),
);

test('a message that sends somebody to a guide sends them to one that is there', () => {
  const lost = sources.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/\bguides\/([\w-]+\.md)/g)]
      .filter(([, name = '']) => !existsSync(join(ROOT, 'guides', name)))
      .map(([mention]) => `${path}: ${mention}`),
  );
  expect(lost).toEqual([]);
});

test('a message that sends somebody to a guide about a proxy finds it there', () => {
  const said = sources.flatMap(
    (path) => readFileSync(join(ROOT, path), 'utf8').match(/^.*\bproxy\b.*\bguides\/[\w-]+\.md.*$/gm) ?? [],
  );
  expect(said.length).toBeGreaterThan(0);
  for (const line of said) expect(textOf(/guides\/([\w-]+\.md)/.exec(line)?.[1] ?? '')).toContain('proxy');
});

/** Figures that stand in a guide's words, not in a command's output, each with what it is counted from. */
const counted: readonly (readonly [guide: string, words: RegExp, low: number, high: number])[] = [
  // "More than 300": a set that grows by one does not make it untrue, one by a hundred does.
  [
    '5-database.md',
    /more than (\d+) common funds and shares/,
    referenceInstruments.length - 100,
    referenceInstruments.length - 1,
  ],
];

test.each(counted)('%s: %s', (guide, words, low, high) => {
  const figure = Number(words.exec(textOf(guide))?.[1]);
  expect(figure).toBeGreaterThanOrEqual(low);
  expect(figure).toBeLessThanOrEqual(high);
});

test('no guide counts what grows without a test here', () => {
  const uncounted = guideNames.flatMap((name) =>
    [
      ...textOf(name)
        .replaceAll(/^```[\s\S]*?^```/gm, '')
        .matchAll(
          /[^.\n]*?\b\d{2,4} (?:common funds|instruments|tests|mistakes|rules|resources|functions|statements|files)\b[^.\n]*/g,
        ),
    ]
      .map(([sentence]) => `${name}: ${sentence.trim()}`)
      .filter((line) => !counted.some(([guide, words]) => line.startsWith(guide) && words.test(line))),
  );
  expect(uncounted).toEqual([]);
});
