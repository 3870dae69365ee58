import { describe, expect, test } from '@jest/globals';
import { functionEnvironment, scriptEnvironment, serviceEnvironment } from '../../../local/environment.ts';
import { knowledgeNames, secretNamesOf } from '../../../local/fleet-knowledge.ts';
import { accessKeyOf, authorizer } from '../../../local/permissions.ts';
import { lambdaConfig, need } from '../../../shared/schemas/lambda-config.ts';
import { namesIn } from '../../../scripts/terraform/map-names.ts';
import { needThatSets } from '../../../shared/schemas/need-variables.ts';
import { surroundings } from '../../setup/surroundings.ts';

const around = surroundings({ marketSettings: { MARKET_SOURCES: 'file' }, researcherUrl: 'http://127.0.0.1:9/' });
const fn = (name: string, needs: string[]) => ({
  name,
  config: lambdaConfig.parse({ description: name, memory: 128, timeout: 1, zipBudget: 1, needs }),
});
const variables = (needs: string[]) => functionEnvironment('f', { needs, environment: {} }, around);
const secretArn = (name: string) =>
  expect.stringMatching(`^arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}-.{6}$`);

describe('a need for knowledge', () => {
  const index = { VECTOR_BUCKET_NAME: 'alex-vectors', VECTOR_INDEX_NAME: 'knowledge', AWS_ENDPOINT_URL_S3VECTORS: 'v' };
  test.each([
    ['vectors:read', index],
    ['vectors:write', index],
    ['embeddings', { EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings', AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME: 'e' }],
    ['secret:market-keys', { SECRET_ARN_MARKET_KEYS: secretArn('market-keys'), AWS_ENDPOINT_URL_SECRETS_MANAGER: 'm' }],
    ['researcher', { RESEARCHER_URL: 'http://127.0.0.1:9/' }],
    ['market', { MARKET_SOURCES: 'file' }],
  ])('%s gives its own variables and no others', (one, expected) => {
    expect(variables([one])).toEqual(expected);
  });

  test.each([
    ...['database', 'database:agents', 'model', 'traces', 'embeddings', 'researcher', 'market', 'vectors:read'],
    ...['vectors:write', 'invoke:planner', 'send:late-letters', 'secret:market-keys'],
  ])('%s gives nothing that lambda.json may set beside it, as that would be lost without a word', (one) => {
    const fleet = { functions: new Map(), services: new Map() };
    const given = (map: string) => Object.fromEntries((namesIn[map]?.(fleet) ?? []).map((name) => [name, 'x']));
    const everything = surroundings({
      modelSettings: { ...given('model_settings'), ALEX_MODEL_API_KEY: 'x', ALEX_MODEL_GUARDRAILS: 'x' },
      traceSettings: { ...given('trace_settings'), OTEL_EXPORTER_OTLP_HEADERS: 'x' },
      marketSettings: { ...given('market_settings'), MARKET_FILE: 'x' },
      researcherUrl: 'x',
    });
    const set = Object.keys(functionEnvironment('f', { needs: [one], environment: {} }, everything));
    expect(set).not.toEqual([]);
    expect(set.filter((name) => needThatSets(name, [one]) !== one)).toEqual([]);
  });

  test('of a researcher that does not run stops the start with the file that says so, of a service its own', () => {
    const asking = { needs: ['researcher'], environment: {} };
    expect(() => functionEnvironment('f', asking, surroundings())).toThrow(
      'lambdas/f/lambda.json needs researcher, and no researcher runs.',
    );
    expect(() => serviceEnvironment('s', asking, surroundings(), '1')).toThrow(
      'services/s/service.json needs researcher',
    );
  });

  test('of a secret of somebody’s own is one that the fleet makes, whatever it is called', () => {
    const names = secretNamesOf([{ config: { needs: ['secret:news-key', 'database:agents', 'secret:news-key'] } }]);
    expect(names).toEqual(['news-key', 'database-researcher', 'database-agents', 'database-knowledge']);
    const { secretArns } = knowledgeNames('us-east-1', names);
    expect(variables(['secret:news-key'])).toMatchObject({ SECRET_ARN_NEWS_KEY: secretArns['news-key'] });
  });

  test('of a role of the database is that role’s secret in the place of the owner’s', () => {
    expect(variables(['database:researcher'])).toEqual({
      ...variables(['database']),
      DATABASE_SECRET_ARN: secretArn('database-researcher'),
    });
  });

  test('of two users of the database is refused where lambda.json is read: one would silently lose', () => {
    expect(() => fn('f', ['database', 'database:researcher'])).toThrow('one of the database’s users only');
  });

  test.each([
    'database:',
    'database:nobody',
    'vectors',
    'vectors:all',
    'secret',
    'secret:',
    'secret:A',
    'secret:model-key',
    'secret:database-agents',
    'embeddings:x',
    'researcher:x',
    'market:x',
  ])('misspelt as %s is refused where lambda.json is read', (one) => {
    expect(need.safeParse(one).success).toBe(false);
  });

  test('is no secret to scripts: they get the names, and no keys', () => {
    const all = scriptEnvironment(around, []);
    expect(all).toMatchObject({
      ...index,
      EMBEDDINGS_ENDPOINT_NAME: 'alex-embeddings',
      RESEARCHER_URL: around.researcherUrl,
    });
    expect(all.SECRET_ARN_RESEARCHER_KEY).toEqual(secretArn('researcher-key'));
  });
});

describe('permissions', () => {
  const authorize = authorizer([
    fn('search', ['vectors:read', 'embeddings']),
    fn('ingest', ['vectors:write']),
    fn('scheduler', ['researcher', 'secret:researcher-key']),
    fn('container', ['database:researcher']),
    fn('planner', ['database']),
  ]);
  const allows = (name: string, action: string, resource: string) =>
    authorize(accessKeyOf(name), { action, resource }) === undefined;
  const knowledge = 'alex-vectors/knowledge';

  test.each([
    ['container', 'rds-data:ExecuteStatement', '', true],
    ['container', 'secretsmanager:GetSecretValue', 'database-researcher', true],
    ['container', 'secretsmanager:GetSecretValue', 'alex-database', false],
    ['planner', 'secretsmanager:GetSecretValue', 'alex-database', true],
    ['planner', 'secretsmanager:GetSecretValue', 'database-researcher', false],
    ['search', 's3vectors:QueryVectors', knowledge, true],
    ['search', 's3vectors:GetVectors', knowledge, true],
    ['search', 's3vectors:ListVectors', knowledge, true],
    ['search', 's3vectors:PutVectors', knowledge, false],
    ['search', 's3vectors:DeleteVectors', knowledge, false],
    ['search', 's3vectors:QueryVectors', 'alex-vectors/other', false],
    ['search', 's3vectors:DeleteIndex', knowledge, false],
    ['search', 'sagemaker:InvokeEndpoint', 'alex-embeddings', true],
    ['search', 'sagemaker:InvokeEndpoint', 'other', false],
    ['ingest', 's3vectors:PutVectors', knowledge, true],
    ['ingest', 's3vectors:QueryVectors', knowledge, true],
    ['ingest', 's3vectors:DeleteVectorBucket', 'alex-vectors', false],
    ['ingest', 'sagemaker:InvokeEndpoint', 'alex-embeddings', false],
    ['scheduler', 'secretsmanager:GetSecretValue', 'researcher-key', true],
    ['scheduler', 'secretsmanager:GetSecretValue', 'market-keys', false],
    ['scheduler', 'secretsmanager:PutSecretValue', 'researcher-key', false],
  ])('%s, %s on %s: %s', (name, action, resource, allowed) => {
    expect(allows(name, action, resource)).toBe(allowed);
  });
});
