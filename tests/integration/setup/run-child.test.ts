import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCheckout, outcome, start, writeScript } from './checkout.ts';

/** Runs its argument on "another" Node: what happens on a machine whose own is older than 24. */
const outer = `
import { runChild } from './setup/run-child.mjs';
process.exitCode = await runChild(process.execPath, process.argv.slice(2));
`;
const inner = `
let interrupts = 0;
process.on('SIGINT', () => {
  interrupts += 1;
  setTimeout(() => { process.stdout.write('interrupts: ' + interrupts); process.exit(5); }, 300);
});
setInterval(() => {}, 1000);
process.stdout.write('ready ');
`;

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a script on another Node', () => {
  let root = '';
  beforeEach(() => {
    root = makeCheckout();
    writeScript(root, 'outer.ts', outer);
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('hears one Ctrl-C once, though a terminal and npm both send it, and its exit code is passed on', async () => {
    writeScript(root, 'inner.ts', inner);
    const child = start(root, ['scripts/outer.ts', `${root}/scripts/inner.ts`]);
    const ended = outcome(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGINT'), 20);
    expect(await ended).toMatchObject({ code: 5, stdout: 'ready interrupts: 1' });
  });

  test('that ends by a signal ends its starter by the same one', async () => {
    writeScript(root, 'inner.ts', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);");
    const child = start(root, ['scripts/outer.ts', `${root}/scripts/inner.ts`]);
    await outcome(child);
    expect(child.signalCode).toBe('SIGTERM');
  });
});
