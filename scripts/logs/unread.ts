import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { explainAwsFailure, type Where } from '../target/explain-aws-failure.ts';

export interface UnreadOptions {
  where: Where;
  /** It is asked again and again, until it is there. */
  goesOn: boolean;
}

/** What was not read, whole or in part, with why; those of one reason together. @param failures by name */
export function unreadLines(failures: ReadonlyMap<string, unknown>, { where, goesOn }: UnreadOptions): string[] {
  const reasons = new Map<string, { names: string[]; remedies: readonly string[] }>();
  for (const [name, error] of failures) {
    const { message, lines } = explainAwsFailure(error, where) ?? inItsWords(error);
    const reason = reasons.get(message) ?? { names: [], remedies: lines };
    reason.names.push(name);
    reasons.set(message, reason);
  }
  return [...reasons].flatMap(([message, { names, remedies }]) => [
    goesOn
      ? `The log of ${allOf(names)} cannot be read just now, and is asked for again. ${message}`
      : `Of ${allOf(names)} not all is shown that was logged. ${message}`,
    ...remedies.map((remedy) => `  ${remedy}`),
    ...(goesOn
      ? []
      : [
          `  ${names.length === 1 ? 'That one' : 'Those'} alone, with your other flags: npm run logs -- ${names.join(' ')} --target ${where.name}`,
        ]),
  ]);
}

const inItsWords = (error: unknown): CommandError =>
  error instanceof CommandError
    ? error
    : new CommandError((error instanceof Error ? error.message : String(error)).replace(/\.?$/, '.'));
