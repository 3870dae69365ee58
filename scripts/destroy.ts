// npm run destroy: takes down what npm run deploy made, all of it or some stages. See scripts/deployment.
import { Option } from 'commander';
import { newCommand } from './terminal/command.ts';
import { runCommand } from './analysis/run-command.ts';
import { CommandError } from './analysis/command-error.ts';
import { destroy } from './deployment/destroy.ts';
import { readStages, stageNames, type Stage } from './terraform/variables-file.ts';

const HELP = `
Shows what goes and what is in it, and what stays and what that costs; asks; empties what has to be empty (images, vectors, buckets);
destroys; tells what is still in the account. What deletion_protection = true holds is not destroyed.

Examples:
  npm run destroy
  npm run destroy -- --plan                    only shows
  npm run destroy -- --stage 4 8               only these stages
  npm run destroy -- --keep-permissions        everything but stage 1, which an administrator made and which costs nothing

Exit code: 0 destroyed, 1 not, or not all of it.`;

interface Flags {
  stage?: string[];
  keepPermissions: boolean;
  plan: boolean;
  yes: boolean;
}

const command = newCommand('destroy', 'Destroys what was deployed to your AWS account, with all data in it.', HELP)
  .addOption(new Option('--stage <stage...>', 'only these stages, by number or name'))
  .addOption(new Option('--keep-permissions', 'everything but 1-permissions').default(false))
  .addOption(new Option('--plan', 'show what would go, and destroy nothing').default(false))
  .addOption(new Option('--yes', 'destroy without asking').default(false));
command.parse(process.argv.slice(2), { from: 'user' });
const { stage, keepPermissions, plan, yes } = command.opts<Flags>();

function chosen(): Stage[] | undefined {
  if (stage !== undefined && keepPermissions) throw new CommandError('Choose one: --stage or --keep-permissions.');
  if (keepPermissions) return stageNames.filter((name) => name !== '1-permissions');
  return stage === undefined ? undefined : readStages(stage);
}

await runCommand(() =>
  destroy({ stages: chosen(), keepPermissions, plan, yes }, (text) => process.stdout.write(`${text}\n`)),
);
