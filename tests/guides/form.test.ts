// What every guide has, and that each of its blocks is of a kind that some test looks at.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { problemsOf } from './command-check.ts';
import { blocksOf, commandsOf, guideNames, GUIDES, placeOf, textOf, type Block } from './guide-blocks.ts';
import { stageNames } from './terraform-names.ts';

const all = readdirSync(GUIDES).filter((name) => name.endsWith('.md'));
const blocks = all.flatMap(blocksOf);
const has = ({ words }: Block, word: string): boolean => words.includes(word);

const HEADINGS = ['## What it costs', '## Check that it works', '## If something goes wrong', '## Take it away again'];

/** How a block may be tagged; every kind is run, compared or looked up by a test of this folder. */
function kindOf({ language, words }: Block): string | undefined {
  const [first, ...rest] = words;
  if (language === 'mermaid' && words.length === 0) return 'diagram';
  if (language === 'text' && first === 'output' && rest.every((word) => word === 'stopped' || word === 'aws'))
    return 'output';
  if (first === 'file' && rest.length === 1) return 'file';
  if (language === 'hcl' && words.join() === 'variables') return 'variables';
  if (language !== 'sh' && language !== 'powershell') return undefined;
  if (first === 'laptop' && rest.every((word) => ['background', 'fails', 'partial'].includes(word))) return 'laptop';
  if (first === 'aws' && rest.every((word) => ['windows', 'macos', 'linux'].includes(word))) return 'aws';
  if (first === 'once' && rest.every((word) => ['windows', 'macos', 'linux'].includes(word))) return 'once';
  return undefined;
}

test('every block is of a kind that is tested', () => {
  expect(
    blocks
      .filter((block) => kindOf(block) === undefined)
      .map((block) => `${placeOf(block)}: ${block.language} ${block.words.join(' ')}`),
  ).toEqual([]);
});

describe.each(guideNames)('%s', (name) => {
  const text = textOf(name);

  test.each(HEADINGS)('has the section "%s"', (heading) => {
    expect(text).toContain(`\n${heading}\n`);
  });

  test('has commands of the laptop', () => {
    expect(blocksOf(name).filter((block) => kindOf(block) === 'laptop')).not.toEqual([]);
  });

  test('leads on to the next', () => {
    const next = guideNames[guideNames.indexOf(name) + 1];
    if (next !== undefined) expect(text).toContain(`](${next})`);
  });
});

test('there is a guide for every stage, and for the laptop and what comes after', () => {
  const named = guideNames.map((name) => name.replace('.md', ''));
  expect(named).toEqual(['0-laptop', ...stageNames(), '9-beyond']);
});

test('the index leads to every guide and diagram', () => {
  const index = readFileSync(join(GUIDES, 'README.md'), 'utf8');
  for (const name of all) if (name !== 'README.md') expect(index).toContain(`](${name})`);
});

describe('commands', () => {
  const commands = blocks
    .filter((block) => ['laptop', 'aws', 'once'].includes(kindOf(block) ?? ''))
    .flatMap((block) => commandsOf(block).map((command) => [placeOf(block), command] as const));

  test('of every block name scripts, flags, files and outputs that are there', () => {
    const problems = commands.flatMap(([place, command]) =>
      problemsOf(command).map((problem) => `${place}: ${problem}`),
    );
    expect(problems).toEqual([]);
  }, 120_000);

  test('in the text too', () => {
    const named = all.flatMap((name) =>
      [...textOf(name).matchAll(/`((?:npm (?:run|start|test)|terraform (?!…)|aws )[^`\n]*)`/g)].map(
        ([, command = '']) => [name, command] as const,
      ),
    );
    const problems = named.flatMap(([name, command]) =>
      problemsOf(command.replaceAll(/…|\.\.\./g, '')).map((problem) => `${name}: ${command}: ${problem}`),
    );
    expect(problems).toEqual([]);
  }, 120_000);

  test('that take a platform have all three', () => {
    for (const name of all) {
      const count = (word: string): number => blocksOf(name).filter((block) => has(block, word)).length;
      expect({ name, windows: count('windows') > 0 }).toEqual({ name, windows: count('macos') + count('linux') > 0 });
    }
  });
});

describe('the check of commands', () => {
  test.each([
    ['a script that is not there', 'npm run analyse -- x.csv', 'there is no script "analyse"'],
    ['a flag that is not there', 'npm run analyze -- examples/portfolio.csv --incme 5', 'has no --incme'],
    ['a flag that npm would take', 'npm run analyze examples/portfolio.csv --age 45', 'npm itself would take --age'],
    ['a file that is not there', 'npm run analyze -- examples/nope.csv', 'examples/nope.csv is not there'],
    ['an output that is not there', 'terraform output -raw http_url', 'Terraform has no output "http_url"'],
    ['a folder that is not there', 'cd terraform/roots', 'terraform/roots is not there'],
    ['a program that is never installed', 'make all', 'make is no program'],
  ])('finds %s', (_, command, expected) => {
    expect(problemsOf(command).join()).toContain(expected);
  });
});
