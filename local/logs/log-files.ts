import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from './log-store.ts';

/** A segment on disk: `<first timestamp>-<number>.jsonl`. */
export interface SegmentFile {
  path: string;
  firstTimestamp: number;
  number: number;
  bytes: number;
}

/**
 * The groups' folders: all there are, or the one of `name`, made now. A group's name holds slashes, so it is
 * percent-encoded, which every file system takes.
 */
export function groupFolders(folder: string, name?: string): { name: string; path: string }[] {
  if (name !== undefined) {
    const path = join(folder, encodeURIComponent(name));
    mkdirSync(path, { recursive: true });
    return [{ name, path }];
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^([\w.-]|%2F|%23)+$/.test(entry.name))
    .map((entry) => ({ name: decodeURIComponent(entry.name), path: join(folder, entry.name) }));
}

/** The segments of one group, oldest first. */
export function segmentFiles(folder: string): SegmentFile[] {
  return readdirSync(folder)
    .flatMap((file) => {
      const match = /^(\d+)-(\d+)\.jsonl$/.exec(file);
      if (!match) return [];
      const path = join(folder, file);
      return [{ path, firstTimestamp: Number(match[1]), number: Number(match[2]), bytes: statSync(path).size }];
    })
    .sort((a, b) => a.number - b.number);
}

/** The name of a new segment's file. */
export function segmentPath(folder: string, firstTimestamp: number, number: number): string {
  return join(folder, `${firstTimestamp}-${String(number).padStart(6, '0')}.jsonl`);
}

/** Reads a segment; a line torn by a crash is left out, and a file that has gone is empty. */
export function readSegment(path: string): LogEvent[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      return isLogEvent(JSON.parse(line));
    } catch {
      return [];
    }
  });
}

function isLogEvent(value: unknown): LogEvent[] {
  if (typeof value !== 'object' || value === null) return [];
  const { eventId, timestamp, ingestionTime, logStreamName, message } = value as Partial<Record<string, unknown>>;
  return typeof eventId === 'string' &&
    typeof timestamp === 'number' &&
    typeof ingestionTime === 'number' &&
    typeof logStreamName === 'string' &&
    typeof message === 'string'
    ? [{ eventId, timestamp, ingestionTime, logStreamName, message }]
    : [];
}
