import { FilterLogEventsCommand, type CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';

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
  readonly signal?: AbortSignal;
}

/** What a group has since `from`, the oldest first; `missing` where there is no such group (nothing was ever logged). */
export async function readGroup(
  client: CloudWatchLogsClient,
  { name, group, from, pattern, keep = () => true, most, signal }: GroupQuery,
): Promise<{ lines: LogLine[]; missing: boolean; cut: boolean }> {
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
      const page = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
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
    throw error;
  }
  return { lines: lines.slice(0, most), missing: false, cut: nextToken !== undefined || lines.length > most };
}
