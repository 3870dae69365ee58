// npm run env: what is deployed into .env, beside what a person wrote there.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../../setup/deployment/workplace.ts';

const value = (of: unknown) => ({ value: of });
const outputs = {
  environment: value({ AWS_REGION: 'us-east-1', DATABASE_NAME: 'alex' }),
  functions: value({ api: 'alex-api', 'slow-one': 'alex-slow-one' }),
  secrets: value({ 'market-keys': 'arn:aws:secretsmanager:us-east-1:123456789012:secret:alex/market-keys-AbCdEf' }),
  http_api_url: value('https://abc.execute-api.us-east-1.amazonaws.com'),
  rest_api_url: value(null),
  next_step: value('Read guides/2-embeddings.md.'),
};

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
  place.set({ outputs });
});
afterEach(() => {
  place.remove();
});
const env = (...args: string[]) => place.run('env', args);
const written = () => readFileSync(place.envFile, 'utf8');

test('a deployment that was stopped before it knew its outputs is half made, and not nothing', async () => {
  const api = {
    address: 'module.lambda["api"].aws_lambda_function.this',
    mode: 'managed',
    type: 'aws_lambda_function',
  };
  place.set({ outputs: {}, state: { root_module: { resources: [{ ...api, values: {} }] } } });
  const { code, stderr } = await env();
  expect(code).toBe(1);
  expect(stderr).toContain('half made: 1 thing is there');
  expect(stderr).toContain('npm run deploy');
  expect(stderr).not.toContain('knows of nothing');
});

describe('a backend.tf that Terraform has not looked at yet', () => {
  const said =
    'Error: Backend initialization required, please run "terraform init"\n\nReason: Initial configuration of the requested backend "s3"';
  beforeEach(() => {
    place.set({ fails: { show: said } });
    writeFileSync(join(place.terraform, 'backend.tf'), '');
  });

  test('sends nobody who comes to a state of others to move one of their own', async () => {
    const { code, stderr } = await env();
    expect(code).toBe(1);
    expect(stderr).toMatch(/Have it do so: terraform -chdir=terraform init\n {2}Then the same command again\n/);
    expect(stderr).not.toContain('-migrate-state');
  });

  test('has whoever deployed before move the state that is here', async () => {
    const resources = [{ mode: 'managed', instances: [{}] }];
    writeFileSync(join(place.terraform, 'terraform.tfstate'), JSON.stringify({ lineage: 'a', resources }));
    expect((await env()).stderr).toContain('terraform -chdir=terraform init -migrate-state');
  });
});

describe('.env', () => {
  test('is made from the outputs, for this user alone, and the same again changes nothing', async () => {
    expect(await env()).toMatchObject({ code: 0, stderr: '' });
    expect(written()).toContain('\nAWS_REGION=us-east-1\n');
    expect(written()).toContain('\nFUNCTION_NAME_SLOW_ONE=alex-slow-one\n');
    expect(written()).not.toContain('REST_API_URL');
    if (process.platform !== 'win32') expect(statSync(place.envFile).mode & 0o777).toBe(0o600);
    const before = written();
    expect((await env()).stdout).toContain('Nothing has changed');
    expect(written()).toBe(before);
  });

  test('that PowerShell wrote as UTF-16 is left as it is, and how to save it is said', async () => {
    const theirs = Buffer.from('\ufeffALEX_MODEL=narrator\r\n', 'utf16le');
    writeFileSync(place.envFile, theirs);
    const { code, stderr } = await env();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('is saved as UTF-16') });
    expect(stderr).toContain('Set-Content -Encoding utf8');
    expect(readFileSync(place.envFile)).toEqual(theirs);
  });

  test("keeps a person's lines, before and after, and what they say themselves counts", async () => {
    writeFileSync(place.envFile, '# mine\nALEX_MODEL=narrator\nAWS_REGION=eu-central-1\n');
    const { stdout } = await env();
    expect(stdout).toContain('AWS_REGION stands in a line of your own, which counts and says something else');
    writeFileSync(place.envFile, `${written()}\nLATER='my own'\n`);
    place.set({ outputs: { ...outputs, functions: value({ api: 'alex-two-api' }) } });
    await env();
    expect(written()).toMatch(/^# mine\nALEX_MODEL=narrator\nAWS_REGION=eu-central-1\n/);
    expect(written()).toContain("LATER='my own'");
    expect(written()).toContain('FUNCTION_NAME_API=alex-two-api');
    expect(written()).not.toContain('SLOW_ONE');
    expect(written().match(/AWS_REGION/g)).toHaveLength(1);
  });

  test('tells of a key in plain text that Secrets Manager has a place for, without saying it', async () => {
    writeFileSync(place.envFile, 'ALEX_MASSIVE_KEY=planted-key-7f\n');
    const { all } = await env();
    expect(all).toContain('ALEX_MASSIVE_KEY stands there in plain text. The secret market-keys is for it');
    expect(all).not.toContain('planted-key-7f');
  });

  test('is not touched by --json, which prints the variables', async () => {
    const { stdout } = await env('--json', '--target', 'aws');
    expect(JSON.parse(stdout)).toMatchObject({
      DATABASE_NAME: 'alex',
      HTTP_API_URL: 'https://abc.execute-api.us-east-1.amazonaws.com',
    });
    expect(() => written()).toThrow('ENOENT');
  });
});

describe('without', () => {
  test('anything deployed: deploy first', async () => {
    place.set({});
    const { code, stderr } = await env();
    expect(code).toBe(1);
    expect(stderr).toContain('npm run deploy');
  });

  test('Terraform: where to get it', async () => {
    const { code, stderr } = await place.run('env', [], { ALEX_TERRAFORM: 'no-such-terraform' });
    expect(code).toBe(1);
    expect(stderr).toContain('There is no program no-such-terraform, which ALEX_TERRAFORM names.');
    expect(stderr).toContain('brew install hashicorp/tap/terraform');
  });
});
