// What a guide's commands are asked for by name, and what the plans that it shows name.
import { ownSecretsOf } from '../../scripts/secrets/own-secrets.ts';
import { secrets } from '../../scripts/secrets/secrets.ts';
import { PLACEHOLDER } from './cloud-names.ts';
import { guideNames, textOf } from './guide-blocks.ts';
import { printedFleet } from './printed-fleet.ts';
import { shellWords } from './shell-words.ts';
import { terraformText } from './terraform-names.ts';

const fleet = printedFleet();
const terraform = terraformText();
const folders = [...fleet.functions.keys(), ...fleet.services.keys()];

/** What logs, beside folders: an output of Terraform says. */
function loggingNames(): string[] {
  const [output = ''] = /^output "log_groups" \{[\s\S]*?^\}/m.exec(terraform) ?? [];
  return [...folders, ...[...output.matchAll(/"([\w-]+)" => /g)].map(([, name = '']) => name)];
}

/** Those that a guide has somebody need in a folder of theirs. */
const printedSecrets = guideNames.flatMap((name) =>
  [...textOf(name).matchAll(/"secret:([a-z-]+)"/g)].map(([, secret = '']) => secret),
);

/** What scripts take names of, first of all or after a flag. */
const TAKES: Readonly<Record<string, { what: string; after?: string; names: readonly string[] }>> = {
  deploy: { what: 'is a function', after: '--only', names: [...fleet.functions.keys()] },
  logs: { what: 'logs', names: loggingNames() },
  secrets: {
    what: 'is a secret',
    names: [...secrets.map(({ name }) => name), ...ownSecretsOf(fleet).keys(), ...printedSecrets],
  },
};

/** What a guide has programs installed with. */
const INSTALLERS = ['brew', 'snap', 'winget'];

/** What a command of a guide names and is not there. Flags are checked elsewhere (`command-check.ts`). */
export function askedProblems(command: string): string[] {
  const [program = '', ...words] = shellWords(command.replace(/^sudo /, ''));
  const [verb = '', script = '', dashes, ...given] = words;
  if (INSTALLERS.includes(program) && verb !== 'install') return [`${program} installs nothing by ${verb}`];
  const takes = TAKES[script];
  if (program !== 'npm' || verb !== 'run' || takes === undefined || dashes !== '--') return [];
  const { what, after, names } = takes;
  if (after !== undefined && !given.includes(after)) return [];
  const from = after === undefined ? given : given.slice(given.indexOf(after) + 1);
  const flag = from.findIndex((word) => word.startsWith('-'));
  return from
    .slice(0, flag < 0 ? undefined : flag)
    .filter((name) => !PLACEHOLDER.test(name) && !names.includes(name))
    .map((name) => `nothing called ${name} ${what} (npm run ${script})`);
}

/** Modules by their names in Terraform; one that is made for each of several is shown with whose it is: `+ lambda ingest (4)`. */
export const moduleProblems = (shown: string): string[] =>
  [...shown.matchAll(/^ {2}[+~±-] (\w+)(?: ([\w-]+))? \((?:…|\d+)\)$/gm)].flatMap(([, module = '', key]) => {
    if (!terraform.includes(`\nmodule "${module}" {`)) return [`Terraform has no module ${module}`];
    return module !== 'lambda' || fleet.functions.has(key ?? '') ? [] : [`there is no function ${key ?? ''} to make`];
  });
