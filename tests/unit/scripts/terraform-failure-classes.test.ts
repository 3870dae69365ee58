// Failures that are no fault of a deployment: a network, AWS itself, what an account may have. Each has its own sentence and remedy.
import { expect, test } from '@jest/globals';
import { explainTerraformFailure } from '../../../scripts/terraform/explain-failure.ts';

const toldOf = (stderr: string, command = 'apply'): string => {
  const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr }, command);
  return [message, ...lines.slice(0, lines.indexOf('Terraform said:'))].join('\n');
};

const lambda = (said: string): string =>
  `Error: creating Lambda Function (alex-api): operation error Lambda: CreateFunction, exceeded maximum number of attempts, 25, ${said}`;

test.each([
  [
    'a connection that is reset',
    'https response error StatusCode: 0, RequestID: , request send failed, Post "https://lambda.us-east-1.amazonaws.com/": read tcp 10.0.0.2:50312->3.5.1.2:443: read: connection reset by peer',
  ],
  [
    'a handshake that takes too long',
    'https response error StatusCode: 0, RequestID: , request send failed, Post "https://lambda.us-east-1.amazonaws.com/": net/http: TLS handshake timeout',
  ],
  [
    'an answer that takes too long',
    'https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded',
  ],
  ['a connection that Windows gives up', 'wsarecv: An existing connection was forcibly closed by the remote host.'],
])('a weak network: %s', (_, said) => {
  const told = toldOf(lambda(said));
  expect(told).toContain('The connection to AWS broke off or was too slow');
  expect(told).toContain('What was made is written down, and is not made twice.');
  expect(told).toContain('npm run deploy');
});

test('what a weak network kept from being written into a bucket is not called written down', () => {
  const told = toldOf(
    'Error: Failed to save state\n\nError saving state: failed to upload state: operation error S3: PutObject, read: connection reset by peer\n\nError: Failed to persist state to backend\n\nTo allow for recovery, the state has been written to the file "errored.tfstate" in the current working directory.',
  );
  expect(told).toContain('terraform state push errored.tfstate');
  expect(told).not.toContain('is written down');
});

test('a wait that ended is no weak network', () => {
  expect(toldOf('Error: waiting for RDS Cluster (alex) create: context deadline exceeded')).toContain(
    'AWS took longer than Terraform waits',
  );
});

test.each([
  'https response error StatusCode: 500, RequestID: 1, api error InternalFailure: The request failed',
  'https response error StatusCode: 503, RequestID: 1, ServiceUnavailableException: Service is unavailable, try again after a while',
  'ServiceException: An error occurred and the request cannot be processed.',
])("AWS's own failure: %s", (said) => {
  const told = toldOf(lambda(said));
  expect(told).toContain('AWS failed at that itself, and nothing is wrong with what it was asked.');
  expect(told).toContain('Wait some minutes');
});

test('a right that lacks is told beside a failure of AWS, as waiting does not mend it', () => {
  const denied =
    'Error: creating SQS Queue: AccessDenied: User: arn:aws:iam::1:user/ada is not authorized to perform: sqs:createqueue';
  expect(toldOf(`${lambda('api error InternalFailure')}\n\n${denied}`)).toContain('sqs:createqueue');
});

test('S3 that is asked too much is waited for', () => {
  const said = 'https response error StatusCode: 503, RequestID: 1, api error: Please reduce your request rate.';
  expect(toldOf(`Error: creating S3 Bucket (alex-trail): operation error S3: CreateBucket, ${said}`)).toContain(
    'AWS was asked too much at once',
  );
});

test('a region without room is waited for, and is no container that fails', () => {
  const said =
    "Error: waiting for ECS Express Gateway Service (alex-researcher) create: unexpected state 'INACTIVE', wanted target 'ACTIVE'. last error: Capacity is unavailable at this time. Please try again later or in a different availability zone";
  expect(toldOf(said)).toContain('AWS has no machine free for that in this region just now');
});

test('an account that AWS has not opened yet, by its subscription', () => {
  const said =
    'Error: creating Lambda Function: SubscriptionRequiredException: The AWS Access Key Id needs a subscription for the service';
  expect(toldOf(said)).toContain('AWS has not opened this account yet');
});

test.each([
  'StatusCode: 403, RequestID: 1, AccessDeniedException: Your account is not authorized to invoke this API operation.',
  'StatusCode: 400, RequestID: 1, api error ValidationException: Operation not allowed',
])('an account that Bedrock is not open to, which no group mends: %s', (said) => {
  const told = toldOf(
    `Error: creating Bedrock Guardrail: operation error Bedrock: CreateGuardrail, https response error ${said}\n\n  with module.enterprise[0].aws_bedrock_guardrail.this[0],\n  on main.tf line 3`,
  );
  expect(told).toContain('AWS refuses this to the account itself, whoever asks');
  expect(told).toContain('Support, "Account and billing"');
  expect(told).not.toContain('guides/1-permissions.md');
});

test('an account that may not make load balancers yet goes on without the container', () => {
  const told = toldOf(
    "Error: creating ECS Express Gateway Service (alex-researcher): waiting for completion: unexpected state 'INACTIVE', wanted target 'ACTIVE'. last error: OperationNotPermitted: This AWS account currently does not support creating load balancers. For more information, please contact AWS Support.",
  );
  expect(told).toContain('may not make load balancers yet');
  expect(told).toContain('Support, "Account and billing"');
  expect(told).toContain('npm run destroy -- --stage 4');
  expect(told).not.toContain('npm run doctor');
});

test.each([
  ['ConflictException: Unable to complete operation due to concurrent modification. Please try again later.', 'Wait a'],
  ['WAFOptimisticLockException: AWS WAF couldn’t save your changes', 'Wait a minute'],
  ['InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: alex-trail', 'Wait a'],
  ['ClusterNotFoundException: Cluster not found.', 'Wait a minute'],
  ['WAFAssociatedItemException: AWS WAF couldn’t perform the operation', 'Wait some minutes'],
  [
    'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses',
    'container_subnet_ids',
  ],
])('what is known of AWS is not answered with the doctor: %s', (said, says) => {
  const told = toldOf(`Error: creating x: operation error X: CreateX, https response error StatusCode: 409, ${said}`);
  expect(told).toContain(says);
  expect(told).not.toContain('npm run doctor');
});

test('a lock file that is not of this checkout', () => {
  expect(
    toldOf('Error: Inconsistent dependency lock file\n\nThe following dependency selections are', 'plan'),
  ).toContain('git checkout terraform/.terraform.lock.hcl');
});

test('a sign-in that ran out meanwhile is not told as no credentials', () => {
  const told = toldOf(
    'Error: No valid credential sources found\n\nError: failed to refresh cached credentials, refresh cached SSO token failed, unable to refresh SSO token, operation error SSO OIDC: CreateToken, https response error StatusCode: 400, InvalidGrantException:',
  );
  expect(told).toContain('Your sign-in to AWS ran out.');
  expect(told).toContain('aws sso login');
});

test('processors that the account may not have at once', () => {
  const told = toldOf(
    "Error: waiting for ECS Express Gateway Service (alex-researcher) create: unexpected state 'INACTIVE', wanted target 'ACTIVE'. last error: was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently",
  );
  expect(told).toContain('A quota of this AWS account is too low');
  expect(told).toContain('"Fargate On-Demand vCPU resource count"');
});

test('App Runner, which this account may not use, is left for ECS', () => {
  const told = toldOf(
    'Error: creating App Runner Service (alex-researcher): AccessDeniedException: AWS App Runner is no longer available to new customers.',
  );
  expect(told).toContain('container_platform = "ecs_express"');
  expect(told).not.toContain('group');
});

const SCHEMA =
  'Error: Failed to load plugin schemas\n\nfailed to instantiate provider "registry.terraform.io/hashicorp/aws" to obtain schema: ';

test.each([
  'fork/exec .terraform/providers/registry.terraform.io/hashicorp/aws/6.57.1/darwin_arm64/terraform-provider-aws_v6: exec format error',
  'fork/exec .terraform/providers/terraform-provider-aws_v6: permission denied',
  'fork/exec .terraform\\providers\\terraform-provider-aws_v6.exe: %1 is not a valid Win32 application.',
])('a provider of another machine: %s', (said) => {
  const told = toldOf(`${SCHEMA}${said}`, 'plan');
  expect(told).toContain('delete the folder terraform/.terraform');
  expect(told).not.toContain('no memory left');
});

test.each([
  'Error: Module not installed\n\n  on stages.tf line 4:\n   4: module "permissions" {\n\nThis module is not yet installed. Run "terraform init" to install all modules\nrequired by this configuration.',
  `${SCHEMA}unavailable\nprovider "registry.terraform.io/hashicorp/aws"`,
  'Error: Required plugins are not installed\n\nThe installed provider plugins are not consistent with the packages selected\nin the dependency lock file:\n  - registry.terraform.io/hashicorp/aws: there is no package for\nregistry.terraform.io/hashicorp/aws 6.57.1 cached in .terraform/providers',
])('a folder that was moved without terraform/.terraform: %s', (said) => {
  const told = toldOf(said, 'read its state');
  expect(told).toContain('What is deployed is not lost by that.');
  expect(told).toContain('terraform -chdir=terraform init\n');
  expect(told).not.toContain('npm run doctor');
});

test('a provider that another program holds on Windows is not fetched from a network', () => {
  const told = toldOf(
    'Error: Failed to install provider\n\nError while installing hashicorp/aws v6.57.1: open .terraform\\providers\\windows_amd64\\terraform-provider-aws_v6.57.1_x5.exe: The process cannot access the\nfile because it is being used by another process.',
    'init',
  );
  expect(told).toContain('Terraform cannot use terraform-provider-aws_v6.57.1_x5.exe, which another program has open.');
  expect(told).not.toContain('HTTPS_PROXY');
});

const endpoint = (quota: string): string =>
  `Error: creating SageMaker AI Endpoint (alex-embeddings): operation error SageMaker: CreateEndpoint, api error ResourceLimitExceeded: The account-level service limit ${quota}. Please use AWS Service Quotas to request an increase for this quota.`;

test.each([
  [
    'memory',
    "'Memory size in MB per serverless endpoint' is 3072 MBs, with current utilization of 0 MBs and a request delta of 4096 MBs",
    'embeddings = { memory = 3072 }',
    'max_concurrency',
  ],
  [
    'requests at once, of which others have some',
    "'Maximum total concurrency that can be allocated across all serverless endpoints' is 10 Concurrent executions, with current utilization of 8 Concurrent executions and a request delta of 5 Concurrent executions",
    'embeddings = { max_concurrency = 2 }',
    'memory =',
  ],
  [
    'requests at once, of which others have all',
    "'Maximum total concurrency that can be allocated across all serverless endpoints' is 10 Concurrent executions, with current utilization of 10 Concurrent executions and a request delta of 5 Concurrent executions",
    'Ask for more, which takes a day or two',
    'embeddings =',
  ],
  [
    'endpoints, of which there may be none',
    "'Maximum number of serverless endpoints' is 0 Endpoints, with current utilization of 0 Endpoints and a request delta of 1 Endpoints",
    'Ask for more, which takes a day or two: console, Service Quotas, Amazon SageMaker, "Maximum number of serverless endpoints"',
    'embeddings =',
  ],
  [
    'endpoints, of which there are as many as there may be',
    "'Maximum number of serverless endpoints' is 5 Endpoints, with current utilization of 5 Endpoints and a request delta of 1 Endpoints",
    'Delete one that nobody needs',
    'embeddings =',
  ],
])('a quota of serverless endpoints is answered by what is short: %s', (_, quota, says, saysNot) => {
  const told = toldOf(endpoint(quota));
  expect(told).toContain('A quota of this AWS account is too low');
  expect(told).toContain(says);
  expect(told).not.toContain(saysNot);
});

const conflict = (what: string, said: string): string =>
  `Error: deleting IAM ${what}: operation error IAM: Delete, https response error StatusCode: 409, RequestID: 5b1c, DeleteConflict: ${said}`;
const KEYS = 'arn:aws:iam::123456789012:policy/youalex-deploy-keys';

test.each([
  [
    'people in the group',
    conflict('Group (youalex-deployers)', 'Cannot delete entity, must remove users from group first.'),
    'aws iam remove-user-from-group --group-name youalex-deployers --user-name NAME',
  ],
  [
    'a role of single sign-on that has the policies of the group',
    conflict(`Policy (${KEYS})`, 'Cannot delete a policy attached to entities.'),
    `aws iam list-entities-for-policy --policy-arn ${KEYS}`,
  ],
  [
    'a policy that was attached to a role in the console',
    conflict('Role (youalex-reporter)', 'Cannot delete entity, must detach all policies\nfirst.'),
    'aws iam detach-role-policy --role-name youalex-reporter --policy-arn ARN',
  ],
  [
    'a policy that was written into a role in the console',
    conflict('Role (youalex-api)', 'Cannot delete entity, must delete policies first.'),
    'aws iam delete-role-policy --role-name youalex-api --policy-name POLICY',
  ],
  [
    'a policy that was attached to the group',
    conflict('Group (youalex-deployers)', 'Cannot delete entity, must detach all policies first.'),
    'aws iam list-attached-group-policies --group-name youalex-deployers',
  ],
  [
    'what nobody has foreseen',
    conflict('Role (youalex-api)', 'Cannot delete entity, must remove roles from instance profile first.'),
    'Its own words below say what',
  ],
])('what IAM keeps is told by what holds it, and not as members of a group that has none: %s', (what, said, remedy) => {
  const told = toldOf(said);
  expect(told).toContain(remedy);
  expect(told.includes('still has members')).toBe(what === 'people in the group');
});

test('what was written into a bucket while it went is taken out again, and no setting that is right is to be changed', () => {
  const told = toldOf(
    'Error: deleting S3 Vectors Vector Bucket (alex-vectors): operation error S3Vectors: DeleteVectorBucket, api error ConflictException: The vector bucket is not empty',
  );
  expect(told).toContain('npm run destroy empties it once more');
  expect(told).not.toContain('Set deletion_protection = false');
});

test('what a route still leads to is not got rid of by going on: the folder has its old name first', () => {
  const told = toldOf(
    'Error: deleting API Gateway v2 Integration (wq2w79p): operation error ApiGatewayV2: DeleteIntegration, https response error StatusCode: 409, RequestID: 1, ConflictException: Cannot delete Integration because it is referenced by the following Routes with Ids: [npaqlgj]',
  );
  expect(told).toContain('Take that back, npm run deploy, and then do it again');
  expect(told).toContain('Routes; their ids are npaqlgj');
  expect(told).not.toContain('npm run doctor');
});

test('a policy that is too long is no quota that could be raised', () => {
  const told = toldOf(
    'Error: putting IAM Role (alex-planner) Policy (alex-planner): operation error IAM: PutRolePolicy, api error LimitExceeded: Maximum policy size of 10240 bytes exceeded for role alex-planner',
  );
  expect(told).toContain('The policy of alex-planner is longer than AWS takes');
  expect(told).not.toContain('Service Quotas');
});

/** As Terraform says it, its lines broken and all of its frame about it. */
const precondition = (words: string): string =>
  `╷\n│ Error: Module output value precondition failed\n│ \n│   on outputs.tf line 24, in output "functions":\n│   24:     condition     = length(local.unmet_needs) == 0\n│     ├────────────────\n│     │ local.unmet_needs is tuple with 1 element\n│ \n│ ${words.replaceAll('\n', '\n│ ')}\n╵\n`;

test('needs that cannot be met are told one by one, with whose they are, though Terraform says so last', () => {
  const told = toldOf(
    precondition(
      'These needs cannot be met, as what they ask for is unknown or its stage is\nnot on: lambdas/newsy/lambda.json: send:analysis-job;\nservices/researcher/service.json:\ninvoke:planner.',
    ),
    'plan',
  );
  expect(told).toContain('\nlambdas/newsy/lambda.json needs send:analysis-job\n');
  expect(told).toContain('\nservices/researcher/service.json needs invoke:planner\n');
  expect(told).not.toContain('npm run doctor');
});

test('whatever else has a precondition is told in its own words, to the end', () => {
  const words =
    'What looks like a key or a password stands in the environment of lambdas/newsy, and ends up in the state. A secret is a need, secret:NAME (guides/9-beyond.md).';
  expect(toldOf(precondition(words.replace(' and ends', '\nand ends')), 'plan')).toContain(words);
});

test.each([
  [
    'a log group that is being changed',
    'creating CloudWatch Logs Log Group (/aws/lambda/alex-api): operation error CloudWatch Logs: CreateLogGroup, https response error StatusCode: 400, OperationAbortedException: A conflicting operation is currently in progress against this resource. Please try again.',
    'That passes by itself',
  ],
  [
    'a function that is being changed',
    'updating Lambda Function (alex-api) code: operation error Lambda: UpdateFunctionCode, https response error StatusCode: 409, ResourceConflictException: The operation cannot be performed at this time. An update is in progress for resource: arn:aws:lambda:eu-west-1:1:function:alex-api',
    'That passes by itself',
  ],
  [
    'an endpoint that a zone does not have',
    'creating EC2 VPC Endpoint (com.amazonaws.us-east-1.bedrock-runtime): operation error EC2: CreateVpcEndpoint, https response error StatusCode: 400, api error InvalidParameter: The VPC endpoint service com.amazonaws.us-east-1.bedrock-runtime does not support the availability zone of the subnet: subnet-0a1b.',
    'vpc_endpoints = []',
  ],
])('%s ends without a word of what to do', (_, said, remedy) => {
  expect(toldOf(`Error: ${said}`)).toContain(remedy);
});

test('a name that is taken is told with the command that takes it over, and the address in it', () => {
  const said = `Error: creating CloudWatch Logs Log Group (/aws/lambda/alex-api): ResourceAlreadyExistsException: The specified log group already exists

  with module.lambda["api"].aws_cloudwatch_log_group.this,
  on modules/lambda/main.tf line 1, in resource "aws_cloudwatch_log_group" "this":`;
  expect(toldOf(said)).toMatch(
    /terraform import (?:'module\.lambda\["api"\]|"module\.lambda\[\\"api\\"\])\.aws_cloudwatch_log_group\.this['"] ID/,
  );
});
