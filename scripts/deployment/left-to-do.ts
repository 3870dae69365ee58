import { CommandError } from '../analysis/command-error.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';

export interface LeftToDo {
  region: string;
  /** What is left where it fails, as a sentence: "The secrets were not all written." */
  what: string;
  /** The command that does it when the cause is gone. */
  then: string;
}

/**
 * Does a step after Terraform's, which is no reason to leave out the steps that do not need it.
 *
 * @returns what is left for the person, why, and what to do; undefined where nothing is
 * @throws what nobody has foreseen
 */
export async function leftToDo(
  { region, what, then }: LeftToDo,
  work: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const refused = error instanceof CommandError ? error : explainAwsFailure(error, { name: 'aws', region });
    if (refused === undefined) throw error;
    return [`${what} ${refused.message}`, ...refused.lines, `Then: ${then}`].join('\n  ');
  }
}
