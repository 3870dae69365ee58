// npm run env: writes what is deployed, as Terraform knows it, to .env. See scripts/environment.
import { Option } from 'commander';
import { newCommand } from './terminal/command.ts';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { deployedSoFar } from './environment/deployed-so-far.ts';
import { writeEnv } from './environment/write-env.ts';
import { variablesOf } from './target/deployment-outputs.ts';

const HELP = `
Your own lines in .env are kept; a variable that you set yourself stays as you set it. No secrets are written, only where they are.
ALEX_ENV_FILE names another file, for a second deployment.

Examples:
  npm run env
  npm run --silent env -- --json      the variables on standard output, and no file

Exit code: 0 written; 1 nothing is deployed, or not to its end (what is there is written all the same), or Terraform cannot be asked.`;

async function env({ json }: { json: boolean }): Promise<number> {
  const { outputs, unfinished } = await deployedSoFar();
  if (outputs === undefined) {
    throw new CommandError('Terraform knows of nothing that is deployed from this folder.', [
      'Deploy first: npm run deploy',
      'If it was deployed from another folder or machine, its state is there: see terraform/backend.tf.example for one that is shared',
    ]);
  }
  if (json) process.stdout.write(`${JSON.stringify(variablesOf(outputs), null, 2)}\n`);
  else for (const line of writeEnv(outputs)) process.stdout.write(`${line}\n`);
  if (unfinished !== undefined) throw new CommandError(unfinished.says, unfinished.remedies);
  return 0;
}

const command = newCommand(
  'env',
  'Writes .env from what Terraform has deployed, so that nothing is copied by hand.',
  HELP,
)
  .addOption(new Option('--json', 'print the variables as JSON and write nothing').default(false))
  // As the other commands have it; a laptop needs no .env to be found.
  .addOption(new Option('--target <where>', 'aws, which goes without saying').choices(['aws']));
command.parse(process.argv.slice(2), { from: 'user' });
await runCommand(() => env(command.opts<{ json: boolean }>()));
