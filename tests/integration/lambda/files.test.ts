// What a function does with files by relative paths, which on Lambda are those of its zip: no file of the project is found or made.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
beforeAll(async () => {
  fixture = await startFixtureHost([{ source: 'files' }]);
});
afterAll(() => fixture.close());

/** Made where a function may write, and where it may not. */
const NAME = `alex-files-${process.pid}.txt`;
const ALLOWED = join(tmpdir(), NAME);
afterEach(() => {
  for (const path of [ALLOWED, NAME]) rmSync(path, { force: true });
});

async function done(way: string, path: string): Promise<unknown> {
  const { payload, functionError } = await fixture.host.invoke('files', JSON.stringify({ way, path }));
  const text = Buffer.from(payload).toString('utf8');
  if (functionError) throw new Error(text);
  return JSON.parse(text);
}

test('the working directory is the folder of its code', async () => {
  const [cwd, resolved, root] = z.array(z.string()).parse(await done('where', 'index.mjs'));
  expect({ cwd: join(cwd ?? '', 'index.mjs'), resolved }).toEqual({ cwd: root, resolved: root });
});

test.each(['read', 'read later', 'read required', 'beside'])(
  '%s: of its own zip, and of no other folder',
  async (way) => {
    expect(await done(way, './index.mjs')).toBe(true);
    // Of the folder that the host was started in, from where this file runs.
    expect(readFileSync('package.json', 'utf8')).not.toBe('');
    expect(await done(way, 'package.json')).toMatch(/^ENOENT /);
  },
);

test('what is asked for by its place on the machine is that', async () => {
  expect(await done('exists', 'package.json')).toBe(false);
  expect(await done('exists', join(process.cwd(), 'package.json'))).toBe(true);
  expect(await done('open to read', 'index.mjs')).toBe('done');
});

describe.each(['write', 'write later', 'write beside', 'append', 'stream', 'open', 'folder'])('%s', (way) => {
  test('is refused beside the code, as by Lambda’s file system', async () => {
    expect(await done(way, `./${NAME}`)).toMatch(/^EROFS /);
    expect([NAME, join(fixture.folder, NAME)].filter((path) => existsSync(path))).toEqual([]);
  });
});

test('its own code cannot be removed or written over, nor what is not there', async () => {
  expect(await done('remove', 'index.mjs')).toBe('EROFS true');
  expect(await done('write', './index.mjs')).toBe('EROFS true');
  expect(await done('remove', NAME)).toBe('done');
  expect(await done('folder', '.')).toBe('done');
});

test.each(['write', 'write later', 'append', 'stream', 'open'])('%s: in /tmp is done', async (way) => {
  expect(await done(way, ALLOWED)).toBe('done');
  expect(existsSync(ALLOWED)).toBe(true);
});
