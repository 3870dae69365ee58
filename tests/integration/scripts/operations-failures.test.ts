// Scripts against an AWS that refuses, with a server of ours in AWS's place: each ends with 1 and a sentence that says what to do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identity, startAwsServer } from '../../setup/deployment/aws-server.ts';
import { runScript, type Ran } from '../../setup/run-script.ts';

const home = mkdtempSync(join(tmpdir(), 'alex-failures-'));
const inHome = (...names: string[]): string => join(home, ...names);
const DEPLOYED = `AWS_REGION="eu-west-1"
DATABASE_CLUSTER_ARN="arn:aws:rds:eu-west-1:123456789012:cluster:alex"
DATABASE_SECRET_ARN="arn:aws:secretsmanager:eu-west-1:123456789012:secret:alex"
DATABASE_NAME="alex"
QUEUE_URL_ANALYSIS_JOBS="https://sqs.eu-west-1.amazonaws.com/123456789012/alex-analysis-jobs"
DEAD_LETTER_QUEUE_ANALYSIS_JOBS="alex-analysis-jobs-dlq"
FUNCTION_NAME_API="alex-api"
FUNCTION_NAME_INGEST="alex-ingest"
FUNCTION_NAME_SEARCH="alex-search"
LOG_GROUP_API="/aws/lambda/alex-api"
`;
const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

/** How the next requests are refused. */
let refusal = { status: 400, type: 'ExpiredTokenException', message: '' };
let server: Server;
let url = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { status, type, message } = refusal;
    const body = JSON.stringify({ __type: type, message, Message: message });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(inHome('deployed.env'), DEPLOYED);
  writeFileSync(inHome('own.env'), 'ALEX_MODEL=narrator\n');
  writeFileSync(
    inHome('early.env'),
    'AWS_REGION="eu-west-1"\nEMBEDDINGS_ENDPOINT_NAME="alex-embeddings"\nALEX_STAGES="1-permissions 2-embeddings"\n',
  );
  writeFileSync(inHome('terraform.tfvars'), 'stages = ["1-permissions", "2-embeddings"]\n');
  writeFileSync(inHome('a.md'), '# A text\n\nWith a sentence.');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function run(
  script: string,
  args: readonly string[],
  file: string,
  env: Readonly<Record<string, string>> = KEYS,
  target: readonly string[] = ['--target', 'aws'],
): Promise<Ran> {
  return runScript(script, [...args, ...target], {
    ALEX_HOME: inHome('alex'),
    ALEX_ENV_FILE: inHome(file),
    ALEX_TERRAFORM_FOLDER: home,
    HOME: home,
    USERPROFILE: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: url,
    ...env,
  });
}

const scripts: [name: string, args: string[]][] = [
  ['logs.ts', []],
  ['check-db.ts', []],
  ['check-job.ts', []],
  ['migrate.ts', []],
  ['smoke.ts', ['--yes']],
  ['redrive.ts', ['--list']],
  ['ingest.ts', [inHome('a.md')]],
  ['search.ts', ['word']],
];

describe('without a fleet on AWS', () => {
  test.each([
    ['no .env', 'none.env', 'is not there'],
    ['an .env of settings of one’s own', 'own.env', 'names nothing that is deployed'],
  ])('%s is said, with npm run env', async (_, file, says) => {
    const { code, stdout, stderr } = await run('check-db.ts', [], file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toContain('npm run env');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test.each([
    ['check-db.ts', [], '5-database.md, then: npm run deploy -- --stage 5\n'],
    ['search.ts', ['word'], '3-ingest.md, then: npm run deploy -- --stage 3\n'],
    ['logs.ts', [], 'npm run env'],
    ['redrive.ts', [], 'npm run deploy -- --stage 3 5 6\n'],
    ['secrets.ts', [], 'npm run deploy -- --stage 3 4\n'],
    ['test-full.ts', [], 'Deploy them together: npm run deploy -- --stage 3 5 6\n'],
    ['research.ts', [], 'npm run deploy -- --stage 3 4\n'],
    ['research.ts', ['--topic', 'x'], 'npm run deploy -- --stage 3 4\n'],
  ])(
    'half of a stack: %s names the stage that it waits for, and the command that adds it',
    async (script, args, stage) => {
      const { code, stderr } = await run(script, args, 'early.env');
      expect({ code, says: stderr.includes(stage) ? stage : stderr }).toEqual({ code: 1, says: stage });
      expect(stderr).not.toMatch(/ {4}at /);
    },
  );
});

describe('which fleet it is', () => {
  const silent: [name: string, args: string[]][] = [
    ['logs.ts', ['--json']],
    ['check-job.ts', ['--json']],
    ['redrive.ts', ['--list']],
    ['ingest.ts', [inHome('a.md'), '--json']],
    ['search.ts', ['word', '--json']],
    ['secrets.ts', []],
    ['research.ts', []],
  ];
  test.each(silent)('%s goes to AWS unasked, and says nothing of it', async (script, args) => {
    refusal = { status: 400, type: 'ValidationException', message: '' };
    const { stdout, stderr } = await run(script, args, 'deployed.env', KEYS, []);
    expect(stderr).toMatch(
      /^On AWS \(eu-west-1\), as Alex does not run on this laptop\. For the laptop: --target laptop\n/,
    );
    expect(stdout).not.toContain('On AWS');
  });

  test('who asked for one is told what they know', async () => {
    const { stderr } = await run('search.ts', ['word'], 'deployed.env');
    expect(stderr).not.toContain('--target');
  });
});

describe('an AWS that refuses', () => {
  test.each(scripts)('no credentials: %s says how to sign in', async (script, args) => {
    const { code, stderr } = await run(script, args, 'deployed.env', {});
    expect(code).toBe(1);
    expect(stderr).toContain('There are no AWS credentials on this machine.');
    expect(stderr).toContain('aws sso login');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test.each(scripts.filter((_, index) => index % 3 === 0))('expired credentials: %s says so', async (script, args) => {
    refusal = {
      status: 400,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    };
    const { code, stderr } = await run(script, args, 'deployed.env');
    expect(code).toBe(1);
    expect(stderr).toContain('The AWS credentials have expired.');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test.each([
    ['check-db.ts', [], 'rds-data:ExecuteStatement'],
    ['search.ts', ['word'], 'lambda:InvokeFunction'],
    ['logs.ts', [], 'logs:FilterLogEvents'],
  ])('a missing permission: %s names it', async (script, args, action) => {
    refusal = {
      status: 403,
      type: 'AccessDeniedException',
      message: `User: arn:aws:iam::1:user/a is not authorized to perform: ${action} on resource: x`,
    };
    const { code, stderr } = await run(script, args, 'deployed.env');
    expect({ code, says: stderr.includes(action) ? action : stderr }).toEqual({ code: 1, says: action });
  });

  test.each([
    [
      'AccessDeniedException',
      'not authorized to perform: secretsmanager:GetSecretValue on resource: x',
      'GetSecretValue',
    ],
    ['ResourceNotFoundException', 'no value for staging label: AWSCURRENT', 'Write one: npm run secrets'],
  ])("the researcher's key: %s is told with what mends that", async (type, message, says) => {
    const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:alex/researcher-key';
    const more = `RESEARCHER_URL="${url}"\nSECRET_ARN_RESEARCHER_KEY="${arn}"\n`;
    writeFileSync(inHome('researcher.env'), DEPLOYED + more);
    refusal = { status: 400, type, message };
    const { code, stderr } = await run('research.ts', ['--topic', 'x'], 'researcher.env');
    expect({ code, says: stderr.includes(says) ? says : stderr }).toEqual({ code: 1, says });
    expect(stderr.includes('npm run secrets')).toBe(says.includes('npm run secrets'));
  });

  test.each([...scripts, ['seed.ts', []], ['reset-db.ts', ['--yes']], ['secrets.ts', []]] as typeof scripts)(
    'credentials of another account: %s names both and does nothing',
    async (script, args) => {
      const strangers = await startAwsServer();
      strangers.answer({ GetCallerIdentity: identity('arn:aws:iam::210987654321:user/ada', '210987654321') });
      try {
        const { code, stderr } = await run(script, args, 'deployed.env', {
          ...KEYS,
          AWS_PROFILE: '',
          AWS_ENDPOINT_URL: strangers.url,
        });
        expect(code).toBe(1);
        expect(stderr).toContain('of account 210987654321');
        expect(stderr).toContain('what .env names is in account 123456789012. Nothing was done.');
        expect(stderr).toContain('AWS_PROFILE is not set, and AWS_ACCESS_KEY_ID is. Set AWS_PROFILE to a profile of');
        expect(strangers.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
      } finally {
        await strangers.close();
      }
    },
  );

  test('a function that may not be invoked: smoke says what to do, too', async () => {
    refusal = {
      status: 403,
      type: 'AccessDeniedException',
      message: 'User: arn:aws:iam::1:user/a is not authorized to perform: lambda:InvokeFunction on resource: x',
    };
    const { code, stdout } = await run('smoke.ts', ['--yes'], 'deployed.env');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /✗ ingest .*AWS refuses what is asked: these credentials may not do lambda:InvokeFunction\.\n/,
    );
    expect(stdout).toContain('    Put your user into the group of those who may deploy: guides/1-permissions.md\n');
  });

  test('of what is not deployed yet smoke does not say that it works', async () => {
    const { code, stdout } = await run('smoke.ts', ['--yes'], 'early.env');
    expect(code).toBe(1);
    expect(stdout).toContain('– tagger');
    expect(stdout).toMatch(/\nNothing was tried: none of it is deployed yet\.\n$/);
  });

  test('and does not ask whether to do what it cannot', async () => {
    const { code, stdout, stderr } = await run('smoke.ts', [], 'early.env');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Nothing was tried: none of it is deployed yet.');
  });

  test('a function that was destroyed since .env was written', async () => {
    refusal = {
      status: 404,
      type: 'ResourceNotFoundException',
      message: 'Function not found: arn:aws:lambda:eu-west-1:1:function:alex-search',
    };
    const { code, stderr } = await run('search.ts', ['word'], 'deployed.env');
    expect(code).toBe(1);
    expect(stderr).toContain('not in this AWS account in eu-west-1');
    expect(stderr).toContain('npm run env');
  });

  test('logs of a stack that is gone: what to do is said, and it is no success', async () => {
    refusal = {
      status: 400,
      type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    };
    const { code, stderr } = await run('logs.ts', [], 'deployed.env');
    expect(code).toBe(1);
    expect(stderr).toContain('No log group is on AWS (eu-west-1) for api, though .env names it.');
    expect(stderr).toContain('npm run env');
    expect(stderr).toContain('npm run deploy');
  });

  test.each([
    ['step=report', '--filter "{ $.step = report }"'],
    ['[oops', `--filter '"[oops"'`],
    ['{ $.x =', 'FilterAndPatternSyntax'],
  ])('logs --filter %s: the right form is said', async (pattern, says) => {
    refusal = { status: 400, type: 'InvalidParameterException', message: 'Invalid filter pattern' };
    const { code, stderr } = await run('logs.ts', ['--filter', pattern], 'deployed.env');
    expect({ code, says: stderr.includes(says) ? says : stderr }).toEqual({ code: 1, says });
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test('what AWS does not take is said without a stack', async () => {
    refusal = { status: 400, type: 'ValidationException', message: '1 validation error detected.' };
    const { code, stderr } = await run('search.ts', ['word'], 'deployed.env');
    expect(code).toBe(1);
    expect(stderr).toContain('does not take what this command asks for');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test('what costs is not begun without a yes', async () => {
    const { code, stderr } = await run('smoke.ts', [], 'deployed.env');
    expect(code).toBe(1);
    expect(stderr).toContain('--yes');
  });
});
