// npm run deploy --stage 2, without the two dashes: npm takes the flag, and the command would do something else than was asked.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Option } from 'commander';
import { forgottenDashes } from '../../../scripts/terminal/forgotten-dashes.ts';

const options = [
  '--stage <stage...>',
  '--keep-permissions',
  '--no-smoke',
  '--yes',
  '--json',
  '--target <where>',
  '--plan',
  '--days <n>',
  '--to <date>',
  '--replace',
].map((flags) => new Option(flags));
const meant = (environment: Record<string, string>, ...argv: string[]) =>
  forgottenDashes('deploy', options, argv, environment);

test.each([
  [{ npm_config_stage: 'true' }, ['2'], 'npm run deploy -- --stage 2'],
  [{ npm_config_stage: '2' }, ['3'], 'npm run deploy -- --stage 2 3'],
  [{ npm_config_keep_permissions: 'true' }, [], 'npm run deploy -- --keep-permissions'],
  [{ npm_config_smoke: '' }, [], 'npm run deploy -- --no-smoke'],
  [{ npm_config_target: 'true' }, ['aws'], 'npm run deploy -- --target aws'],
  [{ npm_config_all: 'true', npm_config_long: 'true', npm_config_parseable: 'true' }, [], 'npm run deploy -- --plan'],
  [{ npm_config_replace_registry_host: 'true' }, [], 'npm run deploy -- --replace'],
  [{ npm_config_replace_registry_host: 'a-key' }, ['b'], 'npm run deploy -- --replace a-key b'],
  [{ npm_config_token_description: '2020-01-01' }, ['VTI'], 'npm run deploy -- --to 2020-01-01 VTI'],
  [{ npm_config_to: 'true' }, ['VTI', '2020-01-01'], 'npm run deploy -- --to VTI 2020-01-01'],
  [{ npm_config_stage: 'true', npm_config_target: 'true' }, ['2', 'aws'], 'npm run deploy -- … --stage … … --target …'],
])('%j %j was meant as %s', (environment, argv, says) => {
  expect(meant(environment, ...argv)).toBe(says);
});

test.each([
  [{}],
  [{ npm_config_yes: 'true', npm_config_json: '' }],
  [{ npm_config_target: '24.1.0' }],
  [{ npm_config_stage: '' }],
  [{ npm_config_stages: 'true' }],
  [{ npm_config_all: 'true', npm_config_long: 'true' }],
  [{ npm_config_loglevel: 'silent' }],
  [{ npm_config_replace_registry_host: 'never' }],
  [{ npm_config_replace_registry_host: 'packages.example.com' }],
])('%j is nothing that was typed for Alex', (environment) => {
  expect(meant(environment, '--stage', '2')).toBeUndefined();
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-dashes-'));
  const show = 'console.log(JSON.stringify([process.argv.slice(2), process.env]))';
  writeFileSync(join(folder, 'show.cjs'), show);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { show: 'node show.cjs' } }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the npm at hand leaves of a command line. */
function withNpm(typed: string): string | undefined {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')),
  );
  const text = execFileSync(`npm run show ${typed}`, {
    cwd: folder,
    env: environment,
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [argv, seen] = JSON.parse(text.slice(text.indexOf('['))) as [string[], Record<string, string>];
  return forgottenDashes('show', options, argv, seen);
}

test.each([
  ['--plan', 'npm run show -- --plan'],
  ['--stage 2 --plan', 'npm run show -- … --stage … … --plan …'],
  ['--days 7', 'npm run show -- --days 7'],
  ['--replace a-key', 'npm run show -- --replace a-key'],
  ['--to=2020-01-01', 'npm run show -- --to 2020-01-01'],
  ['-- --plan --to=2020-01-01 --replace --days 7', undefined],
])('the npm at hand, given %s', (typed, says) => {
  expect(withNpm(typed)).toBe(says);
});
