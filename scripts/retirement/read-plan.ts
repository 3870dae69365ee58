import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { InvalidInputError } from '../../shared/errors.ts';
import { plan, readHistory } from '../../shared/finance/retirement/engine.ts';
import type { Plan } from '../../shared/finance/retirement/engine.ts';
import { columnsInPercent, tooLarge } from '../../shared/finance/retirement/returns/percent-figures.ts';
import { decodeText } from '../../shared/portfolio-files/decode-text.ts';
import { findingsOf, inFileOrder } from '../../shared/portfolio-files/findings.ts';
import { readJson } from '../../shared/portfolio-files/json-lines.ts';
import type { History } from '../../shared/schemas/retirement-plan/market.ts';
import { planProblems } from './plan-problems.ts';

/** The plan in `file` ("-" is standard input), checked, with its history read. Throws InvalidInputError naming each field. */
export async function readPlan(file: string): Promise<Plan> {
  const name = file === '-' ? 'standard input' : basename(file);
  const source = file === '-' ? decoded(await buffer(process.stdin), name) : readText(file, 'PLAN');
  return planFrom(source, name, file === '-' ? process.cwd() : dirname(resolve(file)));
}

/** The plan in a text, checked, with its history read; `name` is said in errors, `folder` is where its paths begin. */
export function planFrom(source: string, name: string, folder: string): Plan {
  return withHistory(check(parse(source, name), name), folder);
}

function check(value: unknown, name: string): Plan {
  const parsed = plan.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(`${name} is not a retirement plan.`, planProblems(parsed.error.issues, value));
}

function withHistory(read: Plan, folder: string): Plan {
  const { returns } = read.market;
  if (!('history' in returns)) return read;
  if (typeof returns.history !== 'string') {
    refusePercent(returns.history);
    return read;
  }
  const file = resolve(folder, returns.history);
  const name = basename(file);
  const history = readHistory(readText(file, 'market.returns.history'), name);
  refuseWithout(read.market.assets, history, name);
  return check({ ...read, market: { ...read.market, returns: { ...returns, history } } }, name);
}

/** A column that the plan needs is missing as a whole: one line each. */
function refuseWithout(assets: Plan['market']['assets'], { rows }: History, file: string): void {
  const columns = Object.keys(rows[0]?.returns ?? {});
  const missing = assets.filter(({ name }) => !columns.includes(name));
  if (missing.length === 0) return;
  throw new InvalidInputError(
    `The history ${file} has not all that the plan holds.`,
    missing.map(({ name }) => ({ path: file, message: `has no column "${name}", only ${columns.join(', ')}` })),
  );
}

/** So many figures are told one by one. */
const TOLD = 20;

/** In JSON no sign can say that such a figure is meant; in a file it can. A column in percent is told once. */
function refusePercent(history: History): void {
  const columns = columnsInPercent(history);
  const known = (name: string): boolean => columns.some((column) => column.name === name);
  const single = history.rows.flatMap((row, index) =>
    Object.entries({ ...row.returns, inflation: row.inflation })
      .filter(([name, value]) => tooLarge(value, history.frequency) && !known(name))
      .map(([name, value]) => ({ name, value, at: String(index) })),
  );
  const large = [...columns.map(({ name, middle }) => ({ name, value: middle, at: '' })), ...single];
  if (large.length === 0) return;
  throw new InvalidInputError(
    'The history looks as if it were in percent.',
    large.slice(0, TOLD).map(({ name, value, at }) => ({
      path: `market.returns.history.rows[${at}].${name === 'inflation' ? name : `returns.${name}`}`,
      message: `${at === '' ? `figures such as ${value} are fractions here` : `${value} is a fraction here`}, ${Math.round(value * 100).toLocaleString('en-US')}%: 7% is 0.07 (figures that large can be given in a CSV file, with their % sign)`,
    })),
  );
}

function readText(file: string, path: string): string {
  return decoded(readBytes(file, path), basename(file));
}

/** A file's text, in whichever of the encodings portfolio files may be in: Windows PowerShell's ">" writes UTF-16. */
export function decoded(bytes: Uint8Array, name: string): string {
  const findings = findingsOf(name);
  const read = decodeText(bytes, findings);
  if (read !== null) return read;
  // That there is nothing in it is told by whoever looks for something.
  if (Buffer.from(bytes).toString().trim() === '') return '';
  throw new InvalidInputError(
    `${name} cannot be read.`,
    findings.problems.map(({ message }) => ({ path: name, message })),
  );
}

function readBytes(file: string, path: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new InvalidInputError(`${file} cannot be read.`, [{ path, message: why }]);
  }
}

function parse(source: string, name: string): unknown {
  if (source.trim() === '') throw new InvalidInputError('There is no plan.', [{ path: name, message: 'is empty' }]);
  const findings = findingsOf(name);
  const read = readJson(source.replace(/^\uFEFF/, ''), findings);
  const problems = inFileOrder(findings.problems).map(({ line, column, message }) => ({
    path: `${name}${line === null ? '' : `:${line}`}${column === null ? '' : `, ${column}`}`,
    message,
  }));
  if (read === null) throw new InvalidInputError(`${name} is not JSON.`, problems);
  if (problems.length > 0) throw new InvalidInputError(`${name} leaves open which of two is meant.`, problems);
  return read.value;
}
