import { CommandError } from '../analysis/command-error.ts';
import { holdsData, protectedIn } from '../terraform/protected-in.ts';
import type { DeployedResource } from '../terraform/state.ts';

/**
 * Refuses before anything is destroyed, and not half-way: what is protected stays, and what its owner has asked to protect and not
 * deployed since.
 *
 * @param wanted what terraform.tfvars says of deletion_protection
 * @throws {CommandError} naming what is
 */
export function refuseProtected(resources: readonly DeployedResource[], wanted: boolean): void {
  const holds = resources.filter(holdsData);
  const held = protectedIn(resources);
  if (held.length === 0 && wanted && holds.length > 0)
    throw new CommandError(
      'terraform/terraform.tfvars says deletion_protection = true, which is not deployed yet, so nothing was destroyed.',
      [
        ...holds.map(({ address }) => `to be protected: ${address}`),
        'If all of it may go: set deletion_protection = false in terraform/terraform.tfvars; then the same command again',
        'To protect it: npm run deploy',
      ],
    );
  if (held.length === 0) return;
  throw new CommandError('What holds data is protected, so nothing was destroyed.', [
    ...held.map(({ address }) => `protected: ${address}`),
    'If all of it may go: set deletion_protection = false in terraform/terraform.tfvars',
    'Then: npm run deploy, and after it: npm run destroy',
  ]);
}

const WITH_THIS = 'What holds data is protected, and would go with this';

/** What is said of protected data that a deployment would take, where it is only shown. */
export const describeProtected = (losses: readonly string[]): string[] =>
  losses.length === 0 ? [] : [`${WITH_THIS}; a deployment refuses that:`, ...losses.map((address) => `  ${address}`)];

/**
 * Refuses a deployment that would take what is protected, as it is deployed: AWS itself refuses some of it, after all else is gone, and
 * deletes vectors without a word.
 *
 * @param losses addresses of what is protected and would go
 * @throws {CommandError} naming what is
 */
export function refuseProtectedLosses(losses: readonly string[]): void {
  if (losses.length === 0) return;
  throw new CommandError(`${WITH_THIS}, so nothing was done.`, [
    ...losses.map((address) => `protected: ${address}`),
    'To keep it, take back what was changed in terraform/terraform.tfvars, lambdas/ or services/',
    'If it may go: with the rest as it was, set deletion_protection = false in terraform/terraform.tfvars; then: npm run deploy, and after it this again',
  ]);
}
