import { Option, type Command } from 'commander';
import { issueMessage, valueAt } from '../../shared/schemas/issue-message.ts';
import { retirementGoals, type OtherIncome, type RetirementGoals } from '../../shared/schemas/goals.ts';
import { allOf } from '../terminal/all-of.ts';
import { CommandError } from './command-error.ts';
import { amount, benefitFrom, chance, incomeFrom, integer, rate, type Parsed } from './flag-values.ts';

/** What commander reads of the goals: all text. Flags of income can be given more than once. */
export interface RawGoalFlags {
  age?: string;
  retireAt?: string;
  income?: string;
  contribute?: string;
  lifeExpectancy?: string;
  socialSecurity?: string[];
  pension?: string[];
  otherIncome?: string[];
  taxRate?: string;
  confidence?: string;
}

/** Reads a flag's text; what is wrong with it goes to the other problems. */
export type ReadFlag = <T>(flag: string, text: string | undefined, parse: (text: string) => Parsed<T>) => T | undefined;

const several = (text: string, before: string[] | undefined): string[] => [...(before ?? []), text];
const FROM = '<usd@age>';

/** The flags about retirement. */
export function addGoalFlags(command: Command): Command {
  return command
    .addOption(new Option('--age <years>', 'your age today'))
    .addOption(new Option('--retire-at <years>', 'the age at which you stop working'))
    .addOption(new Option('--income <usd>', "yearly income wanted in retirement, before tax, today's dollars"))
    .addOption(new Option('--contribute <usd>', "saved each year until then, today's dollars (default 0)"))
    .addOption(
      new Option(
        `--social-security ${FROM}`,
        'of that income, what Social Security pays a year, and from which age, 62 to 70: 28000@67',
      ).argParser(several),
    )
    .addOption(
      new Option(`--pension ${FROM}`, 'what a pension pays a year, likewise; can be given more than once').argParser(
        several,
      ),
    )
    .addOption(
      new Option(`--other-income ${FROM}`, 'rent, an annuity, part-time work: 12000@62, or 12000@62-70').argParser(
        several,
      ),
    )
    .addOption(new Option('--life-expectancy <years>', 'the age the money must last to (default 95)'))
    .addOption(
      new Option(
        '--tax-rate <percent>',
        'tax on what is withdrawn from tax-deferred accounts and on returns of taxable ones; --income is then after tax',
      ),
    )
    .addOption(
      new Option(
        '--confidence <percent>',
        'how sure the income found to last, and the earliest age to stop, have to be (default 85%)',
      ),
    );
}

/** What is said of the goals, each flag by itself; `read` takes note of what is wrong. */
export function readGoalFlags(flags: RawGoalFlags, read: ReadFlag): GivenGoals {
  const incomes = (kind: OtherIncome['kind'], flag: string, texts: string[] = []): OtherIncome[] =>
    texts.flatMap((text) => {
      const given = read(flag, text, kind === 'social_security' ? benefitFrom : incomeFrom);
      return given === undefined ? [] : [{ kind, ...given }];
    });
  const otherIncome = [
    ...incomes('social_security', '--social-security', flags.socialSecurity),
    ...incomes('pension', '--pension', flags.pension),
    ...incomes('other', '--other-income', flags.otherIncome),
  ];
  return {
    age: read('--age', flags.age, integer),
    retireAt: read('--retire-at', flags.retireAt, integer),
    income: read('--income', flags.income, amount),
    contribute: read('--contribute', flags.contribute, amount),
    lifeExpectancy: read('--life-expectancy', flags.lifeExpectancy, integer),
    otherIncome: otherIncome.length === 0 ? undefined : otherIncome,
    taxRate: read('--tax-rate', flags.taxRate, rate),
    confidence: read('--confidence', flags.confidence, chance),
  };
}

export type GivenGoals = Record<
  'age' | 'retireAt' | 'income' | 'contribute' | 'lifeExpectancy' | 'taxRate' | 'confidence',
  number | undefined
> & {
  otherIncome: OtherIncome[] | undefined;
};

const FLAG_OF: Record<string, string> = {
  age: '--age',
  retireAt: '--retire-at',
  income: '--income',
  contribute: '--contribute',
  lifeExpectancy: '--life-expectancy',
  taxRate: '--tax-rate',
  confidence: '--confidence',
};
const FLAG_OF_INCOME: Record<OtherIncome['kind'], string> = {
  social_security: '--social-security',
  pension: '--pension',
  annuity: '--other-income',
  rent: '--other-income',
  work: '--other-income',
  other: '--other-income',
};

/**
 * The goals that the flags state; undefined when none does. A projection needs three of them.
 *
 * @throws {CommandError} naming each flag that is missing or does not fit
 */
export function goalsOf(given: GivenGoals): RetirementGoals | undefined {
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  if (stated.length === 0) return undefined;
  const { age, retireAt, income } = given;
  const absent = Object.entries({ age, retireAt, income }).filter(([, value]) => value === undefined);
  if (absent.length > 0) {
    const flags = absent.map(([name]) => FLAG_OF[name] ?? name);
    throw new CommandError(`A look at retirement also needs ${allOf(flags)}.`, [
      'Give --age, --retire-at and --income together, or none of them for a report without that chapter.',
    ]);
  }
  const goals = retirementGoals.safeParse(Object.fromEntries(stated));
  if (goals.success) {
    const past = endedIncomes(given);
    if (past.length > 0) throw new CommandError('The flags do not fit together:', past);
    return goals.data;
  }
  // What is out of its range says enough: how it fits the others, given or not, only follows from it.
  const outOfRange = goals.error.issues.filter(({ code }) => code !== 'custom');
  const outside = new Set(outOfRange.map(({ path }) => flagAt(path, given)));
  const issues = withoutFollowing(goals.error.issues, given).filter(({ code, path }) => {
    return code !== 'custom' || !(outside.has(flagAt(path, given)) || valueAt(given, path) === undefined);
  });
  throw new CommandError(
    outside.size > 1
      ? 'Flags are out of their range:'
      : outside.size === 1
        ? 'A flag is out of its range:'
        : 'The flags do not fit together:',
    (issues.length > 0 ? issues : goals.error.issues).map((issue) => {
      const { path } = issue;
      return `${flagAt(path, given)}: ${withFlags(issueMessage(issue, valueAt(given, path)))}`;
    }),
  );
}

/** Where the age given for the money to last to is past already, that work would end after it only follows. */
function withoutFollowing<Issue extends { code: string; path: PropertyKey[] }>(
  issues: readonly Issue[],
  { lifeExpectancy }: GivenGoals,
): Issue[] {
  const misfit = (field: string) => (one: Issue) => one.code === 'custom' && one.path[0] === field;
  const follows = lifeExpectancy !== undefined && issues.some(misfit('lifeExpectancy'));
  return issues.filter((one) => !follows || !misfit('retireAt')(one));
}

/** Incomes that ended before today, each as a mistake: nothing of them would be counted. */
function endedIncomes(given: GivenGoals): string[] {
  const { age, otherIncome = [] } = given;
  return otherIncome.flatMap(({ to }, index) =>
    age !== undefined && to !== undefined && to <= age
      ? [`${flagAt(['otherIncome', index, 'to'], given)}: must be above --age, ${age}: it has ended already.`]
      : [],
  );
}

/** For flags that are not given or could not be read: values that fit whatever the others say. */
const FITS_ALL = { age: 16, retireAt: 16, income: 0, lifeExpectancy: 120 };
/** Whose value a field has to fit. */
const BESIDE: Record<string, 'age' | 'lifeExpectancy'> = { lifeExpectancy: 'age', retireAt: 'lifeExpectancy' };

/** What is out of its range, or does not fit another, among the flags that could be read, to be told beside those that could not. */
export function outOfRange(given: GivenGoals): string[] {
  const stated = Object.entries(given).filter(([, one]) => one !== undefined);
  const goals = retirementGoals.safeParse({ ...FITS_ALL, ...Object.fromEntries(stated) });
  if (goals.success) return endedIncomes(given);
  const isGiven = (path: readonly PropertyKey[]): boolean => valueAt(given, path) !== undefined;
  const outside = new Set(goals.error.issues.filter(({ code }) => code !== 'custom').map(({ path }) => path[0]));
  return withoutFollowing(goals.error.issues, given)
    .filter(({ code, path }) => {
      const other = BESIDE[String(path[0])];
      if (!isGiven(path)) return false;
      return (
        code !== 'custom' || other === undefined || (isGiven([other]) && !outside.has(other) && !outside.has(path[0]))
      );
    })
    .map((issue) => `${flagAt(issue.path, given)}: ${withFlags(issueMessage(issue, valueAt(given, issue.path)))}`);
}

/** Fields' names as the flags that state them. */
const withFlags = (text: string): string =>
  text.replace(/\b(age|retireAt|lifeExpectancy)\b/g, (word) => FLAG_OF[word] ?? word);

/** The flag that a field of the goals came from: "--pension (its age)" for one of the incomes. */
function flagAt([field, index, part]: readonly PropertyKey[], { otherIncome }: GivenGoals): string {
  const kind = typeof index === 'number' ? otherIncome?.[index]?.kind : undefined;
  if (kind === undefined) return FLAG_OF[String(field)] ?? String(field);
  return `${FLAG_OF_INCOME[kind]} (its ${part === 'amount' ? 'amount' : part === 'to' ? 'last age' : 'age'})`;
}

/** The flags of goals that were given, by name: a whole plan says all of that itself. */
export const goalFlagsIn = (flags: RawGoalFlags): string[] =>
  Object.entries({
    ...FLAG_OF,
    socialSecurity: '--social-security',
    pension: '--pension',
    otherIncome: '--other-income',
  })
    .filter(([name]) => Object.hasOwn(flags, name))
    .map(([, flag]) => flag);
