import { type Command, Option } from 'commander';
import { NpmCommand } from '../terminal/command.ts';
import { judgeThreshold, modelSettingsIn, variableOf, variablesOf } from '../../shared/agents/models/settings.ts';
import type { Variables } from '../../shared/agents/models/settings.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { twoReadings } from '../../shared/portfolio-files/two-readings.ts';
import { CommandError } from '../analysis/command-error.ts';
import { inTwoWays } from '../analysis/flag-values.ts';
import { readFleet } from '../terraform/fleet.ts';
import { speakersIn } from '../terraform/speakers.ts';

export interface EvalOptions {
  /** Two files to compare; nothing is run then. */
  compare: [string, string] | undefined;
  /** The models and the judge, as settings of the functions. */
  settings: Variables;
  cases: string[] | undefined;
  out: string | undefined;
  quiet: boolean;
  concurrency: number;
  deadlineSeconds: number;
  tokens: number;
  usd: number;
  threshold: number;
  /** Exit code 1 below them. */
  leastMean: number;
  leastEach: number;
}

interface RawFlags extends Record<'concurrency' | 'deadline' | 'tokens' | 'usd' | 'leastMean' | 'leastEach', string> {
  model?: string;
  judge?: string;
  cases?: string[];
  out?: string;
  compare?: true;
  quiet: boolean;
}

const EXAMPLES = `
Examples:
  npm run eval                                              the narrator: no network, no cost
  npm run eval -- --model bedrock:openai.gpt-oss-120b-1:0@us-west-2 --out gpt-oss.json
  npm run eval -- --model openai:qwen3@http://127.0.0.1:11434/v1 --cases ask-retire-earlier injected-question
  npm run eval -- --model A_MODEL --judge ANOTHER_MODEL
  npm run eval -- --compare narrator.json gpt-oss.json

Without --model the settings of your environment hold (ALEX_MODEL, ALEX_MODEL_REPORTER, ...); with it that model plays
every agent. Without a judge (--judge, ALEX_MODEL_JUDGE) rules judge. See evals/README.md.

Exit code: 0 no fault of Alex's own and no score below what --least-mean and --least-each ask; 1 otherwise.`;

function newCommand(): Command {
  return new NpmCommand('eval')
    .description('Scores a model on the golden cases of evals/: by code first, by a judge second.')
    .argument('[files...]', 'with --compare: the two files')
    .addOption(new Option('--model <model>', 'a value of ALEX_MODEL, for every agent'))
    .addOption(new Option('--judge <model>', 'the model that judges; "narrator" for rules'))
    .addOption(new Option('--cases <names...>', 'only these'))
    .addOption(new Option('--out <file>', 'write the run as JSON, to compare it'))
    .addOption(new Option('--compare', 'show what differs between two files that --out wrote'))
    .addOption(new Option('--concurrency <n>', 'cases at a time').default('3'))
    .addOption(
      new Option('--deadline <seconds>', 'for one case; what is not written by then the narrator writes').default(
        '300',
      ),
    ) // prettier-ignore
    .addOption(new Option('--tokens <n>', 'the most tokens, in and out, of the run').default('5000000'))
    .addOption(new Option('--usd <amount>', 'the most dollars of the run, by the price table').default('5'))
    .addOption(new Option('--least-mean <score>', 'the mean score to pass, 0 to 100').default('0'))
    .addOption(new Option('--least-each <score>', 'the score that every task has to reach, 0 to 100').default('0'))
    .addOption(new Option('--quiet', 'print only the totals and what has less than full marks').default(false))
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Run "npm run eval -- --help" for all flags.');
}

/**
 * The command line and the settings of the environment.
 *
 * @throws {CommandError} for a flag or a setting that cannot be used
 */
export function readOptions(argv: readonly string[], variables: Variables = process.env): EvalOptions {
  const command = newCommand();
  command.parse([...argv], { from: 'user' });
  const flags = command.opts<RawFlags>();
  const [first, second, ...more] = command.args;
  const comparing = flags.compare === true;
  if (comparing && (first === undefined || second === undefined || more.length > 0)) {
    throw new CommandError('--compare takes two files.', ['npm run eval -- --compare A.json B.json']);
  }
  if (!comparing && first !== undefined) {
    throw new CommandError(`"${first}" is no flag.`, ['Cases are named with --cases NAME NAME.']);
  }
  const settings = settingsOf(flags, variables);
  return {
    settings,
    compare: first !== undefined && second !== undefined ? [first, second] : undefined,
    cases: flags.cases?.flatMap((names) => names.split(/[\s,]+/)).filter((name) => name !== ''),
    out: flags.out,
    quiet: flags.quiet,
    concurrency: numberOf('--concurrency', flags.concurrency, 1, 50),
    deadlineSeconds: numberOf('--deadline', flags.deadline, 1, 3600),
    tokens: numberOf('--tokens', flags.tokens, 0, 1e9),
    usd: numberOf('--usd', flags.usd, 0, 10_000),
    threshold: orTold(() => judgeThreshold(variables)),
    leastMean: numberOf('--least-mean', flags.leastMean, 0, 100),
    leastEach: numberOf('--least-each', flags.leastEach, 0, 100),
  };
}

function settingsOf({ model, judge }: RawFlags, variables: Variables): Variables {
  const speakers = speakersIn(readFleet());
  const own = orTold(() => modelSettingsIn(variables, speakers));
  const kept = model === undefined ? own : { ...withoutModels(own, variablesOf(speakers)), ALEX_MODEL: model };
  const judged = { ...kept, [variableOf('judge')]: judge ?? own[variableOf('judge')] ?? 'narrator' };
  return orTold(() => modelSettingsIn(judged, speakers));
}

function withoutModels(settings: Variables, models: readonly string[]): Variables {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !models.includes(name)));
}

function orTold<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(error.message, [], error);
    throw error;
  }
}

function numberOf(flag: string, text: string, least: number, most: number): number {
  const value = /^\d+(?:\.\d+)?$/u.test(text.trim()) ? Number(text) : Number.NaN;
  const two = twoReadings(text.trim());
  if (two !== null) throw new CommandError(`${flag} ${text}: ${inTwoWays(two)}`);
  if (value >= least && value <= most) return value;
  throw new CommandError(`${flag} has to be a number from ${least} to ${most}, not "${text}".`);
}
