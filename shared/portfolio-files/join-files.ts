import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import { issueMessage, valueAt } from '../schemas/issue-message.ts';
import { portfolio as portfolioSchema, type Portfolio } from '../schemas/portfolio.ts';
import { listedInSeveral } from './account-in-several.ts';
import { namesAmongAll } from './account-names-apart.ts';
import type { AccountOrigin } from './account-origin.ts';
import { quotation, type FileProblem } from './file-problem.ts';
import { findingsOf, inFileOrder, type Findings } from './findings.ts';
import { fieldPath } from './json-lines.ts';
import type { PortfolioFile } from './read-portfolio-file.ts';
import { overruled, type StatedRate } from './with-exchange-rates.ts';

export type NamedFile = PortfolioFile & { name: string };

/** What several files hold together. */
export interface JoinedFiles {
  /** Each as it was read, its accounts under the names that they have among all. */
  files: NamedFile[];
  portfolio: Portfolio;
  goals: RetirementGoals | undefined;
  targets: Targets | undefined;
  origins: AccountOrigin[];
  problems: FileProblem[];
}

/**
 * One portfolio of the files of several brokers, in their order. Accounts stay apart: those of one name are told apart by their files'
 * names. An account that two files list is told, and nothing of it is left out. A single file stays what it is.
 */
export function joinFiles(read: readonly NamedFile[]): JoinedFiles {
  const found = read.map(({ name }) => findingsOf(name));
  const findingsFor = (at: number): Findings => found[at] ?? findingsOf('');
  const isSingle = read.length === 1;
  const apart = isSingle ? [...read] : namesAmongAll(read, findingsFor);
  if (!isSingle) {
    listedInSeveral(apart, findingsFor);
    noteWindows(apart, findingsFor);
  }
  const goals = onlyOne('goals', apart, findingsFor);
  const targets = onlyOne('targets', apart, findingsFor);
  const exchangeRates = ratesOf(apart, findingsFor);
  const files = apart.map((file, at) => ({ ...file, notes: inFileOrder([...file.notes, ...findingsFor(at).notes]) }));
  const of = apart.map(({ portfolio }) => portfolio);
  const joined = {
    accounts: of.flatMap(({ accounts }) => accounts),
    exchangeRates,
    quotes: of.flatMap(({ quotes }) => quotes),
    transactions: of.flatMap(({ transactions }) => transactions),
  };
  const problems = [...found.flatMap((one) => one.problems), ...(isSingle ? [] : tooMuch(joined))];
  const origins = apart.flatMap((file) => file.origins);
  return { ...{ files, goals, targets, origins, problems }, portfolio: joined };
}

/** A plan's line that stands for a brokerage account counts it, and so does another file that lists that account. */
function noteWindows(files: readonly NamedFile[], findingsFor: (at: number) => Findings): void {
  files.forEach(({ windows = [] }, at) => {
    for (const { label, line, column } of windows) {
      const what = `"${quotation(label)}" stands for a brokerage account`;
      const then = 'if another of the files lists that account it is counted twice: take this line out then';
      findingsFor(at).note('twice', `${what}; ${then}`, line, column);
    }
  });
}

/** What only all files together have too much of: each of them was checked by itself. */
function tooMuch(joined: Portfolio): FileProblem[] {
  const { error } = portfolioSchema.safeParse(joined);
  return (error?.issues ?? []).map((issue) => ({
    ...{ file: 'the files together', line: null },
    column: fieldPath(issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))),
    message: issueMessage(issue, valueAt(joined, issue.path)),
  }));
}

/** What one file states of the whole household; two that state different things are a problem, for nothing tells which counts. */
function onlyOne<Field extends 'goals' | 'targets'>(
  field: Field,
  files: readonly NamedFile[],
  findingsFor: (at: number) => Findings,
): NamedFile[Field] | undefined {
  const first = files.find((file) => file[field] !== undefined);
  files.forEach((file, at) => {
    const own = file[field];
    if (own === undefined || JSON.stringify(own) === JSON.stringify(first?.[field])) return;
    findingsFor(at).problem(`${first?.name ?? ''} states other ${field}: keep them in one of the two`, null, field);
  });
  return first?.[field];
}

/** Two brokers' rates of one day differ by their hours at most. */
const NEAR = 0.02;

/** The rates of all files, each with its day; of two of a pair on one day that of the later file. */
function ratesOf(files: readonly NamedFile[], findingsFor: (at: number) => Findings): StatedRate[] {
  const by = new Map<string, { name: string; rate: StatedRate }>();
  let all: StatedRate[] = [];
  files.forEach(({ name, portfolio: { exchangeRates } }, at) => {
    for (const rate of exchangeRates) {
      const { from, to, asOf } = rate;
      const before = by.get(`${from}/${to} ${asOf}`);
      by.set(`${from}/${to} ${asOf}`, { name, rate });
      if (before === undefined || Math.abs(Number(before.rate.rate) / Number(rate.rate) - 1) <= NEAR) continue;
      const here = `${from}/${to} of ${asOf} is ${rate.rate} here, which is used`;
      findingsFor(at).note('in_doubt', `${here}, and ${before.rate.rate} in ${before.name}`);
    }
    all = overruled(all, exchangeRates);
  });
  return all;
}
