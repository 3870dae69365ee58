import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InvalidInputError } from '../../shared/errors.ts';
import { MAX_PLAN_BYTES, planBytes } from '../../shared/schemas/requested-plan.ts';
import type { Plan } from '../../shared/schemas/retirement-plan/plan.ts';
import { decoded, planFrom } from '../retirement/read-plan.ts';
import { CommandError } from './command-error.ts';
import { readInputFiles } from './read-input-file.ts';

/**
 * A retirement plan from a file, checked, with its history in it: a request carries all that it needs.
 *
 * @throws {CommandError} naming each field that is wrong
 */
export function readPlanFile(path: string): Plan {
  const { unreadable } = readInputFiles([path], '');
  const [first] = unreadable;
  if (first !== undefined) throw first;
  const plan = checked(path);
  const size = planBytes(plan);
  if (size <= MAX_PLAN_BYTES) return plan;
  throw new CommandError(`The plan in ${basename(path)} is too large to analyse.`, [
    `With its history it is ${size.toLocaleString('en-US')} bytes, of ${MAX_PLAN_BYTES.toLocaleString('en-US')}: give years in place of months, or fewer columns.`,
    '“npm run project” has no such limit.',
  ]);
}

function checked(path: string): Plan {
  try {
    return planFrom(decoded(readFileSync(path), basename(path)), basename(path), dirname(resolve(path)));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new CommandError(
      error.message,
      error.problems.map(({ path: field, message }) => `${field}: ${message}`),
    );
  }
}
