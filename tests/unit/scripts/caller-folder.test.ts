import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { standWhereCalled } from '../../../scripts/analysis/caller-folder.ts';

const home = process.cwd();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'alex-called-')));

describe('paths on the command line', () => {
  afterEach(() => {
    process.chdir(home);
  });

  test('are those of the folder the person stands in, though npm runs scripts in the project’s own', () => {
    standWhereCalled('analyze', { npm_lifecycle_event: 'analyze', INIT_CWD: folder });
    expect(process.cwd()).toBe(folder);
  });

  test.each([
    ['another npm script started it', { npm_lifecycle_event: 'test', INIT_CWD: folder }],
    ['npm did not start it', { INIT_CWD: folder }],
    ['that folder is gone', { npm_lifecycle_event: 'analyze', INIT_CWD: join(folder, 'gone') }],
  ])('are left alone where %s', (_why, env) => {
    standWhereCalled('analyze', env);
    expect(process.cwd()).toBe(home);
  });
});
