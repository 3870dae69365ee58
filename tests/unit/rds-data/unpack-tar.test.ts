import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { unpackTar } from '../../../local/rds-data/unpack-tar.ts';

let scratch: string;
let archive: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'alex-tar-'));
  archive = join(scratch, 'a.tar');
  folder = join(scratch, 'out');
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A header by hand, as POSIX.1-1988 has it. */
function entry(name: string, contents: string, { type = '0' } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write(`${contents.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(contents.length / 512) * 512);
  body.write(contents);
  return Buffer.concat([header, body]);
}

describe('the system’s own tar as the oracle', () => {
  // Linux, macOS and Windows all bring one.
  test('files of every length around a block and a piece come out as they went in', () => {
    const from = join(scratch, 'in');
    mkdirSync(join(from, 'base', 'empty'), { recursive: true });
    const lengths = [0, 1, 511, 512, 513, 1024, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 2_500_000];
    const contents = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31 + length) % 251));
    for (const length of lengths) writeFileSync(join(from, 'base', `f${length}`), contents(length));
    execFileSync('tar', ['--format=ustar', '-cf', archive, '-C', from, 'base']);
    unpackTar(archive, folder);
    for (const length of lengths) {
      expect(readFileSync(join(folder, 'base', `f${length}`)).equals(contents(length))).toBe(true);
    }
    expect(readdirSync(join(folder, 'base', 'empty'))).toEqual([]);
  });
});

test('what is unpacked is for this user alone', () => {
  writeFileSync(archive, Buffer.concat([entry('/base/1', 'one'), Buffer.alloc(1024)]));
  unpackTar(archive, folder);
  expect(readFileSync(join(folder, 'base', '1'), 'utf8')).toBe('one');
  if (process.platform !== 'win32') expect(statSync(join(folder, 'base', '1')).mode & 0o077).toBe(0);
});

test.each([
  ['cut off in a file', () => Buffer.concat([entry('a', 'x'.repeat(2000)), Buffer.alloc(1024)]).subarray(0, 1200)],
  ['cut off before its end', () => entry('a', 'one')],
  ['with a byte flipped in a header', () => Buffer.concat([entry('a', 'one').fill('b', 0, 1), Buffer.alloc(1024)])],
  ['that is no archive', () => Buffer.alloc(2048, 'not a tar ')],
  ['that names a place outside', () => Buffer.concat([entry('../escaped', 'one'), Buffer.alloc(1024)])],
  ['with nothing in it', () => Buffer.alloc(0)],
])('an archive %s is refused', (_, bytes) => {
  writeFileSync(archive, bytes());
  expect(() => {
    unpackTar(archive, folder);
  }).toThrow(/ends too early|damaged|names/);
  expect(readdirSync(scratch)).not.toContain('escaped');
});

test('a file that was emptied is refused', () => {
  writeFileSync(archive, entry('a', 'one'));
  truncateSync(archive, 0);
  expect(() => {
    unpackTar(archive, folder);
  }).toThrow('ends too early');
});
