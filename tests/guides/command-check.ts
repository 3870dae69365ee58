import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { awsProblems } from './cloud-names.ts';
import { ROOT } from './guide-blocks.ts';
import { shellWords } from './shell-words.ts';
import { outputNames } from './terraform-names.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** Programs that a guide may name beside npm; each is installed in a guide before it is used. */
const PROGRAMS = new Set([
  'aws',
  'terraform',
  'docker',
  'cd',
  'node',
  'brew',
  'winget',
  'sudo',
  'start',
  'open',
  'xdg-open',
]);
const TERRAFORM = new Set(['init', 'plan', 'apply', 'output', 'import', 'force-unlock', 'version', 'state', 'login']);

const helps = new Map<string, string>();

/** What a script says to --help; asked once. */
function helpOf(name: string): string {
  const known = helps.get(name);
  if (known !== undefined) return known;
  const file = /scripts\/setup\/run\.mjs (\S+)/.exec(scripts[name] ?? '')?.[1];
  if (file === undefined || !existsSync(join(ROOT, file))) return '';
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, file), '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, COLUMNS: '200' },
  });
  const help = `${stdout}\n${stderr}`;
  helps.set(name, help);
  return help;
}

/** @returns what is wrong with one command of a guide: a script, flag, file or output that is not there */
export function problemsOf(command: string): string[] {
  const [program = '', ...words] = shellWords(command.replace(/^\$ /, ''));
  if (program === 'npm') return npmProblems(words);
  if (program === 'export' || program.startsWith('$env:')) return [];
  if (!PROGRAMS.has(program)) return [`${program} is no program that the guides use`];
  if (program === 'cd') return pathProblems(words);
  if (program === 'terraform') return terraformProblems(words);
  if (program === 'aws') return awsProblems(words);
  return pathProblems(words.filter((word) => OWN_PATH.test(word)));
}

function npmProblems(words: readonly string[]): string[] {
  const [verb = '', ...rest] = words;
  if (verb === 'install' || verb === 'ci') return [];
  if (verb !== 'run' && verb !== 'start' && verb !== 'test') return [`npm ${verb} is not used in the guides`];
  const name = verb === 'run' ? rest.find((word) => !word.startsWith('-')) : verb;
  if (name === undefined || scripts[name] === undefined) return [`there is no script "${name ?? ''}" in package.json`];
  const file = /scripts\/setup\/run\.mjs (\S+)/.exec(scripts[name])?.[1];
  if (file !== undefined && !existsSync(join(ROOT, file))) return [`${file} is not there`];
  const dashes = rest.indexOf('--');
  const given = dashes < 0 ? [] : rest.slice(dashes + 1);
  const before = dashes < 0 ? rest : rest.slice(0, dashes);
  const lost = before.filter((word) => word.startsWith('-') && word !== '--silent');
  return [
    ...lost.map((flag) => `npm itself would take ${flag}: it has to stand after --`),
    ...(name === 'test' ? [] : flagProblems(name, given)),
    ...pathProblems(given.filter((word, index) => OWN_PATH.test(word) && given[index - 1] !== '--out')),
  ];
}

function flagProblems(name: string, given: readonly string[]): string[] {
  const flags = given.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*$/s, ''));
  if (flags.length === 0) return [];
  const help = helpOf(name);
  return flags
    .filter((flag) => !new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(help))
    .map((flag) => `npm run ${name} has no ${flag}`);
}

/** What is meant as a path of this project. */
const OWN_PATH = /^(?:examples|terraform|guides|lambdas|services|shared|scripts|evals|local|tests)[/\\]/;

const pathProblems = (paths: readonly string[]): string[] =>
  paths.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${path} is not there`);

function terraformProblems(words: readonly string[]): string[] {
  const [verb = '', ...rest] = words.filter((word) => !word.startsWith('-chdir='));
  if (!TERRAFORM.has(verb)) return [`terraform ${verb} is not used in the guides`];
  const name = rest.find((word) => !word.startsWith('-'));
  if (verb !== 'output' || name === undefined || outputNames().has(name)) return [];
  return [`Terraform has no output "${name}"`];
}
