// A stand-in for npm, where the real one would need a full disk or minutes.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../../setup/eventually.ts';
import { makeCheckout, outcome, run, start, writeScript } from './checkout.ts';

describe('npm, when it', () => {
  let root = '';
  let npm = '';
  const withNpm = (source: string) => {
    writeFileSync(npm, source);
    return { npm_execpath: npm };
  };
  beforeEach(() => {
    root = makeCheckout();
    writeScript(root, 'echo.ts', "process.stdout.write('ran');");
    const folder = mkdtempSync(join(tmpdir(), 'alex npm '));
    npm = join(folder, 'npm-cli.js');
  });
  afterEach(() => {
    for (const folder of [root, join(npm, '..')]) rmSync(folder, { recursive: true, force: true });
  });

  test('ends well although files could not be written, is not believed', async () => {
    const env = withNpm(`
      console.error('npm warn Unknown user config "nodedir".');
      console.error('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write');
    `);
    const { code, stdout, stderr } = await run(root, ['scripts/echo.ts'], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('free about 1 GB');
    expect(stderr).not.toContain('nodedir');
  });

  test('fails as nobody foresaw, is quoted without its warnings', async () => {
    const env = withNpm("console.error('npm warn old\\nnpm error something odd'); process.exit(1);");
    const { code, stderr } = await run(root, ['scripts/echo.ts'], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/The last lines of what was said:\nnpm error something odd\n$/);
  });

  const onPosix = process.platform === 'win32' ? test.skip : test;
  onPosix('is interrupted, is gone before the lock is, and nothing counts as installed', async () => {
    const log = join(root, 'npm.log');
    const env = withNpm(`
      const { appendFileSync } = require('node:fs');
      process.on('SIGTERM', () => setTimeout(() => { appendFileSync(${JSON.stringify(log)}, 'stopped'); process.exit(1); }, 100));
      setInterval(() => {}, 1000);
      appendFileSync(${JSON.stringify(log)}, 'started ');
    `);
    const child = start(root, ['scripts/echo.ts'], env);
    const ended = outcome(child);
    await eventually(() => {
      expect(existsSync(log)).toBe(true);
    });
    child.kill('SIGTERM');
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain('was interrupted');
    expect(readFileSync(log, 'utf8')).toBe('started stopped');
    expect(existsSync(join(root, '.alex', 'set-up.lock'))).toBe(false);
    expect(existsSync(join(root, 'node_modules', '.alex-set-up'))).toBe(false);
  });
});
