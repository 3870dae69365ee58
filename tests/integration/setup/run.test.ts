import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeCheckout, run, writeScript } from './checkout.ts';

const echo = `
const words: string[] = process.argv.slice(2);
process.stdout.write(JSON.stringify({ words, path: process.env.PATH?.split(process.platform === 'win32' ? ';' : ':')[0] }));
process.exitCode = 7;
`;

describe('scripts/setup/run.mjs', () => {
  let root = '';
  beforeEach(() => {
    root = makeCheckout();
    writeScript(root, 'echo.ts', echo);
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('sets up once, saying so on stderr only; afterwards it is silent', async () => {
    const first = await run(root, ['scripts/echo.ts', 'a', 'b c', '--json']);
    expect(first.stderr).toContain('npm ci');
    const second = await run(root, ['scripts/echo.ts', 'a', 'b c', '--json']);
    expect(second.stderr).toBe('');
    for (const { code, stdout } of [first, second]) {
      expect(code).toBe(7);
      expect(JSON.parse(stdout)).toMatchObject({ words: ['a', 'b c', '--json'] });
    }
    expect(existsSync(join(root, '.alex', 'set-up.lock'))).toBe(false);
  });

  test('sets up again when the lock file changes', async () => {
    await run(root, ['scripts/echo.ts']);
    const changed = { name: 'small', version: '1.0.1', lockfileVersion: 3, packages: { '': { name: 'small' } } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(changed));
    rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
    expect((await run(root, ['scripts/echo.ts'])).stderr).toContain('npm ci');
  });

  test('does not install through a link: it would empty another checkout’s node_modules', async () => {
    const other = mkdtempSync(join(tmpdir(), 'alex-other-'));
    writeFileSync(join(other, 'kept'), 'of another checkout');
    symlinkSync(other, join(root, 'node_modules'), 'junction');
    const { code, stderr } = await run(root, ['scripts/echo.ts']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/node_modules is a link to .*delete the link/)]);
    expect(existsSync(join(other, 'kept'))).toBe(true);
    rmSync(other, { recursive: true });
  });

  test('two at once do not install over each other', async () => {
    const both = await Promise.all([run(root, ['scripts/echo.ts', '1']), run(root, ['scripts/echo.ts', '2'])]);
    expect(both.map(({ code }) => code)).toEqual([7, 7]);
    expect(both.filter(({ stderr }) => stderr.includes('npm ci'))).toHaveLength(1);
  });

  test('a lock left by a process that is gone is not waited for', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    mkdirSync(join(root, '.alex'));
    writeFileSync(join(root, '.alex', 'set-up.lock'), `${gone}\n`);
    const { code, stderr } = await run(root, ['scripts/echo.ts']);
    expect(code).toBe(7);
    expect(stderr).not.toContain('waiting');
  });

  test('a script that is not there, and a checkout without its lock file, are one sentence each', async () => {
    const missing = await run(root, ['scripts/nothing.ts']);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^scripts.nothing\.ts is not in this checkout\.\n$/);
    rmSync(join(root, 'package-lock.json'));
    const incomplete = await run(root, ['scripts/echo.ts']);
    expect(incomplete.code).toBe(1);
    expect(incomplete.stderr).toMatch(/^package-lock\.json is missing from [^\n]+\n$/);
  });
});

test('without a network the set-up says what to do, in one sentence and without a stack trace', async () => {
  const root = makeCheckout({ 'left-alone': '1.0.0' });
  const cache = mkdtempSync(join(tmpdir(), 'alex-cache-'));
  writeScript(root, 'echo.ts', echo);
  try {
    // Port 9 (discard) is answered by nobody.
    const env = { npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: cache };
    const { code, stdout, stderr } = await run(root, ['scripts/echo.ts'], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('the npm registry could not be reached');
    expect(stderr).not.toMatch(/^\s+at /m);
  } finally {
    rmSync(root, { recursive: true, force: true });
    rmSync(cache, { recursive: true, force: true });
  }
});
