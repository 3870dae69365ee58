import { describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainDiskFailure } from '../../../local/disk-failure.ts';
import { isDiskFull } from '../../../local/disk-space.ts';

const failure = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

describe('what the disk refuses is told as a sentence with a remedy', () => {
  test.each([
    ['a full disk', failure('ENOSPC'), 'disk_full'],
    ['a quota', failure('EDQUOT'), 'disk_full'],
    ['SQLite on a full disk', new Error('database or disk is full'), 'disk_full'],
    [
      'PostgreSQL on a full disk, behind the query that failed',
      new Error('Failed query', { cause: new Error('could not extend file: No space left on device') }),
      'disk_full',
    ],
    ['a read-only file system', failure('EROFS'), 'no_permission'],
    ['a file where a folder is wanted', failure('ENOTDIR'), 'not_a_folder'],
  ])('%s', (_, error, code) => {
    const explained = explainDiskFailure(error, '/data');
    expect(explained).toMatchObject({ code, message: expect.stringContaining('/data') });
    expect(String(explained)).not.toContain('damaged');
    expect(explained).toMatchObject({ remedy: expect.not.stringContaining('delete') });
  });

  test('anything else stays what it was, causes in a circle included', () => {
    const error = new Error('something else');
    error.cause = error;
    expect(explainDiskFailure(error, '/data')).toBe(error);
  });
});

test('a disk with room is not called full, nor is a folder that is not there yet', () => {
  expect(isDiskFull(join(tmpdir(), 'not', 'there', 'yet'))).toBe(false);
});
