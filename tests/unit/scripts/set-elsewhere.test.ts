// A file beside terraform.tfvars by which Terraform would deploy elsewhere, or something else, than what is said and asked.
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

/** What is said of a file beside terraform.tfvars. */
function refused(file: string, text: string): readonly string[] {
  writeFileSync(join(folder, 'terraform.tfvars'), 'region = "us-east-1"\n');
  writeFileSync(join(folder, file), text);
  try {
    refuseSetElsewhere(folder);
    return [];
  } catch (error) {
    return error instanceof CommandError ? error.lines : [String(error)];
  }
}

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
  expect(refused(file, text)).toEqual([says, expect.stringContaining('Move them to terraform/terraform.tfvars')]);
});

test.each([
  ['my.auto.tfvars', '# region = "eu-west-1"\nalert_email = "a@b.c"\n'],
  ['images.auto.tfvars.json', '{"image_tags":{"researcher":"1"}}'],
  ['other.tfvars', 'region = "eu-west-1"\n'],
])('%s with %j is nobody’s mistake', (file, text) => {
  expect(refused(file, text)).toEqual([]);
});
