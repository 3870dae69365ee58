import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { unsetting } from '../terminal/in-this-shell.ts';
import { IMAGES, TERRAFORM } from './folder.ts';
import { readTfvars } from './tfvars.ts';

/** What a deployment is and where: the commands here read it of terraform.tfvars alone. */
const READ_HERE = ['deletion_protection', 'project', 'region', 'stages'] as const;

/** Variables in which Terraform finds more flags for a plan. */
const FLAGS = ['TF_CLI_ARGS', 'TF_CLI_ARGS_plan'];

/** Of these flags, one that names a file of settings, or gives one of them. */
const GIVES = new RegExp(`(?:^|[\\s"'])--?var(?:-file\\b|[=\\s]+["']?(?:${READ_HERE.join('|')})\\s*=)`);

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
 * Those of these settings that Terraform takes from the environment: of a name that terraform.tfvars sets it ignores the variable. By
 * their letters, as it reads them, though Windows would find them in any case.
 *
 * @param text terraform.tfvars
 */
export function inEnvironment(text: string, environment: NodeJS.ProcessEnv, names: readonly string[]): string[] {
  const { settings } = readTfvars(text);
  const there = Object.keys(environment);
  return names.filter((name) => !settings.has(name) && there.includes(`TF_VAR_${name}`));
}

/**
 * What it means that Terraform would do something else than what is said here, and asked for: another region, other stages, no
 * protection. Undefined where terraform.tfvars alone decides.
 *
 * @param text terraform.tfvars, as Terraform will find it
 */
export function setBesideTfvars(
  text: string,
  folder = TERRAFORM,
  environment: NodeJS.ProcessEnv = process.env,
): { says: string; remedies: string[] } | undefined {
  const files = otherFiles(folder).flatMap((file) => {
    const names = READ_HERE.filter((name) => setsAny(folder, file, [name]));
    return names.length === 0 ? [] : [`${allOf(names)}: in terraform/${file}`];
  });
  const names = inEnvironment(text, environment, READ_HERE);
  const variables = names.map((name) => `TF_VAR_${name}`);
  const flags = FLAGS.filter((name) => Object.keys(environment).includes(name) && GIVES.test(environment[name] ?? ''));
  if (files.length + variables.length + flags.length === 0) return undefined;
  return {
    says: 'Terraform takes settings from elsewhere than terraform.tfvars, and Alex goes by that alone.',
    remedies: [
      ...files,
      ...names.map((name) => `${name}: in the environment, as TF_VAR_${name}`),
      ...flags.map((name) => `flags for settings: in the environment, as ${name}`),
      ...(files.length === 0 ? [] : ['Move them to terraform/terraform.tfvars; all others may stand where they are']),
      ...(names.length === 0
        ? []
        : [
            `Set ${allOf(names)} in terraform/terraform.tfvars, which counts before the environment, or unset: ${unsetting(variables)}`,
          ]),
      ...(flags.length === 0
        ? []
        : [`Write what it sets into terraform/terraform.tfvars, then take -var and -var-file out of ${allOf(flags)}`]),
    ],
  };
}

/** @throws {CommandError} as `setBesideTfvars` says it */
export function refuseSetElsewhere(...where: Parameters<typeof setBesideTfvars>): void {
  const found = setBesideTfvars(...where);
  if (found !== undefined) throw new CommandError(found.says, found.remedies);
}
