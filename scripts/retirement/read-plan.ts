import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { InvalidInputError } from '../../shared/errors.ts';
import { plan, readHistory } from '../../shared/finance/retirement/engine.ts';
import type { Plan } from '../../shared/finance/retirement/engine.ts';
import { planProblems } from './plan-problems.ts';

/** The plan in `file` ("-" is standard input), checked, with its history read. Throws InvalidInputError naming each field. */
export async function readPlan(file: string): Promise<Plan> {
  const name = file === '-' ? 'standard input' : basename(file);
  const source = file === '-' ? await text(process.stdin) : readText(file, 'PLAN');
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
  if (!('history' in returns) || typeof returns.history !== 'string') return read;
  const file = resolve(folder, returns.history);
  const history = readHistory(readText(file, 'market.returns.history'), basename(file));
  return check({ ...read, market: { ...read.market, returns: { ...returns, history } } }, basename(file));
}

function readText(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new InvalidInputError(`${file} cannot be read.`, [{ path, message: why }]);
  }
}

function parse(source: string, name: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (source.trim() === '') throw new InvalidInputError('There is no plan.', [{ path: name, message: 'is empty' }]);
    throw new InvalidInputError(`${name} is not JSON.`, [
      { path: name, message: error instanceof Error ? error.message : 'cannot be parsed' },
    ]);
  }
}
