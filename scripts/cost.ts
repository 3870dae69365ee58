// npm run cost: what the stages and an analysis cost, by a dated table of prices, and what the account was charged. See scripts/cost.
import { InvalidArgumentError, Option } from 'commander';
import { newCommand } from './terminal/command.ts';
import { CommandError } from './analysis/command-error.ts';
import { runCommand } from './analysis/run-command.ts';
import { confirm } from './asking/confirm.ts';
import type { Spent } from './cost/actual.ts';
import { describeSpent } from './cost/describe-spent.ts';
import { circumstancesHere, writtenBy } from './cost/circumstances.ts';
import { namedModel } from './cost/models.ts';
import { describeEstimate, estimate } from './cost/report.ts';
import { untilImagesCost } from './cost/until-images.ts';
import { imageless } from './deployment/image-tags.ts';
import { ENV_FILE, readEnvFile } from './target/env-file.ts';
import { explainAwsFailure } from './target/explain-aws-failure.ts';
import { accountsNamed } from './target/other-account.ts';
import { allOf } from './terminal/all-of.ts';
import { TERRAFORM } from './terraform/folder.ts';
import { refuseSetElsewhere } from './terraform/set-elsewhere.ts';
import { refuseFaultySettings } from './terraform/setting-faults.ts';
import { declaredSettings } from './terraform/settings.ts';
import { numbersOf, readStages, readVariablesFile, stageNames, textVariable } from './terraform/variables-file.ts';

const HELP = `
Without flags: the stages and the model of terraform/terraform.tfvars (of its example, where there is none), by list prices.
--actual asks Cost Explorer what the account of your AWS credentials used, and what credits pay of it; AWS takes $0.01 for that.

Examples:
  npm run cost
  npm run cost -- --stage 1 2 3                        as if only these were on
  npm run cost -- --model bedrock:amazon.nova-lite-v1:0
  npm run cost -- --actual --days 30
  npm run cost -- --actual --tagged                    only what carries the project's tag, where that is activated for billing

Exit code: 0, or 1 where Cost Explorer cannot be asked.`;

/** As a month's bill. */
const DAYS = 30;

interface Flags {
  stage?: string[];
  model?: string;
  actual: boolean;
  tagged: boolean;
  days?: number;
  yes: boolean;
  json: boolean;
}

function days(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 365) return count;
  throw new InvalidArgumentError('It must be a whole number from 1 to 365.');
}

/** Whoever deployed from another folder or lost the file would take the example's estimate for what is there. */
function byTheExample(deployed = ''): string[] {
  const stages = stageNames.filter((stage) => deployed.split(' ').includes(stage));
  return [
    'There is no terraform/terraform.tfvars here: the stages and the model are those of its example.',
    ...(stages.length === 0
      ? []
      : [`${ENV_FILE} names as deployed ${allOf(stages)}: npm run cost -- --stage ${numbersOf(stages)}`]),
    '',
  ];
}

async function cost({ stage, model, actual, tagged, days: last, yes, json }: Flags): Promise<number> {
  if (!actual && (tagged || last !== undefined)) {
    const flags = ['--actual', ...(tagged ? ['--tagged'] : []), '--days', String(last ?? DAYS)].join(' ');
    throw new CommandError('--days and --tagged are of what the account was charged, which --actual asks for.', [
      `With it: npm run cost -- ${flags}`,
    ]);
  }
  const { text, isExample } = readVariablesFile();
  const stages = stage === undefined ? undefined : readStages(stage);
  // With stages of one's own the file's are not asked for.
  refuseFaultySettings(text, declaredSettings(TERRAFORM), stages === undefined ? [] : stageNames);
  refuseSetElsewhere(text);
  const signed = model === undefined ? undefined : namedModel(model);
  const set = circumstancesHere(text, stages);
  const estimated = estimate(signed === undefined ? set : writtenBy(signed, set));
  const print = (lines: readonly string[]): void => {
    process.stdout.write(`${lines.join('\n')}\n`);
  };
  if (!json) {
    if (isExample && stage === undefined) print(byTheExample(readEnvFile()?.ALEX_STAGES));
    print(describeEstimate(estimated));
    // Of what is deployed, or to be: with stages of one's own it is a question.
    if (stage === undefined)
      untilImagesCost(text, set.stages, imageless(text)).forEach((line) => {
        print([line]);
      });
  }
  if (!actual) {
    if (json) print([JSON.stringify(estimated, null, 2)]);
    return 0;
  }
  // Only now: an estimate asks nobody on AWS.
  const [{ currentAccount }, { spent }] = await Promise.all([
    import('./target/current-account.ts'),
    import('./cost/actual.ts'),
  ]);
  const region = 'us-east-1';
  // Before a cent is agreed to: whether there is anybody to ask for, and for whose bill.
  const { account } = await currentAccount(region);
  const elsewhere = accountsNamed(readEnvFile()).filter((named) => named !== account);
  const but = elsewhere.length === 0 ? '' : ` What .env names is in account ${allOf(elsewhere)}.`;
  await confirm(`AWS takes $0.01 for asking Cost Explorer of account ${account}.${but} Ask it?`, { yes });
  const project = textVariable(text, 'project') ?? 'alex';
  let charged: Spent;
  try {
    charged = await spent(last ?? DAYS, new Date(), tagged ? { key: 'project', value: project } : undefined);
  } catch (error) {
    throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
  }
  if (json) print([JSON.stringify({ estimate: estimated, actual: charged }, null, 2)]);
  else print(['', ...describeSpent(charged, tagged ? project : undefined)]);
  return 0;
}

const command = newCommand(
  'cost',
  'Estimates what each stage and each analysis costs, and tells what the account was charged.',
  HELP,
)
  .addOption(new Option('--stage <stage...>', 'these stages, by number or name (default: those of terraform.tfvars)'))
  .addOption(new Option('--model <name>', 'the model that writes, as ALEX_MODEL names it'))
  .addOption(new Option('--actual', 'also ask Cost Explorer what was charged').default(false))
  .addOption(new Option('--tagged', "with --actual: only what carries the project's tag").default(false))
  .addOption(new Option('--days <n>', `with --actual: the last so many days (default: ${DAYS})`).argParser(days))
  .addOption(new Option('--yes', 'ask without asking you first').default(false))
  .addOption(new Option('--json', 'print JSON and nothing else').default(false));
command.parse(process.argv.slice(2), { from: 'user' });
await runCommand(() => cost(command.opts<Flags>()));
