// The versions with which Terraform plans at all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST } from '../../../scripts/terraform/version.ts';

/** With each its constraint, which terraform/terraform.tf gives reasons for: Terraform's own is what the scripts look at before. */
const WRITTEN = {
  Terraform: { at: /^ {2}required_version = "([^"]*)"$/m, versions: `>= ${LEAST.join('.')}` },
  'hashicorp/aws': {
    at: /^ {6}source = "hashicorp\/aws"\n(?: *#.*\n)* {6}version = "([^"]*)"$/m,
    versions: '>= 6.57.1, < 7.0',
  },
};

/**
 * What would be planned with an older version, or with the next major one, a line each. The stand-in for the provider has none, so no
 * plan shows it.
 *
 * @param folder terraform/, or a copy of it
 */
export function versionFindings(folder: string): string[] {
  const text = readFileSync(join(folder, 'terraform.tf'), 'utf8');
  return Object.entries(WRITTEN).flatMap(([program, { at, versions }]) => {
    const taken = at.exec(text)?.[1] ?? 'any';
    return taken === versions ? [] : [`${program}: ${taken} is taken, and ${versions} is written (versions.ts)`];
  });
}
