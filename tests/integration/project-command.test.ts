import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { planResult } from '../../shared/finance/retirement/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-project-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const project = (args: string[], input = '') =>
  spawnSync(process.execPath, ['scripts/project.ts', ...args], { encoding: 'utf8', input });

const small = JSON.stringify({
  people: [{ age: 60, retireAt: 65 }],
  accounts: [{ name: 'a', type: 'tax_free', balance: 800_000 }],
  spending: { amount: 40_000 },
  market: {
    assets: [
      { name: 'equity', weight: 0.6 },
      { name: 'fixed_income', weight: 0.4 },
    ],
  },
  simulation: { paths: 500 },
});
const at = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('npm run project', () => {
  test('prints one JSON result and nothing else, the same from a file and from standard input', () => {
    const fromFile = project([at('plan.json', small)]);
    expect({ status: fromFile.status, stderr: fromFile.stderr }).toEqual({ status: 0, stderr: '' });
    expect(planResult.parse(JSON.parse(fromFile.stdout)).paths).toBe(500);
    expect(project(['-'], small).stdout).toBe(fromFile.stdout);
  });

  test('gives the same result with one worker and with three', () => {
    const file = at('plan.json', small);
    expect(project([file, '--workers', '3']).stdout).toBe(project([file, '--workers', '1']).stdout);
  });

  test('reads a history beside the plan, and names its file and line when it is wrong', () => {
    const plan = JSON.stringify({
      ...JSON.parse(small),
      longevity: { model: 'fixed_years', years: 30 },
      market: { assets: [{ name: 'equity', weight: 1 }], returns: { model: 'historical', history: 'history.csv' } },
    });
    at('history.csv', readFileSync('examples/history-us-annual.csv', 'utf8'));
    const read = project([at('historical.json', plan), '--compact']);
    expect(planResult.parse(JSON.parse(read.stdout)).paths).toBe(111);
    at('history.csv', 'year,equity,inflation\n2000,0.1,0.02\n2001,x,0.02\n');
    const bad = project([join(folder, 'historical.json')]);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toBe('');
    expect(bad.stderr).toContain('history.csv:3, equity: "x" is not a return');
  });

  test.each([
    ['no file', ['nowhere.json'], '', 'PLAN: there is no such file'],
    ['no argument', [], '', 'PLAN: a file name'],
    ['not JSON', ['-'], '{', 'standard input is not JSON'],
    ['a missing field', ['-'], '{}', 'people: '],
    ['a wrong field', ['-'], small.replace('800000', '-5'), 'accounts[0].balance: '],
    [
      'an unknown field',
      ['-'],
      small.replace('"amount"', '"amout":1,"amount"'),
      'spending.amout: is not a field of a plan',
    ],
    ['a bad option', ['-', '--workers', 'many'], small, '--workers: must be 1 to 64'],
    ['an option without its number', ['--workers', 'plan.json'], '', '--workers: must be 1 to 64'],
    ['an unknown option', ['--fast'], '', '--fast'],
  ])('%s: exit 1, the field on standard error, nothing on standard output', (_, args, input, expected) => {
    const result = project(args, input);
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(expected);
    expect(result.stderr).not.toContain('    at ');
  });
});
