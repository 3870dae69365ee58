import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TERRAFORM } from './folder.ts';
import { textVariable } from './variables-file.ts';

/** Of 16.11 the 11. */
export const minorVersion = (version: string): number => Number(version.split('.')[1]);

/** The version that terraform.tfvars asks for, or else the variable's own default. */
export function versionAskedFor(variables: string): string | undefined {
  const declared = readFileSync(join(TERRAFORM, 'variables-services.tf'), 'utf8');
  const [, byDefault] = /variable "database_engine_version" \{[^{}]*?default\s*=\s*"([\d.]+)"/.exec(declared) ?? [];
  return textVariable(variables, 'database_engine_version') ?? byDefault;
}

/** What another version of the database than the one that is there means for a deployment: a sentence, and what to do about it. */
export function describeVersion(is: string | undefined, asked: string | undefined): string[] {
  if (is === undefined || asked === undefined || is === asked) return [];
  const keep = `database_engine_version = "${is}" in terraform/terraform.tfvars`;
  return minorVersion(is) > minorVersion(asked)
    ? [
        `The database is at version ${is}, as AWS retires old ones, and ${asked} is asked for: none goes back, so a deployment would stop there.`,
        `Set ${keep}`,
      ]
    : [
        `The database is at version ${is}, and ${asked} is asked for: the deployment upgrades it, for which it is away for some minutes, and nothing goes back.`,
        `To leave it as it is: ${keep}`,
      ];
}
