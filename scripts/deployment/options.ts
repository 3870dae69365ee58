import { Option } from 'commander';
import { newCommand } from '../terminal/command.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readStages, type Stage } from '../terraform/variables-file.ts';

export interface DeployOptions {
  /** Stages to add to those that are on. */
  stages: Stage[];
  /** Only the code of these functions; empty: everything. */
  only: string[];
  /** Shows what would be done, and does nothing. */
  plan: boolean;
  /** Shows all of Terraform's plan. */
  full: boolean;
  yes: boolean;
  /** Beside `yes`: queues and secrets that are asked for no more may go with what is in them. */
  loseMessagesAndSecrets: boolean;
  /** Builds the images of services anew though their sources are the same: with newer packages, a newer browser among them. */
  renewImages: boolean;
  /** Whether to try the deployment afterwards. */
  smoke: boolean;
}

const HELP = `
In order: packages the functions; shows what Terraform would make, change and destroy, and what it costs; asks; applies; writes .env;
gives secrets that are empty a value; brings the database up to date and seeds it; builds and pushes the image of the researcher, where
Docker is present; tries each function that is there; says what comes next. It can be stopped anywhere and goes on the next time.

Which stages are on stands in terraform/terraform.tfvars, which the first run copies from terraform.tfvars.example: stage 1 alone.

Examples:
  npm run deploy
  npm run deploy -- --stage 2                 adds a stage, by number or name
  npm run deploy -- --plan                    only shows
  npm run deploy -- --only reporter           new code for one function, in seconds; its settings stay
  npm run deploy -- --renew-images            the researcher's image anew, with newer packages and a newer browser
  npm run deploy -- --yes                     for a pipeline: does not ask, and does nothing where data would be lost

With --yes nothing is done where the database, vectors, secrets, messages that wait or what a trail keeps would go for good.
Secrets and messages go with --lose-messages-and-secrets, as where a function with a queue is no more; the rest with npm run destroy.

Exit code: 0 deployed; 3 deployed, and something is left for you to do; 1 not deployed, or what is deployed does not work.`;

interface Flags extends Omit<DeployOptions, 'stages' | 'only'> {
  stage?: string[];
  only?: string[];
}

/** Reads the command line, or ends the process after --help or with what is wrong with a flag. */
export function readDeployOptions(argv: readonly string[]): DeployOptions {
  const command = newCommand(
    'deploy',
    'Deploys Alex to your AWS account, a stage at a time, and brings it up to date.',
    HELP,
  )
    .addOption(new Option('--stage <stage...>', 'add these stages'))
    .addOption(new Option('--only <function...>', 'only new code for these functions'))
    .addOption(new Option('--plan', 'show what would be done, and do nothing').default(false))
    .addOption(new Option('--full', "show all of Terraform's own plan and outputs").default(false))
    .addOption(new Option('--yes', 'apply without asking').default(false))
    .addOption(
      new Option(
        '--lose-messages-and-secrets',
        'with --yes: destroy queues and secrets, too, and what is in them',
      ).default(false),
    )
    .addOption(
      new Option('--renew-images', 'build the images of services anew, with newer packages and browser').default(false),
    )
    .addOption(new Option('--no-smoke', 'do not try each function afterwards'));
  command.parse([...argv], { from: 'user' });
  const { stage = [], only = [], plan, full, yes, loseMessagesAndSecrets, renewImages, smoke } = command.opts<Flags>();
  if (stage.length > 0 && only.length > 0) throw new CommandError('--only updates code alone; it adds no stage.');
  return { stages: readStages(stage), only, plan, full, yes, loseMessagesAndSecrets, renewImages, smoke };
}
