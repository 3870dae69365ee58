// A misspelt AWS_PROFILE: AWS's SDK says only that it found no credentials, which sends a person to the wrong end.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { profileTrouble, signIn } from '../../../../scripts/target/aws-profiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-profiles-'));
const files = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
beforeAll(() => {
  writeFileSync(
    files.AWS_CONFIG_FILE,
    '[default]\nregion = us-east-1\n\n[profile work]\r\nsso_session = mine\n[sso-session mine]\nsso_region = us-east-1\n',
  );
  writeFileSync(files.AWS_SHARED_CREDENTIALS_FILE, '[default]\n# [commented]\n[ school ]\naws_access_key_id = x\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const trouble = (name: string, where: object = files) => profileTrouble({ ...where, AWS_PROFILE: name });

test('a profile that is not there is named, with those that are', () => {
  expect(trouble('nobody')).toEqual([
    'There is no AWS profile "nobody", which AWS_PROFILE names.',
    'There are: default, school, work',
  ]);
});

test('one that is misspelt is told with the one that was meant', () => {
  expect(trouble('shcool')).toContain('Did you mean school?');
});

test('a session of single sign-on is no profile', () => {
  expect(trouble('mine')?.[0]).toContain('There is no AWS profile "mine"');
});

test('one that is there and gives nothing is said to give nothing', () => {
  expect(trouble('work')).toEqual(['The AWS profile "work", which AWS_PROFILE names, gives no credentials.']);
});

test('a machine without any says so', () => {
  const nowhere = { AWS_CONFIG_FILE: join(folder, 'no'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no') };
  expect(trouble('nobody', nowhere)).toContain('There are none on this machine');
});

test('where none is named there is nothing to say of it', () => {
  expect(trouble('')).toBeUndefined();
  expect(profileTrouble(files)).toBeUndefined();
});

test.each([
  ['that is there', { AWS_PROFILE: 'work' }, 'aws sso login --profile work'],
  ['that is there and among the keys', { AWS_PROFILE: 'school' }, 'aws sso login --profile school'],
  ['that is misspelt', { AWS_PROFILE: 'wrok' }, 'aws sso login --profile NAME, and set AWS_PROFILE to that name'],
  ['that is none', {}, 'aws sso login --profile NAME, and set AWS_PROFILE to that name'],
])('who signs in with a profile %s is told the command as it is typed', (_, named, command) => {
  expect(signIn({ ...files, ...named })).toBe(`With single sign-on: ${command}`);
});
