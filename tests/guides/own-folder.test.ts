// The function that a guide has somebody write passes the checks that the guide names, which laptop.test.ts leaves out as each takes minutes
// on everything: here they look at that function alone, in a folder like a clone. Packaged and run it is there.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeClone, type Clone } from './clone.ts';
import { blocksOf, guideNames, placeOf, ROOT } from './guide-blocks.ts';
import { Terminal } from './terminal.ts';

/** Files of functions that guides print, by path. */
const files = guideNames
  .flatMap(blocksOf)
  .filter(({ words: [kind, path = ''] }) => kind === 'file' && path.startsWith('lambdas/'));
const folders = [...new Set(files.map(({ words }) => dirname(words[1] ?? '')))];

/** Unit tests that look at the project's own folders, and would mind one more. */
const lookAtFolders = readdirSync(join(ROOT, 'tests/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\blambdas\b|readFleet|findFunctions/.test(readFileSync(join(ROOT, name), 'utf8')));

const program = (path: string): string => `node ${join('node_modules', ...path.split('/'))}`;
/** The checks of the guide, with what they look at. */
const checks = [
  ['the compiler', `${program('typescript/bin/tsc')} --project tsconfig.json`],
  ['ESLint', `${program('eslint/bin/eslint.js')} --max-warnings=0 ${folders.join(' ')}`],
  ['Prettier', `${program('prettier/bin/prettier.cjs')} --check ${folders.join(' ')}`],
  [
    'the unit tests of what is in the folders',
    `node --experimental-vm-modules ${join('node_modules', 'jest', 'bin', 'jest.js')} -w 1 ${lookAtFolders.join(' ')}`,
  ],
] as const;

let clone: Clone;
let terminal: Terminal;
beforeAll(() => {
  clone = makeClone();
  for (const { words, text } of files) {
    const file = join(clone.folder, words[1] ?? '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  }
  // The rules are the project's; what is looked at is this and what it imports.
  cpSync(join(clone.folder, 'tsconfig.json'), join(clone.folder, 'tsconfig.whole.json'));
  writeFileSync(
    join(clone.folder, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.whole.json', include: folders }),
  );
  terminal = new Terminal(clone.folder, 0);
});
afterAll(() => {
  terminal.close();
  clone.remove();
});

describe(`what is printed in ${files.map(placeOf).join(' and ')}`, () => {
  test('is found, and so are tests that look at folders', () => {
    expect(folders).toContain('lambdas/librarian');
    expect(lookAtFolders).toContain('tests/unit/scripts/cost.test.ts');
  });

  test.each(checks)('passes %s', async (_, command) => {
    const { code, output } = await terminal.run(command, 100_000);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  });
});
