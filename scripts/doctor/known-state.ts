import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TERRAFORM } from '../terraform/folder.ts';
import { lostState } from '../terraform/lost-state.ts';
import { pullState, type PulledState } from '../terraform/pull-state.ts';

/** What Terraform's state says of what is deployed, and where it is. What keeps it from being read is found by the check of the deployment. */
export async function knownState(): Promise<Omit<PulledState, 'version'>> {
  const nothing = { accounts: [], projects: [], stages: [], region: undefined };
  const isThere = ['.terraform', 'terraform.tfstate'].some((file) => existsSync(join(TERRAFORM, file)));
  if (!isThere || lostState() !== undefined) return nothing;
  try {
    return await pullState();
  } catch {
    return nothing;
  }
}
