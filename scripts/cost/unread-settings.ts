import { TERRAFORM } from '../terraform/folder.ts';
import { inEnvironment, otherFiles, setsAny } from '../terraform/set-elsewhere.ts';
import { readTfvars, type Value } from '../terraform/tfvars.ts';

/** Something that decides about the price and is not read here, and why. */
export interface Unread {
  setting: string;
  why: string;
}

/** All by which a sum here goes: tests/unit/scripts/cost-settings.test.ts says of each other setting why it is not among them. */
const DECIDING: readonly string[] = [
  'cloudtrail_data_events',
  'container_platform',
  'container_subnet_ids',
  'database_backup_days',
  'database_capacity',
  'database_network',
  'embeddings',
  'guard_models',
  'model_settings',
  'region',
  'schedule_rates',
  'service_settings',
  'stages',
  'trace_headers_in_secret',
  'vpc_endpoints',
];

/** What terraform.tfvars leaves for Terraform to work out. */
export const expressionsIn = (text: string): Unread[] =>
  [...readTfvars(text).settings].flatMap(([setting, value]) =>
    DECIDING.includes(setting) && isExpression(value)
      ? [{ setting, why: 'an expression, which only Terraform works out' }]
      : [],
  );

const isExpression = (value: Value): boolean =>
  value.kind === 'other' ||
  (value.kind === 'list' && value.items.some(isExpression)) ||
  (value.kind === 'object' && [...value.entries.values()].some(isExpression));

/**
 * Where Terraform takes settings from beside terraform.tfvars: other files, which count before it, and variables of the environment for
 * what it does not set.
 *
 * @param text terraform.tfvars
 */
export function setElsewhere(text: string, folder = TERRAFORM, environment: NodeJS.ProcessEnv = process.env): Unread[] {
  const files = otherFiles(folder).filter((file) => setsAny(folder, file, DECIDING));
  const variables = inEnvironment(text, environment, DECIDING).map((name) => `TF_VAR_${name}`);
  return [...files, ...variables].map((setting) => ({ setting, why: 'only Terraform reads it' }));
}
