// What exists is changed by its owner's settings, and by a new version of the checkout. The stand-in changes everything in place, so
// what AWS can only make anew is in a table here.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { zipOf, type OfflineTerraform } from './offline-terraform.ts';

/** Other values of what guide 2 and the variables' descriptions offer to change in what exists. */
const changed = {
  embeddings: { memory: 2048, max_concurrency: 1, image_tag: '2.9.9-transformers4.99.0-cpu-py313-ubuntu24.04' },
  database_capacity: { min: 0.5, max: 4 },
  database_backup_days: 3,
  deletion_protection: false,
  http_throttle: { rate: 2, burst: 3 },
  image_tags: { researcher: '2' },
  log_retention_days: 7,
  monthly_budget_usd: 60,
  reserved_concurrency: null,
  rest_throttle: { rate: 1, burst: 2, per_day: 3 },
  schedule_rates: { clock: 'rate(3 hours)' },
  tags: { team: 'one' },
  vpc_endpoints: ['sqs', 'logs'],
  web_origins: ['https://other.example.com'],
};

/**
 * Arguments for which AWS makes a thing anew, and the one that is its name: two of one name cannot be, and what others stand on is made
 * before the old one goes. Source: the provider's documentation, "Forces new resource".
 */
const madeAnew: Readonly<Record<string, { name: string; arguments: readonly string[] }>> = {
  aws_bedrock_guardrail: { name: 'name', arguments: ['kms_key_arn'] },
  aws_db_subnet_group: { name: 'name', arguments: ['description'] },
  aws_ecr_repository: { name: 'name', arguments: ['encryption_configuration'] },
  aws_iam_role: { name: 'name', arguments: ['path'] },
  aws_lambda_permission: {
    name: 'statement_id',
    arguments: ['action', 'function_name', 'principal', 'source_account', 'source_arn'],
  },
  aws_rds_cluster: {
    name: 'cluster_identifier',
    arguments: [
      'database_name',
      'db_subnet_group_name',
      'engine',
      'engine_mode',
      'master_username',
      'storage_encrypted',
    ],
  },
  aws_s3vectors_index: {
    name: 'index_name',
    arguments: ['data_type', 'dimension', 'distance_metric', 'metadata_configuration', 'vector_bucket_name'],
  },
  aws_s3vectors_vector_bucket: { name: 'vector_bucket_name', arguments: ['encryption_configuration'] },
  aws_sagemaker_model: {
    name: 'name',
    arguments: ['container', 'enable_network_isolation', 'execution_role_arn', 'primary_container', 'vpc_config'],
  },
  aws_security_group: { name: 'name', arguments: ['description', 'vpc_id'] },
};

/** What lets its content go once deletion_protection is false. */
export const lettingGo: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_ecr_repository: { force_delete: true },
  aws_rds_cluster: { deletion_protection: false, skip_final_snapshot: true },
  aws_s3_bucket: { force_destroy: true },
  aws_s3vectors_vector_bucket: { force_destroy: true },
  aws_secretsmanager_secret: { recovery_window_in_days: 0 },
};

const values = z.record(z.string(), z.unknown()).nullable();
const scaled = z.object({
  serverlessv2_scaling_configuration: z.tuple([z.object({ min_capacity: z.literal(changed.database_capacity.min) })]),
});
const plan = z.object({
  resource_changes: z.array(
    z.object({
      address: z.string(),
      type: z.string(),
      change: z.object({ actions: z.array(z.string()), before: values, after: values }),
    }),
  ),
});
type Changed = z.infer<typeof plan>['resource_changes'][number];

/** Plans other settings, another guardrail, another route and other code for what is made. What would not work on AWS comes back, a line each. */
export async function changeFindings(
  terraform: OfflineTerraform,
  given: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const models = join(terraform.folder, 'terraform/modules/enterprise/models.tf');
  const door = join(terraform.folder, 'lambdas', 'door', 'lambda.json');
  const zip = zipOf(terraform.folder, 'door');
  const before = [models, door, zip].map((file) => [file, readFileSync(file, 'utf8')] as const);
  try {
    for (const [file, text] of before)
      writeFileSync(file, text.replaceAll('"MEDIUM"', '"LOW"').replaceAll('"POST /things"', '"POST /others"'));
    writeFileSync(zip, 'other code');
    const variables = join(terraform.folder, 'terraform', 'test.auto.tfvars.json');
    writeFileSync(variables, JSON.stringify({ ...given, ...changed }));
    const planned = await terraform.run('plan', '-no-color', '-out=changed.tfplan');
    if (planned.failed) return [planned.text];
    const { resource_changes: all } = plan.parse(
      JSON.parse((await terraform.run('show', '-json', 'changed.tfplan')).text),
    );
    return [
      ...all.flatMap(clashes),
      ...sameModels(all),
      ...all.flatMap(held),
      ...all.flatMap(leastCapacity),
      ...oldGuardrails(all),
      ...oldDeployments(all),
      ...oldCode(terraform, all),
    ];
  } finally {
    for (const [file, text] of before) writeFileSync(file, text);
  }
}

function clashes({ address, type, change: { before, after } }: Changed): string[] {
  const known = madeAnew[type];
  if (known === undefined || before === null || after === null || before[known.name] !== after[known.name]) return [];
  return known.arguments
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${address}: another ${name} makes it anew, and its name is taken by the old one`);
}

/** The stand-in answers the same image whatever the tag, so the name alone tells. */
function sameModels(all: readonly Changed[]): string[] {
  const models = all.filter(({ type }) => type === 'aws_sagemaker_model');
  if (models.length === 0) return ['no model was there to be changed'];
  return models
    .filter(({ change: { before, after } }) => before?.name === after?.name)
    .map(({ address }) => `${address}: another image makes it anew, and its name is taken by the old one`);
}

function held({ address, type, change: { actions, after } }: Changed): string[] {
  if (after === null || actions.includes('delete')) return [];
  return Object.entries(lettingGo[type] ?? {})
    .filter(([name, value]) => after[name] !== value)
    .map(([name]) => `${address}: ${name} is ${String(after[name])} although deletion_protection is false`);
}

/** What a deployment that pauses does not show: other-settings.ts has everything else of its capacity. */
function leastCapacity({ address, type, change: { after } }: Changed): string[] {
  if (type !== 'aws_rds_cluster' || scaled.safeParse(after).success) return [];
  return [`${address}: its least capacity is not ${changed.database_capacity.min}`];
}

/** Functions name a version, so a guardrail that is changed and keeps its version changes nothing for them. */
function oldGuardrails(all: readonly Changed[]): string[] {
  if (!all.some(({ type, change: { actions } }) => type === 'aws_bedrock_guardrail' && actions.includes('update')))
    return ['no guardrail was changed'];
  return all
    .filter(
      ({ type, change: { actions } }) => type === 'aws_bedrock_guardrail_version' && actions.join() !== 'create,delete',
    )
    .map(
      ({ address, change: { actions } }) =>
        `${address}: ${actions.join()}, where a new one comes before the old one goes`,
    );
}

/** A stage serves a deployment, with the methods of its day: AWS makes it anew where its triggers change. */
function oldDeployments(all: readonly Changed[]): string[] {
  if (!all.some(({ type, change: { actions } }) => type === 'aws_api_gateway_method' && actions.includes('create')))
    return ['no route was changed'];
  return all
    .filter(
      ({ type, change: { before, after } }) =>
        type === 'aws_api_gateway_deployment' && JSON.stringify(before?.triggers) === JSON.stringify(after?.triggers),
    )
    .map(({ address }) => `${address}: another route is no trigger of it, so that the old ones are served`);
}

/** The path of a zip stays the same, so it is by its hash alone that Terraform sees other code. */
const oldCode = ({ folder }: OfflineTerraform, all: readonly Changed[]): string[] =>
  all
    .filter(({ type }) => type === 'aws_lambda_function')
    .flatMap(({ address, change: { after } }) => {
      const zip = zipOf(folder, /^module\.lambda\["([^"]+)"\]/.exec(address)?.[1] ?? '');
      const hash = createHash('sha256').update(readFileSync(zip)).digest('base64');
      return after?.source_code_hash === hash
        ? []
        : [`${address}: its hash is not that of its zip, so other code is no change`];
    });
