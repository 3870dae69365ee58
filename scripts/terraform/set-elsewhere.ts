import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { IMAGES, TERRAFORM } from './folder.ts';

/** What a deployment is and where: the commands here read it of terraform.tfvars alone. */
const READ_HERE = ['deletion_protection', 'project', 'region', 'stages'] as const;

/** The files beside terraform.tfvars of which Terraform takes settings, too, and over it, but for the one that deploying writes itself. */
export const otherFiles = (folder = TERRAFORM): string[] =>
  readdirSync(folder).filter(
    (name) =>
      (/\.auto\.tfvars(?:\.json)?$/.test(name) || name === 'terraform.tfvars.json') && name !== basename(IMAGES),
  );

/** Whether a file sets any of these, in HCL or in JSON. */
export const setsAny = (folder: string, file: string, names: readonly string[]): boolean =>
  new RegExp(`^\\s*"?(?:${names.join('|')})"?\\s*[=:]`, 'm').test(
    readFileSync(join(folder, file), 'utf8').replaceAll(/[{,]/g, '\n'),
  );

/**
 * Terraform would do something else than what is said here, and asked for: another region, other stages, no protection.
 *
 * @throws {CommandError} naming the settings that stand in another file than terraform.tfvars
 */
export function refuseSetElsewhere(folder = TERRAFORM): void {
  const found = otherFiles(folder).flatMap((file) => {
    const names = READ_HERE.filter((name) => setsAny(folder, file, [name]));
    return names.length === 0 ? [] : [`${allOf(names)}: in terraform/${file}`];
  });
  if (found.length === 0) return;
  throw new CommandError(
    'Terraform takes settings from another file than terraform.tfvars, and Alex goes by that alone.',
    [...found, 'Move them to terraform/terraform.tfvars; all others may stand where they are'],
  );
}
