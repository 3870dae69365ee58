// npm run deploy --stage 2, without the two dashes: npm takes the flag, and the command would do something else than was asked.
import { expect, test } from '@jest/globals';
import { Option } from 'commander';
import { forgottenDashes } from '../../../scripts/terminal/forgotten-dashes.ts';

const options = ['--stage <stage...>', '--keep-permissions', '--no-smoke', '--yes', '--json', '--target <where>'].map(
  (flags) => new Option(flags),
);
const meant = (environment: Record<string, string>, ...argv: string[]) =>
  forgottenDashes('deploy', options, argv, environment);

test.each([
  [{ npm_config_stage: 'true' }, ['2'], 'npm run deploy -- --stage 2'],
  [{ npm_config_stage: '2' }, ['3'], 'npm run deploy -- --stage 2 3'],
  [{ npm_config_keep_permissions: 'true' }, [], 'npm run deploy -- --keep-permissions'],
  [{ npm_config_smoke: '' }, [], 'npm run deploy -- --no-smoke'],
  [{ npm_config_target: 'true' }, ['aws'], 'npm run deploy -- --target aws'],
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
])('%j is nothing that was typed for Alex', (environment) => {
  expect(meant(environment, '--stage', '2')).toBeUndefined();
});
