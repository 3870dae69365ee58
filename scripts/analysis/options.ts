import { Command, InvalidArgumentError, Option } from 'commander';
import { isoDate } from '../../shared/schemas/decimal.ts';
import { retirementGoals, type RetirementGoals } from '../../shared/schemas/goals.ts';
import { CommandError } from './command-error.ts';

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

interface Flags {
  age?: number;
  retireAt?: number;
  income?: number;
  contribute?: number;
  lifeExpectancy?: number;
  prices?: string;
  transactions?: string;
  preview: boolean;
  seed: number;
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

Exit code: 0 completed, 3 partial (the report says what is missing), 1 failed or bad input.`;

/** Numbers as people type them: 80000, 80,000, $80,000, 80k. */
function amount(text: string): number {
  const match = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([km])?$/i.exec(text.trim());
  if (match === null) throw new InvalidArgumentError('It must be an amount of money such as 80000 or 80,000.');
  const [, whole = '', decimals = '', unit = ''] = match;
  const scale = { k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return Number(`${whole.replaceAll(',', '')}${decimals}`) * scale;
}

function integer(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It must be a whole number such as 45.');
  return Number(text);
}

function seed(text: string): number {
  const value = integer(text);
  if (value > 4_294_967_295) throw new InvalidArgumentError('It must be a whole number from 0 to 4294967295.');
  return value;
}

function day(text: string): string {
  if (!isoDate.safeParse(text).success) throw new InvalidArgumentError('It must be a date such as 2026-03-31.');
  return text;
}

/** Reads the command line, or ends the process after --help or with what is wrong with a flag. */
export function readOptions(argv: readonly string[]): AnalyzeOptions {
  const command = new Command('npm run analyze --')
    .description('Analyses a portfolio file and writes report.html, report.md and result.json.')
    .argument('<file>', "positions or transactions as CSV (any broker's export), or JSON; see examples/")
    .addOption(new Option('--age <years>', 'your age today').argParser(integer))
    .addOption(new Option('--retire-at <years>', 'the age at which you stop working').argParser(integer))
    .addOption(
      new Option('--income <usd>', "yearly income wanted from the portfolio in retirement, today's dollars").argParser(
        amount,
      ),
    )
    .addOption(
      new Option('--contribute <usd>', "saved each year until then, today's dollars (default 0)").argParser(amount),
    )
    .addOption(
      new Option('--life-expectancy <years>', 'the age the money must last to (default 95)').argParser(integer),
    )
    .addOption(new Option('--prices <file>', 'a CSV of prices and exchange rates: symbol, price, date'))
    .addOption(new Option('--transactions <file>', 'what was bought, sold and paid, for returns over time: a CSV'))
    .addOption(
      new Option('--preview', 'tell how the files are understood; nothing is stored or analysed').default(false),
    )
    .addOption(
      new Option('--seed <n>', 'random seed: the same file and seed give the same figures').argParser(seed).default(1),
    )
    .addOption(new Option('--as-of <date>', 'the day the analysis is for (default today)').argParser(day))
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
    .showHelpAfterError('Run "npm run analyze -- --help" for all flags.');
  command.parse([...argv], { from: 'user' });
  const flags = command.opts<Flags>();
  const [file = ''] = command.args;
  const { prices, transactions, preview, seed: start, asOf, out, json, quiet } = flags;
  const goals = readGoals(flags);
  return { file, goals, prices, transactions, preview, seed: start, asOf, out, json, quiet };
}

const FLAG_OF: Record<string, string> = {
  age: '--age',
  retireAt: '--retire-at',
  income: '--income',
  contribute: '--contribute',
  lifeExpectancy: '--life-expectancy',
};

/** The goals that the flags state; undefined when none does. A projection needs three of them. */
function readGoals({ age, retireAt, income, contribute, lifeExpectancy }: Flags): RetirementGoals | undefined {
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
