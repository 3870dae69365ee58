// What is left in an account is told with what it costs: nothing that Terraform makes ends in "not known".
import { expect, test } from '@jest/globals';
import { leftoverCost } from '../../../scripts/deployment/leftover-costs.ts';

const at = 'us-east-1:123456789012';
test.each([
  [`lambda:${at}:function:alex-api`, 'nothing while nobody uses it'],
  [`sqs:${at}:alex-analysis-jobs`, 'nothing while nobody uses it'],
  [`sns:${at}:alex-alerts`, 'nothing while nobody uses it'],
  ['apigateway:us-east-1::/restapis/abc', 'nothing while nobody uses it'],
  [`sagemaker:${at}:endpoint/alex-embeddings`, 'nothing while nobody uses it'],
  [`bedrock:${at}:guardrail/abc`, 'nothing while nobody uses it'],
  [`xray:${at}:group/alex/ABC`, 'nothing while nobody uses it'],
  [`scheduler:${at}:schedule-group/alex`, 'next to nothing itself'],
  ['iam::123456789012:role/alex/alex-api', 'nothing'],
  [`ec2:${at}:vpc/vpc-1`, 'nothing'],
  [`ec2:${at}:vpc-endpoint/vpce-1`, '$0.01 an hour in each zone'],
  [`rds:${at}:cluster:alex`, '$0.12 an hour and capacity unit while awake'],
  [`rds:${at}:subgrp:alex`, 'nothing'],
  [`rds:${at}:cluster-auto-backup:ab-1`, '$0.021 a GB and month'],
  [`rds:${at}:cluster-snapshot:alex-final`, '$0.021 a GB and month'],
  [`ecs:${at}:service/default/alex-researcher`, 'about $0.049 an hour'],
  [`ecs:${at}:task-definition/default-alex-researcher:1`, 'nothing'],
  [`apprunner:${at}:service/alex-researcher/1`, '$0.014 an hour'],
  [`wafv2:${at}:regional/webacl/alex-rest/1`, 'about $8.00 a month'],
  [`cloudwatch:${at}:alarm:alex-api-errors`, 'about $0.10 a month'],
  [`cloudtrail:${at}:trail/alex-audit`, '$0.10 for each hundred thousand'],
  ['s3:::alex-trail-1-us-east-1', '$0.023 a GB and month'],
  [`s3vectors:${at}:bucket/alex-vectors`, '$0.06 a GB and month of vectors'],
  [`ecr:${at}:repository/alex/researcher`, '$0.10 a GB and month of images'],
  [`kms:${at}:key/1`, '$1.00 a month otherwise'],
  [`secretsmanager:${at}:secret:alex/market-keys-AbCdEf`, '$0.40 a month otherwise'],
  [`elasticloadbalancing:${at}:loadbalancer/app/x/1`, '$0.0225 an hour'],
  [
    `logs:${at}:log-group:/aws/lambda/alex-api`,
    'delete-log-group --region us-east-1 --log-group-name /aws/lambda/alex-api',
  ],
  [`braket:${at}:quantum-task/1`, 'Bills, "braket"'],
])('%s', (rest, says) => {
  expect(leftoverCost(`arn:aws:${rest}`)).toContain(says);
  expect(leftoverCost(`arn:aws-us-gov:${rest}`)).toContain(says);
});

test.each(['targetgroup/x/1', 'listener/app/x/1/2'])('%s of a load balancer costs nothing itself', (rest) => {
  expect(leftoverCost(`arn:aws:elasticloadbalancing:${at}:${rest}`)).toBe('nothing');
});

test('a command that deletes does so in the region of what is left', () => {
  const snapshot = leftoverCost('arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:alex-final');
  expect(snapshot).toContain(
    'aws rds delete-db-cluster-snapshot --region eu-west-1 --db-cluster-snapshot-identifier alex-final',
  );
});

test('an amount has its cents, as every other has', () => {
  const arns = ['secretsmanager', 'kms', 'ecr', 'cloudtrail', 'rds', 's3', 'wafv2', 'logs', 's3vectors', 'apprunner'];
  const amounts = arns.flatMap(
    (service) => leftoverCost(`arn:aws:${service}:${at}:repository/service/log-group:x`).match(/\$[\d.]+/g) ?? [],
  );
  expect(amounts.length).toBeGreaterThan(8);
  expect(amounts.filter((amount) => !/^\$\d+\.\d{2,}$/.test(amount))).toEqual([]);
});
