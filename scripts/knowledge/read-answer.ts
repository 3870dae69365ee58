import type * as z from 'zod';
import { CommandError } from '../analysis/command-error.ts';
import type { TargetName } from '../target/target.ts';

/**
 * What a function answered, in the form that these scripts know.
 *
 * @throws {CommandError} for another form: the function is then of another version
 */
export function readAnswer<S extends z.ZodType>(
  target: TargetName,
  name: string,
  value: unknown,
  answer: S,
): z.output<S> {
  const read = answer.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.join('.');
  throw new CommandError(
    `The function ${name} answered in a form that is not known here (${where}: ${issue?.message ?? ''}).`,
    [
      'It may be of another version than these scripts. Bring it up to this one:',
      target === 'aws' ? `npm run deploy -- --only ${name}` : 'stop Alex with Ctrl-C and start it again: npm start',
    ],
  );
}
