import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-all-at-once-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function refused(...flags: string[]): string {
  try {
    readOptions(flags);
  } catch (error) {
    if (error instanceof CommandError) return [error.message, ...error.lines].join('\n');
    throw error;
  }
  return '';
}

describe('nobody mends the flags to be told of the file next', () => {
  const bad = join(folder, 'bad.csv');
  const good = join(folder, 'good.csv');
  const prices = join(folder, 'prices.csv');
  const plan = join(folder, 'plan.json');
  writeFileSync(bad, 'Symbol,Quantity,Price\nVTI,abc,300\nBND,-5,70\n');
  writeFileSync(good, 'Symbol,Quantity,Price\nVTI,1,300\n');
  writeFileSync(prices, 'Symbol,Price,Date\nVTI,abc,2026-10-01\n');
  writeFileSync(plan, '{"people": 3}');

  test('goals that lack something are told beside what is wrong within the file', () => {
    const said = refused(bad, '--age', '45');
    expect(said).toContain('also needs --retire-at and --income');
    expect(said).toContain('bad.csv:2: Quantity: "abc" is not a number');
    expect(said).toContain('bad.csv:3');
    expect(said).toContain('2 things are wrong');
  });

  test('flags that are wrong, a prices file and a plan are told together', () => {
    const said = refused(good, '--seed', 'x', '--prices', prices, '--plan', plan);
    for (const part of ['--seed', 'prices.csv:2', 'people']) expect(said).toContain(part);
  });

  test('a flag without its value is named, and is told beside what else is wrong', () => {
    const said = refused(bad, '--out', '--age', '--income', 'lots', '--seed');
    for (const flag of ['--out', '--age', '--seed']) expect(said).toContain(`${flag} has no value.`);
    for (const part of ['4 flags are wrong', '--income is "lots"', 'bad.csv:2']) expect(said).toContain(part);
    expect(refused(good, '--income', '--out', 'x')).toMatch(/^A flag is wrong:\n--income has no value\./);
  });

  test('of a good file only the flags are told, and of good flags nothing', () => {
    expect(refused(good, '--age', '45')).toMatch(/^A look at retirement also needs/);
    expect(refused(bad)).toBe('');
  });
});
