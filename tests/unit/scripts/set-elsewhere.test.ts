// Settings beside terraform.tfvars by which Terraform would deploy elsewhere, or something else, than what is said and asked: in another
// file, or in the environment.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { refuseSetElsewhere } from '../../../scripts/terraform/set-elsewhere.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-tfvars-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is said of a terraform.tfvars, with files beside it, in an environment. */
function refused(
  text: string,
  { files = {}, environment = {} }: { files?: Record<string, string>; environment?: Record<string, string> },
): readonly string[] {
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  try {
    refuseSetElsewhere(text, folder, environment);
    return [];
  } catch (error) {
    return error instanceof CommandError ? error.lines : [String(error)];
  }
}
const REGION = 'region = "us-east-1"\n';

test.each([
  ['my.auto.tfvars', 'tags = {}\nregion = "eu-west-1"\n', 'region: in terraform/my.auto.tfvars'],
  ['my.auto.tfvars', 'project="x"\n  stages = []', 'project and stages: in terraform/my.auto.tfvars'],
  [
    'a.auto.tfvars.json',
    '{"tags":{},"deletion_protection":true}',
    'deletion_protection: in terraform/a.auto.tfvars.json',
  ],
  ['terraform.tfvars.json', '{ "region": "eu-west-1" }', 'region: in terraform/terraform.tfvars.json'],
])('%s with %j is refused by its name and what to do', (file, text, says) => {
  expect(refused(REGION, { files: { [file]: text } })).toEqual([
    says,
    expect.stringContaining('Move them to terraform/terraform.tfvars'),
  ]);
});

test.each([
  ['my.auto.tfvars', '# region = "eu-west-1"\nalert_email = "a@b.c"\n'],
  ['images.auto.tfvars.json', '{"image_tags":{"researcher":"1"}}'],
  ['other.tfvars', 'region = "eu-west-1"\n'],
])('%s with %j is nobody’s mistake', (file, text) => {
  expect(refused(REGION, { files: { [file]: text } })).toEqual([]);
});

test('a variable of the environment is refused where terraform.tfvars does not set its name: Terraform goes by it', () => {
  const environment = { TF_VAR_project: 'bobalex', TF_VAR_region: 'eu-west-1', TF_VAR_deletion_protection: 'false' };
  expect(refused(REGION, { environment })).toEqual([
    'deletion_protection: in the environment, as TF_VAR_deletion_protection',
    'project: in the environment, as TF_VAR_project',
    expect.stringMatching(
      /^Set deletion_protection and project in terraform\/terraform\.tfvars, .*TF_VAR_deletion_protection,? \S*TF_VAR_project$/,
    ),
  ]);
  expect(refused('', { environment: { TF_VAR_stages: '[]' } })[0]).toContain('TF_VAR_stages');
  // Set to nothing is set, for Terraform.
  expect(refused('', { environment: { TF_VAR_region: '' } })).not.toEqual([]);
});

test('a variable that Terraform ignores is nobody’s mistake: terraform.tfvars sets it, or its letters are others', () => {
  const environment = { TF_VAR_region: 'eu-west-1', TF_VAR_REGION: 'eu-west-1', tf_var_project: 'x' };
  expect(refused(REGION, { environment })).toEqual([]);
  expect(refused('region = null\n', { environment })).toEqual([]);
  expect(refused('# region = "us-east-1"\n', { environment })).not.toEqual([]);
});

test.each([
  ['TF_CLI_ARGS_plan', '-var region=eu-west-1'],
  ['TF_CLI_ARGS_plan', `-lock-timeout=5m '-var=stages=["1-permissions"]'`],
  ['TF_CLI_ARGS_plan', '-var "deletion_protection=false"'],
  ['TF_CLI_ARGS', '-no-color -var-file=mine.tfvars'],
])(
  'flags in the environment that set what Alex reads are refused, whatever terraform.tfvars says: %s %s',
  (name, flags) => {
    const [says, what] = refused(REGION, { environment: { [name]: flags } });
    expect(says).toBe(`flags for settings: in the environment, as ${name}`);
    expect(what).toContain(`out of ${name}`);
  },
);

test('other flags and settings in the environment are left to Terraform', () => {
  const environment = {
    TF_CLI_ARGS_plan: '-parallelism=3 -var tags={} -var alert_email=region=x',
    TF_CLI_ARGS_apply: '-var-file=x',
    TF_VAR_alert_email: 'a@b.c',
  };
  expect(refused(REGION, { environment })).toEqual([]);
});
