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
 * Refuses before anything is destroyed, and not half-way: what is protected stays.
 *
 * @throws {CommandError} naming what is
 */
export function refuseProtected(resources: readonly DeployedResource[]): void {
  const held = resources.filter(({ type, values }) => {
    const rule = PROTECTED[type];
    return rule !== undefined && values[rule[0]] === rule[1];
  });
  if (held.length === 0) return;
  throw new CommandError('What holds data is protected, so nothing was destroyed.', [
    ...held.map(({ address }) => `protected: ${address}`),
    'If all of it may go: set deletion_protection = false in terraform/terraform.tfvars',
    'Then: npm run deploy, and after it: npm run destroy',
  ]);
}
