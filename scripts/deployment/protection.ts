import { CommandError } from '../analysis/command-error.ts';
import type { DeployedResource } from '../terraform/state.ts';

/** What deletion_protection sets where it is true, by the kind of thing. */
const PROTECTED: Readonly<Record<string, readonly [attribute: string, value: boolean]>> = {
  aws_rds_cluster: ['deletion_protection', true],
  aws_ecr_repository: ['force_delete', false],
  aws_s3vectors_vector_bucket: ['force_destroy', false],
  aws_s3_bucket: ['force_destroy', false],
};

/**
 * Refuses before anything is destroyed, and not half-way: what is protected stays, and what its owner has asked to protect and not
 * deployed since.
 *
 * @param wanted what terraform.tfvars says of deletion_protection
 * @throws {CommandError} naming what is
 */
export function refuseProtected(resources: readonly DeployedResource[], wanted: boolean): void {
  const holds = resources.filter(({ type }) => PROTECTED[type] !== undefined);
  const held = holds.filter(({ type, values }) => {
    const rule = PROTECTED[type];
    return rule !== undefined && values[rule[0]] === rule[1];
  });
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
