import { existsSync, readFileSync } from 'node:fs';
import { CommandError } from '../analysis/command-error.ts';
import { newlineOf } from '../terminal/newline-of.ts';
import { VARIABLES, VARIABLES_EXAMPLE } from './folder.ts';
import { didYouMean } from './did-you-mean.ts';
import { readTfvars, type Value } from './tfvars.ts';

/** The stages in the guides' order, as terraform/variables.tf has them. */
export const stageNames = [
  '1-permissions',
  '2-embeddings',
  '3-ingest',
  '4-researcher',
  '5-database',
  '6-agents',
  '8-enterprise',
] as const;
export type Stage = (typeof stageNames)[number];

/** What each stage stands on, as the validations of terraform/variables.tf have it. */
export const stageNeeds: Readonly<Partial<Record<Stage, readonly Stage[]>>> = {
  '3-ingest': ['2-embeddings'],
  '4-researcher': ['3-ingest'],
  '6-agents': ['3-ingest', '5-database'],
};

/** The stages among these that cannot be there, as something that they stand on is not. Every stage stands on the first. */
export function strandedIn(stages: readonly Stage[]): Stage[] {
  const stands = (stage: Stage): boolean =>
    stages.includes(stage) && stages.includes('1-permissions') && (stageNeeds[stage] ?? []).every(stands);
  return stages.filter((stage) => !stands(stage));
}

/** These stages and all that they stand on, in the guides' order. */
export function withFoundations(stages: readonly Stage[]): Stage[] {
  const all = new Set<Stage>(stages.length === 0 ? [] : ['1-permissions', ...stages]);
  // A set goes on with what is added to it on the way.
  for (const stage of all) for (const under of stageNeeds[stage] ?? []) all.add(under);
  return stageNames.filter((stage) => all.has(stage));
}

/** What `--stage` takes for them: `2 3 6`. */
export const numbersOf = (stages: readonly Stage[]): string =>
  stageNames.flatMap((stage) => (stages.includes(stage) ? [stage.split('-', 1)[0]] : [])).join(' ');

/** Text of terraform.tfvars, or of the example that deploying copies where there is none. */
export const readVariablesFile = (): { text: string; isExample: boolean } => {
  const isExample = !existsSync(VARIABLES);
  return { text: readFileSync(isExample ? VARIABLES_EXAMPLE : VARIABLES, 'utf8'), isExample };
};

/** What terraform.tfvars says for a variable that is no list and no map, such as region or reserved_concurrency; undefined where it says nothing. */
export function textVariable(text: string, name: string): string | undefined {
  const value = readTfvars(text).settings.get(name);
  return value !== undefined && 'text' in value ? value.text : undefined;
}

/** The entries of a variable that is a map or an object, such as ALEX_MODEL of model_settings, as texts; undefined where it says nothing. */
export function mapIn(text: string, variable: string, part?: string): Record<string, string> | undefined {
  const value = partOf(readTfvars(text).settings.get(variable), part);
  if (value?.kind !== 'object') return undefined;
  return Object.fromEntries([...value.entries].flatMap(([key, entry]) => ('text' in entry ? [[key, entry.text]] : [])));
}

/** The same, without any where it says nothing. */
export const mapEntries = (text: string, variable: string, part?: string): Record<string, string> =>
  mapIn(text, variable, part) ?? {};

/** The entries of a variable that is a list or a set, or of a part of one that is an object, each once; undefined where it says nothing. */
export function listIn(text: string, variable: string, part?: string): string[] | undefined {
  const value = partOf(readTfvars(text).settings.get(variable), part);
  if (value?.kind !== 'list') return undefined;
  return [...new Set(value.items.flatMap((item) => ('text' in item ? [item.text] : [])))];
}

const partOf = (value: Value | undefined, part: string | undefined): Value | undefined =>
  part === undefined ? value : value?.kind === 'object' ? value.entries.get(part) : undefined;

const LIST = /^([ \t]*stages[ \t]*=[ \t]*\[)([^\]]*)(\])/m;

/** The stages that terraform.tfvars has; all, as by Terraform's default, where it says nothing. */
export function stagesIn(text: string): Stage[] {
  const value = readTfvars(text).settings.get('stages');
  if (value?.kind !== 'list') return [...stageNames];
  const names = value.items.flatMap((item) => (item.kind === 'string' ? [item.text] : []));
  return stageNames.filter((stage) => names.includes(stage));
}

/**
 * terraform.tfvars with these stages and everything else as it was: a stage that is commented out is uncommented, one that goes is
 * commented out. A person's own comments in the list stay, each before or beside its stage.
 *
 * @throws {CommandError} where its list of stages is written in another way
 */
export function withStages(text: string, stages: readonly Stage[]): string {
  const found = LIST.exec(text);
  const newline = newlineOf(text);
  if (found === null) {
    const list = ['', 'stages = [', ...stages.map((stage) => `  "${stage}",`), ']', ''].join(newline);
    return `${text.replace(/(?:\r?\n)*$/, newline)}${list}`;
  }
  const [whole, before = '', list = '', after = ''] = found;
  const { above, beside, below } = commentsIn(list);
  const lines = stageNames.flatMap((stage) => [
    ...(above.get(stage) ?? []),
    [`${stages.includes(stage) ? '' : '# '}"${stage}",`, beside.get(stage) ?? []].flat().join(' '),
  ]);
  const shown = [...lines, ...below].map((line) => `  ${line}${newline}`).join('');
  const changed = text.replace(whole, () => `${before}${newline}${shown}${after}`);
  if (stagesIn(changed).join() === stageNames.filter((stage) => stages.includes(stage)).join()) return changed;
  throw new CommandError(`The list of stages in ${VARIABLES} is written in a way that Alex cannot change.`, [
    'Change it yourself: a name in quotes on each line, as in terraform.tfvars.example',
  ]);
}

/** What a person wrote in the list of stages that names none, or after one: lines above a stage, words beside it, lines below all. */
function commentsIn(list: string): { above: Map<string, string[]>; beside: Map<string, string>; below: string[] } {
  const [above, beside] = [new Map<string, string[]>(), new Map<string, string>()];
  let waiting: string[] = [];
  for (const line of list.split(/\r?\n/).map((one) => one.trim())) {
    const [, name, rest = ''] = /^(?:(?:#|\/\/)\s*)?"([^"]+)"(.*)$/.exec(line) ?? [];
    const stage = stageNames.find((one) => one === name);
    const [, comment] = /^(?:\s*,|\s*"[^"]*")*\s*((?:#|\/\/).*)$/.exec(rest) ?? [];
    if (stage === undefined) {
      if (/^(?:#|\/\/)/.test(line)) waiting.push(line);
      continue;
    }
    above.set(stage, waiting);
    waiting = [];
    if (comment !== undefined) beside.set(stage, comment);
  }
  return { above, beside, below: waiting };
}

/** What Terraform takes for `-var` of the stages. */
export const stagesVariable = (stages: readonly Stage[]): string => `stages=${JSON.stringify(stages)}`;

/**
 * A stage by its number or its name: `4`, `4-researcher`.
 *
 * @throws {CommandError} for any other text
 */
export function readStage(text: string): Stage {
  const found = stageNames.find((stage) => stage === text || stage.split('-', 1)[0] === text);
  if (found !== undefined) return found;
  throw new CommandError(`There is no stage "${text}".`, [
    ...didYouMean([text], stageNames),
    `There are: ${stageNames.join(', ')} (7 is kept for the web app)`,
  ]);
}

/** The stages that --stage names: with spaces between, or commas as other flags take them. @throws {CommandError} for what is none */
export const readStages = (texts: readonly string[]): Stage[] => [
  ...new Set(
    texts
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map(readStage),
  ),
];
