import { usd } from '../cost/price-table.ts';

const IDLE = 'nothing while nobody uses it';
const NOTHING = 'nothing';

/** With cents, and with more digits where the price has them: $0.40, $0.0225. */
const dollars = (amount: number): string =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })}`;
/** Of a sum that is about so much. */
const about = (amount: number): string => `about ${dollars(Number(amount.toPrecision(2)))}`;

/** By the ARN, the first that fits counts. Prices are those of the table that `npm run cost` reckons with. */
const COSTS: readonly (readonly [RegExp, string])[] = [
  [
    /^arn:[\w-]+:rds:.*:cluster-snapshot:/,
    `${dollars(usd('auroraBackupGbMonth'))} a GB and month, until you delete it: aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier NAME`,
  ],
  [/:rds:.*:(?:subgrp|cluster-pg|pg|og):/, NOTHING],
  // What is left of a cluster's own backups.
  [
    /:rds:.*:cluster-auto-backup:/,
    `${dollars(usd('auroraBackupGbMonth'))} a GB and month, until its days of keeping end`,
  ],
  [
    /:rds:/,
    `${dollars(usd('auroraCapacityHour'))} an hour and capacity unit while awake, and ${dollars(usd('auroraGbMonth'))} a GB and month`,
  ],
  [
    /:secretsmanager:/,
    `nothing while it waits to be deleted, and its name is taken until then; ${dollars(usd('secretMonth'))} a month otherwise`,
  ],
  [/:kms:/, `nothing while it waits to be deleted; ${dollars(usd('keyMonth'))} a month otherwise`],
  [/:logs:.*:log-group:/, '$0.03 a GB and month: aws logs delete-log-group --log-group-name NAME'],
  [/:ecr:.*:repository\//, `${dollars(usd('imageGbMonth'))} a GB and month of images`],
  [/:elasticloadbalancing:.*:(?:targetgroup|listener|listener-rule)\//, NOTHING],
  [
    /:elasticloadbalancing:/,
    `${dollars(usd('loadBalancerHour'))} an hour; ECS takes it away some minutes after its last service`,
  ],
  [
    /:ecs:.*:service\//,
    `${about(usd('fargateVcpuHour') + 2 * usd('fargateGbHour'))} an hour while it runs, beside its load balancer`,
  ],
  [/:apprunner:.*:service\//, `${dollars(2 * usd('appRunnerGbHour'))} an hour for its memory, always`],
  [/:ecs:|:apprunner:/, NOTHING],
  [/:ec2:.*:vpc-endpoint\//, `${dollars(usd('endpointZoneHour'))} an hour in each zone`],
  [/:ec2:.*:elastic-ip\//, `${dollars(usd('publicAddressHour'))} an hour`],
  [/:ec2:/, NOTHING],
  [/:wafv2:/, `${about(usd('webAclMonth') + 3 * usd('webRuleMonth'))} a month`],
  [/:cloudwatch:.*:alarm:/, `about ${dollars(usd('alarmMonth'))} a month`],
  [/:cloudwatch:.*:dashboard\//, 'at most $3.00 a month; three of an account are free'],
  [/:s3vectors:/, `${dollars(usd('vectorGbMonth'))} a GB and month of vectors`],
  [/:s3:/, '$0.023 a GB and month'],
  [/:cloudtrail:/, `${dollars(usd('trailHundredThousand'))} for each hundred thousand events that it keeps`],
  // A schedule that goes on calling pays for what it calls.
  [/:scheduler:/, 'next to nothing itself; what it calls costs what that does'],
  [/:lambda:|:sqs:|:sns:|:apigateway:|:execute-api:|:sagemaker:|:bedrock:|:xray:|:states:/, IDLE],
  [/:iam:|:budgets:|:resource-groups:/, NOTHING],
];

/** What a log group or a snapshot is called. */
const nameIn = (arn: string): string => arn.split(':').slice(6).join(':').replace(/:\*$/, '');

/** What something that is still in the account costs there, in words. */
export function leftoverCost(arn: string): string {
  const [, service = 'AWS'] = /^arn:[\w-]+:([\w-]+):/.exec(arn) ?? [];
  const [, , , region = ''] = arn.split(':');
  const costs = COSTS.find(([kind]) => kind.test(arn))?.[1];
  // Without it a command is for the region of whoever's configuration, where something of that name may be, too.
  if (costs !== undefined && region !== '')
    return costs.replace(/aws [a-z\d]+ [a-z-]+/, `$& --region ${region}`).replace(/ NAME$/, ` ${nameIn(arn)}`);
  return (
    costs ??
    `not known here: console, Billing and Cost Management, Bills, "${service}"; delete it there if it is not needed`
  );
}
