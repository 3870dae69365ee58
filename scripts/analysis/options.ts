import { Command, Option } from 'commander';
import { retirementGoals, type RetirementGoals } from '../../shared/schemas/goals.ts';
import { CommandError } from './command-error.ts';
import { asOne, complaintsOf } from './complaints.ts';
import { amount, day, integer, seedNumber, type Parsed } from './flag-values.ts';
import { readInputFiles } from './read-input-file.ts';

export interface AnalyzeOptions {
  file: string;
  goals: RetirementGoals | undefined;
  prices: string | undefined;
  transactions: string | undefined;
  /** Only tells how the files were understood. */
  preview: boolean;
  seed: number;
  asOf: string | undefined;
  out: string;
  json: boolean;
  quiet: boolean;
}

/** What commander reads: all text, so that every problem can be told at once. */
interface RawFlags {
  age?: string;
  retireAt?: string;
  income?: string;
  contribute?: string;
  lifeExpectancy?: string;
  prices?: string;
  transactions?: string;
  preview: boolean;
  seed: string;
  asOf?: string;
  out: string;
  json: boolean;
  quiet: boolean;
}

const EXAMPLES = `
Examples:
  npm run analyze -- my-positions.csv --age 45 --retire-at 65 --income 80000 --contribute 20000
  npm run analyze -- examples/portfolio.csv                      without the retirement chapter
  npm run analyze -- my-positions.csv --prices my-prices.csv     prices from a file of your own
  npm run analyze -- my-positions.csv --preview                  how the file is understood, and no analysis
  npm run --silent analyze -- my-positions.csv --json            the whole result on standard output

--income is what the portfolio itself has to pay: take off what you will get from Social Security and pensions, which are
not counted. With a --retire-at that has passed you are taken to be retired already.

Exit code: 0 completed; 3 partial: something asked for is missing (part of the report could not be written, the goals
cannot be projected, no position has a value), and the report says what; 1 failed or bad input.`;

/** Reads the command line, or ends the process after --help or with what is wrong with a flag. */
export function readOptions(argv: readonly string[]): AnalyzeOptions {
  const command = new Command('npm run analyze --')
    .description('Analyses a portfolio file and writes report.html, report.md and result.json.')
    .argument('<file>', 'positions or transactions: a CSV as brokers export it, or JSON; see examples/')
    .addOption(new Option('--age <years>', 'your age today'))
    .addOption(new Option('--retire-at <years>', 'the age at which you stop working'))
    .addOption(
      new Option(
        '--income <usd>',
        "yearly income wanted from the portfolio in retirement, beside Social Security and pensions; today's dollars",
      ),
    )
    .addOption(new Option('--contribute <usd>', "saved each year until then, today's dollars (default 0)"))
    .addOption(new Option('--life-expectancy <years>', 'the age the money must last to (default 95)'))
    .addOption(new Option('--prices <file>', 'a CSV of prices and exchange rates: symbol, price, date'))
    .addOption(new Option('--transactions <file>', 'what was bought, sold and paid, for returns over time: a CSV'))
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
  const problems = unknownFlags(command, argv);
  if (problems.length === 0) command.parse([...argv], { from: 'user' });
  const flags = command.opts<RawFlags>();
  // Where a flag is unknown commander has not come to the file.
  const [file = ''] = problems.length === 0 ? command.args : command.parseOptions([...argv]).operands;
  const { prices, transactions, preview, asOf, out, json, quiet } = flags;
  const read = reader(problems);
  const given = {
    age: read('--age', flags.age, integer),
    retireAt: read('--retire-at', flags.retireAt, integer),
    income: read('--income', flags.income, amount),
    contribute: read('--contribute', flags.contribute, amount),
    lifeExpectancy: read('--life-expectancy', flags.lifeExpectancy, integer),
  };
  const seed = read('--seed', flags.seed, seedNumber) ?? 1;
  read('--as-of', asOf, day);
  let goals: RetirementGoals | undefined;
  const refused = complaintsOf(() => {
    if (problems.length > 0) throw new CommandError(summaryOf(problems), [...problems, HINT]);
    goals = readGoals(given);
  });
  if (refused.length > 0) {
    const { unreadable } = readInputFiles([file, prices, transactions], '');
    // Commander says what a single mistyped flag may have meant.
    if (problems.length === 1 && unreadable.length === 0) command.parse([...argv], { from: 'user' });
    throw asOne([...unreadable, ...refused]);
  }
  return { file, goals, prices, transactions, preview, seed, asOf, out, json, quiet };
}

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
function unknownFlags(command: Command, argv: readonly string[]): string[] {
  if (argv.some((text) => text === '--help' || text === '-h')) return [];
  const { unknown } = command.parseOptions([...argv]);
  return unknown.filter((text) => /^--?[a-z]/i.test(text)).map((text) => `${text} is not a flag.`);
}

type GivenGoals = Record<'age' | 'retireAt' | 'income' | 'contribute' | 'lifeExpectancy', number | undefined>;

const FLAG_OF: Record<string, string> = {
  age: '--age',
  retireAt: '--retire-at',
  income: '--income',
  contribute: '--contribute',
  lifeExpectancy: '--life-expectancy',
};

/** The goals that the flags state; undefined when none does. A projection needs three of them. */
function readGoals({ age, retireAt, income, contribute, lifeExpectancy }: GivenGoals): RetirementGoals | undefined {
  const given = Object.entries({ age, retireAt, income, contribute, lifeExpectancy }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) return undefined;
  const absent = Object.entries({ age, retireAt, income }).filter(([, value]) => value === undefined);
  if (absent.length > 0) {
    const flags = absent.map(([name]) => FLAG_OF[name] ?? name);
    throw new CommandError(`A look at retirement also needs ${flags.join(' and ')}.`, [
      'Give --age, --retire-at and --income together, or none of them for a report without that chapter.',
    ]);
  }
  const goals = retirementGoals.safeParse(Object.fromEntries(given));
  if (goals.success) return goals.data;
  throw new CommandError(
    'The flags do not fit together:',
    goals.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const text = message.replace(/\b(age|retireAt|lifeExpectancy)\b/g, (word) => FLAG_OF[word] ?? word);
      return `${FLAG_OF[name] ?? name}: ${text}`;
    }),
  );
}
