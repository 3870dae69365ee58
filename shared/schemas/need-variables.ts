/** `analysis-jobs` is ANALYSIS_JOBS in a variable's name. */
export const variableName = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/**
 * The variables that a need sets, as a pattern of their names: those of settings that somebody may or may not have given, too. On AWS
 * they are set in terraform/needs.tf, on a laptop in local/environment.ts.
 */
function variablesOf(need: string): string {
  const [kind, target = ''] = need.split(':', 2);
  switch (kind) {
    case 'database':
      return 'DATABASE_(?:CLUSTER_ARN|SECRET_ARN|NAME)|AWS_ENDPOINT_URL_RDS_DATA';
    case 'model':
      return 'ALEX_(?:MODEL(?:_[A-Z_]+)?|JOB_(?:TOKENS|USD)|JUDGE_THRESHOLD|TAGGER_CONCURRENCY)|SECRET_ARN_MODEL_KEY';
    case 'traces':
      return 'OTEL_(?:EXPORTER_OTLP_[A-Z_]+|SERVICE_NAME|RESOURCE_ATTRIBUTES)|SECRET_ARN_TRACE_HEADERS';
    case 'market':
      return 'MARKET_[A-Z_]+';
    case 'vectors':
      return 'VECTOR_(?:BUCKET|INDEX)_NAME|AWS_ENDPOINT_URL_S3VECTORS';
    case 'embeddings':
      return 'EMBEDDINGS_ENDPOINT_NAME|AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME';
    case 'researcher':
      return 'RESEARCHER_URL';
    case 'secret':
      return `SECRET_ARN_${variableName(target)}|AWS_ENDPOINT_URL_SECRETS_MANAGER`;
    case 'send':
      return `QUEUE_URL_${variableName(target)}|AWS_ENDPOINT_URL_SQS`;
    case 'invoke':
      return `FUNCTION_NAME_${variableName(target)}|AWS_ENDPOINT_URL_LAMBDA`;
    default:
      return '';
  }
}

/**
 * Which of these needs sets a variable of this name; undefined where none does.
 *
 * @example needThatSets('FUNCTION_NAME_SEARCH', ['model', 'invoke:search']) // 'invoke:search'
 */
export const needThatSets = (name: string, needs: readonly string[]): string | undefined =>
  needs.find((need) => new RegExp(`^(?:${variablesOf(need)})$`).test(name));
