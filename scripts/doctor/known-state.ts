import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TERRAFORM } from '../terraform/folder.ts';
import { lostState } from '../terraform/lost-state.ts';
import { pullState, type PulledState } from '../terraform/pull-state.ts';

/** Where Terraform's state says that what is deployed is. What keeps it from being read is found by the check of the deployment. */
export async function knownState(): Promise<Pick<PulledState, 'accounts' | 'projects'>> {
  const nothing = { accounts: [], projects: [] };
  const isThere = ['.terraform', 'terraform.tfstate'].some((file) => existsSync(join(TERRAFORM, file)));
  if (!isThere || lostState() !== undefined) return nothing;
  try {
    return await pullState();
  } catch {
    return nothing;
  }
}
