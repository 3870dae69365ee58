// The doctor's last line sends nobody to do what is done already.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'alex-verdict-'));
// Before its import: the root of what is deployed is known from then on.
process.env.ALEX_TERRAFORM_FOLDER = folder;
const { verdict } = await import('../../../scripts/doctor/report.ts');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const seven = ['1-permissions', '2-embeddings', '3-ingest', '4-researcher', '5-database', '6-agents', '8-enterprise'];
const choose = (stages: readonly string[]): void => {
  writeFileSync(join(folder, 'terraform.tfvars'), `stages = ${JSON.stringify(stages)}\n`);
};

test.each([
  ['on a laptop where nothing runs', { laptop: [], aws: undefined, deployed: [], running: false }, 'npm start'],
  ['on a laptop where Alex runs', { laptop: [], aws: undefined, deployed: [], running: true }, 'npm run analyze'],
])('%s', (_, examination, then) => {
  expect(verdict(examination)).toContain(`Go on with: ${then}`);
});

test.each([
  ['before a deployment', ['1-permissions'], [], 'npm run deploy'],
  ['with a chosen stage that is not there', seven.slice(0, 2), seven.slice(0, 1), 'npm run deploy'],
  [
    'with one stage there',
    seven.slice(0, 1),
    seven.slice(0, 1),
    'npm run deploy -- --stage 2 (guides/2-embeddings.md)',
  ],
  ['with all stages there', seven, seven, 'npm run smoke -- --target aws'],
])('on AWS %s', (_, chosen, deployed, then) => {
  choose(chosen);
  expect(verdict({ laptop: [], aws: [], deployed, running: false })).toMatch(
    new RegExp(`Go on with: ${then.replaceAll(/[()]/g, '\\$&')}$`),
  );
});
