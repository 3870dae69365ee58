// What a first deployment in an account meets. Where AWS's sentence is not known for sure, a piece of it has to do.
import { expect, test } from '@jest/globals';
import { explainTerraformFailure } from '../../../scripts/terraform/explain-failure.ts';

test.each([
  [
    'an endpoint whose 180 seconds are over',
    "waiting for SageMaker AI Endpoint (alex-embeddings) create: unexpected state 'Failed', wanted target 'InService'. last error: Unable to successfully stand up your model within the allotted 180 second timeout. Please ensure that downloading your model artifacts, starting your model container and passing the ping health checks can be completed within 180 seconds.",
    /180 seconds[^]*memory = 6144/,
  ],
  [
    'subnets in one zone',
    'creating RDS DB Subnet Group (alex): operation error RDS: CreateDBSubnetGroup, api error DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group does not meet Availability Zone (AZ) coverage requirement.',
    /two availability zones[^]*database_network/,
  ],
  [
    'the first database of an account',
    'creating RDS Cluster (alex): api error InvalidParameterValue: Unable to create the resource. Verify that you have permission to create service linked role. Otherwise wait and try again later',
    /Wait a minute[^]*rds\.amazonaws\.com/,
  ],
  [
    'a provider that knows no such runtime',
    'expected runtime to be one of ["nodejs20.x" "nodejs22.x"], got nodejs24.x',
    /provider is older[^]*init -upgrade/,
  ],
  [
    'a region without the runtime',
    'creating Lambda Function (alex-api): operation error Lambda: CreateFunction, api error InvalidParameterValueException: The runtime parameter of nodejs24.x is not supported.',
    /does not have the runtime[^]*region/,
  ],
  [
    'a region without the runtime, by its API',
    "creating Lambda Function (alex-api): api error ValidationException: 1 validation error detected: Value 'nodejs24.x' at 'runtime' failed to satisfy constraint: Member must satisfy enum value set",
    /does not have the runtime/,
  ],
  [
    'a member of an organisation that may have no budgets',
    'creating Budget (123456789012:alex-monthly): operation error Budgets: CreateBudget, api error AccessDeniedException: Account 123456789012 is a linked account. To enable budgets for your account, ask the payer account to enable budgets first.',
    /belongs to an organisation[^]*whoever pays/,
  ],
  [
    'a guardrail of that name',
    'creating Bedrock Guardrail: operation error Bedrock: CreateGuardrail, api error ConflictException: Another guardrail in your account already has this name.',
    /A name that Alex wants to use is taken[^]*Choose another|A name that Alex wants to use is taken[^]*choose another/,
  ],
  [
    'a web ACL of that name',
    'creating WAFv2 WebACL (alex-rest): operation error WAFV2: CreateWebACL, api error WAFDuplicateItemException: AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.',
    /A name that Alex wants to use is taken/,
  ],
  [
    'a queue that was just deleted',
    'creating SQS Queue (alex-analysis-jobs): operation error SQS: CreateQueue, api error AWS.SimpleQueueService.QueueDeletedRecently: You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    /deleted a moment ago[^]*Wait a minute/,
  ],
  [
    'a database without a free address',
    "waiting for RDS Cluster Instance (alex-1) create: unexpected state 'incompatible-network', wanted target 'available, storage-optimization'. last error: %!s(<nil>)",
    /no place in its network[^]*database_network/,
  ],
  [
    'a log that may not be delivered',
    'creating API Gateway v2 Stage ($default): operation error ApiGatewayV2: CreateStage, api error BadRequestException: Insufficient permissions to enable logging',
    /may not deliver its log[^]*deploys stage 1 again/,
  ],
  [
    'a role of API Gateway that is some seconds old',
    'updating API Gateway Account: api error BadRequestException: The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
    /passes by itself/,
  ],
  [
    'processors of Fargate',
    'waiting for ECS Express Gateway Service: Fargate On-Demand vCPU limit reached',
    /"Fargate On-Demand vCPU resource count"/,
  ],
  [
    'bills that only the root user sees',
    'creating Budget (alex): operation error Budgets: CreateBudget, api error AccessDeniedException: User: arn:aws:iam::123456789012:user/ada is not authorized to perform: budgets:ModifyBudget on resource: arn:aws:budgets::123456789012:budget/alex',
    /as the root user: Account/,
  ],
  [
    'a budget that an organisation forbids',
    'creating Budget (alex): operation error Budgets: CreateBudget, api error AccessDeniedException: not authorized to perform: budgets:ModifyBudget with an explicit deny in a service control policy',
    /Your organisation sets it/,
  ],
  [
    'an address that is none',
    'creating SNS Topic Subscription: operation error SNS: Subscribe, api error InvalidParameter: Invalid parameter: Email address',
    /alert_email/,
  ],
])('%s ends with what helps, and how to go on', (_, said, remedy) => {
  const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr: `Error: ${said}\n` }, 'finish', {
    quote: false,
  });
  const told = [message, ...lines].join('\n');
  expect(told).toMatch(remedy);
  expect(told).not.toContain('Terraform could not');
  expect(lines.at(-1)).toBe('Then go on where it stopped: npm run deploy');
});
