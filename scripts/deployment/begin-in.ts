import type { Account } from '../target/current-account.ts';
import { readEnvFile } from '../target/env-file.ts';
import { accountsNamed, refuseOtherAccount } from '../target/other-account.ts';
import { initialise } from '../terraform/plan.ts';
import { pullState, type PulledState } from '../terraform/pull-state.ts';

/**
 * Gets Terraform ready for work in an account, and reads its state. In another account than the one that the state is of, Terraform
 * would find nothing of what it knows, forget it, and make it all a second time, while the first goes on costing.
 *
 * @param again what to run again where that fails, and the cause is gone; by default npm run deploy
 * @throws {CommandError} where Terraform or its state is not to be had, or what is deployed is in another account
 */
export async function beginIn(account: Account, again?: string): Promise<PulledState> {
  let state: PulledState;
  try {
    await initialise(again);
    state = await pullState();
  } catch (error) {
    // A state in a bucket of the right account cannot be read from the wrong one.
    refuseOtherAccount(account, accountsNamed(readEnvFile()), '.env');
    throw error;
  }
  refuseOtherAccount(account, state.accounts, 'state');
  return state;
}
