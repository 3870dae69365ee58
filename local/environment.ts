import type { LambdaConfig } from '../shared/schemas/lambda-config.ts';
import { variableName } from '../shared/schemas/need-variables.ts';
import type { ServiceConfig } from '../shared/schemas/service-config.ts';
import { lambdaFile } from './deployment.ts';
import { DeploymentError } from './errors.ts';
import type { DatabaseNames } from './fleet-database.ts';
import { secretArn, type KnowledgeNames } from './fleet-knowledge.ts';
import { accessKeyOf } from './permissions.ts';

/** The services a client can be pointed at by AWS_ENDPOINT_URL_<SERVICE>. */
export type ServiceName =
  'LAMBDA' | 'SQS' | 'S3' | 'RDS_DATA' | 'CLOUDWATCH_LOGS' | 'S3VECTORS' | 'SAGEMAKER_RUNTIME' | 'SECRETS_MANAGER';

export interface Surroundings {
  region: string;
  endpoints: Readonly<Record<ServiceName, string>>;
  /** Undefined where no function is fed by such a queue. */
  queueUrl(queue: string): string | undefined;
  functionNames: ReadonlySet<string>;
  database: DatabaseNames;
  /** What the functions that need a model get: ALEX_MODEL and the settings beside it. */
  modelSettings: Readonly<Record<string, string>>;
  /** What the functions that are traced get: OTEL_EXPORTER_OTLP_ENDPOINT and the settings beside it, if any. */
  traceSettings: Readonly<Record<string, string>>;
  /** What the functions that price get: MARKET_SOURCES and the settings beside it. */
  marketSettings: Readonly<Record<string, string>>;
  /** Vectors, embeddings and secrets. */
  knowledge: KnowledgeNames;
  /** The base URL of the researcher's container; undefined where it does not run. */
  researcherUrl: string | undefined;
}

/** What of a lambda.json or service.json decides on variables. */
type Needing = Pick<LambdaConfig | ServiceConfig, 'needs' | 'environment'>;

/**
 * The variables that a function gets for its `needs` and its own settings, and no others: what it does not ask for it
 * cannot reach. Lambda's own variables (region, credentials, its name) are the host's to set.
 *
 * @throws DeploymentError naming its lambda.json, where it needs a queue, a function or a researcher that does not exist
 * @example functionEnvironment('planner', config, surroundings).QUEUE_URL_ANALYSIS_JOBS
 */
export const functionEnvironment = (name: string, config: Needing, around: Surroundings): Record<string, string> =>
  variablesOf(lambdaFile(name), config, around);

function variablesOf(file: string, config: Needing, around: Surroundings): Record<string, string> {
  const variables: Record<string, string> = { ...config.environment };
  for (const need of config.needs) Object.assign(variables, needVariables(file, need, around));
  return variables;
}

/**
 * The variables of a service's container: what its `needs` give, its own settings, and what a container on AWS has from its role:
 * region and credentials. HOST and PORT are for whoever starts it.
 *
 * @throws DeploymentError as `functionEnvironment`, naming its service.json
 */
export function serviceEnvironment(
  name: string,
  config: Needing,
  around: Surroundings,
  graceSeconds: string,
): Record<string, string> {
  return {
    AWS_REGION: around.region,
    AWS_ACCESS_KEY_ID: accessKeyOf(name),
    AWS_SECRET_ACCESS_KEY: 'local',
    STOP_GRACE_SECONDS: graceSeconds,
    TZ: 'UTC',
    ...variablesOf(`services/${name}/service.json`, config, around),
  };
}

function needVariables(file: string, need: string, around: Surroundings): Record<string, string> {
  const [kind, target = ''] = need.split(':', 2);
  switch (kind) {
    case 'database':
      return { ...databaseOf(file, need, around), AWS_ENDPOINT_URL_RDS_DATA: around.endpoints.RDS_DATA };
    case 'model':
      return { ...around.modelSettings };
    case 'traces':
      return { ...around.traceSettings };
    case 'market':
      return { ...around.marketSettings };
    case 'vectors':
      return { ...vectorVariables(around), AWS_ENDPOINT_URL_S3VECTORS: around.endpoints.S3VECTORS };
    case 'embeddings':
      return {
        EMBEDDINGS_ENDPOINT_NAME: around.knowledge.embeddingsEndpoint,
        AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: around.endpoints.SAGEMAKER_RUNTIME,
      };
    case 'secret':
      return {
        [`SECRET_ARN_${variableName(target)}`]: secretArn(around.region, target),
        AWS_ENDPOINT_URL_SECRETS_MANAGER: around.endpoints.SECRETS_MANAGER,
      };
    case 'researcher':
      if (around.researcherUrl === undefined) {
        throw new DeploymentError(`${file} needs ${need}, and no researcher runs.`);
      }
      return { RESEARCHER_URL: around.researcherUrl };
    case 'send': {
      const url = around.queueUrl(target);
      if (url === undefined) throw new DeploymentError(`${file} needs ${need}, and no function has that queue.`);
      return { [`QUEUE_URL_${variableName(target)}`]: url, AWS_ENDPOINT_URL_SQS: around.endpoints.SQS };
    }
    case 'invoke':
      if (!around.functionNames.has(target)) {
        throw new DeploymentError(`${file} needs ${need}, and there is no such function.`);
      }
      return { [`FUNCTION_NAME_${variableName(target)}`]: target, AWS_ENDPOINT_URL_LAMBDA: around.endpoints.LAMBDA };
    default:
      throw new DeploymentError(`${file} needs ${need}, which a laptop does not have.`);
  }
}

/**
 * What a script or a test of this machine needs to use every service of the fleet with AWS SDK clients; of the containers that run, a
 * person's own too, their addresses.
 */
export function scriptEnvironment(
  around: Surroundings,
  queues: readonly string[],
  containers: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const variables: Record<string, string> = {
    AWS_REGION: around.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    ...databaseVariables(around),
    ...vectorVariables(around),
    EMBEDDINGS_ENDPOINT_NAME: around.knowledge.embeddingsEndpoint,
    ...(around.researcherUrl !== undefined && { RESEARCHER_URL: around.researcherUrl }),
  };
  for (const [name, arn] of Object.entries(around.knowledge.secretArns)) {
    variables[`SECRET_ARN_${variableName(name)}`] = arn;
  }
  for (const [service, url] of Object.entries(around.endpoints)) variables[`AWS_ENDPOINT_URL_${service}`] = url;
  for (const name of around.functionNames) variables[`FUNCTION_NAME_${variableName(name)}`] = name;
  for (const [name, url] of Object.entries(containers)) {
    // The researcher's has a name of its own, as on AWS.
    if (name !== 'researcher') variables[`SERVICE_URL_${variableName(name)}`] = url;
  }
  for (const queue of queues) {
    const url = around.queueUrl(queue);
    if (url !== undefined) variables[`QUEUE_URL_${variableName(queue)}`] = url;
  }
  return variables;
}

/** As its owner, or with `database:NAME` as that role. */
function databaseOf(file: string, need: string, around: Surroundings): Record<string, string> {
  const role = need.slice('database:'.length);
  if (role === '') return databaseVariables(around);
  const arn = around.knowledge.secretArns[`database-${role}`];
  if (arn === undefined) throw new DeploymentError(`${file} needs ${need}, and there is no such role.`);
  return { ...databaseVariables(around), DATABASE_SECRET_ARN: arn };
}

function databaseVariables({ database }: Surroundings): Record<string, string> {
  return {
    DATABASE_CLUSTER_ARN: database.clusterArn,
    DATABASE_SECRET_ARN: database.secretArn,
    DATABASE_NAME: database.name,
  };
}

function vectorVariables({ knowledge }: Surroundings): Record<string, string> {
  return { VECTOR_BUCKET_NAME: knowledge.vectorBucket, VECTOR_INDEX_NAME: knowledge.vectorIndex };
}
