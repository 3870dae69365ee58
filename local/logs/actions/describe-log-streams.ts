import * as z from 'zod';
import type { LogStore } from '../log-store.ts';
import type { LogStream } from '../log-stream.ts';
import { invalidParameter, parseInput } from './action.ts';
import { groupName } from './group-name.ts';
import { nextToken, readToken } from './next-token.ts';

const schema = z.object({
  logGroupName: z.string().min(1).optional(),
  logGroupIdentifier: z.string().min(1).optional(),
  logStreamNamePrefix: z.string().min(1).optional(),
  orderBy: z.enum(['LogStreamName', 'LastEventTime']).default('LogStreamName'),
  descending: z.boolean().default(false),
  limit: z.number().int().min(1).max(50).default(50),
  nextToken: z.string().optional(),
});

/** DescribeLogStreams: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
export function describeLogStreams(store: LogStore, given: unknown): object {
  const input = parseInput(schema, given);
  const { logStreamNamePrefix = '', orderBy, descending, limit } = input;
  if (logStreamNamePrefix !== '' && orderBy === 'LastEventTime') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const group = store.group(groupName(input));
  const streams = group
    .streams()
    .filter((stream) => stream.name.startsWith(logStreamNamePrefix))
    .sort((a, b) => compare(a, b, orderBy) * (descending ? -1 : 1));
  const after = readToken(input.nextToken);
  const start = after === undefined ? 0 : streams.findIndex((stream) => stream.name === after) + 1;
  const page = streams.slice(start, start + limit);
  const last = page.at(-1);
  const arn = `arn:aws:logs:${store.region}:${store.accountId}:log-group:${group.name}:log-stream:`;
  return {
    logStreams: page.map((stream) => ({
      logStreamName: stream.name,
      creationTime: stream.firstTimestamp,
      firstEventTimestamp: stream.firstTimestamp,
      lastEventTimestamp: stream.lastTimestamp,
      lastIngestionTime: stream.lastTimestamp,
      arn: arn + stream.name,
      storedBytes: 0, // As AWS answers since 2019.
    })),
    ...(last && start + page.length < streams.length && { nextToken: nextToken(last.name) }),
  };
}

function compare(a: LogStream, b: LogStream, orderBy: 'LogStreamName' | 'LastEventTime'): number {
  const byName = a.name < b.name ? -1 : 1;
  return orderBy === 'LogStreamName' ? byName : a.lastTimestamp - b.lastTimestamp || byName;
}
