import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './guide-blocks.ts';

const FOLDER = join(ROOT, 'terraform');

/** Text of the root's own .tf files. */
const source = (): string =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tf'))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n');

const named = (kind: string, text = source()): Set<string> =>
  new Set([...text.matchAll(new RegExp(`^${kind} "([^"]+)"`, 'gm'))].map(([, name = '']) => name));

export const variableNames = (): Set<string> => named('variable');
export const outputNames = (): Set<string> => named('output');

/** `1-permissions`, ... in the guides' order. */
export function stageNames(): string[] {
  const [, list = ''] = /stage_order\s*=\s*\[([^\]]*)\]/.exec(source()) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
}

/** What is wrong with a piece of terraform.tfvars: variables that are not there, stages that nobody knows. */
export function variableProblems(text: string): string[] {
  const [variables, stages] = [variableNames(), new Set(stageNames())];
  const code = text.replaceAll(/^\s*#\s?/gm, '');
  const set = [...code.matchAll(/^([a-z_]+)\s*=/gm)].map(([, name = '']) => name);
  const list = /^stages\s*=\s*\[([^\]]*)\]/m.exec(code)?.[1] ?? '';
  return [
    ...set.filter((name) => !variables.has(name)).map((name) => `Terraform has no variable "${name}"`),
    ...[...list.matchAll(/"([^"]+)"/g)]
      .filter(([, name = '']) => !stages.has(name))
      .map(([, name = '']) => `there is no stage "${name}"`),
  ];
}
