import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../analysis/command-error.ts';
import { nearestName } from './nearest-name.ts';
import { stageNames, writtenStages } from './variables-file.ts';

/** The parts of a setting that is an object, such as `max` of database_capacity; undefined for any other. */
export type Declared = ReadonlyMap<string, readonly string[] | undefined>;

/** What the .tf files of a folder declare as variables. */
export function declaredSettings(folder: string): Declared {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.tf'))
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^variable "([\w-]+)" \{(?:\}|\n([\s\S]*?)^\})/gm)].map(([, name = '', body = '']) => [
        name,
        partsOfObject(body),
      ]),
    ),
  );
}

function partsOfObject(body: string): string[] | undefined {
  const type = assignmentsIn(body).get('type') ?? '';
  const [, inner] = /^object\(\{([\s\S]*)\}\)$/.exec(type.trim()) ?? [];
  return inner === undefined ? undefined : [...assignmentsIn(inner).keys()];
}

/**
 * Refuses what would have no effect, such as a misspelt deletion_protection: Terraform only warns of a setting that nothing declares,
 * and says nothing at all of an unknown part of one that is an object.
 *
 * @param text of terraform.tfvars
 * @throws {CommandError} naming each, with the one that was most likely meant
 */
export function refuseUnknownSettings(text: string, declared: Declared): void {
  const unknown = [...assignmentsIn(text)].flatMap(([name, value]) => {
    if (!declared.has(name)) return [unknownName(name, [...declared.keys()])];
    const parts = declared.get(name);
    const [, inner] = /^\{([\s\S]*)\}$/.exec(value.trim()) ?? [];
    if (parts === undefined || inner === undefined) return [];
    return [...assignmentsIn(inner).keys()]
      .filter((part) => !parts.includes(part))
      .map((part) => unknownName(part, parts, name));
  });
  unknown.push(...unknownStages(text));
  if (unknown.length === 0) return;
  throw new CommandError('terraform/terraform.tfvars sets what Alex does not know, and it would have no effect.', [
    ...unknown,
    'Correct or delete it. What can be set: terraform/variables*.tf',
  ]);
}

/** Of its list of stages what is none, or that it cannot be read. */
function unknownStages(text: string): string[] {
  if (!assignmentsIn(text).has('stages')) return [];
  const written = writtenStages(text);
  if (written === null)
    return ['stages: the list cannot be read. It is names in quotes between [ and ], as in terraform.tfvars.example'];
  return written.flatMap((entry) => {
    const name = /^"(.*)"$/.exec(entry)?.[1];
    if (name !== undefined && stageNames.some((stage) => stage === name)) return [];
    const meant = stageNames.find((stage) => stage.startsWith(`${entry}-`)) ?? nearestName(name ?? entry, stageNames);
    return [
      `stages: there is no ${entry}${meant === undefined ? `. There are: ${stageNames.join(', ')}` : `; did you mean "${meant}"?`}`,
    ];
  });
}

function unknownName(name: string, known: readonly string[], of?: string): string {
  const full = (part: string): string => (of === undefined ? part : `${of}.${part}`);
  const near = nearestName(name, known);
  if (near !== undefined) return `${full(name)}: did you mean ${full(near)}?`;
  return of === undefined ? `${name}: there is no such setting` : `${full(name)}: ${of} has ${known.join(', ')}`;
}

/** A heredoc, a string, a comment: what is in them is no name. A quoted name may stand before = all the same. */
const OPAQUE =
  /<<-?([A-Za-z_]\w*)[^\n]*\n[\s\S]*?^[ \t]*\1[ \t]*$|"((?:[^"\\\n]|\\.)*)"|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//gm;

/** What stands before each = that is in no bracket, with the text after it, in HCL. */
function assignmentsIn(text: string): Map<string, string> {
  const bare = text.replaceAll(OPAQUE, (whole: string, heredoc?: string, quoted?: string) => {
    if (quoted !== undefined && /^[A-Za-z_][\w-]*$/.test(quoted)) return quoted;
    return heredoc !== undefined || quoted !== undefined ? '""' : whole.startsWith('/*') ? ' ' : '';
  });
  const found: { name: string; from: number; to: number }[] = [];
  let depth = 0;
  for (const { 0: token, 1: name, index } of bare.matchAll(
    /[([{]|[)\]}]|(?<![\w.-])([A-Za-z_][\w-]*)[ \t]*[=:](?![=>])/g,
  )) {
    if (name === undefined) depth += '([{'.includes(token) ? 1 : -1;
    else if (depth === 0) {
      const last = found.at(-1);
      if (last !== undefined) last.to = index;
      found.push({ name, from: index + token.length, to: bare.length });
    }
  }
  return new Map(found.map(({ name, from, to }) => [name, bare.slice(from, to).trim().replace(/,$/, '')]));
}
