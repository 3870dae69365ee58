// What npm start refuses at once must not be called well by whoever is asked first: the doctor.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lookAll } from '../../../../scripts/doctor/finding.ts';
import { startChecks } from '../../../../scripts/doctor/start.ts';

let root = '';
const before = process.env;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alex-doctor-'));
  process.env = { ...before };
});
afterEach(() => {
  process.env = before;
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function found(check: string, running = false) {
  const checks = startChecks({ root, data: join(root, 'data'), running: () => running });
  const [finding] = await lookAll(checks.filter(({ name }) => name === check));
  return finding;
}

test.each([
  ['ALEX_MODEL', 'gpt5', 'names no model'],
  ['MARKET_SOURCES', 'foo', 'foo'],
  ['ALEX_RESEARCH_SOURCES', 'bogus', 'ALEX_RESEARCH_SOURCES'],
  ['ALEX_RESEARCH_RATE', 'often', 'no rate'],
])('%s=%s', async (name, value, says) => {
  expect(await found('environment')).toMatchObject({ state: 'ok' });
  process.env[name] = value;
  expect(await found('environment')).toMatchObject({
    state: 'problem',
    says: expect.stringContaining(says),
    remedies: [expect.any(String)],
  });
  expect(await found('environment', true)).toMatchObject({ state: 'warning' });
});

test('settings that are wrong are told together', async () => {
  Object.assign(process.env, { ALEX_MODEL: 'gpt5', MARKET_SOURCES: 'foo' });
  const { says = '' } = (await found('environment')) ?? {};
  expect(says).toMatch(/gpt5.*foo/s);
});

test('a lambda.json that is no JSON', async () => {
  write('lambdas/good/handler.ts', '');
  write('lambdas/good/lambda.json', '{ "memory": 256, "timeout": 10 }');
  write('lambdas/novice/handler.ts', '');
  write('lambdas/novice/lambda.json', '{ memory: 256 }');
  const finding = await found('folders');
  expect(finding).toMatchObject({ state: 'problem', says: expect.stringContaining('lambdas/novice/lambda.json') });
  expect(finding?.says).toContain('is not JSON');
});

test('a database that lacks what every start reads, and a folder that is none', async () => {
  expect(await found('local database')).toMatchObject({ state: 'ok' });
  write('data/database/PG_VERSION', '');
  const damaged = { state: 'problem', says: expect.stringContaining('is damaged') };
  expect(await found('local database')).toMatchObject(damaged);
  write('data/database/PG_VERSION', '18\n');
  expect(await found('local database')).toMatchObject(damaged);
  write('data/database/global/pg_control', 'x');
  expect(await found('local database')).toMatchObject({ state: 'ok' });
  rmSync(join(root, 'data/database/PG_VERSION'));
  expect(await found('local database')).toMatchObject({ state: 'problem', remedies: [expect.any(String)] });
  // One that was being made when its process was killed is thrown away by the next start.
  write('data/database.new', '');
  expect(await found('local database')).toMatchObject({ state: 'ok' });
});
