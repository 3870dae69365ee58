import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { settingFaults } from '../../scripts/terraform/setting-faults.ts';
import { declaredSettings } from '../../scripts/terraform/settings.ts';
import { readTfvars } from '../../scripts/terraform/tfvars.ts';
import { ROOT } from './guide-blocks.ts';
import { printedFleet } from './printed-fleet.ts';

const FOLDER = join(ROOT, 'terraform');

/** Text of the .tf files of a folder, of the root where none is named. */
export const terraformText = (folder = '.'): string =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.tf'))
    .map((name) => readFileSync(join(FOLDER, folder, name), 'utf8'))
    .join('\n');

const source = terraformText();
const declared = declaredSettings(FOLDER);

/** The outputs of the root. */
export const outputNames = (): Set<string> =>
  new Set([...source.matchAll(/^output "([^"]+)"/gm)].map(([, name = '']) => name));

/** Every name that a setting goes by: variables, and the parts of those that are objects. */
export const settingNames = (): Set<string> =>
  new Set([...declared].flatMap(([name, type]) => [name, ...(type.kind === 'object' ? type.parts.keys() : [])]));

/** What a variable is where nobody sets it, if that is a text. */
export const defaultOf = (name: string): string | undefined =>
  new RegExp(`^variable "${name}" \\{[\\s\\S]*?^  default += "([^"]*)"`, 'm').exec(source)?.[1];

/** `1-permissions`, ... in the guides' order. */
export function stageNames(): string[] {
  const [, list = ''] = /stage_order\s*=\s*\[([^\]]*)\]/.exec(source) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
}

/** Spellings that variables.tf alone knows, as they are seldom changed: can(regex("...", var.NAME)) and no more. */
const spellings = [...source.matchAll(/^ +condition += can\(regex\(("(?:[^"\\]|\\.)*"), var\.(\w+)\)\)$/gm)].map(
  ([, pattern = '', name = '']) => ({ name, pattern: new RegExp(String(JSON.parse(pattern))) }),
);

/** What is wrong with a piece of terraform.tfvars, by what `npm run deploy` refuses, and by how Terraform wants texts spelt. */
export function variableProblems(text: string): string[] {
  const code = text.replaceAll(/^\s*#\s?/gm, '');
  const { settings } = readTfvars(code);
  const misspelt = spellings.flatMap(({ name, pattern }) => {
    const value = settings.get(name);
    return value?.kind === 'string' && !pattern.test(value.text) ? [`${name} cannot be "${value.text}"`] : [];
  });
  return [...settingFaults(code, declared, [], printedFleet()).map(({ says }) => says), ...misspelt];
}
