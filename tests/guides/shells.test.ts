// Commands are typed in PowerShell and in the Command Prompt, too: what only a shell of macOS and Linux takes is found here.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commandsOf, placeOf, readBlocks, ROOT } from './guide-blocks.ts';
import { shellProblems } from './shell-problems.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** What a student reads: guides and the READMEs that they lead to. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'evals/README.md',
  ...[
    'guides/*.md',
    'examples/**/README.md',
    'terraform/README.md',
    'services/*/README.md',
    'scripts/README.md',
    'shared/**/README.md',
  ].flatMap((pattern) => globSync(pattern, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'))),
];
const isOfWindowsToo = (words: readonly string[]): boolean =>
  words.includes('windows') || !/macos|linux/.test(words.join());

const inBlocks = pages.flatMap((page) =>
  readBlocks(page, read(page))
    .filter(({ language, words }) => language === 'sh' && isOfWindowsToo(words))
    .flatMap((block) => commandsOf(block).map((command) => [placeOf(block), command] as const)),
);
const inText = pages.flatMap((page) =>
  [
    ...read(page).matchAll(
      /(?<!`)`((?:[A-Z][A-Z_]*=\S+ )*(?:eval|npm (?:run|start|test)|terraform|aws|docker|curl|node) [^`\n]*)`(?!`)/g,
    ),
  ].map(([, command = '']) => [page, command] as const),
);
/** Of --help and of remedies: texts of the scripts that have flags for a command in them. */
const inScripts = globSync('scripts/**/*.ts', { cwd: ROOT }).flatMap((path) =>
  [...read(path).matchAll(/(['`])((?:[^\n]*? )?(npm (?:run [\w:-]+|start|test) (?:\\.|(?!\1)[^\n\\])*))\1/g)].map(
    ([, , , command = '']) => [path, command.replaceAll(/\\(.)/g, '$1')] as const,
  ),
);

test.each([
  ['blocks', inBlocks, 40],
  ['the text', inText, 40],
  ['--help and remedies', inScripts, 60],
])('commands in %s can be typed on Windows', (_, commands, least) => {
  expect(commands.length).toBeGreaterThan(least);
  expect(
    commands.flatMap(([place, command]) => shellProblems(command).map((problem) => `${place}: ${command}: ${problem}`)),
  ).toEqual([]);
});

test('lists in the descriptions of flags stand in quotes', () => {
  const described = globSync('scripts/**/*.ts', { cwd: ROOT }).flatMap((path) =>
    [...read(path).matchAll(/new Option\(\s*'(--[^']+)',\s*(['`])(.*?)\2,?\s*\)/gs)].map(
      ([, flag = '', , text = '']) => `${path}: ${flag}: ${text}`,
    ),
  );
  expect(described.length).toBeGreaterThan(60);
  expect(described.filter((text) => shellProblems(text).some((problem) => problem.includes('a comma')))).toEqual([]);
});

test('who is told of curl is told what it is called on Windows', () => {
  const told = pages.filter((page) => /\bcurl -/.test(read(page)));
  expect(told).toContain('guides/3-ingest.md');
  expect(told.filter((page) => !read(page).includes('curl.exe'))).toEqual([]);
});

test('who is told to set a variable is told so for every shell', () => {
  const problems = pages.flatMap((page) =>
    [...read(page).matchAll(/\bexport ([A-Z][A-Z_]+)=/g)].flatMap(([, name = '']) =>
      [`$env:${name} = `, `set ${name}=`]
        .filter((other) => !read(page).includes(other))
        .map((other) => `${page}: ${other}`),
    ),
  );
  expect(problems).toEqual([]);
  const inSources = globSync('scripts/**/*.ts', { cwd: ROOT }).flatMap((path) =>
    read(path)
      .split('\n')
      .filter(
        (line) => /\bexport [A-Z][A-Z_]+=/.test(line) && !(line.includes('$env:') && /\bset [A-Z][A-Z_]+=/.test(line)),
      )
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(inSources).toEqual([]);
});

describe('the check of shells', () => {
  test.each([
    ['a file for curl', 'curl.exe -d @notes/request.json ADDRESS', '@notes'],
    ['quotes that the Command Prompt takes for letters', "npm run search -- 'what is new'", '...'],
    ['two commands in one', 'npm run package && npm run deploy', '&&'],
    ['what another command prints', 'npm run check-job -- $(cat id)', '$('],
    ['a variable for one command', 'ALEX_PORT=5000 npm start', 'before the command'],
    ['a variable of the shell', 'export ALEX_PORT=5000', 'export'],
    ['a variable in it', 'npm run analyze -- $HOME/file.csv', '$HOME'],
    ['a home', 'npm run analyze -- ~/file.csv', '~/'],
    ['what is said beside it', 'npm start # and wait', '#'],
    ['names that fit, for a script that knows none', 'npm run analyze -- examples/*.csv', '*'],
    ['a folder of programs', './scripts/start', './'],
    ['a list without quotes', 'npm run search -- bond yields --tickers BND,AGG', 'a comma outside quotation marks'],
  ])('finds %s', (_, command, says) => {
    expect(shellProblems(command).join()).toContain(says);
  });

  test.each([
    'curl.exe -H "x-api-key: KEY" -d "@notes/request.json" ADDRESS/ingest',
    'npm run logs -- --filter "{ $.step = report }" --since 1h',
    'npm run cost -- --model openai:gpt-4.1-mini@https://api.openai.com/v1',
    'npm run ingest -- notes/*.md --dry-run',
    'npm run --silent logs -- --json --since 1h > log.jsonl',
    'npm install --global npm@latest',
    'npm run analyze -- my.csv --targets "stocks=60,bonds=40"',
  ])('lets through %s', (command) => {
    expect(shellProblems(command)).toEqual([]);
  });
});
