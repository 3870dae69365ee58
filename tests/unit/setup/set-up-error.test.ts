import { describe, expect, test } from '@jest/globals';
import { explain } from '../../../scripts/setup/set-up-error.mjs';

const told = (output: string) => explain('Installing the dependencies', output, '/home/ann/alex').message;

describe('what npm says is told as one sentence and what to do', () => {
  test.each([
    ['no network', 'npm error code EAI_AGAIN\nnpm error request to https://packages.example/x failed', 'connect this'],
    ['a full disk', 'npm error code ENOSPC\nnpm error syscall write', 'free about 1 GB'],
    ['a read-only folder', "EROFS: read-only file system, mkdir '/home/ann/alex/.alex'", 'write permission'],
    ['a lock file out of step', 'npm error code EUSAGE\nnpm error', 'run `npm install`'],
    ['an intercepted certificate', 'npm error code SELF_SIGNED_CERT_IN_CHAIN', 'npm config set cafile'],
  ])('%s', (_case, output, advice) => {
    const message = told(output);
    expect(message).toContain(advice);
    expect(message).toMatch(/^Installing the dependencies failed: [^\n]+\.$/);
  });

  test('the folder at fault is the one npm names, which may be its cache and not the project', () => {
    expect(told('npm error code EACCES\nnpm error path /home/ann/.npm/_cacache\nnpm error errno -13')).toContain(
      '/home/ann/.npm/_cacache cannot be written (EACCES)',
    );
  });

  test("what nobody foresaw shows npm's last lines, not all of them", () => {
    const message = told(Array.from({ length: 40 }, (_, line) => `npm error line ${line}`).join('\n'));
    expect(message).toContain('npm error line 39');
    expect(message).not.toContain('npm error line 20\n');
  });
});
