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

test.each(['lambdas', 'shared', 'terraform/modules'])('%s: its README leaves none of its folders out', (room) => {
  const readme = readFileSync(join(ROOT, room, 'README.md'), 'utf8');
  const folders = readdirSync(join(ROOT, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((name) => !new RegExp(`\`${name}(?:/[\\w.-]*)?\``).test(readme))).toEqual([]);
});

test('a message that sends somebody to a guide about a proxy finds it there', () => {
  const said = sources.flatMap(
    (path) => readFileSync(join(ROOT, path), 'utf8').match(/^.*\bproxy\b.*\bguides\/[\w-]+\.md.*$/gm) ?? [],
  );
  expect(said.length).toBeGreaterThan(0);
  for (const line of said) expect(textOf(/guides\/([\w-]+\.md)/.exec(line)?.[1] ?? '')).toContain('proxy');
});

test('whoever put their rights down finds, wherever an administrator is needed, how to be one again', () => {
  const again = '](1-permissions.md#an-administrator-again)';
  const needed = guideNames
    .map((name) => ({ name, text: textOf(name).replaceAll('](#', `](${name}#`) }))
    .filter(({ text }) => /\badministrator\b/.test(text));
  expect(needed.length).toBeGreaterThan(2);
  expect(needed.filter(({ text }) => !text.includes(again)).map(({ name }) => name)).toEqual([]);
  // Where it was put down, where AWS refuses stage 1, and at the end.
  const first = needed.find(({ name }) => name === '1-permissions.md')?.text ?? '';
  for (const place of [
    /^Before you do[\s\S]*?^```/m,
    /^\| AWS refuses `iam:.*$/m,
    /^## Take it away again[\s\S]*?^```/m,
  ])
    expect(place.exec(first)?.[0]).toContain(again);
});

const cases = readdirSync(join(ROOT, 'evals/cases'));
const attacks = cases.filter((name) => name.startsWith('injected-')).length;
/** By name: one that is listed at several exchanges has a row for each. */
const instruments = new Set(referenceInstruments.map(({ name }) => name)).size;

/** Figures that stand in a text's words, not in a command's output, each with what it is counted from, at least and at most. */
const counted: readonly (readonly [file: string, words: RegExp, low: number, high: number])[] = [
  // "More than 300": a set that grows by one does not make it untrue, one by a hundred does.
  ['guides/5-database.md', /more than (\d+) common funds and shares/, instruments - 100, instruments - 1],
  ['guides/9-beyond.md', /The golden cases are (\d+) portfolios and questions/, cases.length, cases.length],
  ['guides/9-beyond.md', /questions, (four) of them with an attack/, attacks, attacks],
  ['evals/README.md', /^(\d+) golden cases/m, cases.length, cases.length],
  ['README.md', /on (\d+) golden cases/, cases.length, cases.length],
];
const inWords: Readonly<Record<string, number>> = { three: 3, four: 4, five: 5, six: 6 };

test.each(counted)('%s: %s', (guide, words, low, high) => {
  const said = words.exec(readFileSync(join(ROOT, guide), 'utf8'))?.[1] ?? '';
  const figure = inWords[said] ?? Number(said);
  expect(figure).toBeGreaterThanOrEqual(low);
  expect(figure).toBeLessThanOrEqual(high);
});

test('no guide counts what grows without a test here', () => {
  const uncounted = guideNames.flatMap((name) =>
    [
      ...textOf(name)
        .replaceAll(/^```[\s\S]*?^```/gm, '')
        .matchAll(
          /[^.\n]*?\b\d{2,4} (?:common funds|portfolios|instruments|tests|mistakes|rules|resources|functions|statements|files)\b[^.\n]*/g,
        ),
    ]
      .map(([sentence]) => `${name}: ${sentence.trim()}`)
      .filter(
        (line) => !counted.some(([guide, words]) => guide.endsWith(line.split(':', 1)[0] ?? '') && words.test(line)),
      ),
  );
  expect(uncounted).toEqual([]);
});
