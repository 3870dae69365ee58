// The function that a guide has somebody write passes the checks that the guide names, which laptop.test.ts leaves out as each takes minutes
// on everything: here they look at that function alone, in a folder like a clone. Packaged and run it is there.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identity, startAwsServer, type AwsServer } from '../setup/deployment/aws-server.ts';
import { credentials, makeWorkplace, type Workplace } from '../setup/deployment/workplace.ts';
import { makeClone, type Clone } from './clone.ts';
import { blocksOf, guideNames, placeOf, ROOT } from './guide-blocks.ts';
import { Terminal } from './terminal.ts';

/** Files of functions that guides print, by path, and tests of them. */
const files = guideNames
  .flatMap(blocksOf)
  .filter(({ words: [kind, path = ''] }) => kind === 'file' && /^(?:lambdas|tests)\//.test(path));
const paths = files.map(({ words }) => words[1] ?? '');
const folders = [...new Set(paths.filter((path) => path.startsWith('lambdas/')).map((path) => dirname(path)))];
const ownTests = paths.filter((path) => path.startsWith('tests/'));
const looked = [...folders, ...ownTests];

/** Unit tests that look at the project's own folders, and would mind one more. */
const lookAtFolders = readdirSync(join(ROOT, 'tests/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\blambdas\b|readFleet|findFunctions/.test(readFileSync(join(ROOT, name), 'utf8')));

const program = (path: string): string => `node ${join('node_modules', ...path.split('/'))}`;
/** The checks of the guide, with what they look at. */
const checks = [
  ['the compiler', `${program('typescript/bin/tsc')} --project tsconfig.json`],
  ['ESLint', `${program('eslint/bin/eslint.js')} --max-warnings=0 ${looked.join(' ')}`],
  ['Prettier', `${program('prettier/bin/prettier.cjs')} --check ${looked.join(' ')}`],
  [
    'its own tests, and the unit tests of what is in the folders',
    `node --experimental-vm-modules ${join('node_modules', 'jest', 'bin', 'jest.js')} -w 1 ${[...ownTests, ...lookAtFolders].join(' ')}`,
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
    JSON.stringify({ extends: './tsconfig.whole.json', include: looked }),
  );
  terminal = new Terminal(clone.folder, 0);
});
afterAll(() => {
  terminal.close();
  clone.remove();
});

describe(`what is printed in ${files.map(placeOf).join(' and ')}`, () => {
  test('is found, and so are tests that look at folders', () => {
    expect(folders).toEqual(['lambdas/librarian', 'lambdas/columnist']);
    expect(ownTests).toEqual(['tests/unit/librarian.test.ts', 'tests/unit/columnist.test.ts']);
    expect(lookAtFolders).toContain('tests/unit/scripts/cost.test.ts');
  });

  test.each(checks)('passes %s', async (_, command) => {
    const { code, output } = await terminal.run(command, 100_000);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  });
});

describe('a folder with a route that asks for no key', () => {
  const OPEN = 'GET /export of exporter is open to anybody: its code has to check who asks (guides/9-beyond.md).\n';
  let aws: AwsServer;
  let place: Workplace;
  beforeAll(async () => {
    const folder = join(clone.folder, 'lambdas', 'exporter');
    mkdirSync(folder, { recursive: true });
    const triggers = [{ type: 'http', routes: ['GET /export'] }];
    const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 50, triggers };
    writeFileSync(join(folder, 'lambda.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'handler.ts'), 'export const handler = () => Promise.resolve({ statusCode: 200 });\n');
    aws = await startAwsServer();
    aws.answer({ GetCallerIdentity: identity() });
    place = makeWorkplace(aws.url, clone.folder);
  });
  afterAll(async () => {
    place.remove();
    await aws.close();
  });

  test('is told to be open by whoever packages it, and before the yes of a deployment that has it', async () => {
    const packaged = await terminal.run(`node ${join('scripts', 'package.ts')}`, 200_000);
    expect(packaged).toMatchObject({ code: 0, output: expect.stringContaining(OPEN) });
    const plan = {
      address: 'aws_sqs_queue.x',
      type: 'aws_sqs_queue',
      mode: 'managed',
      change: { actions: ['create'] },
    };
    place.set({ plans: [[plan]] });
    const stages = '"1-permissions", "2-embeddings", "3-ingest", "5-database", "6-agents"';
    writeFileSync(join(place.terraform, 'terraform.tfvars'), `stages = [${stages}]\n`);
    const asked = await place.run('deploy', [], credentials);
    expect(asked).toMatchObject({
      stdout: expect.stringContaining(OPEN),
      stderr: expect.stringContaining('Do that? There is no terminal'),
    });
  }, 300_000);
});
