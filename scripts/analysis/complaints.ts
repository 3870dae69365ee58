import { CommandError } from './command-error.ts';

/** What checks that do not depend on one another refuse, so that nobody has to mend one thing to be told of the next. */
export function complaintsOf(...checks: readonly (() => void)[]): CommandError[] {
  return checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof CommandError) return [error];
      throw error;
    }
  });
}

class SeveralComplaints extends CommandError {
  readonly complaints: readonly CommandError[];

  constructor(complaints: readonly CommandError[]) {
    const lines = complaints.flatMap(({ message, lines: own }) => [message, ...own.map((line) => `  ${line}`)]);
    super(`${complaints.length} things are wrong:`, lines);
    this.complaints = complaints;
  }
}

/** Several refusals as one error, each with its own lines under it; a single one stays what it is. */
export function asOne(complaints: readonly CommandError[]): CommandError {
  const all = complaints.flatMap((one) => (one instanceof SeveralComplaints ? one.complaints : [one]));
  const [first, ...others] = all;
  return first !== undefined && others.length === 0 ? first : new SeveralComplaints(all);
}
