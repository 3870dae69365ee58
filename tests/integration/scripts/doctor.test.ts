// npm run doctor against a machine and an account with one thing wrong: the sentence that a student reads, and the exit code.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { identity, refusal, stsRefusal, type AwsScript } from '../../setup/deployment/aws-server.ts';
import { isOnPath } from '../../../scripts/doctor/on-path.ts';
import { credentials, VARIABLES } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';

const finding = z.object({ check: z.string(), state: z.string(), says: z.string(), remedies: z.array(z.string()) });
const report = z.object({ laptop: z.array(finding), aws: z.array(finding).optional(), problems: z.number() });

const available = {
  body: {
    modelId: 'openai.gpt-oss-120b-1:0',
    agreementAvailability: { status: 'AVAILABLE' },
    authorizationStatus: 'AUTHORIZED',
    entitlementAvailability: 'AVAILABLE',
    regionAvailability: 'AVAILABLE',
  },
};
const serverless = 'Maximum total concurrency that can be allocated across all serverless endpoints';
/** An account in which all is well. */
const well: AwsScript = {
  GetCallerIdentity: identity(),
  ListVectorBuckets: { body: { vectorBuckets: [] } },
  GetAccountSettings: { body: { AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 } } },
  ListServiceQuotas: { body: { Quotas: [{ QuotaName: serverless, Value: 10 }] } },
  GetFoundationModelAvailability: available,
  GetFoundationModel: { body: { modelDetails: { inferenceTypesSupported: ['ON_DEMAND'] } } },
  GetAccountPlanState: { body: { accountId: '123456789012', accountPlanType: 'PAID', accountPlanStatus: 'ACTIVE' } },
  GetResources: { body: { ResourceTagMappingList: [] } },
  ListFunctions: { body: { Functions: [{ FunctionName: 'alexandria' }] } },
  GetAccount: { body: {} },
  GetRestApis: { body: { item: [] } },
};

inWorkplaces(() => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
});

async function examine(script: AwsScript, environment: Record<string, string> = {}, target = 'aws') {
  aws.answer(script);
  const ended = await place.run('doctor', ['--target', target, '--json'], {
    ALEX_PORT: '24070',
    ...credentials,
    ...environment,
  });
  const { laptop, aws: account = [], problems } = report.parse(JSON.parse(ended.stdout));
  const all = [...laptop, ...account];
  return {
    ...ended,
    problems,
    findings: all,
    found: (check: string) => all.find((one) => one.check === check),
    checks: all.map(({ check }) => check),
  };
}

describe('an account', () => {
  test('in which all is well has no problem, and is only looked at', async () => {
    const { code, problems, found } = await examine(well);
    expect({ code, problems }).toEqual({ code: 0, problems: 0 });
    expect(found('credentials')?.says).toContain('123456789012');
    expect(aws.calls.map(({ operation }) => operation).filter((name) => !/^(?:Get|List|Describe)/.test(name))).toEqual(
      [],
    );
  });

  test('without credentials: how to get some, and nothing else is asked', async () => {
    const { code, found, checks } = await examine(well, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    expect(code).toBe(1);
    expect(found('credentials')?.says).toBe('There are no AWS credentials on this machine.');
    expect(found('credentials')?.remedies.join()).toContain('aws configure');
    expect(checks).not.toContain('Lambda concurrency');
    expect(aws.calls).toEqual([]);
  });

  test('whose token has expired: sign in again', async () => {
    const expired = stsRefusal('ExpiredToken', 'The security token included in the request is expired');
    const { code, found } = await examine({ ...well, GetCallerIdentity: expired });
    expect(code).toBe(1);
    expect(found('credentials')?.says).toBe('The AWS credentials have expired.');
    expect(found('credentials')?.remedies.join()).toContain('aws sso login');
  });

  test("that is asked as its root user: make one of one's own", async () => {
    const { code, found } = await examine({ ...well, GetCallerIdentity: identity('arn:aws:iam::123456789012:root') });
    expect(code).toBe(0);
    expect(found('credentials')).toMatchObject({
      state: 'warning',
      remedies: [expect.stringContaining('guides/1-permissions.md')],
    });
  });

  test('that cannot be reached: connect, and the laptop part is told all the same', async () => {
    const { code, found } = await examine(well, { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(1);
    expect(found('credentials')?.says).toBe('AWS cannot be reached in us-east-1 (ECONNREFUSED).');
    expect(found('Node')?.state).toBe('ok');
  });

  test('whose quota of Lambda is too low to reserve: the line to set', async () => {
    writeFileSync(
      join(place.terraform, 'terraform.tfvars'),
      VARIABLES.replace('# "2-embeddings",', '"2-embeddings", "3-ingest"').replace('= null', '= 10'),
    );
    const low = { body: { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } } };
    const { code, found } = await examine({ ...well, GetAccountSettings: low });
    expect(code).toBe(1);
    expect(found('Lambda concurrency')).toMatchObject({
      state: 'problem',
      remedies: expect.arrayContaining(['Set reserved_concurrency = null in terraform/terraform.tfvars']),
    });
  });

  test('whose quota of Lambda is low, and nothing is reserved: a warning', async () => {
    const low = { body: { AccountLimit: { ConcurrentExecutions: 10 } } };
    const { code, found } = await examine({ ...well, GetAccountSettings: low });
    expect(code).toBe(0);
    expect(found('Lambda concurrency')?.state).toBe('warning');
  });

  test('without serverless endpoints: what to ask AWS for', async () => {
    const none = { body: { Quotas: [{ QuotaName: serverless, Value: 0 }] } };
    const pages = [{ body: { Quotas: [{ QuotaName: 'another', Value: 1 }], NextToken: 'x' } }, none];
    const { code, found } = await examine({ ...well, ListServiceQuotas: pages });
    expect(code).toBe(1);
    expect(found('SageMaker serverless')?.remedies.join()).toContain(serverless);
  });

  test('on the Free plan, which refuses the database: how to change to the other, before anything is deployed', async () => {
    const free = { body: { accountId: '123456789012', accountPlanType: 'FREE', accountPlanStatus: 'ACTIVE' } };
    const { code, found } = await examine({ ...well, GetAccountPlanState: free });
    expect(code).toBe(1);
    expect(found('account plan')).toMatchObject({
      state: 'problem',
      remedies: expect.arrayContaining([expect.stringContaining('aws freetier upgrade-account-plan')]),
    });
    expect((await examine(well)).found('account plan')?.state).toBe('ok');
  });

  test.each([
    ['may not be told', refusal('AccessDeniedException', 'no', 403), 'AccessDeniedException'],
    [
      'there is none of, as in old accounts',
      refusal('com.aws#ResourceNotFoundException', 'no'),
      'ResourceNotFoundException',
    ],
    ['has another name than those that there were', { body: { accountPlanType: 'GOLD' } }, 'none that is known here'],
    ['something answers for that is not AWS', { status: 502, body: '<html></html>' }, 'none that is known here'],
  ])('whose plan %s is not called wrong', async (_, answer, why) => {
    const { code, found } = await examine({ ...well, GetAccountPlanState: answer });
    expect(code).toBe(0);
    expect(found('account plan')).toMatchObject({ state: 'skipped', says: expect.stringContaining(why) });
    expect(found('account plan')?.remedies.join()).toContain('aws freetier get-account-plan-state');
    expect(found('rights')).toBeUndefined();
  });

  test.each([
    [
      'no access',
      { ...available.body, authorizationStatus: 'NOT_AUTHORIZED' },
      'has no access to openai.gpt-oss-120b-1:0 on Bedrock in us-west-2',
    ],
    [
      'terms not agreed to',
      { ...available.body, agreementAvailability: { status: 'NOT_AVAILABLE' } },
      'are not agreed to',
    ],
    [
      'a region without it',
      { ...available.body, regionAvailability: 'NOT_AVAILABLE' },
      'Bedrock in us-west-2 does not have',
    ],
  ])('on Bedrock with %s: what to do until then', async (_, body, says) => {
    const { code, found } = await examine({ ...well, GetFoundationModelAvailability: { body } });
    expect(code).toBe(1);
    const model = found('model openai.gpt-oss-120b-1:0');
    expect(model?.says).toContain(says);
    expect(model?.remedies.length).toBeGreaterThan(0);
  });

  describe('with a model', () => {
    const withModel = async (model: string, more: AwsScript) => {
      writeFileSync(
        join(place.terraform, 'terraform.tfvars'),
        `${VARIABLES}model_settings = {\n  ALEX_MODEL = "bedrock:${model}"\n}\n`,
      );
      const { code, found } = await examine({ ...well, ...more });
      return { code, asked: aws.calls, model: found(`model ${model.replace(/@.*/, '')}`) };
    };
    const profile = (model: string, status = 'ACTIVE'): AwsScript => ({
      GetInferenceProfile: {
        body: { status, models: [{ modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${model}` }] },
      },
    });
    const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

    test('that is called by an inference profile alone: which name to give', async () => {
      const byProfile = { body: { modelDetails: { inferenceTypesSupported: ['INFERENCE_PROFILE'] } } };
      const { code, model } = await withModel(sonnet, { GetFoundationModel: byProfile });
      expect(code).toBe(1);
      expect(model?.says).toContain('takes no calls of anthropic.claude-sonnet-4-5-20250929-v1:0 by its own name');
      expect(model?.remedies[0]).toContain(`such as us.${sonnet}`);
    });

    test('by its inference profile has the profile looked up, and the access to its model', async () => {
      const { code, model, asked } = await withModel(`us.${sonnet}`, profile(sonnet));
      expect([code, model?.state]).toEqual([0, 'ok']);
      const paths = asked.map(({ path }) => decodeURIComponent(path));
      expect(paths).toContain(`/inference-profiles/us.${sonnet}`);
      expect(paths).toContain(`/foundation-model-availability/${sonnet}`);
    });

    test('by the ARN of a profile of its own is known', async () => {
      const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/k9x2abcdef12';
      const { code, model, asked } = await withModel(arn, profile('amazon.nova-pro-v1:0'));
      expect([code, model?.state]).toEqual([0, 'ok']);
      expect(asked.map(({ path }) => path).join()).toContain('amazon.nova-pro-v1');
    });

    test('by the profile of another part of the world: there is none', async () => {
      const none = refusal('ResourceNotFoundException', 'The requested resource is not found', 404);
      const { code, model } = await withModel(`us.${sonnet}@eu-central-1`, { GetInferenceProfile: none });
      expect(code).toBe(1);
      expect(model?.says).toBe(`Bedrock in eu-central-1 has no inference profile us.${sonnet}.`);
      expect(model?.remedies.join()).toMatch(/eu\.[^]*Cross-region inference/);
    });
  });

  test('that may not be asked for its quotas is not called wrong, and what may not be asked is told', async () => {
    const { GetAccountSettings: _, ListServiceQuotas: __, GetFoundationModelAvailability: ___, ...denied } = well;
    const { code, found } = await examine(denied);
    expect(code).toBe(0);
    expect(found('Lambda concurrency')).toMatchObject({ state: 'skipped' });
    expect(found('model openai.gpt-oss-120b-1:0')).toMatchObject({ state: 'skipped' });
    expect(found('rights')).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('lambda:GetAccountSettings'),
    });
  });

  test('whose user may do nothing is not called healthy', async () => {
    const { code, found } = await examine({ GetCallerIdentity: identity() });
    expect(code).toBe(1);
    expect(found('rights')).toMatchObject({
      state: 'problem',
      remedies: expect.arrayContaining(['Put your user into the group alex-deployers: guides/1-permissions.md']),
    });
    expect(found('S3 Vectors')).toMatchObject({ state: 'skipped' });
  });

  test('that is asked too much at once is not called wrong: a line each, and when to ask again', async () => {
    const busy = refusal('ThrottlingException', 'Rate exceeded');
    const { code, findings } = await examine({
      ...Object.fromEntries(Object.keys(well).map((operation) => [operation, busy])),
      GetCallerIdentity: identity(),
    });
    expect(code).toBe(0);
    const untold = findings.filter(({ says }) => says === 'Cannot be told now: AWS is being asked too much at once');
    expect(untold.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['S3 Vectors', 'Lambda concurrency', 'SageMaker serverless', 'account plan', 'names']),
    );
    expect(untold.filter(({ state, remedies }) => state !== 'skipped' || remedies.length > 0)).toEqual([]);
    const { stdout } = await place.run('doctor', ['--target', 'aws'], { ALEX_PORT: '24070', ...credentials });
    expect(stdout).toContain('Nothing was found that has to be mended. Wait a minute and ask again');
    expect(stdout).not.toContain('npm run doctor');
    const unknown = await examine({ ...well, GetCallerIdentity: stsRefusal('Throttling', 'Rate exceeded', 400) });
    expect(unknown.code).toBe(0);
    expect(unknown.found('credentials')?.state).toBe('skipped');
    expect(unknown.checks).not.toContain('S3 Vectors');
  });

  test('with the narrator as its model is asked for no model', async () => {
    writeFileSync(
      join(place.terraform, 'terraform.tfvars'),
      `${VARIABLES}model_settings = {\n  ALEX_MODEL = "narrator"\n}\n`,
    );
    const { checks } = await examine(well);
    expect(checks.filter((check) => check.startsWith('model'))).toEqual([]);
  });
});

test('a role for logs that is somebody else’s is told before stage 3 replaces it, and one that is missing where Alex makes none', async () => {
  const role = { body: { cloudwatchRoleArn: 'arn:aws:iam::123456789012:role/shop-logs' } };
  expect((await examine(well)).found('REST logs')?.state).toBe('ok');
  const { code, found } = await examine({ ...well, GetAccount: role });
  expect(code).toBe(0);
  expect(found('REST logs')).toMatchObject({ state: 'warning', says: expect.stringContaining('role/shop-logs') });
  expect(found('REST logs')?.remedies.join()).toContain('manage_api_gateway_logging = false');
  const untold = (await examine({ ...well, GetAccount: refusal('AccessDeniedException', 'no') })).found('REST logs');
  expect(untold).toMatchObject({ state: 'skipped', says: expect.stringContaining('(AccessDeniedException)') });
  writeFileSync(join(place.terraform, 'terraform.tfvars'), `${VARIABLES}\nmanage_api_gateway_logging = false\n`);
  expect((await examine({ ...well, GetAccount: role })).found('REST logs')?.state).toBe('ok');
  expect((await examine(well)).found('REST logs')).toMatchObject({
    state: 'warning',
    remedies: expect.arrayContaining([expect.stringContaining('manage_api_gateway_logging = true')]),
  });
});

describe('functions with names of Alex’s', () => {
  const named = (...names: string[]) => ({ body: { Functions: names.map((FunctionName) => ({ FunctionName })) } });
  const arnOf = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const inState = (name: string, reserved = -1) => ({
    mode: 'managed',
    instances: [{ attributes: { arn: arnOf(name), reserved_concurrent_executions: reserved } }],
  });
  const tagged = (name: string) => ({ body: { ResourceTagMappingList: [{ ResourceARN: arnOf(name) }] } });

  test('that are somebody else’s are told before stage 1 gives them away', async () => {
    const { code, found } = await examine({ ...well, ListFunctions: named('alex-shop-admin') });
    expect(code).toBe(0);
    expect(found('names')).toMatchObject({ state: 'warning', says: expect.stringContaining(': alex-shop-admin.') });
    expect(found('names')?.remedies.join()).toContain('choose another project');
    expect((await examine(well)).found('names')?.state).toBe('ok');
    const untold = (await examine({ ...well, ListFunctions: refusal('AccessDeniedException', 'no') })).found('names');
    expect(untold?.state).toBe('skipped');
    expect(untold?.remedies.join()).toContain('Look yourself: console, Lambda, Functions');
  });

  test.each([
    ['nothing', []],
    ['stage 1', [{ mode: 'managed', instances: [{ attributes: { arn: 'arn:aws:iam::123456789012:group/a' } }] }]],
  ])('that equal our folders’ are not taken for ours where %s is deployed', async (_, made) => {
    place.set({ made });
    const ListFunctions = named('alex-planner', 'alex-tagger', 'alex-shop');
    const { found } = await examine({ ...well, ListFunctions });
    expect(found('names')).toMatchObject({
      state: 'warning',
      says: expect.stringMatching(/^3 functions .*alex-planner/),
    });
    expect(found('names')?.says).toContain('what is deployed by the same name fails (alex-planner, alex-tagger)');
    expect(found('names')?.remedies.join()).toContain('choose another project');
    // Without leave to see the tags, too.
    const unseen = await examine({ ...well, ListFunctions, GetResources: refusal('AccessDeniedException', 'no') });
    expect(unseen.found('names')?.state).toBe('warning');
  });

  test('that Terraform made, or that carry our tags, are ours, though their folder may be gone', async () => {
    place.set({ made: [inState('alex-planner'), inState('alex-gone')] });
    const ListFunctions = named('alex-planner', 'alex-gone', 'alex-tagger');
    const { found } = await examine({ ...well, ListFunctions, GetResources: tagged('alex-tagger') });
    expect(found('names')?.state).toBe('ok');
    const { found: without } = await examine({ ...well, ListFunctions });
    expect(without('names')?.says).toMatch(/^1 function that was not deployed from here .*: alex-tagger\./);
  });

  test('reserve what they do already: only the rest of the stages that are on is asked for', async () => {
    const stages = (...names: string[]) => `region = "us-east-1"\nstages = ${JSON.stringify(names)}\n`;
    const limits = (quota: number, free: number) => ({
      body: { AccountLimit: { ConcurrentExecutions: quota, UnreservedConcurrentExecutions: free } },
    });
    const concurrency = async (text: string, quota: number, free: number) => {
      writeFileSync(join(place.terraform, 'terraform.tfvars'), text);
      return (await examine({ ...well, GetAccountSettings: limits(quota, free) })).found('Lambda concurrency');
    };
    const three = `${stages('1-permissions', '2-embeddings', '3-ingest')}reserved_concurrency = 5\n`;
    // Two functions of five each.
    expect((await concurrency(three, 150, 150))?.state).toBe('ok');
    expect((await concurrency(three, 110, 110))?.state).toBe('ok');
    expect((await concurrency(three, 109, 109))?.says).toContain('too few to reserve 10 more and leave 100');
    // What others reserve is not there.
    expect(await concurrency(three, 1000, 105)).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('1000 functions at once, of which 895 are reserved already'),
    });
    place.set({ made: [inState('alex-ingest', 5), inState('alex-search', 5)] });
    expect((await concurrency(three, 110, 100))?.state).toBe('ok');
    place.set({ made: [inState('alex-ingest', 5), inState('alex-search')] });
    expect((await concurrency(three, 110, 104))?.says).toContain('too few to reserve 5 more');
  });
});

describe('a deployment', () => {
  const resource = {
    address: 'module.lambda["api"].aws_lambda_function.this',
    mode: 'managed',
    type: 'aws_lambda_function',
    values: {},
  };
  const stateOf = (resources: object[], outputs?: object) => ({
    ...(outputs !== undefined && { outputs }),
    root_module: { child_modules: [{ resources }] },
  });

  test('that is half made: go on, or take it down', async () => {
    place.set({ state: stateOf([resource, { ...resource, address: 'aws_iam_role.this', tainted: true }]) });
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('deployment')?.says).toContain(
      'half made: 2 things are there, of which aws_iam_role.this did not succeed',
    );
    expect(found('deployment')?.remedies.join()).toContain('npm run deploy');
  });

  test('of which more was to be made or destroyed when it was stopped is half made, though what is there is whole', async () => {
    place.set({ state: stateOf([resource], { environment: {} }) });
    writeFileSync(join(place.terraform, '.unfinished'), '');
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('deployment')?.says).toBe(
      'The deployment is half made: 1 thing is there, and what was begun is not finished.',
    );
    expect(found('deployment')?.remedies.join()).toContain('npm run deploy');
  });

  test('that .env does not know: write it', async () => {
    const environment = { value: { AWS_REGION: 'us-east-1' } };
    const outputs = { environment, functions: { value: { api: 'alex-api' } } };
    place.set({ state: stateOf([resource], { environment }), outputs });
    const { code, found } = await examine(well);
    expect(code).toBe(0);
    expect(found('deployment')).toMatchObject({ state: 'warning', remedies: ['npm run env'] });
  });

  const value = (of: unknown) => ({ value: of });
  const made = { lambda: [resource], environment: { AWS_REGION: 'us-east-1' } };
  /** One that is whole, with .env as it should be. */
  const deployed = async (more: Record<string, unknown>, environment: Record<string, string> = {}) => {
    const outputs = {
      environment: value({ ...made.environment, ...environment }),
      stages: value(['1-permissions', '4-researcher']),
      ...Object.fromEntries(Object.entries(more).map(([name, of]) => [name, value(of)])),
    };
    place.set({ state: stateOf(made.lambda, { environment: outputs.environment }), outputs });
    await place.run('env', []);
  };
  const repositories = { researcher: '123456789012.dkr.ecr.us-east-1.amazonaws.com/alex/researcher' };

  test('whose image was never pushed has no container, and is not called healthy', async () => {
    await deployed({ repositories, services: {} });
    const { code, found } = await examine(well, { ALEX_DOCKER: join(place.folder, 'no-docker') });
    expect(code).toBe(1);
    expect(found('deployment')?.state).toBe('ok');
    expect(found('container')).toMatchObject({
      state: 'problem',
      says: '4-researcher has no container yet: the image of researcher was not built and pushed.',
      remedies: [expect.stringContaining('Install Docker Desktop'), 'Then: npm run deploy'],
    });
    expect((await examine(well)).found('container')?.remedies).toEqual(['npm run deploy']);
    await deployed({ repositories, services: { researcher: 'https://researcher.example' } });
    const whole = await examine(well);
    expect({ code: whole.code, checks: whole.checks }).toMatchObject({ code: 0 });
    expect(whole.checks).not.toContain('container');
  });

  describe('with alarms', () => {
    const topic = 'arn:aws:sns:us-east-1:123456789012:alex-alerts';
    const tagged = { body: { ResourceTagMappingList: [{ ResourceARN: topic }] } };
    const subscribed = (...arns: string[]): AwsScript => ({
      GetResources: tagged,
      ListSubscriptionsByTopic: {
        body: `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>${arns
          .map(
            (arn) =>
              `<member><TopicArn>${topic}</TopicArn><Protocol>email</Protocol><SubscriptionArn>${arn}</SubscriptionArn><Owner>123456789012</Owner><Endpoint>ada@example.com</Endpoint></member>`,
          )
          .join('')}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
      },
    });
    const alarms = async (email: string | null, script: AwsScript) => {
      await deployed({ stages: ['1-permissions', '8-enterprise'] });
      const line = email === null ? '' : `alert_email = "${email}"\n`;
      writeFileSync(join(place.terraform, 'terraform.tfvars'), `${VARIABLES}${line}`);
      const { code, found } = await examine({ ...well, ...script });
      return { code, alarms: found('alarms'), asked: aws.calls.map(({ operation }) => operation) };
    };

    test('that nobody is named to hear is warned of, and nobody is asked for subscribers', async () => {
      const { code, alarms: told, asked } = await alarms(null, {});
      expect(code).toBe(0);
      expect(told).toMatchObject({ state: 'warning', says: expect.stringContaining('Nobody is told') });
      expect(told?.remedies.join()).toContain('alert_email');
      expect(asked).not.toContain('ListSubscriptionsByTopic');
    });

    test('whose mail was never confirmed is warned of', async () => {
      const { alarms: told } = await alarms('ada@example.com', subscribed('PendingConfirmation'));
      expect(told).toMatchObject({
        state: 'warning',
        says: expect.stringContaining('ada@example.com has not confirmed'),
      });
    });

    test('that somebody has left are heard by nobody', async () => {
      const { alarms: told } = await alarms('ada@example.com', subscribed());
      expect(told).toMatchObject({ state: 'warning', says: expect.stringContaining('Nobody has subscribed') });
      // Listed so for some days.
      const { alarms: listed } = await alarms('ada@example.com', subscribed('Deleted'));
      expect(listed?.says).toBe(told?.says);
    });

    test('that are heard say by whom, and what may not be asked is not called wrong', async () => {
      const { alarms: told } = await alarms('ada@example.com', subscribed(`${topic}:6b0e71bd`));
      expect(told).toMatchObject({ state: 'ok', says: 'Alarms and the budget are told to ada@example.com' });
      const both = await alarms('ada@example.com', subscribed(`${topic}:6b0e71bd`, 'PendingConfirmation'));
      expect(both.alarms?.says).toContain('; not yet confirmed: ada@example.com');
      const denied = stsRefusal(
        'AuthorizationError',
        'User is not authorized to perform: SNS:ListSubscriptionsByTopic',
      );
      const refused = await alarms('ada@example.com', { GetResources: tagged, ListSubscriptionsByTopic: denied });
      expect(refused.alarms?.state).toBe('skipped');
    });
  });

  test('whose secret has no value says how to write it, and asks for none that is not needed', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/';
    const own = { 'news-key': `${arn}news-key`, 'database-agents': `${arn}database-agents` };
    await deployed({
      secrets: { 'researcher-key': `${arn}researcher-key`, 'market-keys': `${arn}market-keys`, ...own },
    });
    const { code, found } = await examine({ ...well, DescribeSecret: { body: {} } });
    expect(code).toBe(1);
    expect(found('secrets')).toMatchObject({
      says: 'Secrets have no value yet: researcher-key, news-key.',
      remedies: ['npm run secrets -- --target aws'],
    });
    const full = { body: { VersionIdsToStages: { v: ['AWSCURRENT'] } } };
    expect((await examine({ ...well, DescribeSecret: full })).found('secrets')?.state).toBe('ok');
  });

  test('whose secret somebody has deleted says which, as AWS does not', async () => {
    await deployed({ secrets: { 'news-key': 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/news-key' } });
    const gone = refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    const told = (await examine({ ...well, DescribeSecret: gone })).found('secrets');
    expect(told?.says).toBe('A secret is not in this AWS account in us-east-1 any more: news-key.');
    expect(told?.remedies[0]).toContain('npm run deploy');
  });

  describe('with a database', () => {
    const database = {
      DATABASE_CLUSTER_ARN: 'arn:aws:rds:us-east-1:123456789012:cluster:alex',
      DATABASE_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster',
      DATABASE_NAME: 'alex',
    };
    const answer = (field: object) => ({
      body: { records: [[field]], columnMetadata: [{ name: 'there', label: 'there', typeName: 'text' }] },
    });

    test('that was never migrated says so, and does not send on to the next stage', async () => {
      await deployed({}, database);
      const { code, found } = await examine({ ...well, DataApi: answer({ booleanValue: false }) });
      expect(code).toBe(1);
      expect(found('database')).toMatchObject({
        state: 'problem',
        says: 'The database has no tables yet.',
        remedies: ['npm run migrate -- --target aws, then: npm run seed -- --target aws'],
      });
    });

    test('that lacks migrations of this checkout, or has some that it does not know', async () => {
      await deployed({}, database);
      const at = (when: string) => [answer({ booleanValue: true }), answer({ stringValue: when })];
      const old = await examine({ ...well, DataApi: at('1') });
      expect(old.found('database')?.says).toMatch(/^The database has 1 migration that this checkout does not know/);
    });

    test('that may not be asked is a problem, with what to do, and no advice to ask the doctor', async () => {
      await deployed({}, database);
      const { code, found } = await examine(well);
      expect(code).toBe(1);
      expect(found('database')?.says).toContain('AWS refuses what is asked');
      expect(found('database')?.remedies.join()).not.toContain('npm run doctor');
    });
  });

  test('of another folder in the same account: its names are taken', async () => {
    const there = {
      body: { ResourceTagMappingList: [{ ResourceARN: 'arn:aws:lambda:us-east-1:123456789012:function:alex-api' }] },
    };
    const { code, found } = await examine({ ...well, GetResources: there });
    expect(code).toBe(1);
    expect(found('deployment')?.remedies.join()).toContain('project = "myalex"');
  });

  test('whose state others keep, and nobody has looked at from here, is not called somebody else’s', async () => {
    rmSync(join(place.terraform, '.terraform'), { recursive: true });
    writeFileSync(join(place.terraform, 'backend.tf'), '');
    const said =
      'Error: Backend initialization required, please run "terraform init"\n\nReason: Initial configuration of the requested backend "s3"';
    place.set({ fails: { show: said } });
    const { found } = await examine({ ...well, GetResources: listed('arn:aws:lambda:us-east-1:1:function:alex-api') });
    expect(found('deployment')?.remedies).toContain('Have it do so: terraform -chdir=terraform init');
    expect(found('deployment')?.remedies.join()).not.toContain('Choose another project');
  });

  const listed = (...arns: string[]) => ({
    body: { ResourceTagMappingList: arns.map((ResourceARN) => ({ ResourceARN })) },
  });
  const key = 'arn:aws:kms:us-east-1:123456789012:key/1';

  test('that was destroyed leaves what waits to be deleted, and nobody is sent to rename the project', async () => {
    const snapshot = 'arn:aws:rds:us-east-1:123456789012:cluster-snapshot:alex-final';
    const { code, found } = await examine({ ...well, GetResources: listed(key, snapshot) });
    expect(code).toBe(0);
    expect(found('deployment')).toMatchObject({ state: 'ok', remedies: [] });
    expect(found('deployment')?.says).toContain(`${key} (nothing while it waits to be deleted`);
    const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/market-keys-AbCdEf';
    const named = await examine({ ...well, GetResources: listed(key, secret) });
    expect(named.code).toBe(0);
    expect(named.found('deployment')).toMatchObject({ state: 'warning' });
    expect(named.found('deployment')?.remedies.join()).toContain('--force-delete-without-recovery');
  });

  test('that was destroyed a moment ago may be listed still: go on', async () => {
    const api = 'arn:aws:lambda:us-east-1:123456789012:function:alex-api';
    const { found } = await examine({ ...well, GetResources: listed(key, api) });
    expect(found('deployment')?.says).toContain('the account has 1 thing of a project "alex"');
    expect(found('deployment')?.remedies.join()).toContain('Destroyed within the last hour?');
  });

  test.each([
    ['errored.tfstate', 'terraform state push'],
    ['.terraform.tfstate.lock.info', 'Wait for it'],
  ])('with a file %s left behind', async (file, remedy) => {
    writeFileSync(join(place.terraform, file), '{}');
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('deployment')?.remedies.join()).toContain(remedy);
  });

  test('whose state was cut off is not taken for another person’s', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfstate'), '');
    writeFileSync(
      join(place.terraform, 'terraform.tfstate.backup'),
      JSON.stringify({ lineage: 'a', resources: [{ mode: 'managed' }] }),
    );
    writeFileSync(join(place.terraform, '.terraform.tfstate.lock.info'), '{}');
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('deployment')?.says).toContain('is empty or cut off');
    expect(found('deployment')?.remedies.join()).toMatch(/wait for that one[^]*cp .*terraform\.tfstate\.backup/);
  });

  test('in another region than terraform.tfvars says would be made anew', async () => {
    writeFileSync(place.envFile, 'AWS_REGION=eu-central-1\nFUNCTION_NAME_API=alex-api\n');
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('region')?.remedies.join()).toContain('region = "eu-central-1"');
  });

  test.each([
    ['Terraform made', 'what is deployed from here'],
    ['.env names', 'what .env names'],
  ])('in another account than that of the credentials, as %s it there, is a problem', async (_, what) => {
    if (what.includes('.env')) writeFileSync(place.envFile, 'AWS_REGION=us-east-1\nALEX_ACCOUNT=123456789012\n');
    else {
      const arn = 'arn:aws:iam::123456789012:role/alex/alex-api';
      place.set({ made: [{ mode: 'managed', instances: [{ attributes: { arn } }] }] });
    }
    const strangers = identity('arn:aws:iam::210987654321:user/ada', '210987654321');
    const { code, found, checks } = await examine({ ...well, GetCallerIdentity: strangers });
    expect(code).toBe(1);
    expect(found('credentials')?.says).toContain('of account 210987654321');
    expect(found('credentials')?.says).toContain(`${what} is in account 123456789012.`);
    expect(found('credentials')?.remedies.join()).toContain('Set AWS_PROFILE to a profile of account 123456789012');
    // Of the quotas and names of that account nothing follows.
    expect(checks).not.toContain('Lambda concurrency');
    expect((await examine(well)).found('credentials')?.state).toBe('ok');
  });

  test('a database that AWS has moved is told before a deployment would stop at it', async () => {
    const cluster = { attributes: { engine_version: '16.11' } };
    place.set({ made: [{ mode: 'managed', type: 'aws_rds_cluster', instances: [cluster] }] });
    expect((await examine(well)).found('database')?.remedies.join()).toContain('database_engine_version = "16.11"');
    place.set({
      made: [{ mode: 'managed', type: 'aws_rds_cluster', instances: [{ attributes: { engine_version: '16.8' } }] }],
    });
    expect((await examine(well)).checks).not.toContain('database');
  });

  test('under another project than terraform.tfvars says would be made anew', async () => {
    place.set({ made: [{ mode: 'managed', instances: [{ attributes: { tags_all: { project: 'myalex' } } }] }] });
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('project')?.says).toContain('What is deployed is named myalex, and alex is asked for');
    expect(found('project')?.remedies.join()).toContain('project = "myalex"');
  });
});

describe('terraform.tfvars', () => {
  test('that is lost while stages are deployed is a problem: the example has fewer', async () => {
    rmSync(join(place.terraform, 'terraform.tfvars'));
    place.set({ stages: ['1-permissions', '2-embeddings'] });
    const { code, found } = await examine(well);
    expect(code).toBe(1);
    expect(found('settings')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('1-permissions and 2-embeddings are deployed'),
      remedies: expect.arrayContaining([expect.stringContaining('npm run deploy -- --plan --stage 1 2')]),
    });
  });

  test('without a fault is told with its stages', async () => {
    expect((await examine(well)).found('settings')).toMatchObject({
      state: 'ok',
      says: 'terraform.tfvars, with 1-permissions',
    });
  });

  test('has every fault told that its text shows, each with its remedy, with credentials or without', async () => {
    const text = 'region = eu-west-1\nstges = []\nstages = ["1-permissions", "6-agents"]\nproject = ["alex"]\n';
    writeFileSync(join(place.terraform, 'terraform.tfvars'), text);
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    for (const environment of [{}, none]) {
      const { code, findings } = await examine(well, environment);
      expect(code).toBe(1);
      const told = findings.filter(({ check }) => check === 'settings');
      expect(told.map(({ says }) => says)).toEqual([
        'terraform.tfvars: line 1: eu-west-1 is neither a text nor a number.',
        'terraform.tfvars: stges: there is no such setting, so it would have no effect.',
        'terraform.tfvars: project is of the wrong type.',
        'terraform.tfvars: stages: 6-agents cannot be there without 2-embeddings, 3-ingest, and 5-database.',
      ]);
      expect(told.filter(({ state, remedies }) => state !== 'problem' || remedies.length === 0)).toEqual([]);
    }
  });

  test('by which Terraform would not go is a problem: the environment, or another file, has it otherwise', async () => {
    const { code, found } = await examine(well, { TF_VAR_project: 'bobalex', TF_VAR_region: 'eu-west-1' });
    expect(code).toBe(1);
    expect(found('settings')).toMatchObject({
      state: 'problem',
      remedies: ['project: in the environment, as TF_VAR_project', expect.stringContaining('TF_VAR_project')],
    });
    writeFileSync(join(place.terraform, 'my.auto.tfvars'), 'region = "eu-west-1"\n');
    expect((await examine(well)).found('settings')?.remedies.join()).toContain('region: in terraform/my.auto.tfvars');
  });

  test('with a region that is none says which was meant, once, and asks AWS nothing there', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('us-east-1', 'us-east1'));
    const { code, found, checks } = await examine(well);
    expect(code).toBe(1);
    expect(found('settings')).toMatchObject({ state: 'problem', remedies: ['Did you mean us-east-1?'] });
    expect(found('credentials')?.state).toBe('ok');
    expect(checks).not.toContain('region');
    expect(checks).not.toContain('Lambda concurrency');
  });
});

describe('a machine', () => {
  test('without Terraform needs it to deploy, and not as a laptop', async () => {
    const without = { ALEX_TERRAFORM: join(place.folder, 'nothing-here') };
    const deploying = await examine(well, without);
    expect(deploying.code).toBe(1);
    expect(deploying.found('Terraform')?.remedies.join()).toContain('winget install Hashicorp.Terraform');
    const laptop = await examine(well, without, 'laptop');
    expect(laptop.code).toBe(0);
    expect(laptop.found('Terraform')?.state).toBe('warning');
    expect(aws.calls).toEqual([]);
  });

  test('with a Terraform that is too old', async () => {
    place.set({ version: '1.5.7' });
    const { found } = await examine(well);
    expect(found('Terraform')?.says).toBe('Terraform 1.5.7 is too old: 1.11 or later is needed.');
  });

  test('without Docker is warned, as one image needs it', async () => {
    const { code, found } = await examine(well, { ALEX_DOCKER: join(place.folder, 'nothing-here') });
    expect(code).toBe(0);
    expect(found('Docker')).toMatchObject({ state: 'warning', says: expect.stringContaining('not on this machine') });
  });

  test('without the AWS CLI is warned where it is to deploy: nobody signs in without it', async () => {
    const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !isOnPath('aws', { PATH: folder }));
    const without = { PATH: folders.join(delimiter) };
    const { code, found } = await examine(well, without);
    expect(code).toBe(0);
    expect(found('AWS CLI')).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('sign in'),
      remedies: expect.arrayContaining([expect.stringContaining('brew install awscli')]),
    });
    const laptop = await examine(well, without, 'laptop');
    expect(laptop.found('AWS CLI')).toBeUndefined();
  });

  test('with a port taken: whose, or which to set instead', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, found } = await examine(well, { ALEX_PORT: String(port) }, 'laptop');
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(found('ports')?.says).toContain(String(port));
    expect(found('ports')?.remedies.join()).toContain('ALEX_PORT');
  });

  test.each(['80', '65533', 'api'])('with ALEX_PORT=%s is told what npm start would say to it', async (set) => {
    const { code, found } = await examine(well, { ALEX_PORT: set }, 'laptop');
    expect(code).toBe(1);
    expect(found('ports')).toMatchObject({
      state: 'problem',
      says: `ALEX_PORT is "${set}", which is no port.`,
      remedies: ['Set it to a whole number from 1024 to 65532.'],
    });
  });

  const asRoot = process.getuid?.() === 0 || process.platform === 'win32';
  (asRoot ? test.skip : test)('with a data folder that it may not write to (skipped for root, who may)', async () => {
    const data = join(place.folder, 'home', 'data');
    mkdirSync(data, { recursive: true });
    chmodSync(data, 0o500);
    const { code, found } = await examine(well, {}, 'laptop');
    chmodSync(data, 0o700);
    expect(code).toBe(1);
    expect(found('data folder')?.remedies.join()).toContain('ALEX_HOME');
  });

  test('with files of an embedding model that cannot be loaded', async () => {
    const model = join(place.folder, 'home', 'models', 'all-MiniLM-L6-v2');
    mkdirSync(model, { recursive: true });
    writeFileSync(join(model, 'model.onnx'), 'x');
    const { code, found } = await examine(well, {}, 'laptop');
    expect(code).toBe(1);
    expect(found('embedding model')?.says).toContain('tokenizer.json cannot be read');
    expect(found('embedding model')?.remedies.join()).toContain(`remove ${model}`);
  });

  test('on which npm start would refuse at once is not called well', async () => {
    const home = join(place.folder, 'home');
    mkdirSync(join(home, 'data', 'database'), { recursive: true });
    writeFileSync(join(home, 'api-key.json'), '{');
    writeFileSync(join(home, 'data', 'database', 'PG_VERSION'), '');
    const { code, found } = await examine(well, { ALEX_MODEL: 'gpt5' }, 'laptop');
    expect(code).toBe(1);
    expect(found('environment')?.says).toContain('ALEX_MODEL is "gpt5"');
    expect(found('API key')?.says).toContain('is damaged');
    expect(found('API key')?.remedies.join()).toContain('Put back the file');
    expect(found('local database')).toMatchObject({ state: 'problem', remedies: [expect.stringMatching(/^Move /)] });
  });

  test('with keys in .env that Secrets Manager has a place for', async () => {
    writeFileSync(
      place.envFile,
      'ALEX_MASSIVE_KEY=planted-key-7f\nSECRET_ARN_MARKET_KEYS=arn:aws:secretsmanager:us-east-1:1:secret:a\n',
    );
    const { found, all } = await examine(well, {}, 'laptop');
    expect(found('.env')).toMatchObject({ state: 'warning' });
    expect(all).not.toContain('planted-key-7f');
  });

  test('is told in lines a person reads, with the remedy under each', async () => {
    const { code, stdout } = await place.run('doctor', ['--target', 'laptop'], {
      ALEX_PORT: '24070',
      ALEX_DOCKER: join(place.folder, 'none'),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/warning {2}Docker .*\n +-> Install Docker/);
  });
});

test('a deployment that was not to be looked at is not called one that is not there', async () => {
  writeFileSync(place.envFile, 'AWS_REGION=us-east-1\nFUNCTION_NAME_API=alex-api\n');
  const { stdout } = await place.run('doctor', ['--target', 'laptop'], { ALEX_PORT: '24070' });
  expect(stdout).toContain(
    'AWS was not looked at, as --target laptop was asked for. To look: npm run doctor -- --target aws\n',
  );
});

test('a refusal of JSON services is one for the doctor too', async () => {
  const { found } = await examine({
    ...well,
    GetAccountSettings: refusal(
      'UnrecognizedClientException',
      'The security token included in the request is invalid',
      403,
    ),
  });
  expect(found('Lambda concurrency')?.says).toContain('AWS does not know these credentials');
});
