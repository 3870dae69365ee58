import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { payloadText } from '../../../local/invoker.ts';
import { createLambdaHost, type FunctionPackage } from '../../../local/lambda/host.ts';
import { createLogStore } from '../../../local/logs/log-store.ts';
import { packageFixture } from './fixture-host.ts';

let folder = '';
let codeFolder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-code-'));
  codeFolder = join(folder, 'code');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const hostOf = (...functions: FunctionPackage[]): ReturnType<typeof createLambdaHost> =>
  createLambdaHost({ functions, codeFolder, logs: createLogStore() });

describe('the code of a function', () => {
  test('is unzipped under its version, and earlier versions go', () => {
    const other = packageFixture({ source: 'counter', name: 'api-two' }, folder);
    const before = packageFixture({ source: 'counter', name: 'api' }, folder);
    hostOf(before, other);
    const after = packageFixture({ source: 'inspect', name: 'api' }, folder);
    hostOf(after, other);
    expect(readdirSync(codeFolder).sort()).toEqual([`api-${after.sha256}`, `api-two-${other.sha256}`].sort());
  });

  test('runs from a folder that is itself a link', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), codeFolder, 'junction');
    const host = hostOf(packageFixture({ source: 'counter', name: 'api' }, folder));
    const answer = await host.invoke('api', '{}');
    await host.stop();
    expect(payloadText(answer)).toBe('{"calls":1,"ticks":0}');
  });

  test('is used as it is the next time, even when the zip has gone', () => {
    const fn = packageFixture({ source: 'counter' }, folder);
    hostOf(fn);
    rmSync(fn.zip);
    expect(() => hostOf(fn)).not.toThrow();
  });

  test.each([
    ['emptied', 'index.mjs', ''],
    ['of other bytes and the same length', 'index.mjs', null],
    ['without its list of files', '.unzipped.json', ''],
  ])('%s in the data folder: every call fails until somebody deletes it', async (_, name, text) => {
    const fn = packageFixture({ source: 'counter', name: 'api' }, folder);
    hostOf(fn);
    const path = join(codeFolder, `api-${fn.sha256}`, name);
    writeFileSync(path, text ?? readFileSync(path, 'utf8').replaceAll(/\w/g, 'x'));
    const host = hostOf(fn);
    const answer = await host.invoke('api', '{}');
    await host.stop();
    expect(payloadText(answer)).toBe('{"calls":1,"ticks":0}');
  });

  test.each([
    [
      'missing',
      (zip: string) => {
        rmSync(zip);
      },
      'cannot be read',
    ],
    [
      'another zip',
      (zip: string) => {
        writeFileSync(zip, 'changed');
      },
      'is not the zip that was packaged',
    ],
  ])('%s: the error names the file', (_, spoil, message) => {
    const fn = packageFixture({ source: 'counter' }, folder);
    spoil(fn.zip);
    expect(() => hostOf(fn)).toThrow(message);
    expect(() => hostOf(fn)).toThrow(fn.zip);
  });
});

test('more than 4 KB of environment are refused when the function is created', () => {
  const sized = (bytes: number): FunctionPackage =>
    packageFixture(
      { source: 'counter', environment: { A: 'x'.repeat(bytes - 1), AWS_REGION: 'x'.repeat(5000) } },
      folder,
    );
  expect(() => hostOf(sized(4096))).not.toThrow();
  expect(() => hostOf(sized(4097))).toThrow(expect.objectContaining({ name: 'InvalidParameterValueException' }));
});
