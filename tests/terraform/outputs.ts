// Scripts and people go by Terraform's outputs alone: each names the thing that it says it names.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { stageNames } from '../../scripts/terraform/variables-file.ts';
import { resourcesIn, type Resource } from './planned-fleet.ts';
import { ACCOUNT, REGION } from './provider-actions/asked.ts';

const outputs = z.object({ values: z.object({ outputs: z.record(z.string(), z.object({ value: z.unknown() })) }) });
const logging = z.tuple([z.object({ log_group: z.string() })]);
const accessLog = z.tuple([z.object({ destination_arn: z.string() })]);
const container = z.tuple([z.object({ aws_logs_configuration: logging })]);
const paths = z.tuple([z.object({ endpoint: z.string() })]);
const redrive = z.object({ deadLetterTargetArn: z.string() });
const failure = z.tuple([z.object({ on_failure: z.tuple([z.object({ destination: z.string() })]) })]);
const ownerSecret = z.tuple([z.object({ secret_arn: z.string() })]);

const lastOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);
/** `module.lambda["api"].…` is api. */
const keyIn = (address: string): string => /\["([^"]+)"\]/.exec(address)?.[1] ?? address;
/** `analysis-jobs` is QUEUE_URL_ANALYSIS_JOBS. */
const byVariable = (prefix: string, all: readonly Resource[], name: string): Record<string, unknown> =>
  Object.fromEntries(
    all.map(({ address, values }) => [`${prefix}_${keyIn(address).toUpperCase().replaceAll('-', '_')}`, values[name]]),
  );

/** What every output has to be of a deployment of all stages, from what was made. */
function expected(resources: readonly Resource[]): Record<string, unknown> {
  const of = (type: string, within = '') => resources.filter((r) => r.type === type && r.address.startsWith(within));
  const one = (type: string): Resource['values'] => {
    const [first] = of(type);
    if (first === undefined) throw new Error(`no ${type} was made`);
    return first.values;
  };
  const byKey = (all: readonly Resource[], value: (values: Resource['values']) => unknown): Record<string, unknown> =>
    Object.fromEntries(all.map(({ address, values }) => [keyIn(address), value(values)]));
  const text = (values: Resource['values'], name: string): string => String(values[name]);
  const groupOf = (arn: string): string => lastOf(arn.replace(/:\*$/, ''));
  const accessed = (type: string): string => groupOf(accessLog.parse(one(type).access_log_settings)[0].destination_arn);

  const functions = of('aws_lambda_function', 'module.lambda[');
  const services = of('aws_ecs_express_gateway_service');
  const queues = of('aws_sqs_queue', 'module.sqs[').filter(({ address }) => !address.includes('dead_letters'));
  const secrets = of('aws_secretsmanager_secret');
  const urls = byKey(services, ({ ingress_paths: all }) => `https://${paths.parse(all)[0].endpoint}`);
  const cluster = one('aws_rds_cluster');
  const index = one('aws_s3vectors_index');
  const environment = {
    AWS_REGION: REGION,
    DATABASE_CLUSTER_ARN: cluster.arn,
    DATABASE_NAME: cluster.database_name,
    // The owner's: scripts migrate.
    DATABASE_SECRET_ARN: ownerSecret.parse(cluster.master_user_secret)[0].secret_arn,
    EMBEDDINGS_ENDPOINT_NAME: one('aws_sagemaker_endpoint').name,
    RESEARCHER_URL: urls.researcher,
    VECTOR_BUCKET_NAME: one('aws_s3vectors_vector_bucket').vector_bucket_name,
    VECTOR_INDEX_NAME: index.index_name,
    ...byVariable('FUNCTION_NAME', functions, 'function_name'),
    ...byVariable('QUEUE_URL', queues, 'url'),
    ...byVariable('SECRET_ARN', secrets, 'arn'),
  };
  const versions = byKey(of('aws_bedrock_guardrail_version'), ({ version }) => version);
  return {
    account: ACCOUNT,
    dashboards: of('aws_cloudwatch_dashboard').map(({ values }) => values.dashboard_name),
    dead_letter_queues: {
      ...byKey(queues, (values) =>
        lastOf(redrive.parse(JSON.parse(text(values, 'redrive_policy'))).deadLetterTargetArn),
      ),
      'failed-events': lastOf(
        failure.parse(one('aws_lambda_function_event_invoke_config').destination_config)[0].on_failure[0].destination,
      ),
    },
    deployers: one('aws_iam_group').name,
    environment,
    functions: byKey(functions, ({ function_name: name }) => name),
    functions_waiting: {},
    guardrails: Object.fromEntries(
      of('aws_bedrock_guardrail').map(({ address, values }) => {
        const region = keyIn(address);
        return [region, { arn: values.guardrail_arn, version: versions[region] }];
      }),
    ),
    http_api_url: one('aws_apigatewayv2_stage').invoke_url,
    log_groups: {
      ...byKey(functions, ({ logging_config: own }) => logging.parse(own)[0].log_group),
      ...byKey(services, ({ primary_container: own }) => container.parse(own)[0].aws_logs_configuration[0].log_group),
      embeddings: `/aws/sagemaker/Endpoints/${text(one('aws_sagemaker_endpoint'), 'name')}`,
      'http-api': accessed('aws_apigatewayv2_stage'),
      'rest-api': accessed('aws_api_gateway_stage'),
    },
    next_step: 'Everything is deployed. Read guides/9-beyond.md.',
    repositories: byKey(of('aws_ecr_repository'), ({ repository_url: url }) => url),
    rest_api_key_id: one('aws_api_gateway_api_key').id,
    rest_api_url: one('aws_api_gateway_stage').invoke_url,
    secrets: byKey(secrets, ({ arn }) => arn),
    services: urls,
    stages: guidesOfStages(),
  };
}

/** In the order of their numbers. */
function guidesOfStages(): string[] {
  const guides = readdirSync(fileURLToPath(new URL('../../guides', import.meta.url)));
  return guides
    .flatMap((file) => /^(\d-.+)\.md$/.exec(file)?.slice(1) ?? [])
    .filter((name) => stageNames.some((stage) => stage === name))
    .toSorted();
}

/** Outputs of a deployment of all stages that say another thing than there is, and those of which nobody here knows what they are to say. */
export function outputFindings(shown: unknown): string[] {
  const said = Object.entries(outputs.parse(shown).values.outputs).map(([name, { value }]) => [name, value] as const);
  const should = expected(resourcesIn(shown));
  const [is, ought] = [leaves(Object.fromEntries(said)), leaves(should)];
  return [...new Set([...is.keys(), ...ought.keys()])]
    .filter((path) => is.get(path) !== ought.get(path))
    .map(
      (path) => `output ${path}: ${is.get(path) ?? 'nothing'}, and what was made is ${ought.get(path) ?? 'nothing'}`,
    );
}

/** Each value by where it is: `log_groups.api`. An object without any says so. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  const inside = Object.entries(value);
  if (inside.length === 0) return new Map([[path, '{}']]);
  return new Map(inside.flatMap(([key, own]) => [...leaves(own, path === '' ? key : `${path}.${key}`)]));
}
