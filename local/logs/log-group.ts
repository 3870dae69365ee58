import { appendFileSync, rmSync, statSync } from 'node:fs';
import { readSegment, segmentFiles, segmentPath } from './log-files.ts';
import type { LogEvent } from './log-store.ts';
import { streamsOf, type LogStream } from './log-stream.ts';

/** A run of events of one group; `events` is undefined while only the file holds them. */
interface Segment {
  path: string | undefined;
  firstTimestamp: number;
  number: number;
  bytes: number;
  events: LogEvent[] | undefined;
}

/** Of an event's ID: its number in the group, behind its time. */
const SEQUENCE_DIGITS = 36;
/** How many of the newest segments stay parsed in memory. */
const KEPT_IN_MEMORY = 2;

/** One log group: its events in the order of their coming, in segments of which the newest are in memory. */
export class LogGroup {
  readonly name: string;
  readonly creationTime: number;
  #segments: Segment[];
  /** What is to be written to the newest segment's file. */
  #pending = '';
  #lastTimestamp = 0;
  #sequence = 0;
  readonly #folder: string | undefined;
  readonly #segmentBytes: number;
  readonly #now: () => number;
  readonly #onError: (error: Error) => void;

  constructor(options: {
    name: string;
    folder: string | undefined;
    segmentBytes: number;
    now: () => number;
    onError: (error: Error) => void;
  }) {
    this.name = options.name;
    this.#folder = options.folder;
    this.#segmentBytes = options.segmentBytes;
    this.#now = options.now;
    this.#onError = options.onError;
    this.#segments = (options.folder === undefined ? [] : segmentFiles(options.folder)).map((file) => ({
      ...file,
      events: undefined,
    }));
    const born = options.folder === undefined ? 0 : Math.trunc(statSync(options.folder).birthtimeMs);
    this.creationTime = this.#segments[0]?.firstTimestamp ?? (born > 0 ? born : options.now());
  }

  /** Bytes held, in memory or on disk. */
  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }
  get segmentCount(): number {
    return this.#segments.length;
  }
  get oldestTimestamp(): number {
    return this.#segments[0]?.firstTimestamp ?? Infinity;
  }

  /** Adds an event at the present time; true when a new segment was begun. */
  append(logStreamName: string, message: string): boolean {
    const last = this.#resume();
    // A clock set back must not disorder the group: queries page by position.
    const timestamp = Math.max(this.#now(), this.#lastTimestamp);
    this.#lastTimestamp = timestamp;
    this.#sequence += 1;
    const eventId = `${String(timestamp).padStart(20, '0')}${String(this.#sequence).padStart(SEQUENCE_DIGITS, '0')}`;
    const event = { eventId, timestamp, ingestionTime: timestamp, logStreamName, message };
    const begun = last?.events === undefined || last.bytes >= this.#segmentBytes;
    const segment = begun ? this.#begin(timestamp) : last;
    segment.events?.push(event);
    const line = `${JSON.stringify(event)}\n`;
    segment.bytes += Buffer.byteLength(line);
    if (segment.path !== undefined) this.#pending += line;
    return begun;
  }

  /** The events in order, from the segments that may hold any between two times (inclusive). */
  *events(from = -Infinity, to = Infinity): Generator<LogEvent> {
    for (const [index, segment] of [...this.#segments].entries()) {
      const next = this.#segments[index + 1];
      if (segment.firstTimestamp > to || (next && next.firstTimestamp < from)) continue;
      for (const event of segment.events ?? readSegment(segment.path ?? '')) {
        if (event.timestamp >= from && event.timestamp <= to) yield event;
      }
    }
  }

  /** The streams that have events left. Reads the whole group. */
  streams(): LogStream[] {
    return streamsOf(this.events());
  }

  /** Forgets the oldest segment; its size in bytes. */
  dropOldestSegment(): number {
    const segment = this.#segments.shift();
    if (segment?.path !== undefined) rmSync(segment.path, { force: true });
    return segment?.bytes ?? 0;
  }

  /** Writes what is pending to the newest segment's file. A failure is reported, and the events stay in memory. */
  flush(): void {
    const path = this.#segments.at(-1)?.path;
    if (path === undefined || this.#pending === '') return;
    const lines = this.#pending;
    this.#pending = '';
    try {
      appendFileSync(path, lines);
    } catch (error) {
      this.#onError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The newest segment. After a restart times and numbers go on from its last event, and a small one is continued. */
  #resume(): Segment | undefined {
    const last = this.#segments.at(-1);
    if (this.#sequence > 0 || last?.path === undefined) return last;
    const events = readSegment(last.path);
    const newest = events.at(-1);
    this.#lastTimestamp = newest?.timestamp ?? last.firstTimestamp;
    this.#sequence = Number(newest?.eventId.slice(-SEQUENCE_DIGITS) ?? 0);
    if (last.bytes < this.#segmentBytes) {
      last.events = events;
      this.#pending = '\n'; // Ends a line that a crash may have torn.
    }
    return last;
  }

  #begin(timestamp: number): Segment {
    this.flush();
    const number = (this.#segments.at(-1)?.number ?? 0) + 1;
    const path = this.#folder === undefined ? undefined : segmentPath(this.#folder, timestamp, number);
    const segment: Segment = { path, firstTimestamp: timestamp, number, bytes: 0, events: [] };
    this.#segments.push(segment);
    for (const old of this.#segments.slice(0, -KEPT_IN_MEMORY)) if (old.path !== undefined) old.events = undefined;
    return segment;
  }
}
