import { Option } from 'commander';
import { NpmCommand, asksForHelp, lackValues } from '../terminal/command.ts';
import { readWords } from '../terminal/read-words.ts';
import type { RetirementGoals, Targets } from '../../shared/schemas/goals.ts';
import type { RebalancingRequest } from '../../shared/schemas/rebalancing.ts';
import { CommandError } from './command-error.ts';
import { asOne, complaintsOf } from './complaints.ts';
import { askedText, day, seedNumber, type Parsed } from './flag-values.ts';
import { addGoalFlags, goalFlagsIn, goalsOf, outOfRange, readGoalFlags, type RawGoalFlags } from './goal-flags.ts';
import { readFiles, type WhichFiles } from './read-files.ts';
import { readPlanFile } from './read-plan-file.ts';
import { addRebalancingFlags, readRebalancingFlags, type RawRebalancingFlags } from './rebalancing-flags.ts';
import type { TargetName } from '../target/target.ts';
import { addRateFlags, readRateFlags, type GivenRate, type RawRateFlags } from './rate-flags.ts';
import { addApiTargetFlag } from './api-target-flag.ts';
import { addTargetFlags, readTargetFlags, type RawTargetFlags } from './target-flags.ts';

export interface AnalyzeOptions {
  /** One or several, each of a broker. */
  files: string[];
  goals: RetirementGoals | undefined;
  /** A retirement plan's file, in the goals' place. */
  plan?: string | undefined;
  /** The mixes that flags state; they win over the file's. */
  targets: Targets | undefined;
  /** How to rebalance; undefined where nothing is said. */
  rebalancing: RebalancingRequest | undefined;
  /** What the person wants to know, in their own words. */
  question: string | undefined;
  prices: string | undefined;
  /** Exchange rates of the day of the analysis; they win over the files'. */
  rates: GivenRate[];
  transactions: string[];
  /** Only tells how the files were understood. */
  preview: boolean;
  seed: number;
  asOf: string | undefined;
  /** Whose fleet: this machine's, or the person's own on AWS. */
  target: TargetName;
  out: string;
  json: boolean;
  quiet: boolean;
}

/** What commander reads: all text, so that every problem can be told at once. */
interface RawFlags extends RawGoalFlags, RawTargetFlags, RawRebalancingFlags, RawRateFlags {
  plan?: string;
  question?: string;
  prices?: string;
  transactions?: string[];
  preview: boolean;
  seed: string;
  asOf?: string;
  target: TargetName;
  out: string;
  json: boolean;
  quiet: boolean;
}

const EXAMPLES = `
Examples:
  npm run analyze -- my-positions.csv --age 45 --retire-at 65 --income 80000 --contribute 20000
  npm run analyze -- my-positions.csv --age 60 --retire-at 66 --income 70000 --social-security 28000@67
  npm run analyze -- my-positions.csv --age 45 --retire-at 65 --income 80000 --question "Can I stop working at 60?"
  npm run analyze -- my-positions.csv --plan my-plan.json        a couple, guardrails, taxes, history: see examples/plan.md
  npm run analyze -- examples/portfolio.csv                      without the retirement chapter
  npm run analyze -- my-positions.csv --targets "stocks=60,bonds=30,cash=10"    trades that reach your own mix
  npm run analyze -- my-positions.csv --targets "stocks=70,bonds=30" --new-money 20000 --buy-only    purchases with it
  npm run analyze -- my-positions.csv --prices my-prices.csv     prices from a file of your own
  npm run analyze -- my-positions.csv --rate EUR/USD=1.08        what is held in euros, with the rate of the day
  npm run analyze -- my-positions.csv --preview                  how the file is understood, and no analysis
  npm run analyze -- fidelity.csv schwab.csv vanguard.csv        several brokers in one report, their accounts kept apart
  npm run --silent analyze -- my-positions.csv --json            the whole result on standard output

Amounts are written 80000, 80k or "80,000" (in quotes: to PowerShell a comma outside them begins another word), without a $: the shell would take $8 out of $80,000, and $1 out of $120000 unseen.

--income is all that you want to live on. What Social Security, pensions and the like pay of it is counted where you say so
(--social-security, --pension, --other-income); the portfolio pays the rest. With a --retire-at that has passed you are
taken to be retired already. With --tax-rate it is after tax, and each account is taxed by its type. What could be spent, and how
early you could stop, is found for 85 futures in 100; --confidence 95% asks for 95.

Goals and target mixes are those of the flags and of the file alone: what you stored with the API counts in what it analyses.

Exit code: 0 completed; 3 partial: something asked for is missing (part of the report could not be written, the goals
cannot be projected, no position has a value), and the report says what; 1 failed or bad input.`;

/** A fresh one for each reading: what it has read it keeps, and flags that may come twice would come four times. */
function newCommand(): NpmCommand {
  const command = new NpmCommand('analyze')
    .description('Analyses portfolio files and writes report.html, report.md and result.json.')
    .argument(
      '<file...>',
      'positions or transactions: a CSV as brokers export it, or JSON; see examples/; a file for each broker, for one report of all',
    );
  const withGoals = addApiTargetFlag(addRebalancingFlags(addTargetFlags(addGoalFlags(command))))
    .addOption(new Option('--plan <file>', 'a whole retirement plan as JSON, in place of these; see examples/plan.md'))
    .addOption(new Option('--question <text>', 'what you want to know; the analysis tries it and answers first'))
    .addOption(new Option('--prices <file>', 'a CSV of prices and exchange rates: symbol, price, date'));
  addRateFlags(withGoals)
    .addOption(
      new Option(
        '--transactions <file>',
        'what was bought, sold and paid, for returns over time: a CSV; can be given more than once, for several brokers',
      ).argParser((path: string, before: string[] | undefined): string[] => [...(before ?? []), path]),
    )
    .addOption(
      new Option('--preview', 'tell how the files are understood; nothing is stored or analysed').default(false),
    )
    .addOption(new Option('--seed <n>', 'random seed: the same file and seed give the same figures').default('1'))
    .addOption(new Option('--as-of <date>', 'the day the analysis is for (default today)'))
    .addOption(new Option('--out <dir>', 'where to write the report').default('report'))
    .addOption(
      new Option('--json', 'print the whole result as JSON on standard output, and nothing else there').default(false),
    )
    .addOption(new Option('--quiet', 'print nothing but errors').default(false))
    .addHelpText('after', EXAMPLES)
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, 'analyze: '));
      },
    })
    .showHelpAfterError(HINT);
  return command;
}

/** Reads the command line, or ends the process after --help or with what is wrong with a flag. */
export function readOptions(argv: readonly string[]): AnalyzeOptions {
  const command = newCommand();
  // What is known is read beside what is not, so that all that is wrong is told at once.
  const words = readWords(command.options, argv);
  const { valueless, others } = words;
  const { operands, unknown } = command.parseOptions(others);
  const problems = asksForHelp(argv) ? [] : [...unknownFlags(unknown), ...valueless.map((flag) => lackValues([flag]))];
  if (problems.length === 0) newCommand().parseWords(argv, words, { from: 'user' });
  const flags = command.opts<RawFlags>();
  const { plan, prices, transactions = [], preview, asOf, target, out, json, quiet } = flags;
  const read = reader(problems);
  const given = readGoalFlags(flags, read);
  const beside = plan === undefined ? [] : goalFlagsIn(flags);
  const seed = read('--seed', flags.seed, seedNumber) ?? 1;
  const from = read('--as-of', asOf, day);
  const question = read('--question', flags.question, askedText);
  const targets = readTargetFlags(flags, read);
  const rebalancing = readRebalancingFlags(flags, read, (text) => problems.push(text));
  const rates = readRateFlags(flags, read);
  if (problems.length > 0) problems.push(...outOfRange(given));
  let goals: RetirementGoals | undefined;
  const refused = complaintsOf(() => {
    if (problems.length > 0) throw new CommandError(summaryOf(problems), [...problems, HINT]);
    if (beside.length > 0) throw bothGoalsAndPlan(beside);
    goals = goalsOf(given);
  });
  if (refused.length > 0) {
    const ofFiles =
      operands.length === 0 ? [] : wrongFiles({ files: operands, prices, transactions, plan, rates, asOf: from });
    // Commander says what a single mistyped flag may have meant.
    if (unknown.length > 0 && problems.length === 1 && ofFiles.length === 0)
      newCommand().parseWords(argv, words, { from: 'user' });
    throw asOne([...ofFiles, ...refused]);
  }
  return {
    files: operands,
    goals,
    plan,
    targets,
    target,
    rebalancing,
    question,
    prices,
    rates,
    transactions,
    preview,
    seed,
    asOf,
    out,
    json,
    quiet,
  };
}

/** What is wrong with the files that the command line names, beside its flags, so that all of it is told at once. */
const wrongFiles = ({ plan, ...files }: WhichFiles & { plan: string | undefined }): CommandError[] =>
  complaintsOf(
    () => {
      readFiles(files);
    },
    () => {
      if (plan !== undefined) readPlanFile(plan);
    },
  );

const bothGoalsAndPlan = (flags: readonly string[]): CommandError =>
  new CommandError(`A plan says it all: give --plan without ${flags.join(', ')}.`, [
    'What these flags say stands in the plan: its people, incomes, spending, savings, taxes and simulation.confidence.',
  ]);

const HINT = 'Run "npm run analyze -- --help" for all flags.';

const summaryOf = (problems: readonly string[]): string =>
  problems.length === 1 ? 'A flag is wrong:' : `${problems.length} flags are wrong:`;

/** Reads a flag's text; what is wrong with it goes to the other problems. */
function reader(problems: string[]) {
  return <T>(flag: string, text: string | undefined, parse: (text: string) => Parsed<T>): T | undefined => {
    const parsed = text === undefined ? undefined : parse(text);
    if (parsed === undefined) return undefined;
    if (parsed.ok) return parsed.value;
    problems.push(`${flag} is "${text ?? ''}". ${parsed.problem}`);
    return undefined;
  };
}

/** Where several flags are unknown, or one beside others that are wrong: commander itself would name the first alone. */
const unknownFlags = (unknown: readonly string[]): string[] =>
  unknown.filter((text) => /^--?[a-z]/i.test(text)).map((text) => `${text} is not a flag.`);
