import { mkdirSync } from 'node:fs';
import { ServiceException } from '../wire/service-exception.ts';
import { LogGroup } from './log-group.ts';
import { groupFolders } from './log-files.ts';

/** One line of a log, as CloudWatch Logs returns it. Times are milliseconds since the epoch. */
export interface LogEvent {
  readonly eventId: string;
  readonly timestamp: number;
  readonly ingestionTime: number;
  readonly logStreamName: string;
  readonly message: string;
}

export interface LogStore {
  readonly region: string;
  readonly accountId: string;
  /** Makes the group if it is not there. */
  createGroup(name: string): void;
  /** Adds one event; makes the group and the stream as needed. Events of a group never go back in time. */
  append(group: string, stream: string, message: string): void;
  /** Every group, by name. */
  groups(): LogGroup[];
  /** @throws {ServiceException} ResourceNotFoundException when there is no such group. */
  group(name: string): LogGroup;
  /** Writes what is still buffered. Called when the program ends. */
  close(): void;
}

export interface LogStoreOptions {
  /** Where the groups are kept as JSON lines; without it they are in memory only. */
  folder?: string;
  /** What all groups together may hold, bytes; the oldest segments go first. Default 50 MB. */
  maxBytes?: number;
  /** A segment is closed and the next one begun at this size, bytes. Default 1 MB. */
  segmentBytes?: number;
  /** Milliseconds since the epoch. */
  now?: () => number;
  region?: string;
  accountId?: string;
  /** Told once when the files cannot be written (a full disk); the events stay in memory. */
  onError?: (error: Error) => void;
}

/**
 * Keeps log groups as CloudWatch Logs does, bounded. Synchronous: an appended event is found by the next query, and is
 * in its file a tenth of a second later at most.
 */
export function createLogStore(options: LogStoreOptions = {}): LogStore {
  const { maxBytes = 50_000_000, segmentBytes = 1_000_000, now = Date.now, folder } = options;
  const { region = 'us-east-1', accountId = '000000000000' } = options;
  const groups = new Map<string, LogGroup>();
  let reported = false;
  let flushing: NodeJS.Timeout | undefined;

  function report(error: Error): void {
    if (!reported) options.onError?.(error);
    reported = true;
  }

  function open(name: string, path: string | undefined): LogGroup {
    const group = new LogGroup({ name, folder: path, segmentBytes, now, onError: report });
    groups.set(name, group);
    return group;
  }

  function flush(): void {
    clearTimeout(flushing);
    flushing = undefined;
    for (const group of groups.values()) group.flush();
  }

  function trim(): void {
    const all = [...groups.values()];
    let total = all.reduce((sum, group) => sum + group.bytes, 0);
    while (total > maxBytes) {
      const oldest = all
        .filter((group) => group.segmentCount > 1)
        .reduce<LogGroup | undefined>((a, b) => (a && a.oldestTimestamp <= b.oldestTimestamp ? a : b), undefined);
      if (!oldest) return;
      total -= oldest.dropOldestSegment();
    }
  }

  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const { name, path } of groupFolders(folder)) open(name, path);
    trim();
  }

  const createGroup = (name: string): LogGroup => {
    const existing = groups.get(name);
    if (existing) return existing;
    const [place] = folder === undefined ? [] : groupFolders(folder, name);
    return open(name, place?.path);
  };

  return {
    region,
    accountId,
    createGroup: (name) => void createGroup(name),
    append(name, stream, message) {
      const group = createGroup(name);
      if (group.append(stream, message)) trim();
      if (folder !== undefined) flushing ??= setTimeout(flush, 100).unref();
    },
    groups: () => [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    group(name) {
      const group = groups.get(name);
      if (!group) {
        throw new ServiceException('ResourceNotFoundException', 400, 'The specified log group does not exist.');
      }
      return group;
    },
    close: flush,
  };
}
