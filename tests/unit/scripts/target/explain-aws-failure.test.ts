import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../../scripts/analysis/command-error.ts';
import { explainAwsFailure } from '../../../../scripts/target/explain-aws-failure.ts';

const onAws = { name: 'aws', region: 'eu-west-1' } as const;
const failure = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more });
const explained = (error: unknown, where: Parameters<typeof explainAwsFailure>[1] = onAws): string => {
  const found = explainAwsFailure(error, where);
  return found === undefined ? '' : [found.message, ...found.lines].join('\n');
};

describe('what AWS answers is told as what a student can do', () => {
  test.each([
    [
      'no credentials',
      'CredentialsProviderError',
      'Could not load credentials from any providers',
      'no AWS credentials',
      'aws sso login',
    ],
    [
      'a session that ran out',
      'CredentialsProviderError',
      'The SSO session associated with this profile has expired.',
      'expired',
      'aws sso login',
    ],
    [
      'temporary keys that ran out',
      'ExpiredTokenException',
      'The security token included in the request is expired',
      'expired',
      'AWS_SESSION_TOKEN',
    ],
    [
      'a deleted key',
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      'does not know',
      'aws configure list',
    ],
    [
      'a clock that is wrong',
      'InvalidSignatureException',
      'Signature expired: 20260101T000000Z is now earlier than',
      'clock',
      'Set the time',
    ],
    [
      'a missing permission',
      'AccessDeniedException',
      'User: arn:aws:iam::1:user/a is not authorized to perform: lambda:InvokeFunction on resource: x',
      'lambda:InvokeFunction',
      '1-permissions',
    ],
    [
      'what an organisation forbids',
      'AccessDeniedException',
      'User: arn:aws:sts::1:assumed-role/Dev/a is not authorized to perform: lambda:InvokeFunction on resource: x with an explicit deny in a service control policy: arn:aws:organizations::2:policy/o-1/service_control_policy/p-1',
      'AWS refuses lambda:InvokeFunction, by a service control policy.',
      'ask whoever administers the organisation',
    ],
    [
      'what a session may not',
      'AccessDenied',
      'User: x is not authorized to perform: sqs:SendMessage on resource: y because no session policy allows the sqs:SendMessage action',
      'AWS refuses sqs:SendMessage, by a session policy.',
      'sign in as the role itself',
    ],
    [
      'what a policy of the user forbids',
      'AccessDenied',
      'User: x is not authorized to perform: sqs:SendMessage on resource: y with an explicit deny in an identity-based policy',
      'AWS refuses sqs:SendMessage, by an identity-based policy.',
      'forbids it outright',
    ],
    [
      'what nobody has allowed',
      'AccessDenied',
      'User: x is not authorized to perform: sqs:SendMessage on resource: y because no identity-based policy allows the sqs:SendMessage action',
      'these credentials may not do sqs:SendMessage.',
      'Put your user into the group',
    ],
    [
      'what the policy of a queue forbids',
      'AccessDenied',
      'User: x is not authorized to perform: sqs:SendMessage on resource: y with an explicit deny in a resource-based policy',
      'by a resource-based policy.',
      'A policy of the thing itself',
    ],
    [
      'a network that lets less through',
      'AccessDenied',
      'User: x is not authorized to perform: sqs:SendMessage on resource: y because no VPC endpoint policy allows the sqs:SendMessage action',
      'by a VPC endpoint policy.',
      'try from another one',
    ],
    [
      'an account that a service is not open to',
      'AccessDeniedException',
      'Your account is not authorized to invoke this API operation.',
      'to the account itself',
      'Support, "Account and billing"',
    ],
    [
      'functions whose code has no room',
      'CodeStorageExceededException',
      'Code storage limit exceeded.',
      '75 GB',
      '"Function and layer storage"',
    ],
    [
      'a function that is being changed',
      'ResourceConflictException',
      'The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:x',
      'still at an earlier change',
      'Wait a minute',
    ],
    [
      'a statement that took too long',
      'StatementTimeoutException',
      'Database error code: 0. Message: canceling statement due to statement timeout',
      'longer over one statement',
      'npm run check-db',
    ],
    [
      'a bucket of another region',
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint.',
      'is in another region than',
      'npm run env',
    ],
    [
      'a blocked account',
      'AccessDeniedException',
      'Your account is currently blocked. Please contact AWS Support.',
      'has blocked it',
      'letter from AWS',
    ],
    [
      'a function that is gone',
      'ResourceNotFoundException',
      'Function not found: arn:aws:lambda:eu-west-1:1:function:alex-api',
      'not in this AWS account in eu-west-1',
      'npm run env',
    ],
    [
      'a queue that is gone',
      'QueueDoesNotExist',
      'The specified queue does not exist.',
      'not in this AWS account',
      'npm run deploy',
    ],
    [
      'a database without tables',
      'DatabaseErrorException',
      'ERROR: relation "jobs" does not exist; SQLState: 42P01',
      'no tables yet',
      'npm run migrate -- --target aws',
    ],
    [
      "a password of the owner's that somebody has changed",
      'BadRequestException',
      'FATAL: password authentication failed for user "alex_admin"; SQLState: 28P01',
      'does not take the password that is in the secret of its user alex_admin.',
      '--rotate-master-user-password',
    ],
    [
      "a role's password that an interrupted run left",
      'DatabaseErrorException',
      'FATAL: password authentication failed for user "alex_agents"; SQLState: 28P01',
      'of its user alex_agents.',
      'npm run migrate -- --target aws',
    ],
    [
      'a secret of the database that is empty',
      'SecretsErrorException',
      'Error fetching the secret',
      'the secret with its password cannot be read',
      'npm run migrate -- --target aws',
    ],
    [
      'a database that sleeps on',
      'DatabaseResumingException',
      'The Aurora DB instance is resuming',
      'waking up',
      'half a minute',
    ],
    ['too many requests', 'ThrottlingException', 'Rate exceeded', 'too much at once', 'npm run doctor'],
  ])('%s', (_, name, message, says, remedy) => {
    const text = explained(failure(name, message));
    expect(text).toContain(says);
    expect(text).toContain(remedy);
  });

  test('a failure that a library wrapped is found behind it', () => {
    const wrapped = new Error('Failed query: select 1', { cause: failure('ExpiredTokenException', 'expired') });
    expect(explained(wrapped)).toContain('expired');
  });

  test('no way to AWS names the region, no way to a laptop names npm start', () => {
    const refused = failure('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' });
    expect(explained(refused)).toContain('eu-west-1');
    expect(explained(refused, { name: 'laptop', region: 'us-east-1' })).toContain('npm start');
  });

  test('a page in the place of an answer is told as one', () => {
    const page = failure(
      'SyntaxError',
      "Unexpected token '<' is not valid JSON\n  Deserialization error: to see the raw response",
    );
    expect(explained(page)).toContain('answers in the place of AWS');
  });

  test('a page that is whole is read as XML, without a code and a message, and told as one all the same', () => {
    const blocked = failure('Unknown', 'Unknown', { $metadata: { httpStatusCode: 403 } });
    expect(explained(blocked)).toContain('answers in the place of AWS');
  });

  // The page of AWS's own front ends: <html><body><b>Http/1.1 Service Unavailable</b></body> </html>
  test.each([
    ['JSON', 'SyntaxError', "Unexpected token '<' is not valid JSON\n  Deserialization error: to see the raw response"],
    ['XML', 'Unknown', 'UnknownError'],
    [
      'XML, of a page that is none',
      'Error',
      '@aws-sdk XML parse error: x\n  Deserialization error: to see the raw response',
    ],
  ])('a page with 503 is a failure of AWS, where %s was to be read, and no page of the network', (_, kind, message) => {
    const said = explained(failure(kind, message, { $metadata: { httpStatusCode: 503 } }));
    expect(said).toContain('AWS in eu-west-1 failed with an error of its own (503).');
    expect(said).not.toContain('in the place of AWS');
  });

  test.each([
    ['SyntaxError', 'x is not valid JSON\n  Deserialization error: x'],
    ['Unknown', 'Unknown'],
  ])('a network that wants its users to sign in says so with 511 (%s)', (kind, message) => {
    const portal = failure(kind, message, { $metadata: { httpStatusCode: 511 } });
    expect(explained(portal)).toContain('wants you to sign in');
  });

  test.each([
    ['BadRequestException', 'HttpEndpoint is not enabled for resource arn:aws:rds:us-east-1:1:cluster:alex'],
    ['HttpEndpointNotEnabledException', 'The HTTP endpoint for using RDS Data API is not enabled for the DB cluster.'],
  ])('a Data API that was switched off is told with the stage that switches it on (%s)', (kind, message) => {
    const off = failure(kind, message, { $metadata: { httpStatusCode: 400 } });
    expect(explained(off)).toContain('npm run deploy -- --stage 5');
  });

  test.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('a certificate that Node refuses (%s) is told with what to set, behind a failed query too', (code) => {
    const wrapped = new Error('Failed query: select 1', { cause: failure('Error', 'x', { code }) });
    expect(explained(wrapped)).toContain('NODE_EXTRA_CA_CERTS');
    expect(explained(wrapped).includes('clock')).toBe(code === 'CERT_HAS_EXPIRED');
  });

  test('what is no failure of AWS, or says already what to do, is left as it is', () => {
    expect(explainAwsFailure(new TypeError('x is not a function'), onAws)).toBeUndefined();
    const told = new CommandError('Do this.', [], failure('ExpiredTokenException', 'expired'));
    expect(explainAwsFailure(told, onAws)).toBeUndefined();
  });
});

test('an error of the server itself is told as one, and what comes first is not hidden by it', () => {
  const server = { $metadata: { httpStatusCode: 500 } };
  expect(explained(failure('InternalServerErrorException', 'x', server))).toContain(
    'AWS in eu-west-1 failed with an error of its own (InternalServerErrorException, 500).',
  );
  expect(explained(failure('Unknown', 'UnknownError', server), { name: 'laptop', region: 'us-east-1' })).toContain(
    'npm start',
  );
  expect(explained(failure('DatabaseResumingException', 'x', { $metadata: { httpStatusCode: 503 } }))).toContain(
    'asleep',
  );
});

test('a refusal that nobody here knows is told in a sentence, by its own words', () => {
  const unheard = failure('RegionDisabledException', 'The region is disabled.\n  at x', {
    $metadata: { httpStatusCode: 403 },
  });
  expect(explained(unheard)).toMatch(
    /^AWS refused this, for a reason that Alex has no advice for \(RegionDisabledException: The region is disabled\)\.\nTry again/,
  );
});
