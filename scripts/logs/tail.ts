import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { isAnswer } from '../target/explain-aws-failure.ts';
import type { Pace } from './pace.ts';
import { readGroup, type GroupQuery, type GroupRead, type LogLine } from './read-group.ts';

export interface Tail {
  readonly client: CloudWatchLogsClient;
  /** Log groups by the name of what writes to them. */
  readonly groups: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** CloudWatch's filter pattern. */
  readonly pattern: string | undefined;
  readonly keep?: GroupQuery['keep'];
  /** Lines of one group that are read at once at most. */
  readonly most: number;
  /** When a page may be asked for. */
  readonly pace: Pace;
  readonly show: (line: LogLine) => void;
}

/**
 * CloudWatch takes lines in up to some seconds after they were written, and out of order between streams: what is newer than the newest
 * line less this is asked for again, milliseconds.
 */
const OVERLAP = 15_000;

/**
 * Groups that are asked at once. FilterLogEvents is limited to 5, 10 or 25 calls a second, by region and for a whole account:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 */
const AT_ONCE = 4;

export interface Seen {
  /** Names whose log group is not there. */
  missing: string[];
  /** Names of which not all was read, as there was too much of it. */
  cut: string[];
  /** Names of which not all was read, with what that failed with. */
  unread: Map<string, unknown>;
  count: number;
}

/**
 * Shows what there is since `from`, of all groups in the order of time.
 *
 * @throws what reading failed with, where it did with every group that is there
 */
export async function showSince(
  tail: Tail,
  signal?: AbortSignal,
): Promise<Seen & { newest: Map<string, readonly LogLine[]> }> {
  const read = await readAll(tail, () => tail.from, signal);
  const all = [...read];
  const unread = unreadOf(read);
  if (signal?.aborted !== true) throwWhereNothingWasRead(read);
  const lines = inOrder(all.flatMap(([, one]) => one.lines));
  lines.forEach(tail.show);
  return {
    missing: all.filter(([, { missing }]) => missing).map(([name]) => name),
    cut: all.filter(([, { cut }]) => cut).map(([name]) => name),
    unread,
    count: lines.length,
    newest: new Map(all.map(([name, one]) => [name, one.lines])),
  };
}

export interface Following {
  /** Milliseconds between two looks. */
  every: number;
  signal: AbortSignal;
  /** Whether a look that failed like this may be well the next time. */
  passes: (error: unknown) => boolean;
  /** Told of what cannot be read just now and could before. */
  unread: (failures: ReadonlyMap<string, unknown>) => void;
}

/**
 * Goes on with what comes, until `signal` says so. A group that comes into being later is shown from then on; what a look did not read
 * the next one does.
 *
 * @throws what a look failed with, where nothing was read and trying again is of no use
 */
export async function follow(
  tail: Tail,
  seen: { newest: ReadonlyMap<string, readonly LogLine[]>; unread: ReadonlyMap<string, unknown> },
  { every, signal, passes, unread: tellUnread }: Following,
): Promise<void> {
  const shown = new Map([...seen.newest].map(([name, lines]) => [name, remembered(lines)]));
  const isOver = (): boolean => signal.aborted;
  let unread = seen.unread;
  while (!isOver()) {
    await sleep(every, undefined, { signal }).catch(() => undefined);
    const since = (name: string): number =>
      Math.max(tail.from, Math.max(0, ...(shown.get(name) ?? new Map<string, number>()).values()) - OVERLAP);
    const read = await readAll(tail, since, signal);
    const fresh = [...read].flatMap(([name, { lines }]) => {
      const known = shown.get(name) ?? new Map<string, number>();
      const news = lines.filter(({ id }) => !known.has(id));
      shown.set(name, remembered([...known].map(([id, at]) => ({ id, at })).concat(news)));
      return news;
    });
    inOrder(fresh).forEach(tail.show);
    if (isOver()) return;
    const failures = unreadOf(read);
    if (![...failures.values()].some(passes)) throwWhereNothingWasRead(read);
    const before = unread;
    const news = [...failures].filter(([name]) => !before.has(name));
    if (news.length > 0) tellUnread(new Map(news));
    unread = failures;
  }
}

/** All groups, a few at a time. Where AWS cannot be reached from the beginning on, not every group has to find that out. */
async function readAll(
  { client, groups, pattern, keep, most, pace }: Tail,
  since: (name: string) => number,
  signal: AbortSignal | undefined,
): Promise<Map<string, GroupRead>> {
  const read = new Map<string, GroupRead>();
  const waiting = Object.entries(groups);
  let answered = false;
  let unreachable: GroupRead | undefined;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, group] = next;
      const query = { name, group, from: since(name), pattern, keep, most, pace, signal };
      const one = unreachable ?? (await readGroup(client, query));
      read.set(name, one);
      if (!('failed' in one) || isAnswer(one.failed)) answered = true;
      else if (!answered) unreachable = { lines: [], missing: false, cut: false, failed: one.failed };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // In the order of the groups, whichever was read first.
  return new Map(Object.keys(groups).flatMap((name) => [[name, read.get(name)]] as [string, GroupRead][]));
}

const unreadOf = (read: ReadonlyMap<string, GroupRead>): Map<string, unknown> =>
  new Map([...read].flatMap(([name, one]) => ('failed' in one ? [[name, one.failed] as const] : [])));

function throwWhereNothingWasRead(read: ReadonlyMap<string, GroupRead>): void {
  const there = [...read.values()].filter(({ missing }) => !missing);
  const [first] = there;
  if (first !== undefined && there.every((one) => 'failed' in one && one.lines.length === 0)) throw first.failed;
}

const inOrder = (lines: readonly LogLine[]): LogLine[] => [...lines].sort((a, b) => a.at - b.at);

/** The lines that may be read again, by ID, with their times. */
function remembered(lines: readonly Pick<LogLine, 'id' | 'at'>[]): Map<string, number> {
  const from = Math.max(0, ...lines.map(({ at }) => at)) - OVERLAP;
  return new Map(lines.flatMap(({ id, at }): [string, number][] => (at >= from ? [[id, at]] : [])));
}
