import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../shared/portfolio-files/read-portfolio-file.ts';
import type { RetirementGoals, Targets } from '../../shared/schemas/goals.ts';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from '../laptop/paths.ts';
import { evalCase } from './case.ts';
import type { EvalCase } from './case.ts';
import { snapshotOf } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** A case with what it is about read in. */
export interface LoadedCase extends Omit<EvalCase, 'goals'> {
  /** Its file's, without the ending. */
  name: string;
  goals: RetirementGoals | null;
  targets: Targets | undefined;
  snapshot: Snapshot;
}

export interface CaseSet {
  cases: LoadedCase[];
  /** SHA-256 of the cases' files and their portfolios: two runs with the same one were asked the same. */
  digest: string;
}

const FOLDER = join(ROOT, 'evals');

/**
 * Reads the golden cases, all or those named, in the order of their names.
 *
 * @throws {CommandError} for a name without a file, or a file that does not hold a case; with every problem
 */
export function readCases(names?: readonly string[], folder = FOLDER): CaseSet {
  const known = readdirSync(join(folder, 'cases'))
    .flatMap((file) => /^(.+)\.json$/u.exec(file)?.[1] ?? [])
    .sort();
  const unknown = names?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new CommandError(`There is no case called ${unknown.join(' or ')}.`, [`There are: ${known.join(', ')}.`]);
  }
  const digest = createHash('sha256');
  const cases = known
    .filter((name) => names?.includes(name) ?? true)
    .map((name): LoadedCase => {
      const text = read(folder, 'cases', name);
      const { goals, ...rest } = parseCase(text, name);
      const portfolio = read(folder, 'portfolios', rest.portfolio);
      digest.update(`${name}\n${text}\n${portfolio}\n`);
      const file = { name: `${rest.portfolio}.json`, bytes: Buffer.from(portfolio), modifiedOn: rest.asOf, asOf: rest.asOf }; // prettier-ignore
      const reading = readPortfolioFile(file);
      if (!reading.ok) {
        throw new CommandError(
          `The portfolio of the case ${name} cannot be read:`,
          reading.problems.map(formatProblem),
        );
      }
      return {
        ...rest,
        name,
        goals: goals === undefined ? (reading.goals ?? null) : goals,
        targets: reading.targets,
        snapshot: snapshotOf(reading.portfolio, rest.asOf),
      };
    });
  return { cases, digest: digest.digest('hex') };
}

function read(folder: string, kind: 'cases' | 'portfolios', name: string): string {
  try {
    // Line ends are the checkout's, not the case's.
    return readFileSync(join(folder, kind, `${name}.json`), 'utf8').replaceAll('\r\n', '\n');
  } catch (cause) {
    throw new CommandError(`There is no file evals/${kind}/${name}.json that can be read.`, [], cause);
  }
}

function parseCase(text: string, name: string): EvalCase {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`The case ${name} is not JSON.`, [], cause);
  }
  const parsed = evalCase.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new CommandError(`The case ${name} does not fit:`, problems);
}
