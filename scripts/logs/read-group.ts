import { FilterLogEventsCommand, type CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { Pace } from './pace.ts';

/** One line of a log. */
export interface LogLine {
  readonly id: string;
  /** The function, service or API that wrote it. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

export interface GroupQuery {
  readonly name: string;
  readonly group: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly pattern: string | undefined;
  /** Which of these lines count, where CloudWatch has no pattern that says it; all by default. */
  readonly keep?: ((text: string) => boolean) | undefined;
  /** No more lines than this are given. */
  readonly most: number;
  /** When each page may be asked for; at once by default. */
  readonly pace?: Pace;
  readonly signal?: AbortSignal | undefined;
}

export interface GroupRead {
  readonly lines: LogLine[];
  /** There is no such group: nothing was ever logged. */
  readonly missing: boolean;
  /** There are more lines than were asked for. */
  readonly cut: boolean;
  /** Why not all of it was read; `lines` are those that were. */
  readonly failed?: unknown;
}

/** What a group has since `from`, the oldest first. */
export async function readGroup(
  client: CloudWatchLogsClient,
  { name, group, from, pattern, keep = () => true, most, pace = (ask) => ask(), signal }: GroupQuery,
): Promise<GroupRead> {
  const lines: LogLine[] = [];
  let nextToken: string | undefined;
  try {
    do {
      const command = new FilterLogEventsCommand({
        logGroupName: group,
        startTime: from,
        ...(pattern !== undefined && { filterPattern: pattern }),
        ...(nextToken !== undefined && { nextToken }),
      });
      const options = signal === undefined ? {} : { abortSignal: signal };
      const page = await pace(() => client.send(command, options), signal);
      for (const { eventId, timestamp, message } of page.events ?? []) {
        if (eventId === undefined || timestamp === undefined) continue;
        const text = (message ?? '').trimEnd();
        if (keep(text)) lines.push({ id: eventId, name, at: timestamp, text });
      }
      nextToken = page.nextToken;
    } while (nextToken !== undefined && lines.length < most);
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      return { lines, missing: true, cut: false };
    return { lines, missing: false, cut: false, failed: error };
  }
  return { lines: lines.slice(0, most), missing: false, cut: nextToken !== undefined || lines.length > most };
}
