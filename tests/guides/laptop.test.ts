// Every command for a laptop in every guide, in order, in a folder as git clones it, and what the guide says that it prints.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeClone, type Clone } from './clone.ts';
import { differenceOf } from './expected-output.ts';
import { blocksOf, commandsOf, guideNames, placeOf, type Block } from './guide-blocks.ts';
import { Terminal, type Running } from './terminal.ts';

/** For one command; several times what the slowest takes on a busy machine. */
const WITHIN = 120_000;

let clone: Clone;
let terminal: Terminal;
let running: Running | undefined;
let stopped: Block | undefined;
let startFailed = false;

/** The first of four ports that nobody listens on. */
async function freePorts(): Promise<number> {
  for (let base = 42_000; base < 60_000; base += 8) {
    const free = await Promise.all([0, 1, 2, 3].map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('no four ports are free');
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

beforeAll(async () => {
  clone = makeClone();
  terminal = new Terminal(clone.folder, await freePorts());
}, WITHIN);

afterAll(async () => {
  await running?.kill();
  terminal.close();
  clone.remove();
}, WITHIN);

/** A block of commands and, where there is one, the block that shows what they print. */
async function runBlock(block: Block, shown: Block | undefined): Promise<void> {
  const { words } = block;
  if (words[0] === 'file') {
    const file = join(clone.folder, words[1] ?? '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${block.text}\n`);
    return;
  }
  const compare = (output: string): void => {
    const difference = shown === undefined ? undefined : differenceOf(shown.text, output);
    if (difference !== undefined) throw new Error(`${placeOf(shown ?? block)}: ${difference}\n\nall of it:\n${output}`);
  };
  if (words.includes('background')) {
    await running?.interrupt();
    startFailed = true;
    running = await terminal.start(block.text, compare, WITHIN);
    startFailed = false;
    return;
  }
  // Else each command would bring up a fleet of its own.
  if (startFailed) throw new Error('Alex did not start.');
  let all = '';
  for (const command of commandsOf(block)) {
    const { code, output } = await terminal.run(command, WITHIN);
    const wanted = words.includes('fails') ? 1 : words.includes('partial') ? 3 : 0;
    if (code !== wanted) throw new Error(`${placeOf(block)}: ${command} ended with ${code}, not ${wanted}:\n${output}`);
    all += output;
  }
  compare(all);
}

describe.each(['README.md', ...guideNames])('%s', (name) => {
  const blocks = blocksOf(name);
  const steps = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    if (block.words[0] !== 'laptop' && block.words[0] !== 'file') return [];
    return [
      {
        place: placeOf(block),
        what: block.text.split('\n', 1)[0] ?? '',
        block,
        shown: next?.words[0] === 'output' ? next : undefined,
      },
    ];
  });
  stopped = blocks.find(({ words }) => words.includes('stopped')) ?? stopped;

  test.each(steps)(
    '$place $what',
    async ({ block, shown }) => {
      await runBlock(block, shown);
    },
    2 * WITHIN,
  );
});

test(
  'Ctrl-C stops what was started, as guide 0 says',
  async () => {
    const said = await running?.interrupt();
    running = undefined;
    expect(stopped).toBeDefined();
    expect(differenceOf(stopped?.text ?? '', (said ?? '').replace(/^\n+/, ''))).toBeUndefined();
  },
  WITHIN,
);
