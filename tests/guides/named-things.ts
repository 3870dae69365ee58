import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeLimits } from '../../shared/schemas/knowledge.ts';
import { askedProblems, moduleProblems } from './asked-names.ts';
import { isMade, unknownPolicies } from './cloud-names.ts';
import { problemsOf } from './command-check.ts';
import { commandsOf, readBlocks, ROOT } from './guide-blocks.ts';
import { unknownRoutes, unreadVariables, unsaidQuotes } from './said-in-prose.ts';
import { outputNames, settingNames, variableProblems } from './terraform-names.ts';

/** What a guide may say that there are at most of, by the word that follows the figure. */
const LIMITS: Readonly<Record<string, number>> = { documents: knowledgeLimits.documents };

/** Names that begin as ours do, of things that a guide says somebody else made, or that are refused. */
const OTHERS = new Set(['alex-admin', 'alex-dev']);

const database = readdirSync(join(ROOT, 'shared/database'), { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ name }) => readFileSync(join(ROOT, 'shared/database', name), 'utf8'))
  .join('\n');

/** Whether a name with underscores is one of ours: a setting, an output, a table, column or role of the database, whose roles are alex_NAME. */
const isOurs = (name: string): boolean =>
  settingNames().has(name) ||
  outputNames().has(name) ||
  new RegExp(`\\b${name.replace(/^alex_/, '')}\\b`).test(database);

/** Of a guide that calls the project youalex in an example, alex-... and youalex-... are names. */
const projectsIn = (text: string): string[] => [
  'alex',
  ...[...text.matchAll(/`project = "(\w+)"`/g)].map(([, project = '']) => project),
];

/**
 * What a guide names that is not so: values in blocks of variables, what commands of the AWS CLI ask for, and in its words settings, tables, things
 * of the deployment, and how much there may be of something. A word between backticks that looks like none of these is anybody's.
 *
 * @param file for messages
 */
export function namedProblems(file: string, text: string): string[] {
  const blocks = readBlocks(file, text);
  const prose = text.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$/gm, '');
  const marked = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
  const commands = [
    ...blocks
      .filter(({ language, words }) => ['sh', 'powershell'].includes(language) && words[0] !== 'file')
      .flatMap(commandsOf),
    ...marked,
  ];
  return [
    ...blocks.filter(({ words }) => words.join() === 'variables').flatMap((block) => variableProblems(block.text)),
    ...commands.filter((command) => command.startsWith('aws ')).flatMap(problemsOf),
    ...commands.flatMap(askedProblems),
    ...unknownPolicies(
      marked.filter((words) =>
        /^(?=[A-Z][a-z]+[A-Z])\w*(?:Administrator|Access|ReadOnly)\w*(?<!Exception)$/.test(words),
      ),
    ),
    ...blocks.filter(({ words }) => words.join(' ') === 'output aws').flatMap((block) => moduleProblems(block.text)),
    ...unreadVariables(text),
    ...marked.filter((words) => /^[a-z_]+ = (?:["\d[{]|(?:true|false|null)$)/.test(words)).flatMap(variableProblems),
    ...marked
      .filter((words) => /^[a-z]+(?:_[a-z]+)+$/.test(words) && !isOurs(words))
      .map((name) => `there is no setting, output or table ${name}`),
    ...settingsInFiles(prose),
    ...marked
      .filter((words) => !isKnownThing(words, projectsIn(text)))
      .map((name) => `Terraform makes nothing called ${name}`),
    ...limitsIn(prose),
    ...unknownRoutes(prose, text),
    ...unsaidQuotes(prose),
  ].map((problem) => `${file}: ${problem}`);
}

/** "`NAME` in `terraform/FILE`": it has to be declared there, and in terraform.tfvars it has to be a setting. */
const settingsInFiles = (prose: string): string[] =>
  [...prose.matchAll(/`(\w+)` in\s+`terraform\/([\w-]+\.(?:tf|tfvars))`/g)]
    .filter(([, name = '', file = '']) =>
      file.endsWith('.tfvars')
        ? !settingNames().has(name)
        : !readFileSync(join(ROOT, 'terraform', file), 'utf8').includes(`variable "${name}" {`),
    )
    .map(([, name, file]) => `there is no ${name} in terraform/${file}`);

/** True of all that does not look like the name of one of the deployment's things. */
function isKnownThing(words: string, projects: readonly string[]): boolean {
  const [, before = '', project, after = ''] =
    new RegExp(`^((?:[\\w/.-]*[/-])?)(${projects.join('|')})([-/][\\w/.-]*[\\w])$`).exec(words) ?? [];
  return project === undefined || OTHERS.has(words) || isMade(`${before}alex${after}`);
}

const limitsIn = (prose: string): string[] =>
  [...prose.matchAll(/\b(?:up to|at most|no more than) (\d+) (\w+)/gi)].flatMap(([said, figure, what = '']) => {
    const limit = LIMITS[what];
    if (limit === undefined) return [`"${said}": no test knows what that is counted from`];
    return Number(figure) === limit ? [] : [`"${said}": there may be ${limit}`];
  });
