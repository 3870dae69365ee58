import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isOnPath } from '../../../../scripts/doctor/on-path.ts';

let folder = '';
const at = (...names: string[]) => ({ PATH: names.map((name) => join(folder, name)).join(delimiter), PATHEXT: '.EXE' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-path-'));
  for (const name of ['with', 'folder', 'empty']) mkdirSync(join(folder, name));
  for (const name of ['tool', 'tool.EXE']) {
    writeFileSync(join(folder, 'with', name), '');
    chmodSync(join(folder, 'with', name), 0o755);
    mkdirSync(join(folder, 'folder', name));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a program in a later folder of the path is found, whatever else is named there', () => {
  expect(isOnPath('tool', at('nothing-here', 'empty', 'with'))).toBe(true);
});

test('a folder of that name is no program, nor is one elsewhere, and a path that is not set has none', () => {
  expect(isOnPath('tool', at('folder'))).toBe(false);
  expect(isOnPath('other', at('with'))).toBe(false);
  expect(isOnPath('tool', {})).toBe(false);
});
