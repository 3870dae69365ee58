// npm run secrets: writes keys of price sources, of the researcher and of one's own folders to Secrets Manager, or to the laptop's. See scripts/secrets.
import { Option } from 'commander';
import { newCommand } from './terminal/command.ts';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { readHidden } from './asking/read-hidden.ts';
import { chosenSecrets, fillSecrets } from './secrets/fill.ts';
import { secrets as known } from './secrets/secrets.ts';
import { secretStages } from './secrets/stages.ts';
import { addTargetFlag, targetOf, tellTarget, type TargetFlag } from './target/target-option.ts';
import { withTarget } from './target/with-target.ts';

const HELP = `
Values come from the environment where they are set, or are asked for and not shown: ${known.flatMap(({ fields }) => fields.map(({ variable }) => variable)).join(', ')};
ALEX_SECRET_NEWS_KEY for the secret news-key that a folder of yours needs ("secret:news-key"): a key, or a JSON object.
They are never flags, and never printed. Without a terminal only the environment counts.

Examples:
  npm run secrets                               those that have no value yet
  npm run secrets -- market-keys --replace      new keys of price sources
  npm run secrets -- news-key                   the secret that a folder of yours needs
  npm run secrets -- --target laptop            for the fleet that runs here; a folder's own stays

Exit code: 0 each has a value, 1 one has none, could not be written, or was to be replaced and none was given.`;

interface Flags extends TargetFlag {
  replace: boolean;
}

async function secrets(only: string | undefined, flags: Flags): Promise<number> {
  const name = targetOf(flags);
  const tell = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const empty = await withTarget(
    name,
    async (target) => {
      tellTarget(flags, target);
      if (Object.keys(target.secrets).length === 0) {
        throw new CommandError(`${target.label} has no secrets yet.`, await secretStages());
      }
      const ask = process.stdin.isTTY ? readHidden : undefined;
      const without = await fillSecrets(target, { environment: process.env, ask, replace: flags.replace, only, tell });
      if (name === 'laptop' && chosenSecrets(target, only).some((one) => one.name === 'market-keys'))
        tell('To have market-keys at the next start too, set their variables before npm start.');
      return without;
    },
    {
      running: true,
      sends: (target) => chosenSecrets(target, only).flatMap(({ fields }) => fields.map(({ variable }) => variable)),
    },
  );
  return empty.length === 0 ? 0 : 1;
}

const command = newCommand(
  'secrets',
  'Writes secrets to where functions read them: Secrets Manager on AWS, or the one of this laptop.',
  HELP,
)
  .argument('[name]', 'only this one')
  .addOption(new Option('--replace', 'write those that have a value, too').default(false));
addTargetFlag(command);
command.parse(process.argv.slice(2), { from: 'user' });
await runCommand(() => secrets(command.args[0], command.opts<Flags>()));
