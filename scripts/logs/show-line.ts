import { painter, type Paint, type Style } from '../terminal/style.ts';
import type { Level } from './line-level.ts';
import { parseLine } from './parse-line.ts';
import type { LogLine } from './read-group.ts';

/** An agent has its colour wherever it is looked at. */
const COLOURS: Readonly<Record<string, Style>> = {
  planner: 'brightBlue',
  tagger: 'brightYellow',
  reporter: 'brightGreen',
  charter: 'brightMagenta',
  retirement: 'brightCyan',
  pricer: 'yellow',
  researcher: 'magenta',
  ingest: 'cyan',
  search: 'green',
  api: 'blue',
};
const LEVELS: Readonly<Record<Level, readonly Style[]>> = {
  DEBUG: ['dim'],
  INFO: [],
  WARN: ['yellow', 'bold'],
  ERROR: ['red', 'bold'],
};

export interface ShowOptions {
  readonly stream: NodeJS.WriteStream;
  /** Each line as JSON, with the name of its writer. */
  readonly json: boolean;
  /** Lambda's own lines, and metrics, as well. */
  readonly all: boolean;
  /** Of the longest name. */
  readonly width: number;
}

/**
 * Writes a line of a log: time (UTC), writer, level, text, and the job and the trace that it belongs to; above the first of a day that
 * is not today, and of each day after it, the day.
 *
 * @returns whether the line was one that is shown
 */
export function lineWriter({ stream, json, all, width }: ShowOptions): (line: LogLine) => boolean {
  const paint = painter(stream);
  let day = dayOf(Date.now());
  return (line) => {
    const shown = json ? asJson(line) : asText(line, { paint, all, width });
    if (shown === undefined) return false;
    if (!json && dayOf(line.at) !== day) {
      day = dayOf(line.at);
      stream.write(`${paint(`-- ${day} (UTC)`, 'dim')}\n`);
    }
    stream.write(`${shown}\n`);
    return true;
  };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function asJson({ id, name, at, text }: LogLine): string {
  return JSON.stringify({ time: new Date(at).toISOString(), name, id, message: jsonOr(text) });
}

function jsonOr(text: string): unknown {
  if (!text.startsWith('{')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function asText(
  { name, at, text }: LogLine,
  { paint, all, width }: { paint: Paint; all: boolean; width: number },
): string | undefined {
  const line = parseLine(text);
  const { level, message, fields, jobId, traceId, stack, kind } = line;
  if (!all && kind !== 'line' && level !== 'ERROR') return undefined;
  const time = paint(new Date(at).toISOString().slice(11), 'dim');
  const writer = paint(name.padEnd(width), COLOURS[name] ?? 'white');
  const styles = LEVELS[level];
  const said = fields.map(([field, value]) => `${paint(`${field}=`, 'dim')}${printable(value)}`);
  const refers = [
    ...(jobId === undefined ? [] : [paint(`job ${jobId}`, 'dim')]),
    ...(traceId === undefined
      ? []
      : [paint(`trace ${traceId}`, ...(level === 'ERROR' ? (['magenta', 'bold'] as const) : (['magenta'] as const)))]),
  ];
  const first = [
    time,
    writer,
    paint(level.padEnd(5), ...styles),
    paint(printable(message), ...(kind === 'line' ? styles : (['dim'] as const))),
    ...said,
    ...refers,
  ];
  return [
    first.join(' '),
    ...stack.map((one) => `${' '.repeat(14 + width)} ${paint(printable(one.trim()), 'red')}`),
  ].join('\n');
}

/** Without what would move a terminal's cursor: a log holds what others sent. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
