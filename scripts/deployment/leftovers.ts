import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { awsLimits } from '../target/aws-limits.ts';
import { leftoverCost } from './leftover-costs.ts';

/** Something of a deployment that is still in the account, and what it costs there. */
export interface Leftover {
  arn: string;
  costs: string;
}

export interface Leftovers {
  ours: Leftover[];
  /** ARNs of log groups that are named as Alex's are, of things that this folder does not know. */
  strangers: string[];
}

/** What may be in an account of this folder: functions and containers, by the names of their folders. */
export interface Fleet {
  functions: readonly string[];
  services: readonly string[];
}

/** What carries the project's tags, and log groups of its names that AWS made itself. AWS may list for an hour what is gone. */
export async function findLeftovers(project: string, region: string, fleet: Fleet): Promise<Leftovers> {
  const tagged = await taggedArns(project, region);
  const groups = (await logGroups(project, region)).filter(({ arn }) => !tagged.includes(arn));
  const isOurs = ownGroup(project, fleet);
  const ours = [...tagged, ...groups.filter(({ name }) => isOurs(name)).map(({ arn }) => arn)];
  return {
    ours: [...new Set(ours)].map((arn) => ({ arn, costs: leftoverCost(arn) })),
    strangers: groups.filter(({ name }) => !isOurs(name)).map(({ arn }) => arn),
  };
}

/** ARNs of what Terraform made for a project, in this region. */
export async function taggedArns(project: string, region: string): Promise<string[]> {
  const client = new ResourceGroupsTaggingAPIClient({ region, ...awsLimits() });
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

interface LogGroup {
  name: string;
  arn: string;
}

/** Log groups under names of the project. Each ends in what cannot go on: `alex-`, not `alex`, which begins alexandria too. */
async function logGroups(project: string, region: string): Promise<LogGroup[]> {
  const client = new CloudWatchLogsClient({ region, ...awsLimits() });
  const found: LogGroup[] = [];
  for (const logGroupNamePrefix of [
    `/aws/lambda/${project}-`,
    `/aws/sagemaker/Endpoints/${project}-`,
    `/aws/apprunner/${project}-`,
    `/ecs/${project}-`,
    `/aws/rds/cluster/${project}/`,
    `/aws/vendedlogs/${project}-`,
    `aws-waf-logs-${project}-`,
  ]) {
    let nextToken: string | undefined;
    do {
      const answer = await client.send(
        new DescribeLogGroupsCommand({ logGroupNamePrefix, ...(nextToken === undefined ? {} : { nextToken }) }),
      );
      for (const { arn, logGroupName: name = '' } of answer.logGroups ?? []) {
        if (arn !== undefined && name.startsWith(logGroupNamePrefix))
          found.push({ name, arn: arn.replace(/:\*$/, '') });
      }
      nextToken = answer.nextToken;
    } while (nextToken !== undefined && nextToken !== '');
  }
  return found;
}

/** Whether a log group is of something that is deployed from this folder, and not of somebody's alex-shop. */
function ownGroup(project: string, { functions, services }: Fleet): (name: string) => boolean {
  const own = new Set([
    ...functions.map((name) => `/aws/lambda/${project}-${name}`),
    ...services.map((name) => `/ecs/${project}-${name}`),
    `/aws/sagemaker/Endpoints/${project}-embeddings`,
    `/aws/vendedlogs/${project}-http`,
    `/aws/vendedlogs/${project}-rest`,
    `aws-waf-logs-${project}-rest`,
  ]);
  const within = [`/aws/rds/cluster/${project}/`, ...services.map((name) => `/aws/apprunner/${project}-${name}/`)];
  return (name) => own.has(name) || within.some((start) => name.startsWith(start));
}
