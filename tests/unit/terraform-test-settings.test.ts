// `terraform test` reads a person's own terraform.tfvars: what terraform/tests/terraform.tfvars does not name comes from there, and a
// student who has followed a guide is told that least privilege is broken.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../scripts/laptop/paths.ts';

const folder = join(ROOT, 'terraform');

test('every variable is set for the tests of the Terraform, so that no setting of a person’s own reaches them', () => {
  const declared = readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^variable "(\w+)"/gm)])
    .map(([, name]) => name);
  const set = readFileSync(join(folder, 'tests', 'terraform.tfvars'), 'utf8').matchAll(/^(\w+) += \S/gm);
  expect([...set].map(([, name]) => name).toSorted()).toEqual(declared.toSorted());
});
