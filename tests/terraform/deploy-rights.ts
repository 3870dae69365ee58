// Members of the deployers' group may make what Terraform makes: every action that the provider needs for a resource is in the group's
// policies, on the ARN that AWS asks about, with the tags that a thing of Alex's has or is made with.
import { allows, statementsOf, type Statement, type Tags } from './iam-policy.ts';
import type { Resource } from './planned-fleet.ts';
import { ACCOUNT, REGION } from './provider-actions/asked.ts';
import { providerActions } from './provider-actions/index.ts';
import { askedByTold } from './told-commands.ts';

/** What IAM takes for one managed policy, white space not counted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST = 6144;

/** What the project's own scripts ask for beside Terraform. */
const asScripts: readonly (readonly [action: string, resource: string])[] = [
  ['sts:GetCallerIdentity', '*'],
  ['lambda:GetAccountSettings', '*'],
  ['lambda:InvokeFunction', `arn:aws:lambda:${REGION}:${ACCOUNT}:function:alex-search`],
  ['lambda:UpdateFunctionCode', `arn:aws:lambda:${REGION}:${ACCOUNT}:function:alex-search`],
  ['s3vectors:ListVectorBuckets', '*'],
  ['s3vectors:ListVectors', `arn:aws:s3vectors:${REGION}:${ACCOUNT}:bucket/alex-vectors/index/knowledge`],
  ['servicequotas:ListServiceQuotas', '*'],
  ['servicequotas:RequestServiceQuotaIncrease', '*'],
  ['bedrock:GetFoundationModelAvailability', '*'],
  ['cloudwatch:ListDashboards', '*'],
  ['ce:GetCostAndUsage', '*'],
  ['freetier:GetAccountPlanState', '*'],
  ['apigateway:GET', `arn:aws:apigateway:${REGION}::/account`],
  ['apigateway:GET', `arn:aws:apigateway:${REGION}::/restapis`],
  ['tag:GetResources', '*'],
  ['ecr:GetAuthorizationToken', '*'],
  ['ecr:PutImage', `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/alex/researcher`],
  ['logs:FilterLogEvents', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/lambda/alex-api`],
  ['sqs:ReceiveMessage', `arn:aws:sqs:${REGION}:${ACCOUNT}:alex-analysis-jobs-dlq`],
  ['secretsmanager:PutSecretValue', `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:alex/market-keys-AbCdEf`],
  ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:rds!cluster-1-AbCdEf`],
  ['rds-data:ExecuteStatement', `arn:aws:rds:${REGION}:${ACCOUNT}:cluster:alex`],
];

/** What a request says of tags: as something is made with those of the provider, and as what has them is used, or gets another. */
const ours: readonly Tags[] = [
  {
    'aws:RequestTag/project': ['alex'],
    'aws:TagKeys': ['project', 'managed_by', 'Name'],
    'ec2:CreateAction': ['CreateSecurityGroup', 'CreateSubnet', 'CreateVpc', 'CreateVpcEndpoint'],
  },
  { 'aws:ResourceTag/project': ['alex'], 'aws:TagKeys': ['Name'] },
];
const mayDo = (granted: readonly Statement[], action: string, resource: string, untagged = false): boolean =>
  (untagged ? [{}] : ours).some((tags) => allows(granted, action, resource, tags));

/** What they may not do and would have to, a line each. */
export function deployFindings(resources: readonly Resource[]): string[] {
  const policies = resources.filter(({ address }) => address.includes('aws_iam_policy.deploy['));
  const granted = policies.flatMap(({ values }) => statementsOf(values.policy));
  const needed = resources.flatMap(({ address, type, values }) => {
    const known = providerActions[type];
    if (known === undefined)
      return [{ for: address, missing: `nobody here knows what ${type} needs (provider-actions/)` }];
    return known.flatMap(({ service, actions, on, untagged }) =>
      actions
        .map((action) => ({ action: `${service}:${action}`, resource: on(values) }))
        .filter(({ action, resource }) => !mayDo(granted, action, resource, untagged))
        .map(({ action, resource }) => ({ for: address, missing: `deployers may not do ${action} on ${resource}` })),
    );
  });
  const told = askedByTold();
  const scripts = [...asScripts, ...told.asked]
    .filter(([action, resource]) => !mayDo(granted, action, resource))
    .map(([action, resource]) => ({ for: 'scripts', missing: `deployers may not do ${action} on ${resource}` }));
  const long = resources
    .filter(
      ({ type, values }) => type === 'aws_iam_policy' && String(values.policy).replaceAll(/\s/g, '').length > LONGEST,
    )
    .map(({ address }) => ({ for: address, missing: `the policy is longer than ${LONGEST} characters` }));
  return [...[...needed, ...scripts, ...long].map((one) => `${one.for}: ${one.missing}`), ...told.unknown];
}
