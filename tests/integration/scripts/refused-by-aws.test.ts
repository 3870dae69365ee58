// What AWS refuses for a reason that neither other keys nor the deployers' group mend: a student who is sent for those makes them for nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { identity, refusal, stsRefusal, type AwsScript } from '../../setup/deployment/aws-server.ts';
import { credentials, VARIABLES } from '../../setup/deployment/workplace.ts';
import { aws, inWorkplaces, place } from '../../setup/deployment/workplaces.ts';

const finding = z.object({ check: z.string(), state: z.string(), says: z.string(), remedies: z.array(z.string()) });
const report = z.object({ aws: z.array(finding) });

inWorkplaces();

async function doctor(script: AwsScript) {
  aws.answer(script);
  const { stdout, code } = await place.run('doctor', ['--target', 'aws', '--json'], credentials);
  const found = report.parse(JSON.parse(stdout)).aws;
  return { code, found: (check: string) => found.filter((one) => one.check === check) };
}

const unknownKey = stsRefusal('InvalidClientTokenId', 'The security token included in the request is invalid');
/** An account that has not enabled Milan. */
const withoutMilan: AwsScript = {
  GetCallerIdentity: ({ region }) => (region === 'eu-south-1' ? unknownKey : identity()),
};

test('a region that the account has not enabled is told as such by the doctor, and neither called well nor laid to the keys', async () => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('us-east-1', 'eu-south-1'));
  const { code, found } = await doctor(withoutMilan);
  expect(code).toBe(1);
  expect(found('credentials')).toMatchObject([{ state: 'ok', says: expect.stringContaining('123456789012') }]);
  expect(found('region')).toMatchObject([
    {
      state: 'problem',
      says: 'AWS knows these credentials, and not in eu-south-1: this account has not enabled that region.',
      remedies: expect.arrayContaining([expect.stringContaining('aws account enable-region --region-name eu-south-1')]),
    },
  ]);
  expect(found('S3 Vectors')).toEqual([]);
});

test('a region that the account has not enabled ends a deployment with what to do', async () => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('us-east-1', 'eu-south-1'));
  aws.answer(withoutMilan);
  const { code, stderr } = await place.run('deploy', ['--plan'], credentials);
  expect(code).toBe(1);
  expect(stderr).toContain('this account has not enabled that region.\n');
  expect(stderr).not.toContain('mistyped');
});

test('keys that AWS knows nowhere are told as mistyped or deleted, in such a region too', async () => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES.replace('us-east-1', 'eu-south-1'));
  const { found } = await doctor({ GetCallerIdentity: unknownKey });
  expect(found('credentials')).toMatchObject([
    { state: 'problem', says: expect.stringContaining('mistyped, deleted') },
  ]);
  expect(aws.calls.map(({ operation, region }) => `${operation} ${region}`)).toEqual([
    'GetCallerIdentity eu-south-1',
    'GetCallerIdentity us-east-1',
  ]);
});

test('a model in a region that the account has not enabled is not laid to the keys', async () => {
  writeFileSync(
    join(place.terraform, 'terraform.tfvars'),
    `${VARIABLES}model_settings = { ALEX_MODEL = "bedrock:some.model@eu-south-1" }\n`,
  );
  const invalid = refusal('UnrecognizedClientException', 'The security token included in the request is invalid.', 403);
  const { found } = await doctor({ GetCallerIdentity: identity(), GetFoundationModelAvailability: invalid });
  expect(found('model some.model')).toMatchObject([
    { state: 'problem', says: expect.stringContaining('has not enabled that region') },
  ]);
});

// In AWS's own words, which are of the account: no group helps, and nothing that hangs on Bedrock will work.
test.each([
  ['AccessDeniedException', 'Your account is not authorized to invoke this API operation.', 403],
  ['ValidationException', 'Operation not allowed', 400],
])(
  'an account that Bedrock is not open to (%s: %s) has to be mended, and not by a group',
  async (name, said, status) => {
    for (const [model, asked] of [
      ['some.model', 'GetFoundationModelAvailability'],
      ['us.some.model', 'GetInferenceProfile'],
    ] as const) {
      const settings = `${VARIABLES}model_settings = { ALEX_MODEL = "bedrock:${model}@us-west-2" }\n`;
      writeFileSync(join(place.terraform, 'terraform.tfvars'), settings);
      const { code, found } = await doctor({ GetCallerIdentity: identity(), [asked]: refusal(name, said, status) });
      expect(code).toBe(1);
      expect(found(`model ${model}`)).toMatchObject([
        { state: 'problem', says: expect.stringContaining('AWS refuses this to the account itself') },
      ]);
      const remedies = found(`model ${model}`).flatMap((one) => one.remedies);
      expect(remedies).toContainEqual(expect.stringContaining('Support, "Account and billing"'));
      expect(remedies).toContainEqual(expect.stringContaining('ALEX_MODEL = "narrator"'));
      expect(JSON.stringify(found('rights'))).not.toContain('bedrock:');
    }
  },
);

test('what a service control policy refuses is not answered with the group of deployers', async () => {
  writeFileSync(join(place.terraform, 'terraform.tfvars'), VARIABLES);
  const denied = (action: string) =>
    refusal(
      'AccessDeniedException',
      `User: arn:aws:sts::123456789012:assumed-role/Dev/ada is not authorized to perform: ${action} with an explicit deny in a service control policy`,
      403,
    );
  const { code, found } = await doctor({
    GetCallerIdentity: identity(),
    ListVectorBuckets: denied('s3vectors:ListVectorBuckets'),
    GetAccountSettings: denied('lambda:GetAccountSettings'),
    ListServiceQuotas: denied('servicequotas:ListServiceQuotas'),
    GetFoundationModelAvailability: denied('bedrock:GetFoundationModelAvailability'),
  });
  expect(code).toBe(1);
  expect(found('rights')).toMatchObject([
    {
      state: 'problem',
      says: expect.stringMatching(/^Refused by a service control policy: s3vectors:ListVectorBuckets, /),
    },
  ]);
  const remedies = found('rights')
    .flatMap((one) => one.remedies)
    .join('\n');
  expect(remedies).toContain('ask whoever administers the organisation');
  expect(remedies).not.toContain('Put your user into');
});
