import type { LogEvent } from './log-store.ts';

/** One source of a group's events: for Lambda, one execution environment. Times in milliseconds since the epoch. */
export interface LogStream {
  name: string;
  firstTimestamp: number;
  lastTimestamp: number;
}

/** The streams that these events, in order, come from. */
export function streamsOf(events: Iterable<LogEvent>): LogStream[] {
  const streams = new Map<string, LogStream>();
  for (const { logStreamName: name, timestamp } of events) {
    const stream = streams.get(name);
    if (stream) stream.lastTimestamp = timestamp;
    else streams.set(name, { name, firstTimestamp: timestamp, lastTimestamp: timestamp });
  }
  return [...streams.values()];
}
