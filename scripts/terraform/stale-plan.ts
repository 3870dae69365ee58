import { CommandError } from '../analysis/command-error.ts';
import { explainTerraformFailure } from './explain-failure.ts';
import { SAME } from './known-failures.ts';
import { pullState } from './pull-state.ts';
import { runTerraform } from './run-terraform.ts';
import { readVariablesFile } from './variables-file.ts';

/**
 * Refuses a plan that Terraform would refuse, before anything is done that goes with applying it: a Terraform of another machine or
 * another terminal may have been at work since it was shown.
 *
 * @param held of what is emptied before: an address in the state. Terraform's lock is then tried with it, and nothing is removed
 * @throws {CommandError} saying to look again at what would be done
 */
export async function refuseStale({ stateBefore }: { stateBefore: string }, held?: string): Promise<void> {
  if (held !== undefined) {
    const tried = await runTerraform(['state', 'rm', '-dry-run', '-no-color', held]);
    // Where there is no such thing any more, the state is another one.
    if (tried.code !== 0 && /state lock/i.test(tried.stderr))
      throw explainTerraformFailure(tried, 'begin', { quote: false, again: SAME });
  }
  if ((await pullState()).version === stateBefore) return;
  throw changed('What is deployed has changed since that was shown, by another Terraform.');
}

/** Refuses to write over what a person, or another run, has written into terraform.tfvars since it was read. @throws {CommandError} */
export function refuseChangedVariables(text: string): void {
  if (readVariablesFile().text === text) return;
  throw changed('terraform.tfvars has changed since that was planned.');
}

const changed = (what: string): CommandError =>
  new CommandError(`${what} Nothing was done.`, ['To see what would be done now: the same command again']);
