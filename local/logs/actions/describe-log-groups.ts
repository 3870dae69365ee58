import * as z from 'zod';
import type { LogGroup } from '../log-group.ts';
import type { LogStore } from '../log-store.ts';
import { invalidParameter, parseInput } from './action.ts';
import { nextToken, readToken } from './next-token.ts';

const schema = z.object({
  logGroupNamePrefix: z.string().min(1).optional(),
  logGroupNamePattern: z.string().optional(),
  limit: z.number().int().min(1).max(50).default(50),
  nextToken: z.string().optional(),
});

/** DescribeLogGroups: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
export function describeLogGroups(store: LogStore, given: unknown): object {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: part, ...input } = parseInput(schema, given);
  if (prefix !== undefined && part !== undefined) {
    throw invalidParameter('logGroupNamePrefix and logGroupNamePattern cannot be given together.');
  }
  const after = readToken(input.nextToken) ?? '';
  const found = store
    .groups()
    .filter(({ name }) => name > after && name.startsWith(prefix ?? '') && contains(name, part));
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    logGroups: page.map((group) => describe(group, store)),
    ...(last && found.length > page.length && { nextToken: nextToken(last.name) }),
  };
}

/** CloudWatch looks for a pattern anywhere in the name, in any case of letters. */
function contains(name: string, part = ''): boolean {
  return name.toLowerCase().includes(part.toLowerCase());
}

function describe(group: LogGroup, store: LogStore): object {
  const arn = `arn:aws:logs:${store.region}:${store.accountId}:log-group:${group.name}`;
  return {
    logGroupName: group.name,
    creationTime: group.creationTime,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: group.bytes,
    logGroupClass: 'STANDARD',
  };
}
