import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TERRAFORM } from '../terraform/folder.ts';
import { lostState } from '../terraform/lost-state.ts';
import { NO_STATE, pullState, type PulledState } from '../terraform/pull-state.ts';

/** What Terraform's state says of what is deployed, and where it is. What keeps it from being read is found by the check of the deployment. */
export async function knownState(): Promise<PulledState> {
  const isThere = ['.terraform', 'terraform.tfstate'].some((file) => existsSync(join(TERRAFORM, file)));
  if (!isThere || lostState() !== undefined) return NO_STATE;
  try {
    return await pullState();
  } catch {
    return NO_STATE;
  }
}
