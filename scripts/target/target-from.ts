import type { Target, TargetName, Variables } from './target.ts';

/** What the variables of a fleet say: those of a running laptop's fleet, or of .env. */
export function targetFrom(name: TargetName, variables: Variables): Target {
  const region = variables.AWS_REGION ?? 'us-east-1';
  const { DATABASE_CLUSTER_ARN: clusterArn, DATABASE_SECRET_ARN: secretArn, DATABASE_NAME: database } = variables;
  const { VECTOR_BUCKET_NAME: bucket, VECTOR_INDEX_NAME: index } = variables;
  return {
    name,
    label: name === 'laptop' ? 'this laptop' : `AWS (${region})`,
    region,
    environment: variables,
    functions: named(variables, 'FUNCTION_NAME_'),
    queueUrls: named(variables, 'QUEUE_URL_'),
    deadLetterQueues: named(variables, 'DEAD_LETTER_QUEUE_'),
    logGroups: named(variables, 'LOG_GROUP_'),
    secrets: named(variables, 'SECRET_ARN_'),
    apiUrl: variables.HTTP_API_URL,
    knowledgeUrl: variables.REST_API_URL,
    knowledgeKeyId: variables.REST_API_KEY_ID,
    researcherUrl: variables.RESEARCHER_URL,
    database:
      clusterArn === undefined || secretArn === undefined || database === undefined
        ? undefined
        : { clusterArn, secretArn, name: database },
    vectors: bucket === undefined || index === undefined ? undefined : { bucket, index },
    embeddingsEndpoint: variables.EMBEDDINGS_ENDPOINT_NAME,
  };
}

/** A name as it stands in a variable's: `analysis-jobs` is ANALYSIS_JOBS. */
export const inVariable = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** FUNCTION_NAME_ANALYSIS_JOBS and the like, by the name that they are of: `analysis-jobs`. */
export function named(variables: Variables, prefix: string): Variables {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([variable, value]): [string, string][] =>
      variable.startsWith(prefix) && value !== ''
        ? [[variable.slice(prefix.length).toLowerCase().replaceAll('_', '-'), value]]
        : [],
    ),
  );
}
