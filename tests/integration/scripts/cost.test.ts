// npm run cost: the estimate is of what terraform.tfvars says, and Cost Explorer is asked only after a yes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { identity, refusal, type AwsScript } from '../../setup/deployment/aws-server.ts';
import { credentials } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';

inWorkplaces();

const estimate = z.object({
  usdPerDay: z.number(),
  stages: z.array(z.object({ stage: z.string(), on: z.boolean(), usdPerDay: z.number() })),
  analysis: z.object({ model: z.string(), tokensUsd: z.number(), unknownModels: z.array(z.string()) }),
});
async function estimated(variables: string, ...args: string[]) {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), variables);
  const { stdout } = await place.run('cost', ['--json', ...args]);
  return estimate.parse(JSON.parse(stdout));
}
const all = 'stages = ["1-permissions", "2-embeddings", "3-ingest", "4-researcher", "5-database", "6-agents"]\n';

describe('an estimate', () => {
  test('is of the stages that are on', async () => {
    const { usdPerDay, stages } = await estimated('stages = ["1-permissions", "5-database"]\n');
    expect(stages.filter(({ on }) => on).map(({ stage }) => stage)).toEqual(['1-permissions', '5-database']);
    expect(usdPerDay).toBeGreaterThan(0);
    expect(usdPerDay).toBeLessThan(0.05);
  });

  test('counts a database that the sweeper keeps awake day and night, and one that it lets sleep', async () => {
    const agents = ({ stages }: z.infer<typeof estimate>) =>
      stages.find(({ stage }) => stage === '6-agents')?.usdPerDay ?? 0;
    // Two secrets, two alarms, and half a capacity unit for 24 hours at $0.12.
    expect(agents(await estimated(all))).toBeCloseTo(1.44 + 0.0263 + 0.0066, 3);
    const hourly = await estimated(`${all}schedule_rates = { sweeper = "rate(1 hour)" }\n`);
    expect(agents(hourly)).toBeCloseTo(0.144 + 0.0263 + 0.0066, 3);
  });

  test("takes a model's tokens at its price, nothing for the narrator, and says where it knows none", async () => {
    const analysis = async (name: string) => (await estimated(all, '--model', name)).analysis;
    const model = async (name: string) => (await analysis(name)).tokensUsd;
    expect(await model('narrator')).toBe(0);
    // 100,000 tokens in at $0.15 a million, 26,000 out at $0.60.
    expect(await model('bedrock:openai.gpt-oss-120b-1:0@us-west-2')).toBeCloseTo(0.0306, 6);
    expect(await model('openai:gpt-4.1-mini@https://api.openai.com/v1')).toBeCloseTo(0.0816, 6);
    expect(await analysis('openai:local@http://127.0.0.1:11434/v1')).toMatchObject({
      tokensUsd: 0,
      unknownModels: ['openai:local@127.0.0.1:11434'],
    });
  });

  test('says whose prices these are where the deployment is elsewhere, and what is not counted', async () => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), `${all}region = "sa-east-1"\ndatabase_backup_days = 35\n`);
    const { stdout } = await place.run('cost', []);
    expect(stdout).toContain('Estimated from list prices of us-east-1');
    expect(stdout).toContain(
      'These are prices of us-east-1, and not of sa-east-1: most regions ask up to a third more',
    );
    expect(stdout).toMatch(/^Not counted: database_backup_days \(.*\)\.$/m);
    expect(stdout).toMatch(/^The stages that are on: at least /m);
    const elsewhere = await place.run('cost', [], { TF_VAR_vpc_endpoints: '["sqs"]' });
    expect(elsewhere.stdout).toContain('TF_VAR_vpc_endpoints (only Terraform reads it)');
  });

  test.each([
    ['stages = ["1-permissions", "3-ingset"]', 'Did you mean "3-ingest"?'],
    ['stges = ["1-permissions"]', 'Did you mean stages?'],
    ['stages = ["1-permissions"', 'the [ is not closed'],
    ['stages = [1, 2]', 'there is no 1. Did you mean "1-permissions"?'],
    ['stages = ["1-permissions", "6-agents"]', 'npm run cost -- --stage 1 2 3 5 6'],
    ['foo = {', 'the { is not closed'],
  ])('is not made of a file that cannot be deployed: %s', async (text, says) => {
    writeFileSync(join(place.terraform, 'terraform.tfvars'), text);
    const { code, stdout, stderr } = await place.run('cost', []);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('is not made of a model that ALEX_MODEL may not name, and takes one as reports sign', async () => {
    const { code, stderr } = await place.run('cost', ['--model', 'gpt-5']);
    expect(code).toBe(1);
    expect(stderr).toContain('--model is "gpt-5", which names no model');
    expect(stderr).toContain('Did you mean openai:gpt-5@https://api.openai.com/v1?');
    const signed = await place.run('cost', ['--model', 'openai:gpt-5@api.openai.com']);
    expect(signed.stdout).toContain('One analysis with openai:gpt-5@api.openai.com: $');
  });

  test('of a price that is not known is the least, in the line, the stage and the sum', async () => {
    const { stdout } = await place.run('cost', ['--stage', '1,2,3,4', '--model', 'openai:x@http://127.0.0.1:1/v1']);
    expect(stdout).toMatch(/^4-researcher +on +at least \$.*tokens of \d+ notes: their price is not known here$/m);
    expect(stdout).toMatch(
      /^The stages that are on: at least \$[\d.]+ a day, at least \$[\d.]+ a month, without use\.$/m,
    );
    expect(stdout).not.toMatch(/not known here\)? \$0/);
  });

  test('by the example says so, as something may be deployed that no terraform.tfvars names', async () => {
    const { stdout } = await place.run('cost', []);
    expect(stdout).toMatch(/^There is no terraform\/terraform\.tfvars here: .* those of its example\.\n\nEstimated/);
    writeFileSync(place.envFile, 'ALEX_STAGES=1-permissions 2-embeddings 3-ingest\n');
    const left = await place.run('cost', []);
    expect(left.stdout).toContain(
      ' names as deployed 1-permissions, 2-embeddings, and 3-ingest: npm run cost -- --stage 1 2 3\n',
    );
    const asked = await place.run('cost', ['--stage', '1']);
    expect(asked.stdout).toMatch(/^Estimated/);
    writeFileSync(join(place.terraform, 'terraform.tfvars'), all);
    expect((await place.run('cost', [])).stdout).toMatch(/^Estimated/);
  });

  test('asks nobody, and has its date and its sources', async () => {
    const { stdout, code } = await place.run('cost', []);
    expect(code).toBe(0);
    expect(stdout).toMatch(/as of \d{4}-\d\d-\d\d, without free tiers/);
    expect(aws.calls).toEqual([]);
  });
});

test('days that were asked for without what they are of stand in the command that is proposed', async () => {
  expect((await place.run('cost', ['--days', '5'])).stderr).toContain('With it: npm run cost -- --actual --days 5\n');
  const tagged = await place.run('cost', ['--tagged']);
  expect(tagged.stderr).toContain('npm run cost -- --actual --tagged --days 30');
});

describe('what was charged', () => {
  const day = (service: string, Amount: string, recordType = 'Usage') => ({
    Keys: [service, recordType],
    Metrics: { UnblendedCost: { Amount, Unit: 'USD' } },
  });
  const pages = [
    {
      body: { ResultsByTime: [{ Groups: [day('AWS Lambda', '0.10'), day('Amazon RDS', '1.5')] }], NextPageToken: 'p2' },
    },
    { body: { ResultsByTime: [{ Groups: [day('AWS Lambda', '0.15'), day('AWS KMS', '0.0001')] }] } },
  ];
  const actual = (script: AwsScript, ...args: string[]) => {
    aws.answer({ GetCallerIdentity: identity(), ...script });
    return place.run('cost', ['--actual', ...args], credentials);
  };

  test('is added up over days and pages, dearest first', async () => {
    const { code, stdout } = await actual({ GetCostAndUsage: pages }, '--yes');
    expect(code).toBe(0);
    expect(stdout).toContain('The whole account used $1.75');
    expect(stdout).toMatch(/Amazon RDS +\$1\.50\nAWS Lambda +\$0\.25\n/);
    expect(stdout).not.toContain('KMS');
    expect(stdout).not.toContain('To pay');
  });

  test('is what was used, although credits paid it, and what AWS gave back stands on lines of its own', async () => {
    const Groups = [
      day('Amazon RDS', '3.50', 'Usage'),
      day('Amazon RDS', '-3.50', 'Credit'),
      day('AWS Lambda', '0.25', 'Usage'),
      day('AWS Lambda', '-0.5', 'Refund'),
      day('Tax', '0.40', 'Tax'),
      ...Array.from({ length: 6 }, (_, i) => day(`Small ${i}`, '0.004', 'Usage')),
    ];
    const { stdout } = await actual({ GetCostAndUsage: { body: { ResultsByTime: [{ Groups }] } } }, '--yes');
    expect(aws.calls.find(({ operation }) => operation === 'GetCostAndUsage')?.body).toContain('"RECORD_TYPE"');
    expect(stdout).toContain('The whole account used $3.77');
    expect(stdout).toMatch(/Amazon RDS +\$3\.50\nAWS Lambda +\$0\.25\nothers, each below half a cent +\$0\.02\n/);
    expect(stdout).toContain('Credits: -$3.50\nRefunds: -$0.50\nTaxes: $0.40\nTo pay of that: $0.17\n');
  });

  test('is told to lack --actual, where its flags stand without it', async () => {
    for (const flags of [['--days', '10'], ['--tagged']]) {
      const { code, stderr } = await place.run('cost', flags, credentials);
      expect(code).toBe(1);
      expect(stderr).toContain('which --actual asks for');
    }
  });

  test('is not asked for without a yes, as asking costs a cent', async () => {
    const { code, stderr } = await actual({ GetCostAndUsage: pages });
    expect(code).toBe(1);
    expect(stderr).toContain('of account 123456789012. Ask it?');
    expect(stderr).toContain('--yes');
    expect(aws.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
    writeFileSync(place.envFile, 'ALEX_ACCOUNT=210987654321\n');
    expect((await actual({})).stderr).toContain('What .env names is in account 210987654321.');
  });

  test('is not asked about where nobody could answer: no cent is agreed to for nothing', async () => {
    aws.answer({});
    const { code, stderr } = await place.run('cost', ['--actual'], {});
    expect(code).toBe(1);
    expect(stderr).toContain('There are no AWS credentials on this machine.');
    expect(stderr).not.toContain('$0.01');
  });

  test.each([
    [
      'a Cost Explorer that is not switched on',
      refusal('AccessDeniedException', 'User not enabled for cost explorer access'),
      'open it once in the console',
    ],
    [
      'no permission',
      refusal('AccessDeniedException', 'User: x is not authorized to perform: ce:GetCostAndUsage'),
      'may not do ce:GetCostAndUsage',
    ],
    [
      'a switch of the root user that goes above every policy',
      refusal('AccessDeniedException', 'User: x is not authorized to perform: ce:GetCostAndUsage'),
      '"IAM user and role access to Billing information", Activate',
    ],
    [
      'an organisation that forbids it',
      refusal(
        'AccessDeniedException',
        'User: x is not authorized to perform: ce:GetCostAndUsage with an explicit deny in a service control policy',
      ),
      'ask whoever administers the organisation',
    ],
    [
      'an expired token',
      refusal('ExpiredTokenException', 'The security token included in the request is expired'),
      'aws sso login',
    ],
  ])('with %s: what to do', async (_, answer, says) => {
    const { code, stderr } = await actual({ GetCostAndUsage: answer }, '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(says);
  });
});
