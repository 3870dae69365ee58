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
/** Characters of a key that nobody knows. */
const MOST_OF_A_KEY = 100;

/** `value` as the schema describes it, or an InvalidInputError with every problem and its place. */
export function validate<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue): FieldProblem[] => {
    const message = issueMessage(issue, valueAt(value, issue.path));
    // Zod tells the place that has a key which nobody knows; a person looks for the key.
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key.slice(0, MOST_OF_A_KEY)]) : [[]];
    return keys.map((key) => ({ path: fieldPath([...issue.path, ...key]), message }));
  });
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new InvalidInputError(`${what} does not fit: ${count}.`, problems.slice(0, MOST_PROBLEMS));
}
