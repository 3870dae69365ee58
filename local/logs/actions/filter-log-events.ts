import * as z from 'zod';
import { ServiceException } from '../../wire/service-exception.ts';
import { parseFilterPattern } from '../filter-pattern/filter-pattern.ts';
import type { LogGroup } from '../log-group.ts';
import type { LogEvent, LogStore } from '../log-store.ts';
import { invalidParameter, parseInput } from './action.ts';
import { groupName } from './group-name.ts';
import { nextToken, readToken } from './next-token.ts';

const schema = z.object({
  logGroupName: z.string().min(1).optional(),
  logGroupIdentifier: z.string().min(1).optional(),
  logStreamNames: z.array(z.string()).min(1).max(100).optional(),
  logStreamNamePrefix: z.string().min(1).optional(),
  startTime: z.number().min(0).optional(),
  endTime: z.number().min(0).optional(),
  filterPattern: z.string().max(1024).default(''),
  nextToken: z.string().optional(),
  limit: z.number().int().min(1).max(10_000).default(10_000),
});

/** A page ends at this size, bytes. */
const PAGE_BYTES = 1_048_576;

/** FilterLogEvents: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
export function filterLogEvents(store: LogStore, given: unknown): object {
  const input = parseInput(schema, given);
  if (input.logStreamNames && input.logStreamNamePrefix !== undefined) {
    throw invalidParameter('logStreamNames and logStreamNamePrefix cannot be given together.');
  }
  const group = store.group(groupName(input));
  const matches = parseFilterPattern(input.filterPattern);
  const after = readToken(input.nextToken);
  const wanted = streamFilter(group, input);
  const events: LogEvent[] = [];
  let bytes = 0;
  for (const event of group.events(input.startTime, input.endTime)) {
    if ((after !== undefined && event.eventId <= after) || !wanted(event.logStreamName)) continue;
    if (!matches(event.message)) continue;
    bytes += Buffer.byteLength(event.message);
    const last = events.at(-1);
    if (last && (events.length === input.limit || bytes > PAGE_BYTES)) return page(events, nextToken(last.eventId));
    events.push(event);
  }
  return page(events, undefined);
}

function page(events: LogEvent[], token: string | undefined): object {
  return { events, searchedLogStreams: [], ...(token !== undefined && { nextToken: token }) };
}

function streamFilter(group: LogGroup, input: z.infer<typeof schema>): (stream: string) => boolean {
  const { logStreamNames, logStreamNamePrefix = '' } = input;
  if (!logStreamNames) return (stream) => stream.startsWith(logStreamNamePrefix);
  const streams = new Set(group.streams().map((stream) => stream.name));
  if (logStreamNames.some((name) => !streams.has(name))) {
    throw new ServiceException('ResourceNotFoundException', 400, 'The specified log stream does not exist.');
  }
  const wanted = new Set(logStreamNames);
  return (stream) => wanted.has(stream);
}
