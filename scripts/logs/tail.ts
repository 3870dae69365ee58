import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { readGroup, type GroupQuery, type LogLine } from './read-group.ts';

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
  readonly show: (line: LogLine) => void;
}

/**
 * CloudWatch takes lines in up to some seconds after they were written, and out of order between streams: what is newer than the newest
 * line less this is asked for again, milliseconds.
 */
const OVERLAP = 15_000;

export interface Seen {
  /** Names whose log group is not there. */
  missing: string[];
  /** Names of which not all was read. */
  cut: string[];
  count: number;
}

/** Shows what there is since `from`, of all groups in the order of time. */
export async function showSince(tail: Tail): Promise<Seen & { newest: Map<string, LogLine[]> }> {
  const names = Object.keys(tail.groups);
  const read = await Promise.all(names.map((name) => readOne(tail, name, tail.from)));
  const lines = read.flatMap((one) => one.lines).sort((a, b) => a.at - b.at);
  lines.forEach(tail.show);
  return {
    missing: names.filter((_, index) => read[index]?.missing === true),
    cut: names.filter((_, index) => read[index]?.cut === true),
    count: lines.length,
    newest: new Map(names.map((name, index) => [name, read[index]?.lines ?? []])),
  };
}

/** Goes on with what comes, until `signal` says so. A group that comes into being later is shown from then on. */
export async function follow(
  tail: Tail,
  { newest }: { newest: ReadonlyMap<string, readonly LogLine[]> },
  { every, signal }: { every: number; signal: AbortSignal },
): Promise<void> {
  const shown = new Map([...newest].map(([name, lines]) => [name, remembered(lines)]));
  while (!signal.aborted) {
    await sleep(every, undefined, { signal }).catch(() => undefined);
    const read = await Promise.all(
      Object.keys(tail.groups).map(async (name) => {
        const known = shown.get(name) ?? new Map<string, number>();
        const from = Math.max(tail.from, Math.max(0, ...known.values()) - OVERLAP);
        const { lines } = await readOne(tail, name, from, signal);
        const fresh = lines.filter(({ id }) => !known.has(id));
        shown.set(name, remembered([...known].map(([id, at]) => ({ id, at })).concat(fresh)));
        return fresh;
      }),
    ).catch((error: unknown) => {
      if (signal.aborted) return [];
      throw error;
    });
    read
      .flat()
      .sort((a, b) => a.at - b.at)
      .forEach(tail.show);
  }
}

const readOne = ({ client, groups, ...tail }: Tail, name: string, from: number, signal?: AbortSignal) => {
  const { pattern, keep, most } = tail;
  const query = { name, group: groups[name] ?? '', from, pattern, keep, most };
  return readGroup(client, signal === undefined ? query : { ...query, signal });
};

/** The lines that may be read again, by ID, with their times. */
function remembered(lines: readonly Pick<LogLine, 'id' | 'at'>[]): Map<string, number> {
  const from = Math.max(0, ...lines.map(({ at }) => at)) - OVERLAP;
  return new Map(lines.flatMap(({ id, at }): [string, number][] => (at >= from ? [[id, at]] : [])));
}
