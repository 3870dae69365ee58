import * as z from 'zod';
import { InvalidInputError, type FieldProblem } from '../errors.ts';
import { issueMessage, valueAt } from '../schemas/issue-message.ts';

/** "portfolio.accounts[0].positions[2].quantity", from zod's path. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

/** At most this many problems are listed; the rest are counted. */
const MOST_PROBLEMS = 100;

/** `value` as the schema describes it, or an InvalidInputError with every problem and its place. */
export function validate<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems: FieldProblem[] = result.error.issues.map((issue) => ({
    path: fieldPath(issue.path),
    // A key that nobody knows has no place of its own: zod's words name it.
    message: issue.code === 'unrecognized_keys' ? issue.message : issueMessage(issue, valueAt(value, issue.path)),
  }));
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new InvalidInputError(`${what} does not fit: ${count}.`, problems.slice(0, MOST_PROBLEMS));
}
