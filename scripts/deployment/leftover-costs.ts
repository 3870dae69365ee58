import { usd } from '../cost/price-table.ts';

const IDLE = 'nothing while nobody uses it';
const NOTHING = 'nothing';

const dollars = (amount: number): string => `$${Number(amount.toPrecision(2))}`;

/** By the ARN, the first that fits counts. Prices are those of the table that `npm run cost` reckons with. */
const COSTS: readonly (readonly [RegExp, string])[] = [
  [
    /^arn:[\w-]+:rds:.*:cluster-snapshot:/,
    `$${usd('auroraBackupGbMonth')} a GB and month, until you delete it: aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier NAME`,
  ],
  [/:rds:.*:(?:subgrp|cluster-pg|pg|og):/, NOTHING],
  [
    /:rds:/,
    `$${usd('auroraCapacityHour')} an hour and capacity unit while awake, and $${usd('auroraGbMonth')} a GB and month`,
  ],
  [
    /:secretsmanager:/,
    `nothing while it waits to be deleted, and its name is taken until then; $${usd('secretMonth')} a month otherwise`,
  ],
  [/:kms:/, `nothing while it waits to be deleted; $${usd('keyMonth')} a month otherwise`],
  [/:logs:.*:log-group:/, '$0.03 a GB and month: aws logs delete-log-group --log-group-name NAME'],
  [/:ecr:.*:repository\//, `$${usd('imageGbMonth')} a GB and month of images`],
  [
    /:elasticloadbalancing:/,
    `$${usd('loadBalancerHour')} an hour; ECS takes it away some minutes after its last service`,
  ],
  [
    /:ecs:.*:service\//,
    `about ${dollars(usd('fargateVcpuHour') + 2 * usd('fargateGbHour'))} an hour while it runs, beside its load balancer`,
  ],
  [/:apprunner:.*:service\//, `${dollars(2 * usd('appRunnerGbHour'))} an hour for its memory, always`],
  [/:ecs:|:apprunner:/, NOTHING],
  [/:ec2:.*:vpc-endpoint\//, `$${usd('endpointZoneHour')} an hour in each zone`],
  [/:ec2:.*:elastic-ip\//, `$${usd('publicAddressHour')} an hour`],
  [/:ec2:/, NOTHING],
  [/:wafv2:/, `about ${dollars(usd('webAclMonth') + 3 * usd('webRuleMonth'))} a month`],
  [/:cloudwatch:.*:alarm:/, `about $${usd('alarmMonth')} a month`],
  [/:cloudwatch:.*:dashboard\//, 'at most $3 a month; three of an account are free'],
  [/:s3vectors:/, `$${usd('vectorGbMonth')} a GB and month of vectors`],
  [/:s3:/, '$0.023 a GB and month'],
  [/:cloudtrail:/, `$${usd('trailHundredThousand')} for each hundred thousand events that it keeps`],
  // A schedule that goes on calling pays for what it calls.
  [/:scheduler:/, 'next to nothing itself; what it calls costs what that does'],
  [/:lambda:|:sqs:|:sns:|:apigateway:|:execute-api:|:sagemaker:|:bedrock:|:xray:|:states:/, IDLE],
  [/:iam:|:budgets:|:resource-groups:/, NOTHING],
];

/** What something that is still in the account costs there, in words. */
export function leftoverCost(arn: string): string {
  const [, service = 'AWS'] = /^arn:[\w-]+:([\w-]+):/.exec(arn) ?? [];
  return (
    COSTS.find(([kind]) => kind.test(arn))?.[1] ??
    `not known here: console, Billing and Cost Management, Bills, "${service}"; delete it there if it is not needed`
  );
}
