import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { replaceFiles } from '../../../scripts/analysis/replace-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-replace-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const report = (text: string) => ['a', 'b', 'c'].map((name) => ({ path: at(name), text: `${name} ${text}` }));
const texts = (): string[] => ['a', 'b', 'c'].map((name) => readFileSync(at(name), 'utf8'));

test('files are written, and written again, with nothing beside them', () => {
  replaceFiles(report('old'));
  replaceFiles(report('new'));
  expect(texts()).toEqual(['a new', 'b new', 'c new']);
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
});

test('where the last cannot be replaced, the others are as they were before', () => {
  writeFileSync(at('a'), 'a old');
  mkdirSync(at('c'));
  writeFileSync(join(at('c'), 'inside'), '');
  expect(() => {
    replaceFiles(report('new'));
  }).toThrow();
  expect(readFileSync(at('a'), 'utf8')).toBe('a old');
  expect(readdirSync(folder)).toEqual(['a', 'c']);
});

test('where one cannot be written, an older whole report stays whole', () => {
  replaceFiles(report('old'));
  expect(() => {
    replaceFiles([...report('new'), { path: join(folder, 'missing', 'd'), text: '' }]);
  }).toThrow();
  expect(texts()).toEqual(['a old', 'b old', 'c old']);
  expect(readdirSync(folder)).toEqual(['a', 'b', 'c']);
});
