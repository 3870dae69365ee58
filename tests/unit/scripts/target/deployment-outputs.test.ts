import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { readOutputs, variablesOf, type DeploymentOutputs } from '../../../../scripts/target/deployment-outputs.ts';
import { targetFrom } from '../../../../scripts/target/target-from.ts';

const output = (value: unknown) => ({ sensitive: false, type: 'dynamic', value });

/** As `terraform output -json` prints it, of a deployment that has come as far as its agents. */
const printed = JSON.stringify({
  environment: output({
    AWS_REGION: 'eu-central-1',
    DATABASE_CLUSTER_ARN: 'arn:aws:rds:eu-central-1:123456789012:cluster:alex',
    DATABASE_SECRET_ARN: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-1',
    DATABASE_NAME: 'alex',
    QUEUE_URL_ANALYSIS_JOBS: 'https://sqs.eu-central-1.amazonaws.com/123456789012/alex-analysis-jobs',
    FUNCTION_NAME_REPORTER: 'alex-reporter',
    VECTOR_BUCKET_NAME: 'alex-vectors',
    VECTOR_INDEX_NAME: 'knowledge',
    EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings',
    SECRET_ARN_MARKET_KEYS: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:alex/market-keys-AbCdEf',
  }),
  stages: output(['1-permissions', '2-embeddings', '3-ingest', '5-database', '6-agents']),
  functions: output({ reporter: 'alex-reporter', api: 'alex-api' }),
  http_api_url: output('https://abc.execute-api.eu-central-1.amazonaws.com'),
  rest_api_url: output('https://def.execute-api.eu-central-1.amazonaws.com/v1'),
  account: output('123456789012'),
  rest_api_key_id: output('a1b2c3'),
  services: output({}),
  log_groups: output({ reporter: '/aws/lambda/alex-reporter', 'http-api': '/aws/apigateway/alex-http' }),
  dead_letter_queues: output({ 'analysis-jobs': 'alex-analysis-jobs-dlq', 'failed-events': 'alex-failed-events' }),
  guardrail: output(null),
});

function outputs(): DeploymentOutputs {
  const read = readOutputs(printed);
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

describe('a deployment as scripts find it', () => {
  test('what Terraform says comes back from the lines of .env, word for word', () => {
    const variables = variablesOf(outputs());
    const file = Object.entries(variables).map(([name, value]) => `${name}="${value}"`);
    const target = targetFrom(
      'aws',
      Object.fromEntries(Object.entries(parseEnv(file.join('\n'))).map(([k, v]) => [k, v ?? ''])),
    );
    expect(target).toMatchObject({
      label: 'AWS (eu-central-1)',
      functions: { reporter: 'alex-reporter', api: 'alex-api' },
      queueUrls: { 'analysis-jobs': 'https://sqs.eu-central-1.amazonaws.com/123456789012/alex-analysis-jobs' },
      deadLetterQueues: { 'analysis-jobs': 'alex-analysis-jobs-dlq', 'failed-events': 'alex-failed-events' },
      logGroups: { reporter: '/aws/lambda/alex-reporter', 'http-api': '/aws/apigateway/alex-http' },
      secrets: { 'market-keys': 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:alex/market-keys-AbCdEf' },
      apiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
      database: { name: 'alex' },
      vectors: { bucket: 'alex-vectors', index: 'knowledge' },
      researcherUrl: undefined,
    });
    expect(Object.keys(target.environment).filter((name) => name.startsWith('AWS_ENDPOINT'))).toEqual([]);
  });

  test('an early stage has what it has and no more: outputs that are null or missing name nothing', () => {
    const early = readOutputs(
      JSON.stringify({
        environment: output({ AWS_REGION: 'us-east-1', EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings' }),
        http_api_url: output(null),
      }),
    );
    if (early === undefined) throw new Error('nothing was read');
    expect(variablesOf(early)).toEqual({ AWS_REGION: 'us-east-1', EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings' });
    expect(targetFrom('aws', variablesOf(early))).toMatchObject({
      database: undefined,
      functions: {},
      apiUrl: undefined,
    });
  });

  test('a state without outputs is no deployment', () => {
    expect(readOutputs('{}')).toBeUndefined();
  });

  test('every output that is read here is one of terraform/outputs.tf', () => {
    const declared = readFileSync(join(import.meta.dirname, '../../../../terraform/outputs.tf'), 'utf8');
    for (const name of Object.keys(outputs())) expect(declared).toContain(`output "${name}"`);
  });
});
