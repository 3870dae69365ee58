import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { usd } from '../cost/price-table.ts';

/** Something of a deployment that is still in the account, and what it costs there. */
export interface Leftover {
  arn: string;
  costs: string;
}

const COSTS: readonly (readonly [RegExp, string])[] = [
  [
    /:cluster-snapshot:/,
    `$${usd('auroraBackupGbMonth')} a GB and month, until you delete it: aws rds delete-db-cluster-snapshot`,
  ],
  [/:secretsmanager:/, 'nothing while it waits to be deleted; its name is taken until then'],
  [/:kms:/, 'nothing while it waits to be deleted; $1 a month otherwise'],
  [/:log-group:/, '$0.03 a GB and month: aws logs delete-log-group --log-group-name NAME'],
  [/:repository\//, `$${usd('imageGbMonth')} a GB and month`],
  [/:rds:/, `$${usd('auroraCapacityHour')} an hour and capacity unit while awake`],
  [/:loadbalancer\//, `$${usd('loadBalancerHour')} an hour; ECS takes it away some minutes after its last service`],
];

const costOf = (arn: string): string => COSTS.find(([kind]) => kind.test(arn))?.[1] ?? 'see it in the console';

/** What carries the project's tags, and log groups of its names that AWS made itself. AWS may list for an hour what is gone. */
export async function findLeftovers(project: string, region: string): Promise<Leftover[]> {
  const tagged = await taggedArns(project, region);
  const groups = await logGroups(project, region);
  return [...new Set([...tagged, ...groups])].map((arn) => ({ arn, costs: costOf(arn) }));
}

/** ARNs of what Terraform made for a project, in this region. */
export async function taggedArns(project: string, region: string): Promise<string[]> {
  const client = new ResourceGroupsTaggingAPIClient({ region });
  const arns: string[] = [];
  let page: string | undefined;
  do {
    const answer = await client.send(
      new GetResourcesCommand({
        TagFilters: [
          { Key: 'project', Values: [project] },
          { Key: 'managed_by', Values: ['terraform'] },
        ],
        ...(page === undefined ? {} : { PaginationToken: page }),
      }),
    );
    arns.push(...(answer.ResourceTagMappingList ?? []).flatMap(({ ResourceARN }) => ResourceARN ?? []));
    page = answer.PaginationToken;
  } while (page !== undefined && page !== '');
  return arns;
}

async function logGroups(project: string, region: string): Promise<string[]> {
  const client = new CloudWatchLogsClient({ region });
  const found: string[] = [];
  for (const prefix of [
    '/aws/lambda/',
    '/aws/sagemaker/Endpoints/',
    '/ecs/',
    '/aws/rds/cluster/',
    '/aws/vendedlogs/',
  ]) {
    const answer = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: `${prefix}${project}` }));
    found.push(...(answer.logGroups ?? []).flatMap(({ arn }) => arn?.replace(/:\*$/, '') ?? []));
  }
  return found;
}
